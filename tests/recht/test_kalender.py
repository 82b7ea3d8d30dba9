"""The calendar, checked against a second opinion that shares no code with ours."""

import warnings
from datetime import date, timedelta

import holidays
import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.kalender import (
    KB_DAGEN,
    Kalender,
    eerste_paasdag,
    feestdagen,
    koningsdag,
    standaard_kalender,
)

KALENDER = standaard_kalender()
DAGEN = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def dagen_van(jaar: int) -> list[date]:
    eerste = date(jaar, 1, 1)
    return [eerste + timedelta(days=n) for n in range((date(jaar + 1, 1, 1) - eerste).days)]


@pytest.mark.parametrize("jaar", range(2022, 2029))
def test_every_year_with_kb_days_agrees_with_the_holidays_package(jaar: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        tweede_mening = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"))
    kb = {kb.datum for kb in KB_DAGEN}
    verwacht = {d for d in dagen_van(jaar) if d.isoweekday() > 5 or d in tweede_mening or d in kb}
    assert {d for d in dagen_van(jaar) if KALENDER.naam(d)} == verwacht


def test_easter_is_right_for_three_centuries() -> None:
    assert [eerste_paasdag(jaar) for jaar in range(1900, 2260)] == [easter(jaar) for jaar in range(1900, 2260)]


@pytest.mark.parametrize(("jaar", "dag"), [(2024, 27), (2025, 26), (2026, 27), (2031, 26)])
def test_koningsdag_moves_to_saturday_when_the_27th_is_a_sunday(jaar: int, dag: int) -> None:
    assert koningsdag(jaar) == date(jaar, 4, dag)


def test_days_carry_the_names_people_know() -> None:
    namen = {date(2026, 4, 3): "Goede Vrijdag", date(2026, 5, 5): "5 mei", date(2026, 5, 15): "KB-dag",
             date(2025, 4, 26): "zaterdag", date(2026, 4, 27): "Koningsdag", date(2026, 4, 28): None}  # fmt: skip
    assert {dag: KALENDER.naam(dag) for dag in namen} == namen
    assert len(feestdagen(2026)) == 9


def test_a_kb_day_says_which_day_it_is() -> None:
    dag = KALENDER.bijzondere_dag(date(2026, 5, 15))
    assert dag is not None
    assert (dag.naam, dag.toelichting) == ("KB-dag", "vrijdag na Hemelvaartsdag")


def test_a_kb_day_that_is_not_given_is_an_ordinary_day() -> None:
    leeg = Kalender({}, geladen_tot=2028, geladen_van=2022)
    assert leeg.eerstvolgende_gewone_dag(date(2026, 5, 15)) == (date(2026, 5, 15), ())


def test_the_calendar_is_a_value_that_does_not_follow_the_mapping_it_was_made_of() -> None:
    dagen = {date(2026, 5, 15): ("dag", "bron")}
    kalender = Kalender(dagen, geladen_tot=2026, geladen_van=2026)
    dagen.clear()
    assert kalender.naam(date(2026, 5, 15)) == "KB-dag"
    with pytest.raises(TypeError):
        kalender.kb_dagen[date(2026, 5, 18)] = ("x", "y")  # type: ignore[index]


@pytest.mark.parametrize(("jaar", "waarschuwt"), [(2021, True), (2022, False), (2028, False), (2029, True)])
def test_it_warns_outside_the_years_that_are_loaded(jaar: int, waarschuwt: bool) -> None:
    zin = KALENDER.waarschuwing(date(jaar, 6, 1))
    assert (zin is not None) is waarschuwt
    assert zin is None or zin.startswith(f"De KB-dagen van {jaar} zijn niet geladen")


def test_the_first_year_may_not_come_after_the_last() -> None:
    with pytest.raises(ValueError, match="eerste geladen jaar"):
        Kalender({}, geladen_tot=2021, geladen_van=2022)


@given(DAGEN)
def test_the_next_ordinary_day_is_ordinary_and_everything_before_it_was_skipped(dag: date) -> None:
    gewoon, overgeslagen = KALENDER.eerstvolgende_gewone_dag(dag)
    assert KALENDER.naam(gewoon) is None
    assert [d.datum for d in overgeslagen] == [dag + timedelta(days=n) for n in range((gewoon - dag).days)]
