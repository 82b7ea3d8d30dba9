"""What no page sends: a null byte in every parameter of every address, by GET and by POST."""

from urllib.parse import quote

import pytest
from django.db import transaction
from django.urls import reverse

from cases.enums import Rol
from cases.models import Aanstelling
from tests.fabriek import SINDS

from .paden import gemeentepaden
from .wereld import maak_wereld

NAMEN = (
    *("actie", "azc", "begin", "bevestig", "code", "consulent", "dag", "datum", "doelgroep", "dossier", "gezocht"),
    *("hoe", "jaar", "kenmerk", "na", "naam", "nummer", "oordeel", "opmerkingen", "periode", "q", "reden", "revisie"),
    *("rol", "route", "soort", "sorteer", "stand", "start", "status", "tekst", "toelichting", "toon", "uitkomst"),
    *("van", "versie", "voor", "wie", "zoek"),
)
VREEMD = "a\x00b"


class Terug(Exception):
    """Rolls back what one request did, so that every request meets the same world."""


@pytest.fixture
def client(cast, inloggen):
    """Somebody with every role that records something, who works on the dossiers herself."""
    for rol in (Rol.TEAMLEIDER, Rol.TWEEDE_LEZER, Rol.BEHEERDER):
        Aanstelling.objects.create(medewerker=cast.consulent, gemeente=cast.gemeente, rol=rol, van=SINDS)
    return inloggen(cast.consulent)


def status(vraag, *args) -> int:
    try:
        with transaction.atomic():
            code = vraag(*args).status_code
            raise Terug
    except Terug:
        return code


def test_no_page_breaks_on_a_null_byte(client, cast):
    wereld = maak_wereld(cast)
    vraagteken = "?" + "&".join(f"{naam}={quote(VREEMD)}" for naam in NAMEN)
    for pad in gemeentepaden():
        url = reverse(pad.naam, kwargs=wereld.argumenten(pad.naam, pad.argumenten))
        assert status(client.get, url + vraagteken) < 500, pad.naam
        assert status(client.post, url, dict.fromkeys(NAMEN, VREEMD)) < 500, pad.naam
