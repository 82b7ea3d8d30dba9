"""The amounts of the dwangsom: a dated setting of the gemeente, refused when it is not 42 days."""

from datetime import date

import pytest
from django.urls import reverse

from cases.instellingen import dwangsomtarief
from inburgering.recht.dwangsom import Tranche


@pytest.mark.parametrize("waarde", ["14 dagen: 23,00 euro per dag", "42 dagen", "42 dagen: veel euro per dag"])
def test_amounts_that_do_not_fill_the_42_days_are_refused(cast, inloggen, waarde):
    url = reverse("cases:instelling", args=["diemen", "dwangsom"])
    antwoord = inloggen(cast.beheerder).post(url, {"waarde": waarde, "bron": "Stcrt.", "geldig_vanaf": "01-01-2027"})

    assert "samen 42 dagen" in antwoord.content.decode()


def test_new_amounts_hold_from_their_day(cast, inloggen):
    url = reverse("cases:instelling", args=["diemen", "dwangsom"])
    waarde = "14 dagen: 25 euro per dag\n28 dagen: 40,50 euro per dag"
    inloggen(cast.beheerder).post(url, {"waarde": waarde, "bron": "Stcrt. 2026", "geldig_vanaf": "01-01-2027"})

    assert dwangsomtarief(cast.gemeente, date(2026, 12, 31))[0] == Tranche(14, 2300)
    assert dwangsomtarief(cast.gemeente, date(2027, 1, 1)) == [Tranche(14, 2500), Tranche(28, 4050)]
