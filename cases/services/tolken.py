"""Ordering an interpreter, what the bureau confirmed, and what was used and charged after the talk."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import transaction

from cases import handelingen
from cases.enums import Afspraakuitkomst, Plaatssoort, Tolkvorm
from cases.models import Afspraak, Medewerker, Tolkopdracht
from cases.models.tolk import MEESTE_CENT, MEESTE_MINUTEN

from .afspraken import AfspraakFout, schrijf, vergrendeld

BESTELVELDEN = frozenset({"bureau", "taal", "dialect", "vorm", "voorkeur"})
VORM = {Plaatssoort.TELEFOON: Tolkvorm.TELEFOON, Plaatssoort.VIDEO: Tolkvorm.VIDEO}


def voorstel(afspraak: Afspraak) -> dict[str, Any]:
    """What an order starts with: the language asked for, the form that fits the place, the bureau of the last time."""
    dossiers = Tolkopdracht.objects.filter(afspraak__dossier__gemeente_id=afspraak.dossier.gemeente_id)
    vorige = dossiers.exclude(bureau="").order_by("-besteld_op", "-pk").first()
    return {
        "taal": afspraak.tolk_taal,
        "vorm": VORM.get(Plaatssoort(afspraak.plaatssoort), Tolkvorm.LOCATIE),
        "bureau": vorige.bureau if vorige else "",
    }


@transaction.atomic
def bestel_tolk(*, afspraak: Afspraak, gegevens: Mapping[str, Any], door: Medewerker | None, op: date) -> Tolkopdracht:
    """Record that an interpreter was ordered, with the fields of BESTELVELDEN; with one ordered already they change.

    Raises AfspraakFout without a language, and for an afspraak that is over or was cancelled.
    """
    rij = vergrendeld(afspraak)
    if rij.uitkomst:
        raise AfspraakFout("Deze afspraak is al geweest of geannuleerd. Bestel een tolk voor een nieuwe afspraak.")
    velden = {veld: gegevens[veld] for veld in BESTELVELDEN & gegevens.keys()}
    if not velden.get("taal"):
        raise AfspraakFout("Vul in welke taal de tolk spreekt.", "taal")
    opdracht = rij.tolkopdracht or Tolkopdracht(afspraak=rij, besteld_op=op, besteld_door=door)
    if opdracht.pk and all(getattr(opdracht, veld) == waarde for veld, waarde in velden.items()):
        return opdracht
    for veld, waarde in velden.items():
        setattr(opdracht, veld, waarde)
    _bewaar(opdracht)
    if rij.tolk_taal != opdracht.taal:
        rij.tolk_taal = opdracht.taal
        rij.save(update_fields=["tolk_taal"])
    schrijf(rij, handelingen.TOLK_GEREGELD, door, op, stand="besteld")
    return opdracht


@transaction.atomic
def bevestig_tolk(*, opdracht: Tolkopdracht, kenmerk: str = "", door: Medewerker | None, op: date) -> Tolkopdracht:
    """The bureau confirmed, with its reference number. The same again does nothing.

    Raises AfspraakFout for an order that was cancelled.
    """
    rij = _vers(opdracht)
    if not rij.loopt:
        raise AfspraakFout("Deze tolk is geannuleerd. Bestel opnieuw.")
    if rij.bevestigd_op and rij.kenmerk == kenmerk.strip():
        return rij
    rij.bevestigd_op, rij.kenmerk = rij.bevestigd_op or op, kenmerk.strip()
    _bewaar(rij)
    schrijf(rij.afspraak, handelingen.TOLK_GEREGELD, door, op, stand="bevestigd")
    return rij


@transaction.atomic
def annuleer_tolk(*, opdracht: Tolkopdracht, reden: str, door: Medewerker | None, op: date) -> Tolkopdracht:
    """The interpreter is not needed any more; the order stays, a bureau may charge it.

    Raises AfspraakFout without a reason. Cancelled already: nothing happens.
    """
    rij = _vers(opdracht)
    if not rij.loopt:
        return rij
    if not reden.strip():
        raise AfspraakFout("Schrijf op waarom u de tolk annuleert.", "reden")
    rij.geannuleerd_op, rij.geannuleerd_reden = op, reden.strip()
    _bewaar(rij)
    schrijf(rij.afspraak, handelingen.TOLK_GEREGELD, door, op, stand="geannuleerd")
    return rij


@transaction.atomic
def leg_inzet_vast(
    *,
    opdracht: Tolkopdracht,
    minuten: int,
    kosten_cent: int | None = None,
    factuur: str = "",
    door: Medewerker | None,
    op: date,
) -> Tolkopdracht:
    """What was used and charged, in whole minutes and whole cents; the cost may follow with the invoice.

    Raises AfspraakFout before the talk has an outcome, for a cost without invoice, and for impossible numbers.
    """
    rij = _vers(opdracht)
    if not rij.mag_afrekenen(op):
        raise AfspraakFout("Dit kan pas na het gesprek. Leg eerst vast of de inburgeraar er was.")
    if not 0 <= minuten <= MEESTE_MINUTEN:
        raise AfspraakFout(f"Vul 0 tot {MEESTE_MINUTEN} minuten in.", "minuten")
    if kosten_cent is not None and not 0 <= kosten_cent <= MEESTE_CENT:
        raise AfspraakFout("Dit bedrag is te hoog voor een tolk. Controleer de komma.", "kosten")
    if kosten_cent is not None and not factuur.strip():
        raise AfspraakFout("Vul bij de kosten het factuurnummer in.", "factuur")
    nieuw = (minuten, kosten_cent, factuur.strip())
    if nieuw == (rij.minuten, rij.kosten_cent, rij.factuur):
        return rij
    rij.minuten, rij.kosten_cent, rij.factuur = nieuw
    _bewaar(rij)
    schrijf(rij.afspraak, handelingen.TOLK_AFGEREKEND, door, op)
    return rij


def meld_tolk(
    *, afspraak: Afspraak, stand: Literal["besteld", "bevestigd"], door: Medewerker | None, op: date
) -> Tolkopdracht:
    """One click from a list: ordered as proposed, or confirmed (which implies ordered). The same again does nothing.

    Raises AfspraakFout when no interpreter is needed or the afspraak was cancelled.
    """
    if not afspraak.tolk_taal or afspraak.uitkomst == Afspraakuitkomst.GEANNULEERD:
        raise AfspraakFout("Voor deze afspraak is geen tolk nodig. Vul eerst een taal in.")
    loopt: Tolkopdracht | None = afspraak.tolkopdrachten.filter(geannuleerd_op=None).first()
    opdracht = loopt or bestel_tolk(afspraak=afspraak, gegevens=voorstel(afspraak), door=door, op=op)
    if stand == "bevestigd":
        return bevestig_tolk(opdracht=opdracht, kenmerk=opdracht.kenmerk, door=door, op=op)
    return opdracht


def _vers(opdracht: Tolkopdracht) -> Tolkopdracht:
    """The order read again, its afspraak locked."""
    afspraak = vergrendeld(opdracht.afspraak)
    rij: Tolkopdracht = afspraak.tolkopdrachten.get(pk=opdracht.pk)
    rij.afspraak = afspraak
    return rij


def _bewaar(rij: Tolkopdracht) -> None:
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise AfspraakFout(" ".join(fout.messages)) from fout
    rij.save()
