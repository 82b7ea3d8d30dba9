"""Results of the test in DUO's own words, apart from what is decided; and the Taalstart with its report."""

from datetime import date

import pytest
from django.db import IntegrityError, InternalError, transaction

from pip_plans.intake.enums import GeenToets, Toetsbron
from pip_plans.intake.models import BredeIntake, Leerbaarheidstoets, Toetsresultaat
from pip_plans.intake.services.afronding import rond_af_bij_verstek
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.taalstart import registreer_taalstart
from pip_plans.intake.services.toets import leg_geen_toets_vast, meld_toets_gemist, plan_toets
from pip_plans.intake.services.toetsresultaten import registreer_resultaat, trek_resultaat_in

from .conftest import OP, adres, mis_drie_oproepen, slaag

pytestmark = pytest.mark.usefixtures("op_de_dag")
LATER = date(2026, 11, 18)


def verbeter(intake, oud, **anders):
    gegevens = {"afgenomen_op": oud.afgenomen_op, "uitslag": oud.uitslag, "woorden": oud.woorden} | anders
    return registreer_resultaat(
        intake=intake, gegevens=gegevens, vervangt=oud, reden="DUO heeft de uitslag herzien", door=None, op=LATER
    )


def test_a_result_is_kept_as_duo_gave_it_with_its_source(intake):
    toets = slaag(
        intake,
        "niet_haalbaar",
        richting="z",
        woorden="B1-route niet haalbaar",
        code="NH",
        kenmerk="LBT-0042",
        bron=Toetsbron.BRIEF,
        ontvangen_op=OP,
    )

    rij = toets.resultaat
    assert (rij.woorden, rij.code, rij.kenmerk, rij.bron) == ("B1-route niet haalbaar", "NH", "LBT-0042", "brief")
    assert (toets.b1_haalbaar, rij.richting, toets.stand) == (False, "z", "B1 is niet haalbaar")


def test_a_test_is_planned_missed_planned_again_and_taken(intake):
    plan_toets(intake=intake, dag=OP, door=None, op=OP)
    meld_toets_gemist(intake=intake, door=None, op=OP)
    assert plan_toets(intake=intake, dag=date(2026, 10, 27), door=None, op=OP).stand == "gepland"

    toets = slaag(intake, dag=date(2026, 10, 27), op=date(2026, 10, 29))

    assert (toets.b1_haalbaar, toets.gemist_op) == (True, OP)
    with pytest.raises(IntakeFout, match="al afgehandeld"):
        plan_toets(intake=intake, dag=OP, door=None, op=OP)


def test_a_second_attempt_holds_and_the_first_stays(intake):
    eerste = slaag(intake, "niet_haalbaar").resultaat

    toets = slaag(intake, "haalbaar", dag=LATER)

    assert toets.b1_haalbaar is True
    assert list(intake.toetsresultaten.values_list("uitslag", flat=True)) == ["niet_haalbaar", "haalbaar"]
    assert eerste.geldt  # an attempt that counts, only not the last


def test_an_older_test_that_comes_in_late_does_not_win(intake):
    slaag(intake, "haalbaar", dag=LATER)

    assert slaag(intake, "niet_haalbaar", dag=OP, op=LATER).b1_haalbaar is True


def test_a_correction_names_what_it_corrects_and_why(intake):
    fout = slaag(intake, "niet_haalbaar", woorden="niet haalbaar").resultaat

    toets = verbeter(intake, fout, uitslag="haalbaar")

    assert (toets.b1_haalbaar, toets.resultaat.vervangt) == (True, fout)
    assert not Toetsresultaat.objects.get(pk=fout.pk).geldt
    with pytest.raises(IntakeFout, match="al verbeterd"):
        verbeter(intake, fout, uitslag="haalbaar", woorden="nog eens")
    with pytest.raises(IntakeFout, match="waarom u de uitslag verbetert"):
        registreer_resultaat(
            intake=intake,
            gegevens={"afgenomen_op": OP, "uitslag": "niet_haalbaar"},
            vervangt=toets.resultaat,
            door=None,
            op=LATER,
        )


def test_a_result_of_somebody_else_is_withdrawn_and_the_test_is_open_again(intake):
    rij = slaag(intake).resultaat
    with pytest.raises(IntakeFout, match="waarom deze uitslag niet geldt"):
        trek_resultaat_in(intake=intake, resultaat=rij, reden=" ", door=None, op=LATER)

    toets = trek_resultaat_in(intake=intake, resultaat=rij, reden="van iemand anders", door=None, op=LATER)

    assert (toets.is_klaar, toets.stand) == (False, "nog te plannen")
    assert intake.toetsresultaten.get().ingetrokken_reden == "van iemand anders"


