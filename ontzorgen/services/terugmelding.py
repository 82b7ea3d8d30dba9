"""What the bank reports of a released run: executed, refused, returned. Each message once; never a payment lost."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from django.db import transaction

from cases.models import Gemeente, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.geld import euro
from ontzorgen.enums_betaling import Bankuitkomst, Berichtsoort, Pogingstand
from ontzorgen.handelingen_betaling import BETALING_TERUG
from ontzorgen.maanden import maandnaam
from ontzorgen.models import Bankbericht, Bankregel, Betaalbatch, Betaalpoging
from ontzorgen.sepa.invoer import Berichtfout
from ontzorgen.sepa.redenen import Uitkomst, status_label
from ontzorgen.sepa.status import Oordeel, Statusbericht, lees_status
from ontzorgen.sepa.storno import Storno, lees_stornos

from .eenheden import dossiers_van
from .fout import OntzorgFout
from .slot import vergrendel_run, zet_gemeente_op_slot

STAND = {Uitkomst.UITGEVOERD: Pogingstand.UITGEVOERD, Uitkomst.GEWEIGERD: Pogingstand.GEWEIGERD}
PER_KEER = 5_000
DUBBELCODE = "AM05"
DUBBEL = "Dubbel aangeboden; het eerste bestand telt."


@dataclass(frozen=True, slots=True)
class Gelezen:
    """The message, and whether it was new; one that was read before changes nothing."""

    bericht: Bankbericht
    nieuw: bool


@transaction.atomic
def lees_statusbericht(*, batch: Betaalbatch, bron: BinaryIO, door: Medewerker, op: date) -> Gelezen:
    """Take over what a pain.002 says of the payments of this run.

    A payment that was refused can be paid again by a next run, unless the bank refused it as offered twice: the first
    offer may be paid. That, and what contradicts what is known, changes nothing and stands in the list. Raises
    OntzorgFout for a message that cannot be read or is about another run.
    """
    rij = vergrendel_run(batch)
    if not rij.is_vrij:
        raise OntzorgFout(f"{rij} is nog niet vrijgegeven; de bank kan er nog niets over melden.", "bestand")
    sha256 = _sha256(bron)
    if eerder := _eerder(rij.betaalmaand.gemeente, sha256):
        return Gelezen(eerder, nieuw=False)
    try:
        bericht = lees_status(bron, voor=rij.bericht_id)
    except Berichtfout as fout:
        raise OntzorgFout(str(fout), "bestand") from fout
    if eerder := rij.berichten.filter(bericht_id=bericht.bericht_id).first():
        return Gelezen(eerder, nieuw=False)
    verwerking = _Statusverwerking(rij, bericht, op)
    vast = Bankbericht.objects.create(
        gemeente=rij.betaalmaand.gemeente, batch=rij, soort=Berichtsoort.STATUS, sha256=sha256,
        bericht_id=bericht.bericht_id, telling=verwerking.telling, door=door,
    )  # fmt: skip
    _bewaar(vast, verwerking.regels)
    return Gelezen(vast, nieuw=True)


class _Statusverwerking:
    """Goes through the rows of the run once, and writes them per outcome."""

    def __init__(self, batch: Betaalbatch, bericht: Statusbericht, op: date) -> None:
        self.bericht, self.op, self.blok = bericht, op, f"{batch.bericht_id}-1"
        self.regels: list[Bankregel] = []
        self.telling: Counter[str] = Counter()
        self._groepen: dict[tuple[Pogingstand | None, str, str], list[int]] = defaultdict(list)
        self._bestand_dubbel = False
        bekend = set()
        rijen = batch.pogingen.exclude(stand=Pogingstand.UITGENOMEN).values_list("pk", "referentie", "stand", "cents")
        for pk, referentie, stand, cents in rijen.iterator(PER_KEER):
            bekend.add(referentie)
            self._verwerk(pk, referentie, stand, cents)
        for _, referentie in bericht.betalingen.keys() - {(self.blok, ref) for ref in bekend}:
            zin = f"De bank noemt betaling {referentie}; die zit niet in {batch}."
            self._noteer(Bankuitkomst.ONBEKEND, zin, referentie=referentie[:70])
        self._schrijf(batch)

    def _verwerk(self, pk: int, referentie: str, stand: str, cents: int) -> None:
        oordeel = self.bericht.oordeel(self.blok, referentie)
        if not oordeel.status:
            return
        nieuw, zin = STAND.get(oordeel.uitkomst), _zin(oordeel)
        wat = {"poging_id": pk, "referentie": referentie, "cents": cents, "datum": self.op}
        dubbel = nieuw == Pogingstand.GEWEIGERD and self.bericht.is_dubbel(self.blok, referentie)
        if stand == Pogingstand.AFGESLOTEN:
            self._noteer_afgesloten(pk, oordeel, dubbel, wat)
            return
        if dubbel:
            self._noteer_dubbel(zin, wat)
            return
        if stand != Pogingstand.OPEN:
            if nieuw and nieuw != stand and (stand, nieuw) != (Pogingstand.RETOUR, Pogingstand.UITGEVOERD):
                bekend = f"De bank meldt nu: {zin} Eerder was de betaling {Pogingstand(stand).label}."
                self._noteer(Bankuitkomst.TEGENSTRIJDIG, bekend, **wat)
            return
        self._groepen[nieuw, oordeel.status[:4], zin if nieuw == Pogingstand.GEWEIGERD else ""].append(pk)
        self.telling[nieuw.value if nieuw else "in behandeling"] += 1
        if nieuw == Pogingstand.GEWEIGERD:
            self.regels.append(Bankregel(uitkomst=Bankuitkomst.GEWEIGERD, zin=zin, **wat))

    def _noteer_afgesloten(self, pk: int, oordeel: Oordeel, dubbel: bool, wat: dict[str, object]) -> None:
        """The stand stays what two people decided; what is no plain refusal keeps the payment out of a next run."""
        self._groepen[None, DUBBELCODE if dubbel else oordeel.status[:4], ""].append(pk)
        if STAND.get(oordeel.uitkomst) == Pogingstand.GEWEIGERD and not dubbel:
            self.telling["zoals al afgesloten"] += 1
        else:
            gemeld = DUBBEL.lower() if dubbel else f"{status_label(oordeel.status)}."
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, f"De run is afgesloten als niet betaald, maar de bank meldt nu: "
                         f"{gemeld} Vraag de bank na. Deze betaling gaat niet in een nieuwe run.", **wat)  # fmt: skip

    def _noteer_dubbel(self, zin: str, wat: dict[str, object]) -> None:
        """A line for each payment that the bank names, else one for the whole file."""
        if (self.blok, wat["referentie"]) in self.bericht.betalingen:
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, f"{DUBBEL} {zin}", **wat)
        elif not self._bestand_dubbel:
            self._bestand_dubbel = True
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, f"{DUBBEL} {zin}", datum=self.op)

    def _noteer(self, uitkomst: Bankuitkomst, zin: str, **wat: object) -> None:
        self.regels.append(Bankregel(uitkomst=uitkomst, zin=zin[:600], **wat))
        self.telling[uitkomst.value] += 1

    def _schrijf(self, batch: Betaalbatch) -> None:
        for (stand, status, zin), ids in self._groepen.items():
            waarden = {"bankstatus": status} | ({"stand": stand, "reden": zin, "bericht_op": self.op} if stand else {})
            for begin in range(0, len(ids), PER_KEER):
                batch.pogingen.filter(pk__in=ids[begin : begin + PER_KEER]).update(**waarden)


@transaction.atomic
def lees_retouren(*, gemeente: Gemeente, bron: BinaryIO, door: Medewerker, op: date) -> Gelezen:
    """Take over which of our payments came back, from a statement (camt.053) or a notice (camt.054).

    However late: the payment is marked as returned and can be paid again. Returns of others on the account are counted
    and not kept. Raises OntzorgFout for a file that cannot be read or in which nothing came back.
    """
    zet_gemeente_op_slot(gemeente)
    sha256 = _sha256(bron)
    if eerder := _eerder(gemeente, sha256):
        return Gelezen(eerder, nieuw=False)
    try:
        stornos = lees_stornos(bron)
    except Berichtfout as fout:
        raise OntzorgFout(str(fout), "bestand") from fout
    if not stornos:
        raise OntzorgFout("In dit bestand staat geen betaling die is teruggekomen.", "bestand")
    verwerking = _Retourverwerking(gemeente, stornos, door, op)
    vast = Bankbericht.objects.create(
        gemeente=gemeente, soort=Berichtsoort.RETOUR, sha256=sha256, telling=verwerking.telling, door=door
    )
    _bewaar(vast, verwerking.regels)
    return Gelezen(vast, nieuw=True)


class _Retourverwerking:
    """Finds the payment of each return and marks it."""

    def __init__(self, gemeente: Gemeente, stornos: Iterable[Storno], door: Medewerker, op: date) -> None:
        self.gemeente, self.door, self.op = gemeente, door, op
        self.regels: list[Bankregel] = []
        self.telling: Counter[str] = Counter()
        self.eigen = set(Betaalbatch.objects.van(gemeente).values_list("betaler_iban", flat=True)) - {""}
        for storno in stornos:
            self._verwerk(storno)

    def _verwerk(self, storno: Storno) -> None:
        poging = self._poging(storno) if storno.referentie else None
        if poging is None:
            ons_nummer = storno.referentie.startswith(f"{self.gemeente.cbs_code}-")
            if storno.rekening in self.eigen and (ons_nummer or not storno.referentie):
                self._noteer(Bankuitkomst.ONBEKEND, f"{euro(storno.cents)} kwam terug; van welke betaling zegt de bank "
                             f"niet. {storno.reden.zin}", storno, None)  # fmt: skip
            else:
                self.telling["van anderen"] += 1
        elif poging.stand == Pogingstand.RETOUR and poging.cents == storno.cents:
            self.telling["al bekend"] += 1
        elif poging.stand not in (Pogingstand.OPEN, Pogingstand.UITGEVOERD) or poging.cents != storno.cents:
            zin = (f"{euro(storno.cents)} kwam terug van een betaling van {euro(poging.cents)}, die "
                   f"{poging.get_stand_display()} is. {storno.reden.zin}")  # fmt: skip
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, zin, storno, poging)
        else:
            self._boek(storno, poging)

    def _poging(self, storno: Storno) -> Betaalpoging | None:
        rijen = Betaalpoging.objects.select_for_update(of=("self",)).select_related(
            "verplichting__afrekening__eenheid", "verplichting__last__dossier"
        )
        rijen = rijen.filter(referentie=storno.referentie, batch__betaalmaand__gemeente=self.gemeente)
        gevonden: Betaalpoging | None = rijen.exclude(batch__vrijgegeven_op=None).first()
        return gevonden

    def _boek(self, storno: Storno, poging: Betaalpoging) -> None:
        poging.stand, poging.reden, poging.bericht_op = Pogingstand.RETOUR, storno.reden.zin[:500], storno.geboekt_op
        poging.save(update_fields=["stand", "reden", "bericht_op"])
        self._noteer(Bankuitkomst.RETOUR, storno.reden.zin, storno, poging)
        verplichting = poging.verplichting
        eigen = verplichting.last.dossier  # of one partner: then it is no business of the other
        for dossier in [eigen] if eigen else dossiers_van(eenheid=verplichting.afrekening.eenheid, op=self.op):
            registreer_handeling(
                dossier=dossier, soort=BETALING_TERUG, datum=self.op, door=self.door, kenmerk=poging.referentie,
                bron="bank", gegevens={"maand": maandnaam(verplichting.maand), "uitkomst": "teruggekomen",
                                       "wat": f"{verplichting.crediteur_naam}, {euro(poging.cents)}"},
            )  # fmt: skip

    def _noteer(self, uitkomst: Bankuitkomst, zin: str, storno: Storno, poging: Betaalpoging | None) -> None:
        regel = Bankregel(uitkomst=uitkomst, zin=zin[:600], referentie=storno.referentie[:70], cents=storno.cents,
                          datum=storno.geboekt_op, poging=poging)  # fmt: skip
        self.regels.append(regel)
        self.telling[uitkomst.value] += 1


def _zin(oordeel: Oordeel) -> str:
    """Why, in Dutch: the reasons of the bank, else its status."""
    redenen = " ".join(reden.zin for reden in oordeel.redenen)
    return (redenen or f"De bank geeft geen reden: {status_label(oordeel.status)}.")[:500]


def _sha256(bron: BinaryIO) -> str:
    som = hashlib.sha256()
    bron.seek(0)
    while stuk := bron.read(1024 * 1024):
        som.update(stuk)
    bron.seek(0)
    return som.hexdigest()


def _eerder(gemeente: Gemeente, sha256: str) -> Bankbericht | None:
    gevonden: Bankbericht | None = Bankbericht.objects.filter(gemeente=gemeente, sha256=sha256).first()
    return gevonden


def _bewaar(bericht: Bankbericht, regels: Iterable[Bankregel]) -> None:
    rijen = list(regels)
    for rij in rijen:
        rij.bericht = bericht
    Bankregel.objects.bulk_create(rijen)
