"""What the bank sent back after it was paid: marked, so that it can be paid again."""

from collections import Counter
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
from ontzorgen.sepa.storno import Storno, lees_stornos

from .bankberichten import Gelezen, bewaar_regels, eerder_gelezen, sha256_van, waarom_te_vroeg
from .eenheden import dossiers_van
from .fout import OntzorgFout
from .slot import zet_gemeente_op_slot

TE_BOEKEN = (Pogingstand.OPEN, Pogingstand.UITGEVOERD, Pogingstand.DUBBEL)


@transaction.atomic
def lees_retouren(*, gemeente: Gemeente, bron: BinaryIO, door: Medewerker, op: date) -> Gelezen:
    """Take over which of our payments came back, from a statement (camt.053) or a notice (camt.054).

    However late: the payment is marked as returned and can be paid again. Booked before the day of paying, it is held
    until a person decides. Returns of others are counted and not kept.
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
        elif vroeg := waarom_te_vroeg(storno.geboekt_op, poging.batch.uitvoerdag):
            zin = f"{euro(storno.cents)} kwam volgens de bank terug. {vroeg}"
            self._noteer(Bankuitkomst.TEGENSTRIJDIG, zin, storno, poging)
        else:
            self._boek(storno, poging)

    def _poging(self, storno: Storno) -> Betaalpoging | None:
        rijen = Betaalpoging.objects.select_for_update(of=("self",)).select_related(
            "batch", "verplichting__afrekening__eenheid", "verplichting__last__dossier"
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
