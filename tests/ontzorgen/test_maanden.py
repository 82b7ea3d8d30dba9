from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontzorgen.maanden import Periode, dagen_in, dagen_van, laatste_dag, maanden_vanaf, periodezin, volgende_maand


@pytest.mark.parametrize(
    ("maand", "dagen"),
    [
        (date(2027, 2, 1), 28),
        (date(2028, 2, 1), 29),
        (date(2100, 2, 1), 28),
        (date(2026, 11, 1), 30),
        (date(2026, 12, 1), 31),
    ],
)
def test_a_month_has_its_own_number_of_days(maand: date, dagen: int) -> None:
    assert len(dagen_van(maand)) == laatste_dag(maand).day == dagen


def test_months_in_a_row_pass_the_new_year() -> None:
    assert maanden_vanaf(date(2026, 11, 30), 3) == (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))
    assert maanden_vanaf(date(2026, 11, 30), 0) == ()


@given(st.dates(date(2020, 1, 1), date(2110, 1, 1)))
def test_the_next_month_begins_the_day_after_the_last(dag: date) -> None:
    maand = dag.replace(day=1)
    assert volgende_maand(maand).toordinal() == laatste_dag(maand).toordinal() + 1


def test_a_day_in_two_periods_counts_once_and_the_ends_count() -> None:
    periodes = [Periode(date(2026, 10, 5), date(2026, 11, 2)), Periode(date(2026, 11, 2), date(2026, 11, 3))]
    assert [dag.day for dag in dagen_in(date(2026, 11, 1), periodes)] == [1, 2, 3]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="eindigt op 1 november 2026, vóór het begin"):
        Periode(date(2026, 11, 2), date(2026, 11, 1))


@pytest.mark.parametrize(
    ("vanaf", "tot_en_met", "zin"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), "november 2026"),
        (date(2026, 11, 1), date(2026, 11, 29), "1 tot en met 29 november 2026"),
        (date(2026, 11, 7), date(2026, 11, 7), "7 november 2026"),
        (date(2026, 11, 7), date(2026, 12, 7), "7 november 2026 tot en met 7 december 2026"),
    ],
)
def test_a_period_reads_as_dutch(vanaf: date, tot_en_met: date, zin: str) -> None:
    assert periodezin(vanaf, tot_en_met) == zin
