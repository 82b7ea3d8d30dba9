"""Laws that hold for every term and every date, and what the table of rules promises."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.bronnen import AWB, BESLUIT, Bron
from inburgering.recht.kalender import standaard_kalender
from inburgering.recht.regels import REGELS, Aard, OnbekendeTermijn, mag_verlengen, regel_op
from inburgering.recht.rekenen import Duur, Eenheid, Telwijze, r3
from inburgering.recht.uitkomst import OngeldigeDatum, StapSoort, bereken

KALENDER = standaard_kalender()
DAGEN = st.dates(date(1900, 1, 1), date(2200, 12, 31))
CODES = st.sampled_from(sorted(REGELS))


@given(CODES, DAGEN)
def test_the_last_day_is_never_before_the_raw_day_nor_before_the_start(code: str, start: date) -> None:
    uitkomst = bereken(code, start, KALENDER)
    assert start < uitkomst.ruwe_dag <= uitkomst.laatste_dag


@given(CODES, DAGEN, st.integers(0, 400))
def test_a_later_start_never_gives_an_earlier_end(code: str, start: date, later: int) -> None:
    latere_start = min(start + timedelta(days=later), date(2200, 12, 31))
    assert bereken(code, start, KALENDER).laatste_dag <= bereken(code, latere_start, KALENDER).laatste_dag


@given(CODES, DAGEN)
def test_a_term_under_the_termijnenwet_ends_on_an_ordinary_day_and_another_does_not_shift(
    code: str, start: date
) -> None:
    uitkomst = bereken(code, start, KALENDER)
    if uitkomst.regel.atw:
        assert KALENDER.naam(uitkomst.laatste_dag) is None
    else:
        assert uitkomst.laatste_dag == uitkomst.ruwe_dag
    verschoven = (uitkomst.laatste_dag - uitkomst.ruwe_dag).days
    assert len(uitkomst.overgeslagen) == verschoven


@given(CODES, DAGEN)
def test_the_steps_lead_without_a_gap_from_the_start_to_the_last_day(code: str, start: date) -> None:
    uitkomst = bereken(code, start, KALENDER)
    stappen = [stap for stap in uitkomst.stappen if stap.soort is not StapSoort.OVERSLAAN]
    assert stappen[0].van == start
    assert stappen[-1].naar == uitkomst.laatste_dag
    assert all(een.naar == twee.van for een, twee in pairwise(stappen))


def laatste_dag_door_stappen(begin: date, maanden: int) -> date:
    """Walk day by day until tomorrow is the day on which the same period would start anew."""
    doel = begin.year * 12 + begin.month + maanden
    dag = begin
    while True:
        morgen = dag + timedelta(days=1)
        maand = morgen.year * 12 + morgen.month
        if maand > doel or (maand == doel and morgen.day == begin.day):
            return dag
        dag = morgen


@given(DAGEN, st.sampled_from([1, 3, 6, 18, 36]))
def test_months_of_which_the_first_day_counts_agree_with_walking_day_by_day(begin: date, maanden: int) -> None:
    assert r3(begin, maanden).laatste_dag == laatste_dag_door_stappen(begin, maanden)


@pytest.mark.parametrize("start", [date(1899, 12, 31), date(2201, 1, 1)])
def test_a_date_that_makes_no_sense_is_refused_in_dutch(start: date) -> None:
    with pytest.raises(OngeldigeDatum, match="ligt buiten de jaren 1900 tot en met 2200"):
        bereken("PIP_10W", start, KALENDER)


def test_an_unknown_code_is_refused_in_dutch() -> None:
    with pytest.raises(OnbekendeTermijn, match="Onbekende termijn: 'PIP_11W'"):
        bereken("PIP_11W", date(2026, 1, 1), KALENDER)


def test_it_warns_when_the_shift_goes_into_a_year_without_kb_days() -> None:
    # Raw day Saturday 30 December 2028, legal day Tuesday 2 January 2029.
    uitkomst = bereken("PIP_DERDEN_2W", date(2028, 12, 16), KALENDER)
    assert uitkomst.laatste_dag == date(2029, 1, 2)
    assert uitkomst.waarschuwing is not None
    assert uitkomst.waarschuwing.startswith("De KB-dagen van 2029 zijn niet geladen")


def test_a_term_that_never_shifts_does_not_warn_about_kb_days() -> None:
    assert bereken("BEWAAR_50J", date(2026, 1, 1), KALENDER).waarschuwing is None


def test_it_warns_when_the_start_lies_outside_the_validity_of_the_rule() -> None:
    zin = bereken("PIP_10W_2022", date(2023, 2, 1), KALENDER).waarschuwing
    assert zin is not None
    assert "01-01-2022 tot en met 31-12-2022" in zin


@pytest.mark.parametrize(
    ("peildatum", "code"),
    [
        ("2022-01-01", "PIP_10W_2022"),
        ("2022-12-31", "PIP_10W_2022"),
        ("2023-01-01", "PIP_10W"),
        ("2040-01-01", "PIP_10W"),
    ],
)
def test_the_rule_version_follows_the_reference_date(peildatum: str, code: str) -> None:
    assert regel_op("PIP", date.fromisoformat(peildatum)).code == code


def test_before_the_act_there_is_no_rule_for_the_pip() -> None:
    with pytest.raises(OnbekendeTermijn, match="Op 2021-12-31 geldt er geen regel voor PIP"):
        regel_op("PIP", date(2021, 12, 31))


def test_only_information_of_third_parties_extends_the_ten_weeks() -> None:
    gronden = {grond for regel in REGELS.values() for grond in regel.verlengingen} | set(REGELS)
    for code in ("PIP_10W", "PIP_10W_2022"):
        assert {grond for grond in gronden if mag_verlengen(code, grond)} == {"PIP_DERDEN_2W"}
    assert not mag_verlengen("BEZWAAR_6W", "VERDAGING_AWB_7_10_LID_3")
    with pytest.raises(OnbekendeTermijn):
        mag_verlengen("BESTAAT_NIET", "PIP_DERDEN_2W")


@pytest.mark.parametrize("regel", REGELS.values(), ids=lambda regel: regel.code)
def test_every_rule_says_why_it_shifts_or_does_not(regel) -> None:
    assert regel.atw is (regel.telwijze is Telwijze.R1)
    assert bool(regel.geen_verschuiving) is not regel.atw
    assert regel.naam
    assert regel.startfeit
    assert regel.eigenaar
    assert regel.versie == regel.geldig_vanaf.isoformat()


def test_the_nature_of_a_term_says_whether_it_can_be_too_late() -> None:
    assert {code: REGELS[code].aard for code in ("PIP_10W", "BEZWAAR_6W", "ONTZORGEN_6M")} == {
        "PIP_10W": Aard.PLICHT,
        "BEZWAAR_6W": Aard.VENSTER,
        "ONTZORGEN_6M": Aard.PERIODE,
    }


def test_a_citation_reads_as_in_a_letter() -> None:
    assert Bron(BESLUIT, "5.3", "1").kort == "art. 5.3 lid 1 Besluit inburgering 2021"
    assert Bron(AWB, "6:7", "", "let op").volledig == "art. 6:7 Algemene wet bestuursrecht (let op)"
    assert Bron("Ketenafspraak").kort == "Ketenafspraak"


@pytest.mark.parametrize(
    ("duur", "tekst"),
    [
        (Duur(1, Eenheid.WEKEN), "1 week"),
        (Duur(10, Eenheid.WEKEN), "10 weken"),
        (Duur(1, Eenheid.MAANDEN), "1 maand"),
        (Duur(3, Eenheid.JAREN), "3 jaar"),
    ],
)
def test_a_length_reads_as_dutch(duur: Duur, tekst: str) -> None:
    assert str(duur) == tekst


def test_a_fixed_day_has_no_length() -> None:
    with pytest.raises(ValueError, match="geen lengte"):
        str(Duur(715, Eenheid.VASTE_DAG))
