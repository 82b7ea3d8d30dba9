from datetime import date

import pytest

from ontzorgen.toeslagen import Toeslag, ToeslagFout, ToeslagSoort, ToeslagStatus, stand
from tests.ontzorgen.hulp import kaal

HUUR = ToeslagSoort.HUURTOESLAG
OP = date(2026, 11, 22)
AANVRAAG = date(2026, 9, 1)
JANUARI = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("toeslag", "status", "bedrag", "zin"),
    [
        (
            Toeslag(HUUR, 30000, AANVRAAG, ontvangen=date(2026, 10, 20)),
            ToeslagStatus.ONTVANGEN,
            30000,
            "huurtoeslag (€ 300,00, ontvangen sinds oktober 2026)",
        ),
        (
            Toeslag(HUUR, 30000, AANVRAAG, verwacht=date(2027, 1, 20)),
            ToeslagStatus.VERWACHT,
            30000,
            "huurtoeslag (€ 300,00, verwacht vanaf januari 2027)",
        ),
        (
            Toeslag(HUUR, 30000, AANVRAAG, verwacht=date(2027, 2, 1)),
            ToeslagStatus.NOG_NIET,
            0,
            "huurtoeslag (komt pas in februari 2027)",
        ),
        (
            Toeslag(HUUR, 30000, AANVRAAG, verwacht=date(2026, 10, 31)),
            ToeslagStatus.UITGEBLEVEN,
            0,
            "huurtoeslag (verwacht in oktober 2026, maar niet gekomen)",
        ),
        (
            Toeslag(HUUR, 30000, AANVRAAG),
            ToeslagStatus.ONBEKEND,
            0,
            "huurtoeslag (aangevraagd, maar het is niet bekend wanneer die komt)",
        ),
        (
            Toeslag(HUUR, 30000, verwacht=JANUARI),
            ToeslagStatus.NIET_AANGEVRAAGD,
            0,
            "huurtoeslag (niet aangevraagd)",
        ),
        (
            Toeslag(HUUR, 30000, AANVRAAG, verwacht=JANUARI, afgewezen=date(2026, 11, 3)),
            ToeslagStatus.AFGEWEZEN,
            0,
            "huurtoeslag (afgewezen)",
        ),
        (
            Toeslag(HUUR, 30000, AANVRAAG, ontvangen=date(2026, 10, 20), laatste=date(2026, 12, 20)),
            ToeslagStatus.AFGELOPEN,
            0,
            "huurtoeslag (liep tot en met december 2026)",
        ),
    ],
)
def test_a_toeslag_counts_no_sooner_than_it_can_be_there(
    toeslag: Toeslag, status: ToeslagStatus, bedrag: int, zin: str
) -> None:
    gevonden = stand(toeslag, JANUARI, op=OP)
    assert (gevonden.status, gevonden.bedrag, kaal(gevonden.zin)) == (status, bedrag, zin)


def test_the_last_month_of_a_toeslag_still_counts() -> None:
    toeslag = Toeslag(HUUR, 30000, AANVRAAG, ontvangen=date(2026, 10, 20), laatste=date(2027, 1, 1))
    assert [stand(toeslag, maand, op=OP).bedrag for maand in (JANUARI, date(2027, 2, 1))] == [30000, 0]


def test_a_toeslag_expected_this_month_still_counts_this_month() -> None:
    toeslag = Toeslag(HUUR, 30000, AANVRAAG, verwacht=date(2026, 11, 20))
    assert stand(toeslag, date(2026, 11, 1), op=date(2026, 11, 30)).status is ToeslagStatus.VERWACHT


def test_after_8_and_13_weeks_somebody_asks_where_it_is() -> None:
    assert Toeslag(HUUR, 1, AANVRAAG).herinneringen == (date(2026, 10, 27), date(2026, 12, 1))
    assert Toeslag(HUUR, 1).herinneringen == ()
    assert Toeslag(HUUR, 1, AANVRAAG, ontvangen=date(2026, 9, 20)).herinneringen == ()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"bedrag": -1}, "niet negatief zijn .huurtoeslag"),
        (
            {"bedrag": 1, "aangevraagd": AANVRAAG, "ontvangen": date(2026, 8, 31)},
            "vóór de aanvraag van 1 september 2026",
        ),
        ({"bedrag": 1, "aangevraagd": AANVRAAG, "verwacht": date(2026, 8, 1)}, "vóór de aanvraag van 1 september 2026"),
    ],
)
def test_an_impossible_toeslag_is_refused(velden: dict[str, int | date], zin: str) -> None:
    with pytest.raises(ToeslagFout, match=zin):
        Toeslag(HUUR, **velden)  # type: ignore[arg-type]
