"""The bank file of a released run: made by a worker from what was frozen, checked twice, handed out with a trace."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from cases.models import Medewerker
from cases.services.inzage import noteer_uitvoer
from inburgering.wachtrij import zet_in_wachtrij
from ontzorgen.enums_betaling import Afsluitstand, Bestandstand, Pogingstand
from ontzorgen.kenmerk import MEESTE_TEKENS, Kenmerk, Kenmerksoort
from ontzorgen.maanden import maandnaam
from ontzorgen.models import Bestandsdeel, Bestandsdownload, Betaalbatch, Betaalbestand, Eenheidlid, Runafsluiting
from ontzorgen.sepa.controle import controleer
from ontzorgen.sepa.opdracht import Betaalregel, Betaler, Blok, Opdracht, Versie
from ontzorgen.sepa.schrijven import Opdrachtfout, Regelfout, Totaalfout, schrijf

from .afsluiting import is_dicht
from .fout import OntzorgFout
from .slot import vergrendel_run
from .vrijgave import BESTANDSTAAK

DEEL = 1024 * 1024
RIJEN_PER_KEER = 2_000


@transaction.atomic
def maak_bestand(*, bestand_id: int, moment: datetime) -> bool:
    """Make the file of a run; True when this call made it.

    Safe to repeat and to be killed: until the last byte is stored there is nothing, and the same run gives the same
    bytes. Who comes while another is at it goes away. What the checks find stands on the row, and nobody can download.
    """
    rijen = Betaalbestand.objects.select_for_update(of=("self",), skip_locked=True)
    bestand = rijen.select_related("batch__betaalmaand").filter(pk=bestand_id).exclude(stand=Bestandstand.KLAAR).first()
    if bestand is None or is_dicht(bestand.batch):
        return False
    with TemporaryFile() as werk:
        fouten = _schrijf(bestand, werk)
        if fouten:
            bestand.stand, bestand.fout = Bestandstand.MISLUKT, "\n".join(fouten)
            bestand.save(update_fields=["stand", "fout"])
            return False
        bestand.sha256 = _bewaar(bestand, werk)
    bestand.stand, bestand.klaar_op, bestand.fout = Bestandstand.KLAAR, moment, ""
    bestand.save(update_fields=["stand", "klaar_op", "fout", "sha256", "grootte", "aanpassingen"])
    return True


def vraag_opnieuw(*, bestand: Betaalbestand) -> None:
    """Queue the making once more; harmless when it is made already."""
    zet_in_wachtrij(BESTANDSTAAK, bestand.pk)


def hervat(*, sinds: datetime) -> int:
    """Queue the files that nobody made since this moment; how many that were."""
    dicht = Runafsluiting.objects.exclude(stand=Afsluitstand.AFGEWEZEN).values("batch")
    rijen = Betaalbestand.objects.wachtend().filter(aangevraagd_op__lt=sinds).exclude(batch__in=dicht)
    ids = list(rijen.values_list("pk", flat=True))
    for bestand_id in ids:
        zet_in_wachtrij(BESTANDSTAAK, bestand_id)
    return len(ids)


@transaction.atomic
def geef_mee(*, bestand: Betaalbestand, door: Medewerker, moment: datetime) -> Iterator[bytes]:
    """The bytes, a piece at a time; who took them and when is kept, and whose dossiers were in it.

    Raises OntzorgFout while there is no file, once a proposal to close the run waits, and when the bytes are not those
    that were made.
    """
    if bestand.stand != Bestandstand.KLAAR:
        raise OntzorgFout("Het betaalbestand is er nog niet.")
    if is_dicht(vergrendel_run(bestand.batch)):
        raise OntzorgFout("Deze run wordt of is afgesloten. Het bestand mag niet meer naar de bank.")
    som = hashlib.sha256()
    for stuk in stukken(bestand):
        som.update(stuk)
    if som.hexdigest() != bestand.sha256:
        raise OntzorgFout("Het betaalbestand is beschadigd: de inhoud past niet bij het bewaarde controlegetal.")
    Bestandsdownload.objects.create(bestand=bestand, door=door, op=moment)
    batch = bestand.batch
    betaald = batch.pogingen.exclude(stand=Pogingstand.UITGENOMEN)
    leden = Eenheidlid.objects.in_maand(batch.betaalmaand.maand).filter(
        eenheid__afrekeningen__verplichtingen__pogingen__in=betaald
    )
    noteer_uitvoer(
        medewerker=door,
        gemeente=batch.betaalmaand.gemeente,
        wat="betaalbestand",
        dossier_ids=leden.values_list("dossier", flat=True),
        moment=moment,
    )
    return stukken(bestand)


def stukken(bestand: Betaalbestand) -> Iterator[bytes]:
    """The bytes as they were stored, one piece in memory at a time."""
    for nummer in bestand.delen.values_list("volgnummer", flat=True):
        yield bytes(bestand.delen.values_list("inhoud", flat=True).get(volgnummer=nummer))


def opdracht_van(batch: Betaalbatch) -> Opdracht:
    """What the file has to say, from what was frozen at the release."""
    if batch.vrijgegeven_op is None or batch.aantal is None or batch.cents is None:
        raise OntzorgFout(f"{batch} is nog niet vrijgegeven.")
    gemaakt = timezone.localtime(batch.vrijgegeven_op).replace(tzinfo=None)
    betaler = Betaler(batch.betaler_naam, batch.betaler_iban)
    blokken = (Blok(batch.uitvoerdag, batch.aantal, batch.cents),)
    return Opdracht(batch.bericht_id, gemaakt, betaler, blokken, Versie(batch.versie))


def betaalregels(batch: Betaalbatch) -> Iterator[Betaalregel]:
    """The released payments in the order of the run; the database hands them over in portions."""
    velden = ("referentie", "cents", "naam", "iban", "kenmerksoort", "kenmerk")
    rijen = batch.pogingen.exclude(stand=Pogingstand.UITGENOMEN).order_by("volgnummer")
    for referentie, cents, naam, iban, soort, kenmerk in rijen.values_list(*velden).iterator(RIJEN_PER_KEER):
        op_afschrift = _met_maand(Kenmerk(Kenmerksoort(soort), kenmerk), batch.betaalmaand.maand)
        yield Betaalregel(referentie, cents, naam, iban, op_afschrift, batch.uitvoerdag)


def _schrijf(bestand: Betaalbestand, werk: BinaryIO) -> tuple[str, ...]:
    """Write and check; the sentences about what is wrong with it."""
    opdracht = opdracht_van(bestand.batch)
    try:
        verslag = schrijf(opdracht, betaalregels(bestand.batch), werk)
    except (Opdrachtfout, Regelfout, Totaalfout) as fout:
        return (str(fout),)
    bestand.grootte, bestand.aanpassingen = verslag.grootte, verslag.aanpassingen
    return controleer(werk, opdracht)


def _bewaar(bestand: Betaalbestand, werk: BinaryIO) -> str:
    """Store the bytes in pieces; returns the sha256 of what was stored."""
    werk.seek(0)
    som, nummer = hashlib.sha256(), 0
    while stuk := werk.read(DEEL):
        nummer += 1
        som.update(stuk)
        Bestandsdeel.objects.create(bestand=bestand, volgnummer=nummer, inhoud=stuk)
    return som.hexdigest()


def _met_maand(kenmerk: Kenmerk, maand: date) -> Kenmerk:
    """Free text with the month behind it, where that fits; a structured reference stays what was agreed.

    In letters, so that its digits never join those of the reference.
    """
    tekst = f"{kenmerk.tekst} {maandnaam(maand)}"
    past = kenmerk.soort is Kenmerksoort.VRIJ and len(tekst) <= MEESTE_TEKENS
    return replace(kenmerk, tekst=tekst) if past else kenmerk
