import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.geld import euro, verdeel


@given(st.integers(0, 10**9), st.integers(1, 60))
def test_the_parts_add_up_and_only_the_last_differs(cents: int, delen: int) -> None:
    verdeling = verdeel(cents, delen)
    assert sum(verdeling) == cents
    assert len(verdeling) == delen
    assert set(verdeling[:-1]) <= {cents // delen}
    assert 0 <= verdeling[-1] - cents // delen < delen


def test_the_remainder_is_in_the_last_part() -> None:
    assert verdeel(1000, 3) == (333, 333, 334)


@pytest.mark.parametrize(("cents", "delen"), [(100, 0), (-1, 2)])
def test_what_cannot_be_divided_is_refused(cents: int, delen: int) -> None:
    with pytest.raises(ValueError, match="verde"):
        verdeel(cents, delen)


@pytest.mark.parametrize(
    ("cents", "tekst"), [(123456, "€ 1.234,56"), (5, "€ 0,05"), (-25000, "−€ 250,00"), (240000000, "€ 2.400.000,00")]
)
def test_an_amount_reads_as_dutch(cents: int, tekst: str) -> None:
    assert euro(cents).replace("\N{NO-BREAK SPACE}", " ") == tekst
