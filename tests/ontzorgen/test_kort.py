"""The pages of ontzorgen that show a part of a list tell so."""

import pytest
from django.urls import reverse

from ontzorgen.services.lasten import beeindig_last
from ontzorgen.services.voorstellen import stel_bijzondere_bijstand_voor

from .bouw_betaling import DEC, OP, betaalt_zelf, crediteur, huurder, vrijgegeven

VRAAG = {"aanvraag_op": OP, "toegekend": True, "bedrag": 20_000, "eerste_maand": DEC, "laatste_maand": DEC,
         "motivering": "U wacht op uw toeslag."}  # fmt: skip
ZIN = "Er zijn er meer; hier staan de {} 1."


@pytest.fixture
def mensen(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}") for nummer in range(2)]


def staat_er(client, adres, meeste, plek, monkeypatch, welke="eerste"):
    """Whether the page says it, with room for so many rows."""
    monkeypatch.setattr(plek, meeste)
    return ZIN.format(welke) in client.get(adres).content.decode()


@pytest.mark.parametrize(("meeste", "gezegd"), [(1, True), (2, False)])
def test_what_ends_and_what_is_to_be_decided(cast, mensen, inloggen, time_machine, monkeypatch, meeste, gezegd):
    time_machine.move_to(OP)
    for dossier, eenheid in mensen:
        beeindig_last(last=eenheid.lasten.get(), laatste_maand=DEC, door=cast.consulent, op=OP)
        stel_bijzondere_bijstand_voor(dossier=dossier, **VRAAG, door=cast.sociale_zaken, op=OP)
    client = inloggen(cast.sociale_zaken)
    for naam, plek in (("maanden", "ontzorgen.services.maandmatrix.MEESTE_EINDEN"),
                       ("besluiten", "ontzorgen.views.besluitwerk.MEESTE")):  # fmt: skip
        adres = reverse(f"ontzorgen:{naam}", args=["diemen"])
        assert staat_er(client, adres, meeste, plek, monkeypatch) == gezegd, naam


@pytest.mark.parametrize(("meeste", "gezegd"), [(1, True), (2, False)])
def test_the_payments_of_a_dossier_are_the_last_ones(cast, mensen, inloggen, monkeypatch, meeste, gezegd):
    dossier, _ = mensen[0]
    vrijgegeven(cast)
    vrijgegeven(cast, DEC)
    adres = reverse("ontzorgen:overzicht", args=["diemen", dossier.nummer])
    plek = "ontzorgen.views.betaaldeel.LAATSTE"
    assert staat_er(inloggen(cast.sociale_zaken), adres, meeste, plek, monkeypatch, "laatste") == gezegd