def test_the_same_result_twice_is_one(intake):
    assert slaag(intake, woorden="haalbaar").resultaat == slaag(intake, woorden="haalbaar").resultaat
    assert intake.dossier.gebeurtenissen.filter(soort="INTAKE_TOETS_UITSLAG").count() == 1


@pytest.mark.parametrize(
    ("gegevens", "veld", "melding"),
    [
        ({"afgenomen_op": LATER}, "afgenomen_op", "in de toekomst"),
        ({"afgenomen_op": OP, "ontvangen_op": date(2026, 10, 19)}, "ontvangen_op", "niet binnenkomen vóór"),
        ({"afgenomen_op": OP, "ontvangen_op": LATER}, "ontvangen_op", "in de toekomst"),
    ],
)
def test_dates_of_a_result_that_do_not_fit_are_refused_at_their_field(intake, gegevens, veld, melding):
    with pytest.raises(IntakeFout, match=melding) as fout:
        registreer_resultaat(intake=intake, gegevens={"uitslag": "haalbaar"} | gegevens, door=None, op=OP)

    assert fout.value.veld == veld


def test_a_result_after_completion_in_absence_takes_the_place_of_the_reason(intake):
    mis_drie_oproepen(intake)
    rond_af_bij_verstek(intake=intake, door=None, op=date(2026, 10, 23))

    toets = slaag(intake, dag=LATER)

    assert (toets.b1_haalbaar, toets.geen_reden) == (True, "")
    assert BredeIntake.objects.get(pk=intake.pk).is_afgerond


def test_a_reason_for_no_test_gives_way_to_a_result(intake):
    slaag(intake)

    with pytest.raises(IntakeFout, match="gaat voor"):
        leg_geen_toets_vast(intake=intake, reden=GeenToets.VERHUIZING, door=None, op=OP)


def test_the_database_keeps_a_result_as_it_was(intake):
    toets = slaag(intake)

    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Toetsresultaat.objects.update(uitslag="niet_haalbaar")
    with pytest.raises(IntegrityError, match="toets_een_uitkomst"), transaction.atomic():
        Leerbaarheidstoets.objects.filter(pk=toets.pk).update(geen_reden=GeenToets.VERHUIZING)


def test_the_page_shows_every_result_and_why_it_no_longer_counts(intake, cast, inloggen):
    verbeter(intake, slaag(intake, "niet_haalbaar", woorden="score 29").resultaat, uitslag="haalbaar")

    tekst = inloggen(cast.consulent).get(adres(intake.dossier, "toets")).content.decode()

    assert "score 29" in tekst
    assert "DUO heeft de uitslag herzien" in tekst


def test_a_result_is_corrected_on_its_own_page(intake, cast, inloggen):
    oud = slaag(intake, "niet_haalbaar").resultaat
    client, pagina = inloggen(cast.consulent), adres(intake.dossier, "toetsuitslag_verbeteren", pk=oud.pk)
    velden = {"afgenomen_op": "20-10-2026", "ontvangen_op": "18-11-2026", "uitslag": "haalbaar", "bron": "portaal"}

    zonder = client.post(pagina, velden)
    client.post(pagina, velden | {"reden": "herzien"})

    assert (zonder.status_code, "Waarom verbetert u" in zonder.content.decode()) == (422, True)
    assert BredeIntake.objects.met_alles().get(pk=intake.pk).toets.b1_haalbaar is True


def test_the_report_of_the_taalstart_speaks_per_route(intake):
    les = {"aanbieder": "Danner & Danner", "start": date(2026, 10, 2), "eind": None, "advies_b1": "past"}
    with pytest.raises(IntakeFout, match="datum van het adviesrapport") as fout:
        registreer_taalstart(intake=intake, gegevens=les, door=None, op=OP)
    assert fout.value.veld == "rapport_op"

    rij = registreer_taalstart(intake=intake, gegevens=les | {"rapport_op": OP}, door=None, op=OP)

    assert rij.per_route == [("B1-route", "past")]
    registreer_taalstart(intake=intake, gegevens=les | {"rapport_op": OP}, door=None, op=OP)
    assert intake.dossier.gebeurtenissen.filter(soort="INTAKE_TAALSTART").count() == 1


def test_a_taalstart_does_not_end_before_it_begins(intake):
    les = {"start": OP, "eind": date(2026, 10, 1)}
    with pytest.raises(IntakeFout, match="eindigt niet vóór") as fout:
        registreer_taalstart(intake=intake, gegevens=les, door=None, op=OP)

    assert fout.value.veld == "eind"
