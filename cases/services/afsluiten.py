"""Closing a dossier whose duty has ended here, and opening it again with a reason."""

from datetime import date

from django.db import transaction

from cases import handelingen
from cases.enums import Beschikkingstatus, Dossierstatus
from cases.models import Dossier, Medewerker
from cases.slot import slotbeletsels
from inburgering.recht.termijnen import einde_reden

from .bezwaar.lopend import dossiers_met_lopend_bezwaar
from .gebeurtenissen import registreer_handeling
from .termijnen import actualiseer, dossierfeiten_van
from .vernietiging import bewaren_tot

GEEN_EINDE = "Het einde is nog niet vastgelegd: voldaan, ontheffing of vrijstelling, overlijden, of vertrek."


class SlotFout(Exception):
    """Why a dossier cannot be closed or opened; the text is Dutch and meant for the screen."""


def beletsels(dossier: Dossier, op: date) -> list[str]:
    """Everything that must be done before this dossier can be closed, a sentence each."""
    zinnen = [] if einde_reden(dossierfeiten_van(dossier)) else [GEEN_EINDE]
    if dossier.pk in dossiers_met_lopend_bezwaar(gemeente_id=dossier.gemeente_id, op=op):
        zinnen.append("Er loopt een bezwaar of beroep.")
    if dossier.beschikkingen.filter(status=Beschikkingstatus.VASTGESTELD).exists():
        zinnen.append("Er is een besluit dat nog niet bekend is gemaakt. Verstuur het, of kies ‘Niet verzenden’.")
    if dossier.afspraken.open().exists():
        zinnen.append("Er staat nog een afspraak open. Annuleer haar, of leg vast hoe het ging.")
    return zinnen + slotbeletsels(dossier, op)


@transaction.atomic
def sluit_af(*, dossier: Dossier, door: Medewerker | None, op: date, toelichting: str = "") -> Dossier:
    """Close it; closing again changes nothing. The event says by what the duty ended and how long it is kept.

    Raises SlotFout with every reason why it cannot be closed yet.
    """
    rij = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if rij.status == Dossierstatus.AFGESLOTEN:
        return rij
    if rij.status != Dossierstatus.LOPEND:
        raise SlotFout("Dit dossier is samengevoegd met een ander.")
    if redenen := beletsels(rij, op):
        raise SlotFout(" ".join(redenen))
    actualiseer(dossier=rij, op=op)
    rij.status = Dossierstatus.AFGESLOTEN
    rij.save(update_fields=["status"])
    tot = bewaren_tot(rij)
    registreer_handeling(
        dossier=rij, soort=handelingen.DOSSIER_AFGESLOTEN, datum=op, door=door, toelichting=toelichting,
        gegevens={"waarom": einde_reden(dossierfeiten_van(rij)), "bewaren": f"{tot:%d-%m-%Y}" if tot else "onbekend"},
    )  # fmt: skip
    return rij


@transaction.atomic
def heropen(*, dossier: Dossier, reden: str, door: Medewerker | None, op: date) -> Dossier:
    """Work on it again, with the reason; opening an open one changes nothing. Raises SlotFout without a reason."""
    rij = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if rij.status == Dossierstatus.LOPEND:
        return rij
    if rij.status != Dossierstatus.AFGESLOTEN:
        raise SlotFout("Dit dossier is samengevoegd met een ander en gaat niet meer open.")
    if not reden.strip():
        raise SlotFout("Schrijf op waarom het dossier weer open moet.")
    rij.status = Dossierstatus.LOPEND
    rij.save(update_fields=["status"])
    registreer_handeling(
        dossier=rij, soort=handelingen.DOSSIER_HEROPEND, datum=op, door=door, toelichting=reden.strip()
    )
    actualiseer(dossier=rij, op=op)
    return rij
