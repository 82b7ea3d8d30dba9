"""The geometry of the time line: in order, inside the picture, no label over another."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cases.tijdlijn import TEKEN_BREEDTE, GeplaatstPunt, Periode, Punt, plaats

DAGEN = st.dates(date(2021, 1, 1), date(2032, 1, 1))
PUNTEN = st.lists(st.builds(Punt, datum=DAGEN, label=st.text("abcdef ", min_size=1, max_size=30)), max_size=12)


@given(PUNTEN, DAGEN)
def test_points_keep_their_order_and_stay_inside(punten: list[Punt], vandaag: date) -> None:
    tekening = plaats(punten, [], vandaag)
    assert [p.punt.datum for p in tekening.punten] == sorted(p.datum for p in punten)
    assert all(a.x <= b.x for a, b in pairwise(tekening.punten))
    assert all(4 <= p.x <= 96.01 for p in tekening.punten)


@given(PUNTEN)
def test_labels_on_one_row_do_not_touch(punten: list[Punt]) -> None:
    per_laag: dict[int, list[tuple[float, float]]] = {}
    for punt in plaats(punten, [], None).punten:
        per_laag.setdefault(punt.laag, []).append(_plek(punt))
    for plekken in per_laag.values():
        assert all(einde < begin for (_, einde), (begin, _) in pairwise(plekken))


def _plek(punt: GeplaatstPunt) -> tuple[float, float]:
    breedte = max(len(punt.punt.label), 12) * TEKEN_BREEDTE
    links = {"start": punt.x, "end": punt.x - breedte, "middle": punt.x - breedte / 2}[punt.anker]
    return links, links + breedte


def test_weeks_stay_readable_beside_years() -> None:
    begin = date(2026, 9, 9)
    dagen = [begin, begin + timedelta(weeks=10), begin + timedelta(weeks=10, days=1096)]
    a, b, c = plaats([Punt(datum=dag, label="x") for dag in dagen], [], None).punten
    assert (b.x - a.x) / (c.x - a.x) > 0.15


def test_a_period_without_its_points_is_left_out() -> None:
    dag, later = date(2026, 1, 1), date(2026, 3, 1)
    punten = [Punt(datum=dag, label="a"), Punt(datum=later, label="b")]
    perioden = [Periode(van=dag, tot=later, label="9 weken"), Periode(van=dag, tot=date(2027, 1, 1), label="jaar")]
    assert [p.periode.label for p in plaats(punten, perioden, None).perioden] == ["9 weken"]


def test_nothing_to_draw_is_an_empty_picture() -> None:
    assert plaats([], [], None).punten == []
    assert plaats([], [], date(2026, 1, 1)).vandaag == 50


def test_the_name_of_a_period_keeps_clear_of_today() -> None:
    begin, eind, vandaag = date(2026, 10, 29), date(2027, 1, 7), date(2026, 11, 22)
    punten = [Punt(datum=begin, label="BRP"), Punt(datum=eind, label="PIP")]
    tekening = plaats(punten, [Periode(van=begin, tot=eind, label="10 weken")], vandaag)
    (periode,) = tekening.perioden
    assert tekening.vandaag is not None
    assert periode.label_past
    assert abs(periode.midden - tekening.vandaag) > len("10 weken" + "vandaag") * TEKEN_BREEDTE / 2
