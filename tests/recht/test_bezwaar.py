"""From the bekendmaking to beroep: when the college must decide, what moves that day, and what being late costs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.bezwaar_termijn import beoordeel_tijdigheid
from inburgering.recht.dwangsom import Tranche, eerste_dwangsomdag, laatste_dwangsomdag, verbeurd
from inburgering.recht.feiten import FeitSoort as F
from inburgering.recht.feiten import OngeldigFeit
from inburgering.recht.regels import Aard
from inburgering.recht.verplichtingen import TermijnSoort as T
from tests.recht.dossiers import KALENDER, dossier, een, feit, leid_af, reden

# The bezwaartermijn ends on Monday 5 January 2026 (Christmas, New Year and a KB-dag), so six weeks end on 16 February.
BEKEND = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2025-11-20", beschikking="B-1", soort="PIP")
ONTVANGEN = feit(F.BEZWAAR_ONTVANGEN, "2025-12-01", beschikking="B-1", bezwaar="Z-1")
COMMISSIE = feit(F.BEZWAAR_ONTVANGEN, "2025-12-01", beschikking="B-1", bezwaar="Z-1", commissie=True)
ZES_WEKEN = date(2026, 2, 16)


def verzuim(dag: str, tot: str):
    return feit(F.BEZWAAR_VERZUIM_GEMELD, dag, bezwaar="Z-1", tot=tot)


def hersteld(dag: str):
    return feit(F.BEZWAAR_VERZUIM_HERSTELD, dag, bezwaar="Z-1")


def verdaagd(dag: str, **gegevens: object):
    return feit(F.BEZWAAR_VERDAAGD, dag, bezwaar="Z-1", **gegevens)


def uitstel(dag: str, tot: str, grond: str = "b"):
    return feit(F.BEZWAAR_UITSTEL, dag, bezwaar="Z-1", tot=tot, grond=grond)


def test_further_uitstel_moves_the_last_day_to_the_day_that_was_named_and_says_on_which_ground():
    term = besluit(
        verdaagd("2026-02-02", weken=6), uitstel("2026-03-16", "2026-05-02"), uitstel("2026-04-20", "2026-06-06", "a")
    )
    assert (term.ruwe_dag, term.laatste_dag) == (date(2026, 6, 6), date(2026, 6, 6))  # a Saturday that was agreed stays
    assert term.uitleg[-2:] == (
        "Op 16 maart 2026 is de beslissing verder uitgesteld tot en met zaterdag 2 mei 2026, omdat de indiener daarmee "
        "instemt en anderen daardoor niet worden geschaad (art. 7:10 lid 4 onder b Awb).",
        "Op 20 april 2026 is de beslissing verder uitgesteld tot en met zaterdag 6 juni 2026, omdat alle "
        "belanghebbenden daarmee instemmen (art. 7:10 lid 4 onder a Awb).",
    )


def test_uitstel_after_the_last_day_or_to_an_earlier_one_changes_nothing():
    assert besluit(uitstel("2026-02-17", "2026-04-01")).laatste_dag == ZES_WEKEN
    assert besluit(uitstel("2026-02-02", "2026-02-16")).laatste_dag == ZES_WEKEN


def test_uitstel_without_its_day_or_ground_is_no_fact():
    with pytest.raises(OngeldigFeit, match="'grond' a, b of c"):
        besluit(uitstel("2026-02-02", "2026-04-01", "x"))


def besluit(*feiten):
    return een(dossier(BEKEND, ONTVANGEN, *feiten), T.BESLIS_BEZWAAR)


def test_the_duty_counts_from_the_last_day_of_the_bezwaartermijn_and_not_from_receipt():
    term = besluit()
    assert (term.code, term.aanleiding, term.aard) == ("BESLIS_BEZWAAR_6W", "Z-1", Aard.PLICHT)
    assert (term.start, term.ruwe_dag, term.laatste_dag) == (date(2026, 1, 5), ZES_WEKEN, ZES_WEKEN)
    assert term.uitleg[0] == (
        "Bezwaar Z-1 tegen de beschikking B-1 is ontvangen op 1 december 2025. De beslistermijn telt niet vanaf die "
        "dag, maar vanaf het einde van de bezwaartermijn: maandag 5 januari 2026."
    )


def test_with_a_commission_it_is_twelve_weeks_that_still_shift():
    term = een(dossier(BEKEND, COMMISSIE), T.BESLIS_BEZWAAR)
    assert (term.code, term.ruwe_dag) == ("BESLIS_BEZWAAR_12W", date(2026, 3, 30))
    bekend = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2026-01-08", beschikking="B-1")
    hemelvaart = een(dossier(bekend, COMMISSIE), T.BESLIS_BEZWAAR)
    assert (hemelvaart.ruwe_dag, hemelvaart.laatste_dag) == (date(2026, 5, 14), date(2026, 5, 18))


@pytest.mark.parametrize(
    ("ontvangen", "laatste"),
    [(ONTVANGEN, date(2026, 3, 30)), (COMMISSIE, date(2026, 5, 11))],
    ids=["6 + 6 weeks", "12 + 6 weeks"],
)
def test_verdaging_adds_six_weeks_at_most(ontvangen, laatste):
    for weken in ({}, {"weken": 6}, {"weken": 9}):
        term = een(dossier(BEKEND, ontvangen, verdaagd("2026-02-10", **weken)), T.BESLIS_BEZWAAR)
        assert term.laatste_dag == laatste
    assert "met 6 weken verdaagd (art. 7:10 lid 3 Awb)" in term.uitleg[-1]


def test_beyond_twelve_weeks_the_day_is_not_shifted():
    bekend = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2026-01-08", beschikking="B-1")
    term = een(dossier(bekend, COMMISSIE, verdaagd("2026-04-01", weken=2)), T.BESLIS_BEZWAAR)
    assert (term.ruwe_dag, term.laatste_dag) == (date(2026, 5, 28), date(2026, 5, 28))
    assert term.uitleg[-1].endswith("schuift de laatste dag niet (art. 4 Atw).")


def test_a_verdaging_after_the_last_day_moves_nothing_and_says_so():
    term = besluit(verdaagd("2026-02-17"))
    assert term.laatste_dag == ZES_WEKEN
    assert "na de laatste dag en verlengt de termijn niet meer" in term.uitleg[-1]


@pytest.mark.parametrize(
    ("feiten", "dagen"),
    [
        ([verzuim("2026-01-12", "2026-01-26")], 14),
        ([verzuim("2026-01-12", "2026-01-26"), hersteld("2026-01-20")], 7),
        ([verzuim("2026-01-12", "2026-01-26"), hersteld("2026-01-13")], 0),
        ([verzuim("2026-01-12", "2026-01-26"), hersteld("2026-02-02")], 14),
        ([verzuim("2025-12-29", "2026-01-09")], 4),
        ([verzuim("2025-12-08", "2025-12-22")], 0),
    ],
    ids=["unused", "mended", "next day", "mended too late", "overlaps the start", "before the start"],
)
def test_the_clock_stands_still_while_a_verzuim_can_be_mended(feiten, dagen):
    term = besluit(*feiten)
    assert term.ruwe_dag == ZES_WEKEN + timedelta(days=dagen)
    assert term.voorlopig is (len(feiten) == 1)


def test_opschorting_and_verdaging_add_up():
    term = besluit(verzuim("2026-01-12", "2026-01-26"), hersteld("2026-01-20"), verdaagd("2026-02-18", weken=6))
    assert term.ruwe_dag == ZES_WEKEN + timedelta(days=7 + 42)


def test_a_decision_meets_the_duty_and_a_withdrawal_ends_it():
    beslist = feit(F.BESLISSING_OP_BEZWAAR, "2026-02-02", bezwaar="Z-1", beslissing="BOB-1")
    ingetrokken = feit(F.BEZWAAR_INGETROKKEN, "2026-01-15", bezwaar="Z-1")
    assert besluit(beslist).gehaald_op == date(2026, 2, 2)
    weg = besluit(ingetrokken)
    assert (weg.gehaald_op, weg.vervallen_reden) == (None, "Het bezwaar is ingetrokken op 15 januari 2026.")


def test_two_bezwaren_have_two_duties_and_departure_ends_neither():
    ander = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2026-01-08", beschikking="B-2")
    tweede = feit(F.BEZWAAR_ONTVANGEN, "2026-01-20", beschikking="B-2", bezwaar="Z-2")
    feiten = dossier(BEKEND, ONTVANGEN, ander, tweede, verdaagd("2026-02-10"), feit(F.VERTREK, "2026-01-21"))
    termen = {v.aanleiding: v for v in leid_af(feiten) if v.soort is T.BESLIS_BEZWAAR}
    assert termen["Z-1"].laatste_dag == date(2026, 3, 30)
    assert termen["Z-2"].laatste_dag == date(2026, 4, 2)
    assert not any(v.vervallen_reden for v in termen.values())


def test_the_decision_on_bezwaar_opens_beroep_and_no_second_bezwaar():
    beslist = feit(F.BESLISSING_OP_BEZWAAR, "2026-02-02", bezwaar="Z-1", beslissing="BOB-1")
    feiten = dossier(BEKEND, ONTVANGEN, beslist)
    assert reden(feiten, T.BEROEP) == "De beroepstermijn begint als de beslissing op bezwaar is bekendgemaakt."
    bekend = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2026-02-04", beschikking="BOB-1")
    beroep = feit(F.BEROEP_INGESTELD, "2026-03-01", beslissing="BOB-1")
    feiten = dossier(BEKEND, ONTVANGEN, beslist, bekend, beroep)
    term = een(feiten, T.BEROEP)
    assert (term.aanleiding, term.aard, term.laatste_dag) == ("BOB-1", Aard.VENSTER, date(2026, 3, 18))
    assert term.uitleg[1] == "Op 1 maart 2026 is beroep ingesteld."
    assert [v.aanleiding for v in leid_af(feiten) if v.soort is T.BEZWAAR] == ["B-1"]


def test_an_ingebrekestelling_after_the_last_day_gives_two_weeks_without_a_dwangsom():
    brief = feit(F.INGEBREKESTELLING, "2026-02-17", bezwaar="Z-1")
    term = een(dossier(BEKEND, ONTVANGEN, brief), T.DWANGSOM)
    assert (term.aanleiding, term.laatste_dag, term.gehaald_op) == ("Z-1", date(2026, 3, 3), None)
    assert "van woensdag 4 maart 2026 tot en met uiterlijk dinsdag 14 april 2026" in term.uitleg[1]
    beslist = feit(F.BESLISSING_OP_BEZWAAR, "2026-02-27", bezwaar="Z-1", beslissing="BOB-1")
    bekend = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2026-03-02", beschikking="BOB-1")
    assert een(dossier(BEKEND, ONTVANGEN, brief, beslist, bekend), T.DWANGSOM).gehaald_op == date(2026, 3, 2)


def test_an_ingebrekestelling_that_comes_too_early_has_no_effect():
    vroeg = feit(F.INGEBREKESTELLING, "2026-02-16", bezwaar="Z-1")
    zin = (
        "De ingebrekestelling van 16 februari 2026 kwam voor het einde van de beslistermijn (maandag 16 februari 2026)"
    )
    assert reden(dossier(BEKEND, ONTVANGEN, vroeg), T.DWANGSOM).startswith(zin)


def test_the_dwangsom_is_counted_in_tranches_and_stops_after_42_days():
    tarief = [Tranche(14, 2300), Tranche(14, 3500), Tranche(14, 4500)]
    assert [verbeurd(dagen=dagen, tarief=tarief) for dagen in (-1, 0, 1, 14, 15, 42, 60)] == [
        0, 0, 2300, 32200, 35700, 144200, 144200,
    ]  # fmt: skip
    eerste, laatste = eerste_dwangsomdag(date(2026, 2, 17)), laatste_dwangsomdag(date(2026, 2, 17))
    assert (laatste - eerste).days + 1 == 42


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "op_tijd"),
    [
        ("2026-01-05", None, True),
        ("2026-01-06", None, False),
        ("2026-01-12", "2026-01-05", True),
        ("2026-01-12", "2026-01-06", False),
        ("2026-01-13", "2026-01-02", False),
    ],
    ids=["last day", "a day late", "posted in time", "posted late", "more than a week late"],
)
def test_in_time_is_received_before_the_end_or_posted_before_and_received_within_a_week(ontvangen, gepost, op_tijd):
    oordeel = beoordeel_tijdigheid(
        bekendgemaakt_op=date(2025, 11, 20),
        ontvangen_op=date.fromisoformat(ontvangen),
        gepost_op=date.fromisoformat(gepost) if gepost else None,
        kalender=KALENDER,
    )
    assert oordeel.op_tijd is op_tijd
    assert "maandag 5 januari 2026" in oordeel.zin


def test_weeks_that_are_no_number_are_an_error_and_no_wrong_date():
    with pytest.raises(OngeldigFeit, match="'zes' bij 'weken' is geen aantal"):
        besluit(verdaagd("2026-02-10", weken="zes"))


DAGEN = st.dates(date(2026, 1, 1), date(2026, 6, 30))


@given(DAGEN, DAGEN, DAGEN, DAGEN, st.integers(1, 6), st.booleans())
def test_no_lawful_extension_moves_the_last_day_forward(bekend, gemeld, tot, dag, weken, commissie):
    basis = [
        feit(F.BESCHIKKING_BEKENDGEMAAKT, bekend.isoformat(), beschikking="B-1"),
        feit(F.BEZWAAR_ONTVANGEN, bekend.isoformat(), beschikking="B-1", bezwaar="Z-1", commissie=commissie),
    ]
    meer = [verzuim(gemeld.isoformat(), tot.isoformat()), verdaagd(dag.isoformat(), weken=weken)]
    kort, lang = (een(dossier(*rij), T.BESLIS_BEZWAAR) for rij in (basis, basis + meer))
    assert kort.laatste_dag <= lang.laatste_dag
    assert lang.ruwe_dag <= lang.laatste_dag
    assert lang.ruwe_dag - kort.ruwe_dag <= timedelta(weeks=weken) + max(tot - gemeld, timedelta(0))


def test_the_bezwaartermijn_of_what_was_herroepen_lapses_and_that_of_the_others_stays():
    ander = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2025-11-24", beschikking="B-2")
    herroepen = feit(F.BESCHIKKING_HERROEPEN, "2025-12-10", beschikking="B-1", beslissing="BOB-1")
    feiten = dossier(BEKEND, ander, ONTVANGEN, herroepen)

    per = {v.aanleiding: v for v in leid_af(feiten) if v.soort is T.BEZWAAR}
    assert per["B-2"].vervallen_reden == ""
    assert per["B-1"].vervallen_reden == (
        "Beschikking B-1 is op 10 december 2025 herroepen met beslissing BOB-1. Zij geldt niet meer."
    )
    assert herroepen.id in per["B-1"].feit_ids
