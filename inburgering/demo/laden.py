"""Loading the demonstration: people first, then every course side by side up to the peildatum."""

from datetime import date
from random import Random

from django.db import transaction

from cases.kalender import kalender
from cases.models import Dossier, Gemeente
from cases.services.beheer import wijzig_gemeente

from . import aanbiederaccounts, betaalruns, inhoudingen, rapporten, werkverdeling, zelfbetalen
from .accounts import SANNE, maak_accounts
from .draaiboek import speel_af
from .menigte import menigte
from .modules import maak_pvtgroepen
from .nummers import bsns, v_nummers
from .ontzorgen import maak_crediteuren
from .plaatsingen import maak_aanbieders
from .sociale_kaart import maak_sociale_kaart
from .traject import Wereld
from .verhalen import AANTAL, verhalen

EERSTE_PEILDATUM = date(2025, 6, 1)
EERSTE_AANSTELLING = date(2022, 1, 1)


class LaadFout(Exception):
    """Why the demonstration cannot be loaded; the text is Dutch."""


@transaction.atomic
def laad(*, gemeente: Gemeente, aantal: int, zaad: int, peildatum: date) -> int:
    """Load so many dossiers, the stories among them; the same seed and peildatum give the same content.

    Returns how many there are now. All or nothing. Raises LaadFout for a gemeente that has dossiers, fewer dossiers
    than there are stories, or a peildatum for which the courses would begin before the act.
    """
    if Dossier.objects.filter(gemeente=gemeente).exists():
        raise LaadFout(f"{gemeente} heeft al dossiers. De demodossiers gaan alleen in een lege gemeente.")
    if aantal < AANTAL:
        raise LaadFout(f"Er zijn ten minste {AANTAL} dossiers nodig: zoveel personen komen in de verhalen voor.")
    if peildatum < EERSTE_PEILDATUM:
        raise LaadFout("De peildatum ligt te vroeg: dossiers zouden beginnen voor de Wet inburgering 2021.")
    toeval = Random(zaad)
    wijzig_gemeente(gemeente=gemeente, gegevens={"mandaat_functie": "gemandateerd medewerker"})
    maak_sociale_kaart(gemeente=gemeente, op=peildatum)
    maak_aanbieders(gemeente=gemeente, op=peildatum)
    mensen = maak_accounts(gemeente=gemeente, sinds=EERSTE_AANSTELLING)
    maak_crediteuren(gemeente=gemeente, mensen=mensen, sinds=EERSTE_AANSTELLING, op=peildatum)
    wereld = Wereld(
        gemeente=gemeente,
        mensen=mensen,
        peildatum=peildatum,
        kalender=kalender(),
        toeval=toeval,
        bsns=bsns(toeval),
        v_nummers=v_nummers(toeval),
    )
    maak_pvtgroepen(gemeente=gemeente, door=mensen[SANNE.sleutel], wereld=wereld)
    verlopen = [*verhalen(wereld), *menigte(wereld, aantal - AANTAL), *zelfbetalen.verlopen(wereld)]
    verlopen += [*inhoudingen.verlopen(wereld), *betaalruns.verlopen(wereld), *rapporten.verlopen(wereld)]
    verlopen += [*werkverdeling.verlopen(wereld)]
    verlopen.append(aanbiederaccounts.verloop(wereld))
    speel_af(verlopen, peildatum=peildatum, kalender=wereld.kalender)
    return Dossier.objects.filter(gemeente=gemeente).count()
