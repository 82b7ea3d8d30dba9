"""What the bank reports of a released run: executed, refused, returned. Each message once; never a payment lost."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from django.db import transaction

from cases.models import Gemeente, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.enums_betaling import Bankuitkomst, Berichtsoort, Pogingstand
from ontzorgen.handelingen_betaling import BETALING_TERUG
from ontzorgen.maanden import maandnaam
from ontzorgen.models import Bankbericht, Bankregel, Betaalbatch, Betaalpoging
from ontzorgen.sepa.invoer import Berichtfout
from ontzorgen.sepa.redenen import Uitkomst, status_label
from ontzorgen.sepa.status import Oordeel, Statusbericht, lees_status
from ontzorgen.sepa.storno import Storno, lees_stornos

from .bankberichten import Gelezen, bewaar_regels, eerder_gelezen, sha256_van
from .eenheden import dossiers_van
from .fout import OntzorgFout
from .slot import vergrendel_run, zet_gemeente_op_slot

STAND = {Uitkomst.UITGEVOERD: Pogingstand.UITGEVOERD, Uitkomst.GEWEIGERD: Pogingstand.GEWEIGERD}
PAST_ERBIJ = [(stand, Pogingstand.UITGEVOERD) for stand in (Pogingstand.RETOUR, Pogingstand.DUBBEL)]
TE_BOEKEN = (Pogingstand.OPEN, Pogingstand.UITGEVOERD, Pogingstand.DUBBEL)
PER_KEER = 5_000
DUBBELCODE = "AM05"
DUBBEL = "Dubbel aangeboden; het eerste bestand telt."


@transaction.atomic
def lees_statusbericht(*, batch: Betaalbatch, bron: BinaryIO, door: Medewerker, op: date) -> Gelezen:
    """Take over what a pain.002 says of the payments of this run.

    A payment that was refused can be paid again by a next run, unless the bank refused it as offered twice: the first
    offer may be paid. That, and what contradicts what is known or itself, changes nothing: it is held until a person
    decides. A message with a number that was used before, but that says something else, is read like any other. Raises
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


@transaction.atomic
def lees_retouren(*, gemeente: Gemeente, bron: BinaryIO, door: Medewerker, op: date) -> Gelezen:
    """Take over which of our payments came back, from a statement (camt.053) or a notice (camt.054).

    However late: the payment is marked as returned and can be paid again. Returns of others are counted and not kept.
    Raises OntzorgFout for a file that cannot be read, in which nothing came back or something did on a day to come,
    or of an account that paid no run.
    """
    zet_gemeente_op_slot(gemeente)
    sha256 = sha256_van(bron)
    if eerder := eerder_gelezen(gemeente, sha256):
        return Gelezen(eerder, nieuw=False)
    try:
        stornos = lees_stornos(bron)
    except Berichtfout as fout:
        raise OntzorgFout(str(fout), "bestand") from fout
    if not stornos:
        raise OntzorgFout("In dit bestand staat geen betaling die is teruggekomen.", "bestand")
    if (laatste := max(storno.geboekt_op for storno in stornos)) > op:
        raise OntzorgFout(f"In dit bestand staat een boeking op {datum_zonder_weekdag(laatste)}. Die dag komt nog.",
                          "bestand")  # fmt: skip
    verwerking = _Retourverwerking(gemeente, stornos, door, op)
    if not verwerking.iets_van_ons:
        raise OntzorgFout("Dit is een afschrift van een rekening waarvan de gemeente geen run betaalde.", "bestand")
    vast = Bankbericht.objects.create(
        gemeente=gemeente, soort=Berichtsoort.RETOUR, sha256=sha256, telling=verwerking.telling, door=door
    )
    bewaar_regels(vast, verwerking.regels)
    return Gelezen(vast, nieuw=True)


class _Retourverwerking:
    """Finds the payment of each return and marks it."""

    def __init__(self, gemeente: Gemeente, stornos: Iterable[Storno], door: Medewerker, op: date) -> None:
        self.gemeente, self.door, self.op = gemeente, door, op
        self.regels: list[Bankregel] = []
        self.telling: Counter[str] = Counter()
        self.eigen = set(Betaalbatch.objects.van(gemeente).values_list("betaler_iban", flat=True)) - {""}
        self.iets_van_ons = False
        for storno in stornos:
            if storno.rekening in self.eigen:
                self.iets_van_ons = True
                self._verwerk(storno)
            else:
                self.telling["van anderen"] += 1

    def _verwerk(self, storno: Storno) -> None:
        poging = self._poging(storno) if storno.referentie else None
        if poging is None and storno.referentie and not storno.referentie.startswith(f"{self.gemeente.cbs_code}-"):
            self.telling["van anderen"] += 1
        elif poging is None:
            welke = (
                f"{storno.referentie}, die wij niet verzonden" if storno.referentie else "van welke zegt de bank niet"
            )
            zin = f"{euro(storno.cents)} kwam terug van een betaling: {welke}. {storno.reden.zin}"
            self._noteer(Bankuitkomst.ONBEKEND, zin, storno, None)
        elif poging.stand == Pogingstand.RETOUR and poging.cents == storno.cents:
            self.telling["al bekend"] += 1
        elif poging.stand not in TE_BOEKEN or poging.cents != storno.cents:
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
