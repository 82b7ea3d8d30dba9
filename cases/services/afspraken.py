"""Planning an afspraak, arranging its interpreter, and recording how it went."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from django.db import transaction
from django.utils.timezone import localtime

from cases import handelingen, panelen
from cases.enums import Afspraakuitkomst
from cases.models import Afspraak, Dossier, Medewerker
from inburgering.recht.uitleg import datum_lang

from .gebeurtenissen import registreer_handeling

VELDEN = frozenset(
    {"soort", "begin", "duur_minuten", "plaatssoort", "plaats", "met", "anderen", "tolk_taal", "toelichting"}
)
# The interpreter was asked for this moment, this place and this language.
VOOR_DE_TOLK = frozenset({"begin", "duur_minuten", "plaatssoort", "plaats", "tolk_taal"})
NA_AFLOOP = frozenset({Afspraakuitkomst.VERSCHENEN, Afspraakuitkomst.NIET_VERSCHENEN})


class AfspraakFout(Exception):
    """What cannot be done with this afspraak; the text is Dutch and meant for the screen."""


def omschrijving(afspraak: Afspraak) -> str:
    """'Intakegesprek op maandag 23 november 2026 om 14:00 uur', for the history."""
    begin = localtime(afspraak.begin)
    return f"{afspraak.get_soort_display()} op {datum_lang(begin.date())} om {begin:%H:%M} uur"


@transaction.atomic
def plan_afspraak(*, dossier: Dossier, gegevens: Mapping[str, Any], door: Medewerker | None, op: date) -> Afspraak:
    """Plan an afspraak with the fields of VELDEN; writes a handeling. Raises ValidationError (Dutch, per field).

    One that is planned already, alike in every field, is returned: a double click plans nothing twice.
    """
    velden = {veld: gegevens[veld] for veld in gegevens.keys() & VELDEN}
    afspraak = Afspraak(dossier=dossier, **velden)
    afspraak.full_clean()
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if gepland := dossier.afspraken.open().filter(**velden).first():
        return gepland
    afspraak.save()
    _schrijf(afspraak, handelingen.AFSPRAAK_GEPLAND, door, op)
    return afspraak


@transaction.atomic
def wijzig_afspraak(*, afspraak: Afspraak, gegevens: Mapping[str, Any], door: Medewerker | None, op: date) -> list[str]:
    """Change an afspraak that is still to come; returns the names of the changed fields, none when nothing changed.

    Another moment, place or language means that the interpreter has to be ordered again: both dates are cleared.
    Raises AfspraakFout once it has an outcome, ValidationError for a wrong value.
    """
    rij = _vergrendeld(afspraak)
    if rij.uitkomst:
        raise AfspraakFout("Deze afspraak is al geweest of geannuleerd. Plan een nieuwe afspraak.")
    anders = [veld for veld in sorted(gegevens.keys() & VELDEN) if getattr(rij, veld) != gegevens[veld]]
    if not anders:
        return []
    for veld in anders:
        setattr(rij, veld, gegevens[veld])
    if VOOR_DE_TOLK & set(anders):
        rij.tolk_besteld_op = rij.tolk_bevestigd_op = None
    rij.full_clean()
    rij.save()
    _schrijf(rij, handelingen.AFSPRAAK_GEWIJZIGD, door, op)
    return anders


@transaction.atomic
def meld_tolk(
    *, afspraak: Afspraak, stand: Literal["besteld", "bevestigd"], door: Medewerker | None, op: date
) -> Afspraak:
    """The interpreter is ordered, or has confirmed (which implies ordered). The same again does nothing.

    Raises AfspraakFout when no interpreter is needed or the afspraak was cancelled.
    """
    rij = _vergrendeld(afspraak)
    if not rij.tolk_taal or rij.uitkomst == Afspraakuitkomst.GEANNULEERD:
        raise AfspraakFout("Voor deze afspraak is geen tolk nodig. Vul eerst een taal in.")
    if getattr(rij, f"tolk_{stand}_op"):
        return rij
    rij.tolk_besteld_op = rij.tolk_besteld_op or op
    if stand == "bevestigd":
        rij.tolk_bevestigd_op = op
    rij.save(update_fields=["tolk_besteld_op", "tolk_bevestigd_op"])
    _schrijf(rij, handelingen.TOLK_GEREGELD, door, op, stand=stand)
    return rij


@transaction.atomic
def leg_uitkomst_vast(
    *, afspraak: Afspraak, uitkomst: Afspraakuitkomst, door: Medewerker | None, op: date, toelichting: str = ""
) -> Afspraak:
    """Record verschenen, afgemeld or niet verschenen; another outcome later is a correction and is written as well.

    Writes the handeling first, then tells the other apps (`panelen.registreer_bij_uitkomst`) in the same transaction.
    The same outcome again does nothing. Raises AfspraakFout for an afspraak that was cancelled, and for *verschenen* or
    *niet verschenen* before its day.
    """
    rij = _vergrendeld(afspraak)
    if rij.uitkomst == uitkomst:
        return rij
    if rij.uitkomst == Afspraakuitkomst.GEANNULEERD:
        raise AfspraakFout("Deze afspraak is geannuleerd.")
    if uitkomst in NA_AFLOOP and localtime(rij.begin).date() > op:
        raise AfspraakFout("Deze afspraak moet nog komen. Leg de uitkomst vast op de dag zelf of daarna.")
    rij.uitkomst = uitkomst
    rij.toelichting = toelichting.strip() or rij.toelichting
    rij.full_clean()
    rij.save(update_fields=["uitkomst", "toelichting"])
    _schrijf(rij, handelingen.AFSPRAAK_UITKOMST, door, op, uitkomst=str(uitkomst.label))
    panelen.bij_uitkomst(rij, door, op)
    return rij


@transaction.atomic
def annuleer_afspraak(*, afspraak: Afspraak, reden: str, door: Medewerker | None, op: date) -> Afspraak:
    """The gemeente cancels; the afspraak stays in the dossier.

    Raises AfspraakFout without a reason or after an outcome. An interpreter who was ordered
    must be told: `tolk_besteld_op` stays, so that the screen can say so.
    """
    rij = _vergrendeld(afspraak)
    if rij.uitkomst == Afspraakuitkomst.GEANNULEERD:
        return rij
    if rij.uitkomst:
        raise AfspraakFout("Deze afspraak heeft al een uitkomst en kan niet meer worden geannuleerd.")
    if not reden.strip():
        raise AfspraakFout("Schrijf op waarom de afspraak niet doorgaat.")
    rij.uitkomst, rij.toelichting = Afspraakuitkomst.GEANNULEERD, reden.strip()
    rij.full_clean()
    rij.save(update_fields=["uitkomst", "toelichting"])
    _schrijf(rij, handelingen.AFSPRAAK_GEANNULEERD, door, op)
    panelen.bij_uitkomst(rij, door, op)
    return rij


def _vergrendeld(afspraak: Afspraak) -> Afspraak:
    return Afspraak.objects.select_for_update(of=("self",)).select_related("dossier", "met").get(pk=afspraak.pk)


def _schrijf(afspraak: Afspraak, soort: str, door: Medewerker | None, op: date, **gegevens: str) -> None:
    registreer_handeling(
        dossier=afspraak.dossier,
        soort=soort,
        datum=op,
        door=door,
        gegevens={"afspraak": omschrijving(afspraak), "afspraak_id": afspraak.pk, **gegevens},
    )
