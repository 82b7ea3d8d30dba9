"""Where a paper belongs: linking it to a dossier, taking it out again, clearing away what should not be held."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from cases import handelingen
from cases.enums import Rol
from cases.enums_stukken import Stukstatus
from cases.models import Dossier, Medewerker, Stuk
from cases.opslag import wis
from cases.services.inzage import noteer_uitvoer
from cases.services.team import consulenten, medewerkers
from cases.toegang import Actie, mag

from .ontvangen import AL_IN_DOSSIER, AL_IN_POSTVAK, ligt_er_al, noteer, vergrendel_plaats
from .weigering import StukFout

TE_WIJZIGEN = ("onderwerp", "omschrijving", "ontvangen_op", "over")
MEDISCH = "Dit stuk is medisch. Zolang het in het Postvak ligt, opent en koppelt alleen {} het."
NIET_IN_POSTVAK = "Dit stuk ligt niet meer in het Postvak; iemand anders was u voor."


@transaction.atomic
def koppel(*, stuk: Stuk, dossier: Dossier, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Stuk:
    """Put a paper from the Postvak in a dossier of the same gemeente; `gegevens` as in `ontvang`.

    Writes the event in the dossier. Raises StukFout when it was linked, refused or removed meanwhile, when the dossier
    has it already, and for a medical paper of somebody else.
    """
    rij = _vergrendel(stuk)
    if rij.dossier_id or rij.is_weg:
        raise StukFout(NIET_IN_POSTVAK)
    if not rij.is_uit_postvak_voor(door):
        raise StukFout(MEDISCH.format(rij.medisch_voor or rij.toegevoegd_door))
    if dossier.gemeente_id != rij.gemeente_id:
        raise StukFout("Dit dossier is van een andere gemeente.")
    _weiger_dubbel(rij, dossier)
    rij.dossier, rij.uit_dossier, rij.laatst_door = dossier, None, door
    _zet(rij, gegevens, op)
    rij.save(update_fields=["dossier", "uit_dossier", "laatst_door", *TE_WIJZIGEN])
    noteer(dossier, handelingen.STUK_GEKOPPELD, [rij], door, op)
    return rij


@transaction.atomic
def wijzig(*, stuk: Stuk, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Stuk:
    """Put right what is said of a paper; the file itself never changes. In a dossier it is an event.

    Raises StukFout when the paper is gone, or the date lies in the future.
    """
    rij = _vergrendel(stuk)
    if rij.is_weg:
        raise StukFout("Dit stuk is er niet meer.")
    _zet(rij, gegevens, op)
    rij.save(update_fields=list(TE_WIJZIGEN))
    if rij.dossier:
        noteer(rij.dossier, handelingen.STUK_GEWIJZIGD, [rij], door, op)
    return rij


@transaction.atomic
def maak_los(*, stuk: Stuk, reden: str, door: Medewerker, op: date) -> Stuk:
    """Take a paper out of a dossier, back to the Postvak: it was in the wrong one. The reason is in the event.

    Until it is linked again it remembers where it came from: nobody knows yet whose it is, and it may not outlive that
    dossier.
    Raises StukFout without a reason, when something refers to the paper, when the Postvak has it already, and in an
    extra-protected dossier, because more people look into the Postvak.
    """
    rij = _vergrendel(stuk)
    dossier = rij.dossier
    if dossier is None or rij.is_weg:
        raise StukFout("Dit stuk staat niet meer in dit dossier.")
    if not reden.strip():
        raise StukFout("Schrijf op waarom dit stuk niet in dit dossier hoort.")
    if dossier.extra_beschermd:
        raise StukFout("Dit dossier is extra beschermd. In het Postvak zouden meer mensen dit stuk zien.")
    if rij.is_gebruikt:
        raise StukFout("Dit stuk hoort bij een besluit in het PIP. Haal het daar eerst weg.")
    _weiger_dubbel(rij, None)
    rij.dossier, rij.uit_dossier, rij.over, rij.laatst_door = None, dossier, "", door
    rij.save(update_fields=["dossier", "uit_dossier", "over", "laatst_door"])
    noteer(dossier, handelingen.STUK_LOSGEMAAKT, [rij], door, op, toelichting=reden)
    return rij


def mag_aanwijzen(*, stuk: Stuk, rollen: Iterable[str], op: date) -> bool:
    """Whether this person may name who links a medical paper: the teamleider, once its bringer works here no more."""
    werkt_hier = medewerkers(gemeente=stuk.gemeente, op=op).filter(pk=stuk.toegevoegd_door_id).exists()
    return stuk.is_bijzonder and not werkt_hier and mag(rollen, Actie.TOEWIJZEN)


@transaction.atomic
def wijs_aan(*, stuk: Stuk, collega: Medewerker, door: Medewerker, op: date, moment: datetime) -> Stuk:
    """Name the one consulent who may open and link a medical paper of somebody who left (art. 9.11 Bi: by name).

    Who names does not see it herself. Goes into the reading log. Raises StukFout when the bringer is still here, when
    it lies in the Postvak no more, and for a colleague who is no consulent of this gemeente.
    """
    rij = _vergrendel(stuk)
    if rij.dossier_id or rij.is_weg:
        raise StukFout(NIET_IN_POSTVAK)
    if not mag_aanwijzen(stuk=rij, rollen=[Rol.TEAMLEIDER], op=op):
        raise StukFout(MEDISCH.format(rij.toegevoegd_door))
    if collega not in consulenten(gemeente=rij.gemeente, op=op):
        raise StukFout("Kies een consulent van deze gemeente.")
    rij.medisch_voor = collega
    rij.save(update_fields=["medisch_voor"])
    wat = f"stuk {rij.pk} aan medewerker {collega.pk} gegeven"
    noteer_uitvoer(medewerker=door, gemeente=rij.gemeente, wat=wat, dossier_ids=[], moment=moment)
    return rij


@transaction.atomic
def verwijder(*, stuk: Stuk, reden: str, door: Medewerker) -> Stuk:
    """Clear a paper away from the Postvak: the bytes go, and with them what tells of whom it was.

    What stays is the proof: sha256, reason, who and when it came. Raises StukFout without a reason or when it was
    linked meanwhile.
    """
    rij = _vergrendel(stuk)
    if rij.dossier_id or rij.status == Stukstatus.VERWIJDERD:
        raise StukFout(NIET_IN_POSTVAK)
    if not reden.strip():
        raise StukFout("Schrijf op waarom dit stuk weg moet.")
    wis(rij)
    rij.status, rij.reden, rij.laatst_door = Stukstatus.VERWIJDERD, reden.strip()[:250], door
    rij.label = rij.omschrijving = rij.let_op = rij.scanfout = ""
    rij.save(update_fields=["bytes", "status", "reden", "laatst_door", "label", "omschrijving", "let_op", "scanfout"])
    return rij


def _vergrendel(stuk: Stuk) -> Stuk:
    rijen = Stuk.objects.zonder_bytes().select_for_update(of=("self",))
    rij: Stuk = rijen.select_related("dossier", "gemeente", "toegevoegd_door").get(pk=stuk.pk)
    return rij


def _weiger_dubbel(rij: Stuk, dossier: Dossier | None) -> None:
    vergrendel_plaats(rij.gemeente, dossier)
    if ligt_er_al(gemeente=rij.gemeente, dossier=dossier, som=rij.sha256):
        raise StukFout(f"Dit stuk {AL_IN_DOSSIER if dossier else AL_IN_POSTVAK}".partition(";")[0] + ".")


def _zet(rij: Stuk, gegevens: Mapping[str, Any], op: date) -> None:
    if gegevens["ontvangen_op"] > op:
        raise StukFout("De datum van ontvangst ligt in de toekomst.")
    for veld in TE_WIJZIGEN:
        setattr(rij, veld, gegevens[veld])
