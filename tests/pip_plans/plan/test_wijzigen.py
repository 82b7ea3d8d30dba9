"""Another version of a PIP: what the law asks per kind of change, and what is copied."""

from dataclasses import replace
from datetime import date

import pgtrigger
import pytest
from django.db import IntegrityError, transaction

from cases.enums import Kanaal
from cases.teksten import STANDAARD
from inburgering.recht.feiten import Leerroute
from pip_plans.plan.enums import Pipstatus, Uitzondering, Wijzigingssoort, Wisselgrond
from pip_plans.plan.models import Pip, Wijziging
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bekendmaken import maak_bekend
from pip_plans.plan.services.beoordelen import bied_aan
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import trek_concept_in
from pip_plans.plan.services.samenstellen import velden_na_wissel
from pip_plans.plan.services.situatie import situatie
from pip_plans.plan.services.versies import uitgegeven_versie, versies
from pip_plans.plan.services.volledigheid import ontbreekt
from pip_plans.plan.services.wijzigen import WijzigingGeweigerd

from .hulp import zet_document_gereed
from .wijziging import AFSCHALEN, EENS, HOOFDLIJN, LATER, NA_HET_VENSTER, NAAR_Z, schrijf, velden
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit


def test_the_new_version_starts_with_everything_of_the_old_one(bekend, begin):
    pip = begin(bekend, **HOOFDLIJN)

    assert (pip.versie, pip.status, pip.beschikking) == (2, Pipstatus.CONCEPT, None)
    assert (pip.motivering, pip.school, pip.uren_per_week) == (bekend.motivering, "NL Training", 12)
    assert list(pip.afspraken.values_list("wat", "hoeveel")) == list(bekend.afspraken.values_list("wat", "hoeveel"))
    assert pip.pw_beschikkingen.get().kenmerk == "PW-2026-1187"
    assert (pip.wijziging.vorige, pip.wijziging.reden) == (bekend, "U gaat meer uren naar school.")
    assert [rij.versie for rij in versies(bekend.dossier)] == [2, 1]
    assert uitgegeven_versie(bekend.dossier) == bekend


def test_a_change_has_a_reason(bekend, begin):
    with pytest.raises(WijzigingGeweigerd, match=r"art\. 3:46 Awb") as fout:
        begin(bekend, **HOOFDLIJN | {"reden": " "})
    assert velden(fout) == {"reden"}


def test_a_switch_within_the_window_needs_a_ground(bekend, begin):
    with pytest.raises(WijzigingGeweigerd, match=r"art\. 17 lid 2 Wet inburgering 2021") as fout:
        begin(bekend, **NAAR_Z | {"grond": ""})
    assert velden(fout) == {"grond"}

    pip = begin(bekend, **NAAR_Z)
    assert (pip.leerroute, pip.wijziging.grond) == ("Z", "onvoldoende")


def test_nothing_that_was_agreed_for_the_old_leerroute_is_left_in_the_new(bekend, begin, cast):
    pip = begin(bekend, **NAAR_Z | {"leerroute": "ONDERWIJS", "grond": Wisselgrond.MEER})

    assert pip.motivering.startswith("U wilt een opleiding doen.")
    assert "niveau B1 halen" not in pip.motivering
    assert (pip.uren_per_week, pip.duur_maanden, pip.school, pip.map_uren) == (None, None, "", None)
    assert [rij.wat for rij in pip.afspraken.all()] == [rij.wat for rij in bekend.afspraken.all()]
    assert {(rij.hoeveel, rij.wanneer) for rij in pip.afspraken.all()} == {("", "")}
    assert {"uren_per_week", "motivering", "afspraken"} <= {rij.veld for rij in ontbreekt(pip)}


def test_what_the_new_leerroute_has_and_the_old_had_not_gets_a_beginning(bekend, begin, besluit, cast):
    route = {"leerroute": "ONDERWIJS", "grond": Wisselgrond.MEER}
    besluit(_compleet(begin(bekend, **NAAR_Z | route), cast))
    tweede = uitgegeven_versie(bekend.dossier)
    zet_document_gereed(tweede.beschikking.document)
    maak_bekend(pip=tweede, datum=LATER, kanaal=Kanaal.POST, door=None, op=LATER)

    terug = begin(uitgegeven_versie(bekend.dossier), **NAAR_Z | {"leerroute": "B1"})
    assert (terug.map_uren, terug.map_wanneer) == (40, "in het tweede jaar.")
    assert terug.motivering.startswith("U kunt waarschijnlijk niveau B1 halen.")


