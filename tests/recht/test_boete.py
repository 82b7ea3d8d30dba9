"""The fines of the college, one table per rule: art. 22 and 23 Wi 2021 and art. 7.1 Bi 2021."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.boete import (
    PLAFOND,
    PLAFOND_DUO,
    Berekening,
    Boeteartikel,
    Duotermijn,
    EerdereBoete,
    Verwijtbaarheid,
    bereken_boete,
    bevoegd_tot,
    nieuwe_termijn_tot,
    recidive_vanaf,
)

GEZIEN = date(2026, 11, 10)
A22, A23 = Boeteartikel.ARTIKEL_22, Boeteartikel.ARTIKEL_23
NORMAAL = Verwijtbaarheid.NORMAAL


def eerder(op: date, bedrag: int = 50_00, artikel: Boeteartikel = A23, *, vast: bool = True) -> EerdereBoete:
    return EerdereBoete(f"BOE-{op:%Y-%m%d}", artikel, op, bedrag, vast)


def bereken(
    *eerdere: EerdereBoete,
    artikel: Boeteartikel = A23,
    schuld: Verwijtbaarheid = Verwijtbaarheid.OPZET,
    duo: Duotermijn | None = None,
) -> Berekening:
    return bereken_boete(
        artikel=artikel, verwijtbaarheid=schuld, geconstateerd_op=GEZIEN, eerdere=eerdere, duotermijn=duo
    )


def maanden(aantal: int) -> list[EerdereBoete]:
    """So many fines of art. 23, one a month, the last a month before the constatering."""
    return [eerder(date(2026, 11 - i, 1)) for i in range(1, aantal + 1)]


@pytest.mark.parametrize("schuld", [schuld for schuld in Verwijtbaarheid if schuld is not Verwijtbaarheid.GEEN])
@pytest.mark.parametrize("keer", [0, 1, 3])
def test_art_22_wi_is_250_euro_whatever_the_blame_and_however_often(schuld: Verwijtbaarheid, keer: int) -> None:
    eerdere = [eerder(date(2026, 1 + i, 1), 250_00, A22) for i in range(keer)]
    assert bereken(*eerdere, artikel=A22, schuld=schuld).bedrag == 250_00


@pytest.mark.parametrize(
    ("besluit", "tot"),
    [
        (date(2024, 12, 31), date(2025, 2, 28)),
        (date(2023, 12, 31), date(2024, 2, 29)),
        (date(2025, 2, 26), date(2025, 4, 26)),
    ],
)
def test_art_22_lid_2_wi_gives_a_new_term_of_two_months_at_most(besluit: date, tot: date) -> None:
    assert nieuwe_termijn_tot(besluit) == tot


@pytest.mark.parametrize(
    ("keer", "bedrag"), [(0, 50_00), (1, 100_00), (2, 200_00), (3, 400_00), (4, 800_00), (5, 800_00)]
)
def test_art_7_1_bi_doubles_50_euro_with_each_repetition_up_to_800(keer: int, bedrag: int) -> None:
    assert bereken(*maanden(keer)).regels[0].bedrag == bedrag


@pytest.mark.parametrize(
    ("boete", "bedrag"),
    [
        (eerder(date(2025, 11, 10)), 100_00),
        (eerder(date(2025, 11, 9)), 50_00),
        (eerder(date(2026, 11, 10)), 50_00),
        (eerder(date(2026, 10, 1), vast=False), 50_00),
        (eerder(date(2026, 10, 1), 250_00, A22), 50_00),
    ],
    ids=["twelve months ago", "a day more", "the same day", "still open to bezwaar", "of article 22"],
)
def test_art_7_1_bi_counts_only_final_fines_of_art_23_in_the_twelve_months_before(
    boete: EerdereBoete, bedrag: int
) -> None:
    assert bereken(boete).regels[0].bedrag == bedrag


def test_the_window_of_twelve_months_ends_on_the_last_day_of_a_short_month() -> None:
    assert recidive_vanaf(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("schuld", "eerste", "derde"),
    [
        ("opzet", 50_00, 200_00),
        ("grove_schuld", 37_50, 150_00),
        ("normaal", 25_00, 100_00),
        ("verminderd", 12_50, 50_00),
    ],
)
def test_art_7_1_lid_4_bi_takes_100_75_50_or_25_per_cent_of_art_23(schuld: str, eerste: int, derde: int) -> None:
    assert bereken(schuld=Verwijtbaarheid(schuld)).bedrag == eerste
    assert bereken(*maanden(2), schuld=Verwijtbaarheid(schuld)).bedrag == derde


@pytest.mark.parametrize("artikel", Boeteartikel)
def test_art_5_41_awb_gives_no_fine_without_blame(artikel: Boeteartikel) -> None:
    som = bereken(artikel=artikel, schuld=Verwijtbaarheid.GEEN)
    assert (som.bedrag, som.regels) == (0, ())
    assert "art. 5:41 Algemene wet bestuursrecht" in som.geen_boete


@pytest.mark.parametrize(("al", "bedrag"), [(2_150_00, 250_00), (2_200_00, 200_00), (2_400_00, 0)])
def test_art_7_1_bi_holds_both_articles_together_under_2400_euro(al: int, bedrag: int) -> None:
    eerdere = [eerder(date(2024, 1, 1), al - 250_00), eerder(date(2024, 2, 1), 250_00, A22)]
    som = bereken(*eerdere, artikel=A22)
    assert som.bedrag == bedrag
    assert bool(som.geen_boete) == (bedrag == 0)


@pytest.mark.parametrize(("lengte", "plafond"), [(6, 400_00), (12, 800_00), (18, 1_200_00), (24, 1_600_00)])
def test_art_7_1_bi_has_a_lower_ceiling_in_a_new_term_of_duo(lengte: int, plafond: int) -> None:
    duo = Duotermijn(lengte, date(2026, 8, 1))
    binnen, ervoor = eerder(date(2026, 9, 1), plafond - 100_00), eerder(date(2026, 7, 31), 1_000_00)
    assert bereken(binnen, ervoor, artikel=A22, duo=duo).bedrag == 100_00


def test_a_new_term_of_duo_has_one_of_four_lengths() -> None:
    with pytest.raises(ValueError, match="6, 12, 18 of 24"):
        Duotermijn(9, GEZIEN)


@pytest.mark.parametrize(
    ("bedrag", "tot"), [(250_00, date(2029, 2, 28)), (340_00, date(2029, 2, 28)), (340_01, date(2031, 2, 28))]
)
def test_art_5_45_awb_ends_the_power_after_three_years_or_five_above_340_euro(bedrag: int, tot: date) -> None:
    assert bevoegd_tot(date(2026, 2, 28), bedrag) == tot


def test_the_explanation_names_the_rule_the_earlier_fines_and_the_room_that_is_left() -> None:
    basis, factor, plafond = bereken(*maanden(1), schuld=NORMAAL).regels
    assert basis.grondslag == "art. 23 Wet inburgering 2021; art. 7.1 Besluit inburgering 2021"
    assert "BOE-2026-1001" in basis.uitleg
    assert "vanaf 10 november 2025" in basis.uitleg
    assert factor.uitleg == "Bij normale verwijtbaarheid is de boete 50 procent van €\N{NO-BREAK SPACE}100,00."
    assert plafond.uitleg.endswith("dus nog ruimte voor €\N{NO-BREAK SPACE}2.350,00.")


BOETES = st.lists(
    st.builds(
        EerdereBoete,
        nummer=st.text("0123456789", min_size=1, max_size=4),
        artikel=st.sampled_from(Boeteartikel),
        opgelegd_op=st.dates(date(2024, 1, 1), GEZIEN - timedelta(days=1)),
        bedrag=st.integers(0, 800_00),
        onherroepelijk=st.booleans(),
    ),
    max_size=12,
)
TERMIJNEN = st.none() | st.builds(
    Duotermijn, maanden=st.sampled_from(sorted(PLAFOND_DUO)), vanaf=st.dates(date(2024, 1, 1), GEZIEN)
)


@given(BOETES, st.sampled_from(Boeteartikel), st.sampled_from(Verwijtbaarheid), TERMIJNEN)
def test_no_fine_ever_passes_800_euro_or_what_is_left_under_the_ceiling(
    eerdere: list[EerdereBoete], artikel: Boeteartikel, schuld: Verwijtbaarheid, duo: Duotermijn | None
) -> None:
    som = bereken(*eerdere, artikel=artikel, schuld=schuld, duo=duo)
    telt = sum(boete.bedrag for boete in eerdere if duo is None or duo.bevat(boete.opgelegd_op))
    assert 0 <= som.bedrag <= min(800_00, max((PLAFOND_DUO[duo.maanden] if duo else PLAFOND) - telt, 0))
    assert bool(som.geen_boete) == (som.bedrag == 0)


@given(BOETES, st.sampled_from(Boeteartikel), st.sampled_from(Verwijtbaarheid))
def test_the_order_in_which_earlier_fines_are_read_changes_nothing(
    eerdere: list[EerdereBoete], artikel: Boeteartikel, schuld: Verwijtbaarheid
) -> None:
    andersom = bereken(*reversed(eerdere), artikel=artikel, schuld=schuld)
    assert andersom.bedrag == bereken(*eerdere, artikel=artikel, schuld=schuld).bedrag
