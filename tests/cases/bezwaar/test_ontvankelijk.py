"""Niet-ontvankelijk needs a ground of the law, and a hearing that was left out fits what is decided."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.enums_bezwaar import NietHoren
from cases.models import Bezwaar
from cases.services.bezwaar import beslissen, brieven, horen, verloop
from cases.services.bezwaar.basis import BezwaarFout
from tests.conftest import VANDAAG

from .hulp import klaar_om_te_beslissen, registreer

TOT = date(2026, 11, 19)
WEG = {"uitkomst": "niet_ontvankelijk", "motivering": "Wij kijken niet naar wat u van het besluit vindt."}


def met_verzuim(cast, *, hersteld: date | None = None) -> Bezwaar:
    """Asked to sign it by the day before VANDAAG; the person need not be heard."""
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist}
    verloop.vraag_herstel(wat="Uw handtekening", tot=TOT, op=date(2026, 11, 2), **wie)
    if hersteld:
        verloop.meld_herstel(datum=hersteld, op=VANDAAG, **wie)
    horen.zie_af_van_horen(grond=NietHoren.WIL_NIET, waarom="Zo gezegd.", op=VANDAAG, **wie)
    return bezwaar


@pytest.mark.parametrize("hersteld", [None, TOT + timedelta(days=1)], ids=["nooit", "te laat"])
def test_a_verzuim_that_was_not_mended_in_time_makes_it_niet_ontvankelijk(cast, hersteld):
    bezwaar = beslissen.stel_op(
        bezwaar=met_verzuim(cast, hersteld=hersteld), gegevens=WEG, door=cast.jurist, op=VANDAAG
    )
    assert brieven.beslissing(bezwaar, nummer="BOB-1", tekent="X", op=VANDAAG).grond == "verzuim"


@pytest.mark.parametrize(("hersteld", "op"), [(TOT, VANDAAG), (None, TOT)], ids=["hersteld", "de dag loopt nog"])
def test_a_verzuim_that_was_mended_or_still_can_be_is_no_ground(cast, hersteld, op):
    with pytest.raises(BezwaarFout, match="Niet-ontvankelijk kan hier niet") as fout:
        beslissen.stel_op(bezwaar=met_verzuim(cast, hersteld=hersteld), gegevens=WEG, door=cast.jurist, op=op)
    assert fout.value.veld == "uitkomst"


def test_who_has_no_belang_is_a_ground_that_somebody_judges(cast):
    bezwaar = klaar_om_te_beslissen(cast, **WEG, geen_belang=True)
    assert brieven.beslissing(bezwaar, nummer="BOB-1", tekent="X", op=VANDAAG).grond == "geen_belang"
    with pytest.raises(IntegrityError, match="bezwaar_geen_belang_niet_ontvankelijk"), transaction.atomic():
        Bezwaar.objects.filter(pk=bezwaar.pk).update(uitkomst="gegrond")
    with pytest.raises(IntegrityError, match="bezwaar_vervanging_alleen_herroepen"), transaction.atomic():
        Bezwaar.objects.filter(pk=bezwaar.pk).update(vervanging="Iets anders.")


@pytest.mark.parametrize(
    ("grond", "gegevens"),
    [
        (NietHoren.ONGEGROND, {"uitkomst": "gegrond"}),
        (NietHoren.TEGEMOET, {"uitkomst": "ongegrond"}),
        (NietHoren.TEGEMOET, {"uitkomst": "deels_gegrond"}),
        (NietHoren.NIET_ONTVANKELIJK, {"uitkomst": "ongegrond"}),
    ],
)
def test_the_reason_not_to_hear_somebody_leaves_room_for_one_outcome(cast, grond, gegevens):
    bezwaar = klaar_om_te_beslissen(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    horen.zie_af_van_horen(grond=grond, waarom="Dat is duidelijk.", **wie)
    with pytest.raises(BezwaarFout, match=r"op deze grond: (het|de).*Daar past alleen de uitkomst.*7:3"):
        beslissen.stel_op(gegevens=gegevens, **wie)


def test_the_screen_puts_each_refusal_at_its_field(cast, inloggen, time_machine):
    time_machine.move_to(f"{VANDAAG} 09:00:00+01:00")
    bezwaar = klaar_om_te_beslissen(cast)
    plek = {"gemeente": "diemen", "nummer": bezwaar.dossier.nummer, "pk": bezwaar.pk, "stap": "opstellen"}
    velden = {"uitkomst": "ongegrond", "motivering": "Daarom.", "vervanging": "U krijgt de Z-route."}
    antwoord = inloggen(cast.jurist).post(reverse("cases:bezwaar_stap", kwargs=plek), velden)
    assert antwoord.status_code == 422
    assert "7:11 lid 2" in antwoord.context["form"].errors["vervanging"][0]
