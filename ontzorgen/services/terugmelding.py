"""What the bank reports of a released run: executed or refused. Each message once; never a payment lost."""

from collections import Counter, defaultdict
from datetime import date
from typing import BinaryIO

from django.db import transaction

from cases.models import Medewerker
from ontzorgen.enums_betaling import Bankuitkomst, Berichtsoort, Pogingstand
from ontzorgen.models import Bankbericht, Bankregel, Betaalbatch
from ontzorgen.sepa.invoer import Berichtfout
from ontzorgen.sepa.redenen import Uitkomst, status_label
from ontzorgen.sepa.status import Oordeel, Statusbericht, lees_status

from .bankberichten import Gelezen, bewaar_regels, eerder_gelezen, sha256_van, waarom_te_vroeg
from .fout import OntzorgFout
from .slot import vergrendel_run

STAND = {Uitkomst.UITGEVOERD: Pogingstand.UITGEVOERD, Uitkomst.GEWEIGERD: Pogingstand.GEWEIGERD}
PAST_ERBIJ = [(stand, Pogingstand.UITGEVOERD) for stand in (Pogingstand.RETOUR, Pogingstand.DUBBEL)]
PER_KEER = 5_000
DUBBELCODE = "AM05"
DUBBEL = "Dubbel aangeboden; het eerste bestand telt."


@transaction.atomic
def lees_statusbericht(*, batch: Betaalbatch, bron: BinaryIO, door: Medewerker, op: date) -> Gelezen:
    """Take over what a pain.002 says of the payments of this run.

    A payment that was refused can be paid again by a next run, unless the bank refused it as offered twice: the first
    offer may be paid. That, and what contradicts what is known or itself, changes nothing: it is held until a person
    decides. Nothing is executed before the day of paying: a message from before it that says so changes nothing
    either. A message with a number that was used before, but that says something else, is read like any other. Raises
    OntzorgFout for a message that cannot be read or is about another run.
    """
    rij = vergrendel_run(batch)
    if not rij.is_vrij:
        raise OntzorgFout(f"{rij} is nog niet vrijgegeven; de bank kan er nog niets over melden.", "bestand")
    sha256 = sha256_van(bron)
    if eerder := eerder_gelezen(rij.betaalmaand.gemeente, sha256):
        return Gelezen(eerder, nieuw=False)
    try:
        bericht = lees_status(bron, voor=rij.bericht_id)
    except Berichtfout as fout:
        raise OntzorgFout(str(fout), "bestand") from fout
    zelfde_nummer = rij.berichten.filter(bericht_id=bericht.bericht_id)
    if eerder := zelfde_nummer.filter(inhoud=bericht.vingerafdruk).first():
        return Gelezen(eerder, nieuw=False)
    verwerking = _Statusverwerking(rij, bericht, op, ander_bericht=zelfde_nummer.exists())
    vast = Bankbericht.objects.create(
        gemeente=rij.betaalmaand.gemeente, batch=rij, soort=Berichtsoort.STATUS, sha256=sha256,
        bericht_id=bericht.bericht_id, inhoud=bericht.vingerafdruk, telling=verwerking.telling, door=door,
    )  # fmt: skip
    bewaar_regels(vast, verwerking.regels)
    return Gelezen(vast, nieuw=True)


