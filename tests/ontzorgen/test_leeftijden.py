"""The age that a leefsituatie names against the birth dates of the members, on the day it begins."""

from datetime import date

import pytest

from ontzorgen.leeftijden import Lid, tegen_leeftijd
from ontzorgen.normen import Leeftijdsgroep

OP = date(2026, 12, 1)
G = Leeftijdsgroep
KIND, TIENER, TWINTIG, JARIG = date(2009, 12, 2), date(2008, 12, 1), date(2005, 12, 2), date(2005, 12, 1)
OUDER, BIJNA_AOW, NET_AOW, SENIOR = date(1992, 4, 7), date(1959, 12, 2), date(1959, 6, 1), date(1958, 12, 1)


@pytest.mark.parametrize(
    ("groep", "geboren", "zin"),
    [
        (G.VAN_18_TOT_21, [TWINTIG], ""),
        (G.ZONDER_OUDERS, [TIENER], ""),
        (G.VAN_18_TOT_21, [JARIG], "A werd al op 1 december 2026 21 jaar"),
        (G.ZONDER_OUDERS, [TWINTIG, OUDER], "B werd al op 7 april 2013 21 jaar"),
        (G.VAN_18_TOT_21, [KIND], "A wordt pas op 2 december 2027 18 jaar. Onder de 18 is er geen norm"),
        (G.INRICHTING, [KIND], "wordt pas op 2 december 2027 18 jaar"),
        (G.INRICHTING, [TIENER, SENIOR], ""),
        (G.VAN_21_TOT_AOW, [JARIG, OUDER], ""),
        (G.VAN_21_TOT_AOW, [OUDER, TWINTIG], "B wordt pas op 2 december 2026 21 jaar"),
        (G.VAN_21_TOT_AOW, [OUDER, SENIOR], "B werd al op 1 december 2025 67 jaar (de AOW-leeftijd)"),
        (G.VAN_21_TOT_AOW, [BIJNA_AOW], ""),
        (G.VAN_21_TOT_AOW, [NET_AOW], "A werd al op 1 juni 2026 67 jaar (de AOW-leeftijd)"),
        (G.VANAF_AOW, [NET_AOW], ""),
        (G.VANAF_AOW, [OUDER, SENIOR], ""),
        (G.VANAF_AOW, [OUDER, BIJNA_AOW], "B wordt pas op 2 december 2026 67 jaar"),
        (G.EEN_VAN_18_TOT_21, [TWINTIG, OUDER], ""),
        (G.EEN_VAN_18_TOT_21, [JARIG, OUDER], "A werd al op 1 december 2026 21 jaar"),
        (G.EEN_VAN_18_TOT_21, [TWINTIG, TIENER], "A wordt pas op 2 december 2026 21 jaar"),
    ],
)
def test_the_age_must_be_that_of_the_members_on_the_first_day(groep, geboren, zin):
    leden = [Lid(naam, dag) for naam, dag in zip("AB", geboren, strict=False)]
    gezegd = tegen_leeftijd(groep, leden, OP)
    assert gezegd.startswith(zin) if zin.startswith(("A", "B")) else zin in gezegd
    assert bool(gezegd) is bool(zin)


@pytest.mark.parametrize(
    ("groep", "past"), [(G.EEN_VAN_18_TOT_21, True), (G.VANAF_AOW, True), (G.VAN_18_TOT_21, False)]
)
def test_of_a_partner_outside_the_unit_the_age_is_not_known(groep, past):
    assert (tegen_leeftijd(groep, [Lid("A", OUDER)], OP, partner_buiten=True) == "") is past


def test_of_who_is_hidden_neither_name_nor_day_is_said():
    gezegd = tegen_leeftijd(G.VAN_21_TOT_AOW, [Lid("A", OUDER), Lid("", TWINTIG)], OP)
    assert gezegd == "Iemand in deze eenheid is nog geen 21 jaar. Kies de leeftijd die past."


def test_who_was_born_on_29_february_is_a_year_older_on_1_march():
    assert Lid("A", date(2008, 2, 29)).wordt(18) == date(2026, 3, 1)
    assert Lid("A", date(2008, 2, 29)).wordt(20) == date(2028, 2, 29)
