"""The one door for what happened: facts, corrections of facts, and steps of our own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.enums import GebeurtenisAard
from cases.models import Dossier, Gebeurtenis, Medewerker
from inburgering.recht.feiten import FeitSoort

from . import termijnen


class GebeurtenisFout(Exception):
    """A fact or correction that cannot be recorded; the text is Dutch and meant for the screen."""


@transaction.atomic
def registreer_feit(
    *,
    dossier: Dossier,
    soort: FeitSoort,
    datum: date,
    door: Medewerker | None,
    op: date,
    bron: str = "handmatig",
    kenmerk: str = "",
    gegevens: Mapping[str, Any] | None = None,
    toelichting: str = "",
) -> Gebeurtenis:
    """Record a fact the law counts from, then bring the terms of the dossier in line.

    Safe to repeat: the same (bron, kenmerk) returns the fact that is there. Writes the Gebeurtenis first, the terms
    second, in one transaction. Raises GebeurtenisFout for a date after `op` where only the past makes sense.
    """
    if bestaand := _al_vastgelegd(dossier, bron, kenmerk):
        return bestaand
    weiger_toekomst(soort=soort, datum=datum, op=op)
    gebeurtenis = _schrijf(
        dossier, GebeurtenisAard.FEIT, soort.value, datum, door, bron, kenmerk, gegevens, toelichting
    )
    termijnen.actualiseer(dossier=dossier, op=op)
    return gebeurtenis


def weiger_toekomst(*, soort: FeitSoort, datum: date, op: date) -> None:
    """A fact is something that happened: its date is not after today, except where DUO names an end date."""
    if datum > op and soort != FeitSoort.TERMIJN_DUO:
        raise GebeurtenisFout("Deze datum ligt in de toekomst. Leg een feit vast als het gebeurd is.")


@transaction.atomic
def registreer_handeling(
    *,
    dossier: Dossier,
    soort: str,
    datum: date,
    door: Medewerker | None,
    bron: str = "handmatig",
    kenmerk: str = "",
    gegevens: Mapping[str, Any] | None = None,
    toelichting: str = "",
) -> Gebeurtenis:
    """Record a step of our own (`cases.handelingen`); no term hangs on it. Safe to repeat on (bron, kenmerk)."""
    if bestaand := _al_vastgelegd(dossier, bron, kenmerk):
        return bestaand
    return _schrijf(dossier, GebeurtenisAard.HANDELING, soort, datum, door, bron, kenmerk, gegevens, toelichting)


@transaction.atomic
def corrigeer_feit(
    *,
    gebeurtenis: Gebeurtenis,
    datum: date,
    gegevens: Mapping[str, Any] | None = None,
    vervalt: bool = False,
    toelichting: str,
    door: Medewerker | None,
    op: date,
) -> Gebeurtenis:
    """Replace a fact by a new one that refers to it, or with `vervalt` say that it never held; then the terms follow.

    Raises GebeurtenisFout when the fact was corrected before, is no fact, or has no reason.
    """
    Dossier.objects.select_for_update().get(pk=gebeurtenis.dossier_id)
    if gebeurtenis.aard != GebeurtenisAard.FEIT or Gebeurtenis.objects.filter(corrigeert=gebeurtenis).exists():
        raise GebeurtenisFout("Dit feit is al gecorrigeerd. Ververs de pagina en corrigeer de laatste versie.")
    if not toelichting.strip():
        raise GebeurtenisFout("Schrijf op waarom u dit feit corrigeert.")
    weiger_toekomst(soort=FeitSoort(gebeurtenis.soort), datum=datum, op=op)
    nieuw = _schrijf(
        gebeurtenis.dossier,
        GebeurtenisAard.FEIT,
        gebeurtenis.soort,
        datum,
        door,
        "correctie",
        "",
        gebeurtenis.gegevens if gegevens is None else gegevens,
        toelichting,
        corrigeert=gebeurtenis,
        vervalt=vervalt,
    )
    termijnen.actualiseer(dossier=gebeurtenis.dossier, op=op)
    return nieuw


def _al_vastgelegd(dossier: Dossier, bron: str, kenmerk: str) -> Gebeurtenis | None:
    """The event with this source and reference, if any. Locks the dossier: two at once become one after the other."""
    if not kenmerk:
        return None
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    return dossier.gebeurtenissen.filter(bron=bron, kenmerk=kenmerk).first()


def _schrijf(
    dossier: Dossier,
    aard: GebeurtenisAard,
    soort: str,
    datum: date,
    door: Medewerker | None,
    bron: str,
    kenmerk: str,
    gegevens: Mapping[str, Any] | None,
    toelichting: str,
    corrigeert: Gebeurtenis | None = None,
    vervalt: bool = False,
) -> Gebeurtenis:
    return Gebeurtenis.objects.create(
        dossier=dossier,
        aard=aard,
        soort=soort,
        datum=datum,
        door=door,
        door_naam=door.naam if door else "systeem",
        bron=bron,
        kenmerk=kenmerk,
        gegevens=dict(gegevens or {}),
        toelichting=toelichting.strip(),
        corrigeert=corrigeert,
        vervalt=vervalt,
    )