class _Statusverwerking:
    """Goes through the rows of the run once, and writes them per outcome."""

    def __init__(self, batch: Betaalbatch, bericht: Statusbericht, op: date, *, ander_bericht: bool) -> None:
        self.bericht, self.op, self.blok = bericht, op, f"{batch.bericht_id}-1"
        self.regels: list[Bankregel] = []
        self.telling: Counter[str] = Counter()
        self._groepen: dict[tuple[Pogingstand | None, str, str], list[int]] = defaultdict(list)
        self._voor_bestand: set[str] = set()
        if ander_bericht:
            zin = f"De bank gebruikte nummer {bericht.bericht_id} al voor een bericht met een andere inhoud."
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, zin, datum=op)
        self._te_vroeg = waarom_te_vroeg(bericht.gemaakt_op, batch.uitvoerdag)
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
        if (self.blok, referentie) in self.bericht.tegenstrijdig:
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, "De bank meldt in één bericht dat deze betaling is uitgevoerd en "
                         "dat zij niet is uitgevoerd.", **wat)  # fmt: skip
            return
        if oordeel.is_vreemd:
            vreemd = f"De bank geeft {status_label(oordeel.status)}. Vraag de bank wat dat betekent."
            self._noteer_per_bestand(Bankuitkomst.STATUS_VREEMD, vreemd, wat)
            return
        dubbel = nieuw == Pogingstand.GEWEIGERD and self.bericht.is_dubbel(self.blok, referentie)
        if stand == Pogingstand.AFGESLOTEN:
            self._noteer_afgesloten(pk, oordeel, dubbel, wat)
            return
        if dubbel:
            self._noteer_per_bestand(Bankuitkomst.TEGENSTRIJDIG, f"{DUBBEL} {zin}", wat)
            return
        if stand != Pogingstand.OPEN:
            if nieuw and nieuw != stand and (stand, nieuw) not in PAST_ERBIJ:
                nu = zin if nieuw == Pogingstand.GEWEIGERD else f"{status_label(oordeel.status)}."
                bekend = f"De bank meldt nu: {nu} Eerder was de betaling {Pogingstand(stand).label}."
                self._noteer(Bankuitkomst.TEGENSTRIJDIG, bekend, **wat)
            return
        if nieuw == Pogingstand.UITGEVOERD and self._te_vroeg:
            self._noteer_te_vroeg(self._te_vroeg)
            return
        self._groepen[nieuw, oordeel.status[:4], zin if nieuw == Pogingstand.GEWEIGERD else ""].append(pk)
        self.telling[nieuw.value if nieuw else "in behandeling"] += 1
        if nieuw == Pogingstand.GEWEIGERD:
            self.regels.append(Bankregel(uitkomst=Bankuitkomst.GEWEIGERD, zin=zin, **wat))

    def _noteer_te_vroeg(self, zin: str) -> None:
        """One line for the message; the payment stays under way until the bank says it when it can be true."""
        self.telling["uitgevoerd genoemd voor de dag van betalen"] += 1
        if zin not in self._voor_bestand:
            self._voor_bestand.add(zin)
            self.regels.append(Bankregel(uitkomst=Bankuitkomst.TEGENSTRIJDIG, zin=zin, datum=self.op))

    def _noteer_afgesloten(self, pk: int, oordeel: Oordeel, dubbel: bool, wat: dict[str, object]) -> None:
        """The stand stays what two people decided; what is no plain refusal keeps the payment out of a next run."""
        self._groepen[None, DUBBELCODE if dubbel else oordeel.status[:4], ""].append(pk)
        if STAND.get(oordeel.uitkomst) == Pogingstand.GEWEIGERD and not dubbel:
            self.telling["zoals al afgesloten"] += 1
        else:
            gemeld = DUBBEL.lower() if dubbel else f"{status_label(oordeel.status)}."
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, f"De run is afgesloten als niet betaald, maar de bank meldt nu: "
                         f"{gemeld} Vraag de bank na.", **wat)  # fmt: skip

    def _noteer_per_bestand(self, uitkomst: Bankuitkomst, zin: str, wat: dict[str, object]) -> None:
        """A line for each payment that the bank names, else one for the whole file."""
        if (self.blok, wat["referentie"]) in self.bericht.betalingen:
            self._noteer(uitkomst, zin, **wat)
        elif zin not in self._voor_bestand:
            self._voor_bestand.add(zin)
            self._noteer(uitkomst, zin, datum=self.op)

    def _noteer(self, uitkomst: Bankuitkomst, zin: str, **wat: object) -> None:
        self.regels.append(Bankregel(uitkomst=uitkomst, zin=zin[:600], **wat))
        self.telling[uitkomst.value] += 1

    def _schrijf(self, batch: Betaalbatch) -> None:
        for (stand, status, zin), ids in self._groepen.items():
            waarden = {"bankstatus": status} | ({"stand": stand, "reden": zin, "bericht_op": self.op} if stand else {})
            for begin in range(0, len(ids), PER_KEER):
                batch.pogingen.filter(pk__in=ids[begin : begin + PER_KEER]).update(**waarden)


def _zin(oordeel: Oordeel) -> str:
    """Why, in Dutch: the reasons of the bank, else its status."""
    redenen = " ".join(reden.zin for reden in oordeel.redenen)
    return (redenen or f"De bank geeft geen reden: {status_label(oordeel.status)}.")[:500]