def test_no_standard_beginning_says_that_b1_can_be_reached_against_the_test(bekend):
    gegevens = situatie(bekend.dossier)
    toets = replace(gegevens.intake.toets, b1_haalbaar=False)
    tegen = replace(gegevens, intake=replace(gegevens.intake, toets=toets))
    redenen = [velden_na_wissel(bekend, Leerroute.B1, deel, LATER)["motivering"] for deel in (gegevens, tegen)]

    assert [STANDAARD["pip-motivering-b1"].tekst in reden for reden in redenen] == [True, False]


def _compleet(pip, cast):
    """Everything that a switch asks to be agreed anew."""
    rijen = [{"wat": r.wat, "wie": r.wie, "hoeveel": "26 uur", "wanneer": "nu"} for r in pip.afspraken.all()]
    gegevens = {"motivering": f"{pip.motivering}\nU leert erg snel.", "uren_per_week": 26}
    return bewaar_concept(
        pip=pip, revisie=pip.revisie, door=cast.consulent, op=LATER, gegevens=gegevens, afspraken=rijen
    )


def test_the_standard_beginning_follows_the_leerroute_while_it_is_written(concept):
    assert concept.motivering.startswith("U kunt waarschijnlijk niveau B1 halen.")
    staart = concept.motivering.splitlines()[1:]
    pip = schrijf(concept, leerroute="ONDERWIJS")
    assert pip.motivering.splitlines() == [STANDAARD["pip-motivering-onderwijs"].tekst, *staart]

    eigen = schrijf(pip, leerroute="B1", motivering="Eigen woorden.")
    assert eigen.motivering == "Eigen woorden."


def test_a_switch_after_the_window_is_refused_at_the_leerroute_with_the_article(bekend, begin):
    with pytest.raises(WijzigingGeweigerd, match=r"tot en met 20 mei 2028.*art. 5.4 Besluit") as fout:
        begin(bekend, NA_HET_VENSTER, **NAAR_Z)
    assert velden(fout) == {"leerroute"}


def test_a_special_case_after_the_window_needs_reasons(bekend, begin):
    vraag = NAAR_Z | {"uitzondering": Uitzondering.BIJZONDER}
    with pytest.raises(WijzigingGeweigerd) as fout:
        begin(bekend, NA_HET_VENSTER, **vraag)
    assert velden(fout) == {"uitzondering_reden"}

    pip = begin(bekend, NA_HET_VENSTER, **vraag | {"uitzondering_reden": "lange tijd in het ziekenhuis"})
    assert pip.wijziging.uitzondering == "bijzonder"


def test_a_window_that_closes_while_the_concept_is_written_stops_the_decision(bekend, begin, cast):
    pip = begin(bekend, **NAAR_Z)
    pip = schrijf(pip, motivering="De Z-route past nu beter.", motivering_afwijking="Het leren gaat te langzaam.")

    with pytest.raises(PlanFout, match="Wisselen van leerroute kon tot en met 20 mei 2028"):
        bied_aan(pip=pip, door=cast.consulent, op=NA_HET_VENSTER)


def test_the_reasons_of_the_old_leerroute_are_not_those_of_the_new(bekend, begin, cast):
    with pytest.raises(PlanFout, match="De motivering is nog alleen standaardtekst of die van de vorige leerroute"):
        bied_aan(pip=begin(bekend, **NAAR_Z), door=cast.consulent, op=LATER)


def test_only_a_change_of_leerroute_changes_the_leerroute(bekend, begin, cast):
    pip = schrijf(begin(bekend, **HOOFDLIJN), leerroute="Z", motivering_afwijking="x")

    with pytest.raises(PlanFout, match=r"alleen met een wijziging van de leerroute \(art. 17 lid 2"):
        bied_aan(pip=pip, door=cast.consulent, op=LATER)


