"""When a leerroute may change and when parts may go down to A2."""

from datetime import date

import pytest

from inburgering.recht.wijziging import (
    Uitzondering,
    afschalen_naar_a2_geweigerd,
    te_weinig_uren,
    wissel_geweigerd,
)

TOT = date(2028, 5, 20)
NA = date(2028, 5, 21)


@pytest.mark.parametrize(
    ("van", "naar", "op", "uitzondering", "mag"),
    [
        ("B1", "Z", TOT, "", True),
        ("B1", "Z", NA, "", False),
        ("B1", "ONDERWIJS", NA, "", False),
        ("ONDERWIJS", "B1", NA, "", True),
        ("ONDERWIJS", "Z", NA, "", False),
        ("ONDERWIJS", "Z", NA, Uitzondering.ONDERWIJS_NAAR_B1, False),
        ("B1", "Z", NA, Uitzondering.BIJZONDER, True),
        ("Z", "B1", NA, Uitzondering.OPLEIDING, True),
        ("B1", "B1", TOT, "", False),
    ],
)
def test_a_switch_is_for_the_window_or_a_named_exception(van, naar, op, uitzondering, mag):
    assert (wissel_geweigerd(van=van, naar=naar, op=op, tot=TOT, uitzondering=uitzondering) == "") is mag


def test_a_refused_switch_names_the_last_day_and_the_article():
    zin = wissel_geweigerd(van="B1", naar="Z", op=NA, tot=TOT, uitzondering="")

    assert "tot en met 20 mei 2028" in zin
    assert zin.endswith("(art. 5.4 Besluit inburgering 2021).")


@pytest.mark.parametrize(("route", "mag"), [("B1", True), ("Z", False), ("ONDERWIJS", False)])
def test_a2_is_for_the_b1_route(route, mag):
    zin = afschalen_naar_a2_geweigerd(leerroute=route)
    assert (zin == "") is mag
    assert mag or zin.endswith("(art. 17 lid 3 Wet inburgering 2021).")


@pytest.mark.parametrize(("uren", "mag"), [(None, False), (0, False), (599, False), (600, True), (900, True)])
def test_a2_comes_after_six_hundred_hours(uren, mag):
    assert (te_weinig_uren(uren) == "") is mag
