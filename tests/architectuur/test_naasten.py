"""Of somebody whose dossier is extra protected no page of a relative, and no list, says name, address or number."""

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from cases.enums import Gezinsrol, Hoedanigheid, Rol
from cases.models import Afspraak, Dossier
from cases.services import gezinnen
from cases.services.afspraken import plan_afspraak
from cases.services.bescherming import bescherm
from cases.services.deelnemers import Partijgegevens, bewaar_deelnemers
from cases.toegang import mag
from pip_plans.intake.services.gesprekken import leg_gesprek_vast
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .paden import gemeentepaden
from .wereld import Wereld, maak_wereld

NAAM, VRAAG = "Zwaluwstaart", "zwaluwstaar"
GEHEIM = (NAAM, "Schuilplaatslaan", "Kindervogel", "Onderduikschool")
ROLLEN = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BEHEERDER)


class Terug(Exception):
    """Rolls back what one request did."""


@pytest.fixture
def wereld(cast) -> tuple[Wereld, Dossier]:
    """Everybody of the world is in one gezin with a partner, whose name stands wherever a page has room for it."""
    wereld = maak_wereld(cast)
    partner = maak_dossier(cast.gemeente, cast.collega, op=VANDAAG, achternaam=NAAM, straat="Schuilplaatslaan")
    wie = {"door": cast.collega, "op": VANDAAG}
    gezinnen.maak_gezin(dossier=partner, **wie)
    for lid in wereld.dossiers:
        gezinnen.voeg_toe_bij(dossier=lid, ander=partner, rol=Gezinsrol.PARTNER, **wie)
    kind = {"naam": "Kindervogel", "geboortedatum": date(2023, 5, 1), "schoolsoort": "voorschool"}
    gezinnen.leg_kind_vast(dossier=partner, gegevens=kind | {"school": "Onderduikschool"}, **wie)
    gast = Partijgegevens(Hoedanigheid.PARTNER, f"Omar {NAAM}")
    afspraak = Afspraak.objects.get(pk=wereld.rijen["cases:afspraak.pk"])
    bewaar_deelnemers(afspraak=afspraak, deelnemers=[gast], **wie)
    velden = ("soort", "begin", "plaatssoort", "met")
    plan_afspraak(dossier=partner, gegevens={veld: getattr(afspraak, veld) for veld in velden}, **wie)
    gesprek = wereld.in_intake.brede_intake.gesprekken.get(pk=wereld.rijen["intake:gesprek_wijzigen.pk"])
    leg_gesprek_vast(
        intake=wereld.in_intake.brede_intake,
        gesprek={"datum": gesprek.datum, "individueel": False},
        aanwezigen=[(f"Omar {NAAM}", Hoedanigheid.PARTNER)],
        bestaand=gesprek,
        **wie,
    )
    return wereld, partner


def vindplaatsen(client, wereld: Wereld, partner: Dossier, rol: Rol) -> dict[str, list[str]]:
    """Per page that this role may open which of the words it says; every page is asked, and every search is done."""
    woorden = (*GEHEIM, partner.nummer, partner.inburgeraar.v_nummer)
    gevonden = {}
    for pad in gemeentepaden():
        if mag([rol], pad.view.actie):
            url = reverse(pad.naam, kwargs=wereld.argumenten(pad.naam, pad.argumenten))
            tekst = _lees(client, "get", url) + _lees(client, "post", url, {"q": VRAAG, "zoek": VRAAG})
            if staat_er := [woord for woord in woorden if woord in tekst]:
                gevonden[pad.naam] = staat_er
    return gevonden


def _lees(client, methode: str, url: str, data: dict[str, str] | None = None) -> str:
    inhoud = b""
    try:
        with transaction.atomic():
            antwoord = getattr(client, methode)(url, data)
            inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
            raise Terug
    except Terug:
        return inhoud.decode(errors="replace")


def test_no_page_says_anything_of_a_protected_relative(cast, wereld, inloggen):
    wereld, partner = wereld
    open_ervoor = vindplaatsen(inloggen(cast.consulent), wereld, partner, Rol.CONSULENT)
    verwacht = {"cases:gezin_pagina", "cases:persoon", "cases:afspraak", "intake:overzicht", "intake:gesprek_wijzigen"}
    assert verwacht <= set(open_ervoor)

    bescherm(dossier=partner, mensen=[], reden="dreiging", door=cast.collega, op=VANDAAG)

    for rol in ROLLEN:
        assert vindplaatsen(inloggen(cast.met_rol(rol)), wereld, partner, rol) == {}, rol