def test_going_down_to_a2_is_per_part_and_after_six_hundred_hours(bekend, begin):
    for vraag, veld, artikel in [
        ({"cursusuren": 599}, "cursusuren", "art. 5.5 Besluit"),
        ({"cursusuren": None}, "cursusuren", "600 cursusuren"),
        ({"a2_onderdelen": ()}, "a2_onderdelen", "ten minste één onderdeel"),
        ({"cursusuren_bron": ""}, "cursusuren_bron", "waar het aantal uren vandaan komt"),
        ({"cursusuren_op": date(2027, 3, 2)}, "cursusuren_op", "niet later dan vandaag"),
    ]:
        with pytest.raises(WijzigingGeweigerd, match=artikel) as fout:
            begin(bekend, **AFSCHALEN | vraag)
        assert velden(fout) == {veld}

    pip = begin(bekend, **AFSCHALEN)
    assert (pip.a2_onderdelen, pip.wijziging.cursusuren) == (["schrijven"], 640)


def test_going_down_to_a2_is_for_the_b1_route_only(bekend, begin):
    with pgtrigger.ignore("plan.Pip:tekst_staat_vast"):
        Pip.objects.filter(pk=bekend.pk).update(leerroute="Z", motivering_afwijking="x")
    bekend.refresh_from_db()

    with pytest.raises(WijzigingGeweigerd, match=r"art\. 17 lid 3 Wet inburgering 2021") as fout:
        begin(bekend, **AFSCHALEN)
    assert velden(fout) == {"soort"}


def test_the_database_refuses_a_change_without_what_the_law_asks(bekend, begin):
    rij = begin(bekend, **HOOFDLIJN).wijziging
    for naam, anders in [
        ("wijziging_met_reden", {"reden": ""}),
        ("wijziging_leerroute_met_grond", {"soort": "leerroute"}),
        ("wijziging_afschalen_met_uren", {"soort": "afschalen"}),
        ("wijziging_afschalen_met_uren", {"cursusuren": 700}),
        ("wijziging_met_vorige", {"vorige": None}),
        ("wijziging_bijzonder_met_redenen", {"soort": "leerroute", "grond": "meer", "uitzondering": "bijzonder"}),
    ]:
        with pytest.raises(IntegrityError, match=naam), transaction.atomic():
            Wijziging.objects.filter(pk=rij.pk).update(**anders)


def test_before_it_is_made_known_only_a_clerical_error_is_put_right(besloten, begin):
    with pytest.raises(PlanFout, match="Maak het PIP eerst bekend"):
        begin(besloten, **HOOFDLIJN)

    assert begin(besloten, soort=Wijzigingssoort.VERSCHRIJVING, reden="De school heet anders.").versie == 2


def test_there_is_one_concept_and_an_old_page_starts_no_other(bekend, begin, besluit):
    pip = begin(bekend, **HOOFDLIJN)
    with pytest.raises(PlanFout, match="Er is al een concept"):
        begin(bekend, **HOOFDLIJN)
    besluit(schrijf(pip, uren_per_week=16))

    with pytest.raises(PlanFout, match="nieuwere versie"):
        begin(bekend, **HOOFDLIJN)


def test_a_withdrawn_concept_leaves_the_pip_and_makes_room(bekend, begin, cast):
    trek_concept_in(pip=begin(bekend, **HOOFDLIJN), reden="toch niet", door=cast.consulent, op=LATER)

    assert begin(bekend, **HOOFDLIJN).versie == 2
    bekend.beschikking.refresh_from_db()
    assert bekend.beschikking.status == "bekendgemaakt"


def test_the_same_text_again_is_no_change(bekend, begin, cast):
    pip = begin(bekend, **HOOFDLIJN)
    assert (bekend.zienswijze, pip.zienswijze) == ("u wilt graag snel beginnen.", "")
    with pytest.raises(PlanFout, match=r"wat de inburgeraar van het plan vindt \(art. 4:8 Awb\)"):
        bied_aan(pip=pip, door=cast.consulent, op=LATER)

    pip = schrijf(pip, zienswijze=EENS)
    with pytest.raises(PlanFout, match="Er is nog niets veranderd"):
        bied_aan(pip=pip, door=cast.consulent, op=LATER)
