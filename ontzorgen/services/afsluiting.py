"""Closing a released run that the bank did not execute: proposed by one person, decided by another."""

from datetime import date, datetime

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handelingen
from ontzorgen.enums_betaling import Afsluitbewijs, Afsluitstand, Bestandstand, Pogingstand
from ontzorgen.handelingen_betaling import BETALING_AFGESLOTEN
from ontzorgen.maanden import maandnaam
from ontzorgen.models import Bestandsdownload, Betaalbatch, Runafsluiting

from .fout import OntzorgFout, keur
from .slot import vergrendel_run

TE_LAAT = "Er is intussen iets gemeld over deze run. Leg het voorstel terzijde en kijk opnieuw."
VAN_DE_BANK = "Het bestand is gedownload en kan bij de bank zijn. Kies waaruit blijkt dat de bank niet heeft betaald."
NIET_GEDOWNLOAD = "Niemand heeft het bestand gedownload: de bank kan er niets over hebben geschreven."


@transaction.atomic
def stel_afsluiten_voor(
    *, batch: Betaalbatch, bewijs: Afsluitbewijs, kenmerk: str, reden: str, door: Medewerker
) -> Runafsluiting:
    """Propose that what is open in this run was never executed; from here on nobody takes the file to the bank.

    Again while it waits returns the proposal that is there. Raises OntzorgFout for a run that was not released, of
    which nothing is open, without a reason, and without evidence of the bank when the file was downloaded.
    """
    rij = vergrendel_run(batch)
    if bestaand := rij.afsluitingen.exclude(stand=Afsluitstand.AFGEWEZEN).first():
        return bestaand
    if reden_niet := waarom_niet_voorstellen(rij):
        raise OntzorgFout(reden_niet)
    aantal, cents = rij.pogingen.totaal()
    gedownload = is_gedownload(rij)
    if gedownload and bewijs == Afsluitbewijs.NIET_VERSTUURD:
        raise OntzorgFout(VAN_DE_BANK, "bewijs")
    if not gedownload and bewijs != Afsluitbewijs.NIET_VERSTUURD:
        raise OntzorgFout(NIET_GEDOWNLOAD, "bewijs")
    voorstel = Runafsluiting(
        batch=rij, bewijs=bewijs, kenmerk=kenmerk.strip(), reden=reden.strip(), aantal=aantal, cents=cents,
        voorgesteld_door=door,
    )  # fmt: skip
    keur(voorstel)
    voorstel.save()
    return voorstel


@transaction.atomic
def sluit_af(*, afsluiting: Runafsluiting, door: Medewerker, op: date, moment: datetime) -> Runafsluiting:
    """Close what is open in the run: it was not paid, and a next run of the month proposes it again.

    A second time changes nothing. Raises OntzorgFout for who proposed it, and when something was reported in between.
    """
    rij = _vergrendeld(afsluiting)
    if rij.stand == Afsluitstand.VASTGESTELD:
        return rij
    if reden := waarom_niet_afsluiten(rij, door):
        raise OntzorgFout(reden)
    if rij.batch.pogingen.totaal() != (rij.aantal, rij.cents):
        raise OntzorgFout(TE_LAAT)
    _beslis(rij, Afsluitstand.VASTGESTELD, door, moment)
    zin = f"Afgesloten, {rij.get_bewijs_display()}: {rij.reden}"
    rijen = rij.batch.pogingen.filter(stand=Pogingstand.OPEN)
    rijen.update(stand=Pogingstand.AFGESLOTEN, reden=zin[:500], bericht_op=op, bankstatus="")
    _noteer(rij, door, op)
    return rij


@transaction.atomic
def leg_afsluiten_terzijde(*, afsluiting: Runafsluiting, door: Medewerker, moment: datetime) -> Runafsluiting:
    """The run stays open; also for who proposed it. Raises OntzorgFout once the run is closed."""
    rij = _vergrendeld(afsluiting)
    if rij.stand == Afsluitstand.AFGEWEZEN:
        return rij
    if not rij.wacht:
        raise OntzorgFout(f"{rij.batch} is al afgesloten.")
    _beslis(rij, Afsluitstand.AFGEWEZEN, door, moment)
    return rij


def waarom_niet_voorstellen(batch: Betaalbatch) -> str:
    """Why nobody can propose to close this run, '' when it can be."""
    if not batch.is_vrij:
        return f"{batch} is niet vrijgegeven. Trek de run in, of neem betalingen eruit."
    if is_dicht(batch):
        return f"Over het afsluiten van {batch} ligt al een voorstel of besluit."
    return "" if batch.pogingen.totaal()[0] else "Over alle betalingen in deze run is al bericht van de bank."


def waarom_niet_afsluiten(afsluiting: Runafsluiting, medewerker: Medewerker) -> str:
    """Why this person cannot decide on it now, '' when she can; her role is another matter."""
    if not afsluiting.wacht:
        return "Dit voorstel is al afgehandeld. Ververs de pagina."
    if afsluiting.voorgesteld_door_id == medewerker.pk:
        return "U hebt dit zelf voorgesteld. Een collega beslist."
    return ""


def is_gedownload(batch: Betaalbatch) -> bool:
    """Whether anybody took the file, so that it can be at the bank."""
    return Bestandsdownload.objects.filter(bestand__batch=batch).exists()


def is_dicht(batch: Betaalbatch) -> bool:
    """Whether the run is closed, or a proposal to close it waits: its file stays here."""
    return batch.afsluitingen.exclude(stand=Afsluitstand.AFGEWEZEN).exists()


def bestand_gemaakt(batch: Betaalbatch) -> bool:
    """Whether there is a file that somebody could take."""
    bestand = getattr(batch, "bestand", None)
    return bestand is not None and bestand.stand == Bestandstand.KLAAR


def _vergrendeld(afsluiting: Runafsluiting) -> Runafsluiting:
    vergrendel_run(afsluiting.batch)
    rijen = Runafsluiting.objects.select_for_update(of=("self",)).select_related("batch__betaalmaand__gemeente")
    rij: Runafsluiting = rijen.get(pk=afsluiting.pk)
    return rij


def _beslis(rij: Runafsluiting, stand: Afsluitstand, door: Medewerker, moment: datetime) -> None:
    rij.stand, rij.beslist_door, rij.beslist_op = stand, door, moment
    rij.save(update_fields=["stand", "beslist_door", "beslist_op"])


def _noteer(rij: Runafsluiting, door: Medewerker, op: date) -> None:
    """In the dossier of everybody for whom a payment was closed."""
    eenheden = rij.batch.pogingen.filter(stand=Pogingstand.AFGESLOTEN).values("verplichting__afrekening__eenheid")
    dossiers = Dossier.objects.filter(uitkeringseenheden__eenheid__in=eenheden, uitkeringseenheden__tot__isnull=True)
    registreer_handelingen(
        dossiers=dossiers.distinct(),
        soort=BETALING_AFGESLOTEN,
        datum=op,
        door=door,
        gegevens={"maand": maandnaam(rij.batch.betaalmaand.maand), "run": str(rij.batch)},
    )
