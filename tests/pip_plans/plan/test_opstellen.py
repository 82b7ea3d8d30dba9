"""From the intake to a concept: what is composed, when it is refused, and what may be written."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.intake.models import BredeIntake
from pip_plans.plan.enums import Pipstatus
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import GewijzigdDoorAnder, PlanFout
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import stel_op, trek_concept_in
from pip_plans.plan.services.volledigheid import ontbreekt
from tests.fabriek import leg_vast, maak_dossier

from .hulp import asiel_met_intake, gezinsmigrant_met_intake, maak_compleet


def bewaar(pip, door, op, **gegevens):
    return bewaar_concept(pip=pip, revisie=pip.revisie, door=door, op=op, gegevens=gegevens)


def test_the_concept_starts_with_what_the_intake_says_and_without_health(concept, cast):
    assert (concept.versie, concept.status, concept.leerroute) == (1, Pipstatus.CONCEPT, "B1")
    assert "U spreekt goed Engels en een beetje Nederlands." in concept.motivering
    assert (concept.doel, concept.zienswijze) == ("U wilt in de zorg werken.", "u wilt graag snel beginnen.")
    assert "Diabetes" not in "".join(str(waarde) for waarde in vars(concept).values())
    assert list(concept.schrijvers.all()) == [cast.consulent]
    assert concept.afspraken.last().wat == "De plek op school regelen en betalen"


def test_a_test_without_b1_proposes_the_z_route(cast, op):
    pip = stel_op(dossier=asiel_met_intake(cast, b1_haalbaar=False), door=cast.consulent, op=op)

    assert (pip.leerroute, pip.b1_haalbaar) == ("Z", False)


def test_a_gezinsmigrant_gets_advice_instead_of_an_offer(diemen, cast, op):
    pip = stel_op(dossier=gezinsmigrant_met_intake(diemen, cast.consulent), door=cast.consulent, op=op)

    assert "lening bij DUO" in pip.begeleiding
    assert "De plek op school" not in "".join(pip.afspraken.values_list("wat", flat=True))
    assert [gemis.veld for gemis in ontbreekt(pip)] == ["pvt_aanbieder", "afspraken", "afspraken", "afspraken"]


def test_under_the_old_law_the_intake_comes_first_as_well(diemen, cast, op):
    dossier = maak_dossier(diemen, cast.consulent, op=op, regime=Regime.WI2013)

    with pytest.raises(PlanFout, match="brede intake is nog niet afgerond"):
        stel_op(dossier=dossier, door=cast.consulent, op=op)


def test_after_a_move_the_leerroute_is_adopted_and_stays(dossier, cast, op):
    leg_vast(dossier, FeitSoort.PIP_VORIGE_GEMEENTE, date(2026, 2, 3), gemeente="Zaanstad", leerroute="ONDERWIJS")
    pip = stel_op(dossier=dossier, door=cast.consulent, op=op)

    assert (pip.leerroute, pip.map_uren, pip.wijziging.soort) == ("ONDERWIJS", None, "verhuizing")
    assert pip.motivering.startswith("In de gemeente Zaanstad volgde u de onderwijsroute. Die leerroute nemen wij over")
    assert not [gemis for gemis in ontbreekt(pip) if gemis.veld == "leerroute"]
    pip.leerroute = "B1"
    [gemis] = [gemis for gemis in ontbreekt(pip) if gemis.veld == "leerroute"]
    assert "art. 15 lid 4 Wet inburgering 2021" in gemis.zin


def test_before_the_intake_is_completed_there_is_no_pip(dossier, cast, op):
    BredeIntake.objects.filter(dossier=dossier).update(afgerond_op=None, wijze="")

    with pytest.raises(PlanFout, match="niet afgerond"):
        stel_op(dossier=dossier, door=cast.consulent, op=op)


def test_without_a_group_there_is_no_pip(diemen, cast, op):
    with pytest.raises(PlanFout, match="doelgroep is nog niet vastgelegd"):
        stel_op(dossier=maak_dossier(diemen, cast.consulent, op=op), door=cast.consulent, op=op)


def test_one_concept_at_a_time_also_in_the_database(concept, cast, op):
    with pytest.raises(PlanFout, match="al een concept-PIP"):
        stel_op(dossier=concept.dossier, door=cast.consulent, op=op)
    wie = {"opgesteld_door": cast.collega, "gewijzigd_door": cast.collega, "opgesteld_op": op}
    with pytest.raises(IntegrityError, match="pip_een_in_bewerking"), transaction.atomic():
        Pip.objects.create(dossier=concept.dossier, versie=2, **wie)


def test_a_pip_that_was_decided_elsewhere_stands_in_the_way(dossier, cast, op):
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, op, leerroute="B1")

    with pytest.raises(PlanFout, match="al een PIP vastgesteld"):
        stel_op(dossier=dossier, door=cast.consulent, op=op)


def test_after_a_withdrawn_concept_the_first_version_can_be_made_again(concept, cast, op):
    with pytest.raises(PlanFout, match="waarom"):
        trek_concept_in(pip=concept, reden=" ", door=cast.consulent, op=op)
    trek_concept_in(pip=concept, reden="verkeerd dossier", door=cast.consulent, op=op)
    trek_concept_in(pip=concept, reden="verkeerd dossier", door=cast.consulent, op=op)

    nieuw = stel_op(dossier=concept.dossier, door=cast.collega, op=op)

    assert (nieuw.versie, nieuw.opgesteld_door) == (1, cast.collega)
    assert concept.dossier.gebeurtenissen.filter(soort="PIP_INGETROKKEN").count() == 1


def test_an_incomplete_concept_is_kept_and_says_what_is_missing(concept, cast, op):
    pip = bewaar(concept, cast.consulent, op, leerroute="", motivering="", pvt_uren=None)

    velden = [gemis.veld for gemis in ontbreekt(pip)]
    assert velden[:3] == ["leerroute", "motivering", "uren_per_week"]
    assert "pvt_uren" in velden
    assert velden[-1] == "pw_beschikkingen"


def test_a_complete_concept_misses_nothing(compleet):
    assert ontbreekt(compleet) == []


def test_another_route_than_the_test_points_to_needs_reasons(compleet, cast, op):
    pip = bewaar(compleet, cast.consulent, op, leerroute="Z")
    assert [gemis.veld for gemis in ontbreekt(pip)] == ["motivering_afwijking"]

    pip = bewaar(pip, cast.consulent, op, motivering_afwijking="U bent 61 jaar.")
    assert ontbreekt(pip) == []


def test_the_database_refuses_a_deviation_without_reasons(compleet):
    with pytest.raises(IntegrityError, match="pip_afwijking_met_redenen"):
        Pip.objects.filter(pk=compleet.pk).update(status="ter_lezing", aangeboden_op="2026-11-20", leerroute="Z")


def test_the_onderwijsroute_has_no_map_and_drops_what_was_typed_for_it(compleet, cast, op):
    pip = bewaar(compleet, cast.consulent, op, leerroute="ONDERWIJS", variant="mbo")

    assert (pip.map_uren, pip.map_wanneer, pip.variant) == (None, "", "")
    assert ontbreekt(pip) == []
    with pytest.raises(IntegrityError, match="pip_geen_map_in_onderwijsroute"):
        Pip.objects.filter(pk=pip.pk).update(map_uren=40)


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [("pvt_uren", 11, "ten minste 12 uur"), ("map_uren", 39, "ten minste 40 uur"), ("voortgangsgesprekken", 0, "één")],
)
def test_hours_below_the_law_are_refused(concept, cast, op, veld, waarde, melding):
    with pytest.raises(ValidationError, match=melding):
        bewaar(concept, cast.consulent, op, **{veld: waarde})


def test_who_saves_after_somebody_else_overwrites_nothing(concept, cast, op):
    mijn = Pip.objects.get(pk=concept.pk)
    bewaar(concept, cast.collega, op, doel="Werken in de bouw.")

    with pytest.raises(GewijzigdDoorAnder) as fout:
        bewaar(mijn, cast.consulent, op, doel="Werken in de zorg.")

    assert (fout.value.huidig.doel, fout.value.huidig.gewijzigd_door) == ("Werken in de bouw.", cast.collega)
    assert Pip.objects.get(pk=concept.pk).doel == "Werken in de bouw."


def test_who_saves_after_somebody_else_keeps_what_the_other_wrote_elsewhere(concept, cast, op):
    mijn = Pip.objects.get(pk=concept.pk)
    bewaar(concept, cast.collega, op, doel="Werken in de bouw.", motivering_afwijking="De toets was te zwaar.")

    velden = {"doel": mijn.doel, "motivering_afwijking": mijn.motivering_afwijking, "school": "Taalhuis"}
    bewaar(mijn, cast.consulent, op, **velden)

    pip = Pip.objects.get(pk=concept.pk)
    assert (pip.doel, pip.motivering_afwijking, pip.school) == (
        "Werken in de bouw.", "De toets was te zwaar.", "Taalhuis",
    )  # fmt: skip
    assert pip.revisie == mijn.revisie + 2


def test_saving_all_day_writes_one_event_per_person(concept, cast, op):
    pip = bewaar(bewaar(concept, cast.consulent, op, doel="a"), cast.consulent, op, doel="b")
    maak_compleet(pip, door=cast.collega)

    assert concept.dossier.gebeurtenissen.filter(soort="PIP_BEWAARD").count() == 2


def test_empty_rows_are_dropped_and_half_rows_are_named(concept, cast, op):
    rijen = [
        {"wat": "Lessen", "wie": "", "hoeveel": "", "wanneer": ""},
        {"wat": "", "wie": "", "hoeveel": "", "wanneer": ""},
    ]
    pip = bewaar_concept(pip=concept, revisie=0, door=cast.consulent, op=op, gegevens={}, afspraken=rijen)

    assert [rij.wat for rij in pip.afspraken.all()] == ["Lessen"]
    assert "Afspraak 1: vul in wie, hoeveel, wanneer." in [gemis.zin for gemis in ontbreekt(pip)]
