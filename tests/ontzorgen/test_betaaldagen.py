"""The days on which banks pay, checked against a second opinion and against the days of the law."""

import calendar
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.kalender import standaard_kalender
from ontzorgen.betaaldagen import betaaldag_op_of_voor, is_betaaldag, laatste_aanleverdag, sluitingsdag

DAGEN = st.dates(date(2002, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("jaar", range(2022, 2036))
def test_every_year_agrees_with_the_calendar_of_the_holidays_package(jaar: int) -> None:
    tweede_mening = holidays.financial_holidays("ECB", years=jaar)
    dagen = [date(jaar, 1, 1) + timedelta(days=n) for n in range(365 + calendar.isleap(jaar))]
    gesloten = {dag for dag in dagen if dag.isoweekday() > 5 or dag in tweede_mening}
    assert {dag for dag in dagen if not is_betaaldag(dag)} == gesloten


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2026, 5, 1), "Dag van de Arbeid"),
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 6), "Tweede Paasdag"),
        (date(2026, 11, 28), "zaterdag"),
        (date(2026, 4, 27), None),
        (date(2026, 5, 14), None),
    ],
)
def test_a_closing_day_says_its_name_and_koningsdag_and_hemelvaart_are_none(dag: date, naam: str | None) -> None:
    assert sluitingsdag(dag) == naam


def test_the_banks_and_the_law_keep_other_days() -> None:
    wet = standaard_kalender()
    een_mei, koningsdag = date(2026, 5, 1), date(2026, 4, 27)
    assert wet.naam(een_mei) is None
    assert not is_betaaldag(een_mei)
    assert wet.naam(koningsdag) == "Koningsdag"
    assert is_betaaldag(koningsdag)


@given(DAGEN)
def test_the_day_on_or_before_is_the_nearest_payment_day_that_is_not_later(dag: date) -> None:
    gevonden = betaaldag_op_of_voor(dag)
    assert is_betaaldag(gevonden)
    assert not [n for n in range((dag - gevonden).days) if is_betaaldag(dag - timedelta(days=n))]


@given(DAGEN.filter(is_betaaldag), st.integers(0, 10))
def test_between_delivery_and_execution_lie_exactly_the_lead_days(uitvoerdag: date, vooraf: int) -> None:
    aanleverdag = laatste_aanleverdag(uitvoerdag, vooraf)
    assert is_betaaldag(aanleverdag)
    tussen = [aanleverdag + timedelta(days=n) for n in range((uitvoerdag - aanleverdag).days)]
    assert len([dag for dag in tussen if is_betaaldag(dag)]) == vooraf


def test_lead_days_go_around_easter() -> None:
    assert laatste_aanleverdag(date(2026, 4, 7), 1) == date(2026, 4, 2)


def test_a_day_on_which_nothing_is_paid_has_no_day_of_delivery() -> None:
    with pytest.raises(ValueError, match=r"Op 25-12-2026 voeren banken geen betalingen uit \(Eerste Kerstdag\)"):
        laatste_aanleverdag(date(2026, 12, 25), 1)
    with pytest.raises(ValueError, match="niet negatief"):
        laatste_aanleverdag(date(2026, 12, 24), -1)
