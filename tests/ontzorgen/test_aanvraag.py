"""An application of years ago, or an overbrugging without an end, is a slip of the pen and is refused at its field."""

from datetime import date

import pytest

from ontzorgen.models import Ontzorgbesluit
from tests.fabriek import asielstatushouder

from .bouw import BEGIN, periode

VRAAG = {
    "aanvraag_op": "15-11-2026", "toegekend": "ja", "bedrag": "100", "eerste_maand": "12-2026",
    "laatste_maand": "11-2027", "motivering": "Nog geen toeslag.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"aanvraag_op": "19-11-2025"}, "Deze aanvraag is meer dan een jaar oud"),
        ({"aanvraag_op": "1-1-1900"}, "Deze aanvraag is meer dan een jaar oud"),
        ({"laatste_maand": "12-2027"}, "Een overbrugging duurt hooguit een jaar"),
        ({"laatste_maand": "12-2099"}, "Een overbrugging duurt hooguit een jaar"),
        ({"laatste_maand": "11-2026"}, "De laatste maand ligt voor de eerste"),
        ({"eerste_maand": "12-2027", "laatste_maand": "12-2027"}, "meer dan een jaar vooruit"),
        ({"aanvraag_op": "20-11-2025"}, ""),
        ({}, ""),
    ],
)
def test_an_overbrugging_is_of_the_last_year_and_for_a_year(cast, inloggen, anders, zin):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    periode(cast, dossier)
    adres = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/besluiten/nieuw/bijzonder/"
    antwoord = inloggen(cast.sociale_zaken).post(adres, VRAAG | anders)
    assert antwoord.status_code == (422 if zin else 302)
    assert zin in antwoord.content.decode()
    assert Ontzorgbesluit.objects.filter(soort="bijzonder").count() == (0 if zin else 1)
