"""Taking papers in: every file is judged by itself, and the good ones of a request are kept."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import transaction

from cases import handelingen
from cases.enums_stukken import Stukstatus
from cases.models import Dossier, Gemeente, Medewerker, Stuk
from cases.opslag import bewaar
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.wachtrij import zet_in_wachtrij

from .keuren import Keuring, keur
from .weigering import StukFout

CONTROLETAAK = "cases.tasks.stukken.controleer"
MEGABYTE = 1024 * 1024
LANGSTE_LABEL = 80
LANG_NUMMER = re.compile(r"\d(?:[\W_]*\d){5,}")  # a BSN or V-nummer, also with dots or spaces between
AL_IN_DOSSIER = "staat al in dit dossier; het is niet nog een keer bewaard."
AL_IN_POSTVAK = "staat al in het Postvak; het is niet nog een keer bewaard."


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file as it was sent; it is not read when it is too large."""

    naam: str
    grootte: int
    lees: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Afgewezen:
    """A file that was not kept: `reden` goes on after its name."""

    naam: str
    reden: str


@dataclass(slots=True)
class Ontvangst:
    """What became of the files of one request."""

    stukken: list[Stuk] = field(default_factory=list)
    afgewezen: list[Afgewezen] = field(default_factory=list)


def label_van(naam: str) -> str:
    """What is kept of the name of a file: no folders, no extension, no signs of steering, no long numbers."""
    stam = PurePath(naam.replace("\\", "/")).stem
    leesbaar = "".join(teken if teken.isprintable() else " " for teken in stam).replace("_", " ")
    return LANG_NUMMER.sub("…", " ".join(leesbaar.split()))[:LANGSTE_LABEL]


def ontvang(
    *,
    gemeente: Gemeente,
    dossier: Dossier | None,
    bestanden: Iterable[Bestand],
    gegevens: Mapping[str, Any],
    door: Medewerker,
    op: date,
) -> Ontvangst:
    """Judge and keep files, in a dossier or (without one) in the Postvak.

    `gegevens` holds onderwerp, omschrijving, ontvangen_op and over, for all of them. Files are refused one by one; the
    others are kept in one transaction with one event, and queued for the virus scanner when there is one. Raises
    StukFout for a date in the future.
    """
    if gegevens["ontvangen_op"] > op:
        raise StukFout("De datum van ontvangst ligt in de toekomst.")
    uitkomst = Ontvangst()
    goed: list[tuple[Bestand, bytes, Keuring]] = []
    for bestand in bestanden:
        try:
            inhoud = _lees(bestand)
            goed.append((bestand, inhoud, keur(naam=bestand.naam, inhoud=inhoud)))
        except StukFout as fout:
            uitkomst.afgewezen.append(Afgewezen(bestand.naam, str(fout)))
    _bewaar_alle(uitkomst, goed, gemeente, dossier, gegevens, door, op)
    return uitkomst


def _lees(bestand: Bestand) -> bytes:
    if bestand.grootte > settings.STUK_MEGABYTE * MEGABYTE:
        raise StukFout(
            f"is groter dan {settings.STUK_MEGABYTE} MB. Maak het kleiner of verdeel het over meer bestanden."
        )
    return bestand.lees()


@transaction.atomic
def _bewaar_alle(
    uitkomst: Ontvangst,
    goed: list[tuple[Bestand, bytes, Keuring]],
    gemeente: Gemeente,
    dossier: Dossier | None,
    gegevens: Mapping[str, Any],
    door: Medewerker,
    op: date,
) -> None:
    vergrendel_plaats(gemeente, dossier)
    for bestand, inhoud, keuring in goed:
        if ligt_er_al(gemeente=gemeente, dossier=dossier, som=sha256(inhoud).hexdigest()):
            reden = AL_IN_DOSSIER if dossier else AL_IN_POSTVAK
            uitkomst.afgewezen.append(Afgewezen(bestand.naam, reden))
            continue
        stuk = Stuk(
            gemeente=gemeente,
            dossier=dossier,
            label=label_van(bestand.naam),
            soort=keuring.soort,
            let_op=keuring.let_op,
            grootte=len(inhoud),
            status=Stukstatus.WACHT if settings.VIRUSSCANNER else Stukstatus.NIET_GESCAND,
            toegevoegd_door=door,
            laatst_door=door,
            **gegevens,
        )
        bewaar(stuk, inhoud)
        stuk.save()
        if stuk.status == Stukstatus.WACHT:
            zet_in_wachtrij(CONTROLETAAK, stuk.pk)
        uitkomst.stukken.append(stuk)
    if dossier and uitkomst.stukken:
        noteer(dossier, handelingen.STUK_ONTVANGEN, uitkomst.stukken, door, op)


def vergrendel_plaats(gemeente: Gemeente, dossier: Dossier | None) -> None:
    """Two who put the same paper in the same place come one after the other."""
    if dossier:
        Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    else:
        Gemeente.objects.select_for_update(of=("self",)).get(pk=gemeente.pk)


def ligt_er_al(*, gemeente: Gemeente, dossier: Dossier | None, som: str) -> bool:
    """Whether these bytes are in this dossier, or in the Postvak, already."""
    return Stuk.objects.aanwezig().filter(gemeente=gemeente, dossier=dossier, sha256=som).exists()


def noteer(
    dossier: Dossier, soort: str, stukken: list[Stuk], door: Medewerker | None, op: date, toelichting: str = ""
) -> None:
    """The event in the dossier. Of a medical paper it does not say what it is about: more people read the history."""
    aantal = "een stuk" if len(stukken) == 1 else f"{len(stukken)} stukken"
    over = "" if stukken[0].is_bijzonder else f" ({stukken[0].get_onderwerp_display()})"
    registreer_handeling(
        dossier=dossier, soort=soort, datum=op, door=door, gegevens={"wat": aantal + over}, toelichting=toelichting
    )
