"""What must be done before a dossier is closed: the certificate of the Z-route, and the answer to an overdracht."""

from collections.abc import Iterator
from datetime import date

from cases.models import Dossier
from cases.services.termijnen import dossierfeiten_van
from cases.slot import registreer_slotbeletsel
from inburgering.recht.afronding import voldaan

from .services.afronden import certificaat_kan, uitreiking_van
from .services.plan import voortgang_van


@registreer_slotbeletsel
def certificaat(dossier: Dossier, op: date) -> Iterator[str]:
    feiten = dossierfeiten_van(dossier)
    if voldaan(feiten) and certificaat_kan(feiten, voortgang_van(dossier, feiten)) and not uitreiking_van(dossier):
        yield "Het certificaat is nog niet uitgereikt. Dat gebeurt persoonlijk (art. 3.18 lid 2 Regeling)."


@registreer_slotbeletsel
def overdracht_open(dossier: Dossier, op: date) -> Iterator[str]:
    for rij in dossier.gemeenteoverdrachten.open().select_related("naar"):
        yield f"De overdracht aan {rij.naar_wie} staat nog open. Wacht op antwoord, of trek haar in."
