"""The one door for what happened: facts, corrections of facts, and steps of our own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from cases.enums import GebeurtenisAard
from cases.models import Dossier, Gebeurtenis, Medewerker
from inburgering.recht.feiten import FeitSoort

from . import termijnen

_AL_GECORRIGEERD = "Dit feit is al gecorrigeerd. Ververs de pagina en corrigeer de laatste versie."


class GebeurtenisFout(Exception):
    """A fact or correction that cannot be recorded; the text is Dutch and meant for the screen."""


@dataclass(frozen=True, slots=True)
class NieuwFeit:
    """One of several facts that are recorded together; with `corrigeert` it replaces a fact that is there."""

    soort: FeitSoort
    datum: date
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    kenmerk: str = ""
    toelichting: str = ""
    corrigeert: Gebeurtenis | None = None


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


@transaction.atomic
def registreer_feiten(
    *, dossier: Dossier, feiten: Iterable[NieuwFeit], door: Medewerker | None, op: date, bron: str
) -> list[Gebeurtenis]:
    """Record facts that arrive together, then bring the terms in line once. Returns the facts that were added.

    Safe to repeat: what stands under the same (bron, kenmerk) is passed over. Raises GebeurtenisFout when one of them
    lies after `op` or corrects a fact that was corrected before; then none is recorded.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    bekend = set(dossier.gebeurtenissen.filter(bron=bron).values_list("kenmerk", flat=True))
    nieuw = [feit for feit in feiten if not feit.kenmerk or feit.kenmerk not in bekend]
    if Gebeurtenis.objects.filter(corrigeert__in=[feit.corrigeert for feit in nieuw if feit.corrigeert]).exists():
        raise GebeurtenisFout(_AL_GECORRIGEERD)
    rijen = []
    for feit in nieuw:
        weiger_toekomst(soort=feit.soort, datum=feit.datum, op=op)
        rijen.append(
            _maak(
                dossier,
                GebeurtenisAard.FEIT,
                feit.soort.value,
                feit.datum,
                door,
                bron,
                feit.kenmerk,
                feit.gegevens,
                feit.toelichting,
                corrigeert=feit.corrigeert,
            )
        )
    Gebeurtenis.objects.bulk_create(rijen)
    if rijen:
        termijnen.actualiseer(dossier=dossier, op=op)
    return rijen


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


def registreer_handelingen(
    *,
    dossiers: Iterable[Dossier],
    soort: str,
    datum: date,
    door: Medewerker | None,
    gegevens: Mapping[str, Any],
    toelichting: str = "",
) -> None:
    """The same step in many dossiers, in one insert; the caller sees to it that it is taken once."""
    Gebeurtenis.objects.bulk_create(
        _maak(dossier, GebeurtenisAard.HANDELING, soort, datum, door, "handmatig", "", gegevens, toelichting)
        for dossier in dossiers
    )


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
        raise GebeurtenisFout(_AL_GECORRIGEERD)
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


@transaction.atomic
def laat_vervallen(
    *, dossier: Dossier, feiten: Iterable[Gebeurtenis], toelichting: str, bron: str, door: Medewerker | None
) -> list[Gebeurtenis]:
    """Withdraw facts that hold, each by a correction that refers to it. The caller brings the terms in line, once."""
    rijen = [
        _maak(
            dossier,
            GebeurtenisAard.FEIT,
            feit.soort,
            feit.datum,
            door,
            bron,
            "",
            feit.gegevens,
            toelichting,
            corrigeert=feit,
            vervalt=True,
        )
        for feit in feiten
    ]
    return Gebeurtenis.objects.bulk_create(rijen)


def _al_vastgelegd(dossier: Dossier, bron: str, kenmerk: str) -> Gebeurtenis | None:
    """The event with this source and reference, if any. Locks the dossier: two at once become one after the other."""
    if not kenmerk:
        return None
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    return dossier.gebeurtenissen.filter(bron=bron, kenmerk=kenmerk).first()


def _schrijf(*args: Any, **kwargs: Any) -> Gebeurtenis:
    gebeurtenis = _maak(*args, **kwargs)
    gebeurtenis.save()
    return gebeurtenis


def _maak(
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
    return Gebeurtenis(
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
