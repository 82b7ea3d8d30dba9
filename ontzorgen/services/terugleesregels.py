"""Judging one line of the benefit system against what is known, in Dutch; nothing is written before all are judged."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from cases.models import Gemeente
from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.enums_inhouding import Regeluitkomst
from ontzorgen.maanden import eerste_dag, maandnaam
from ontzorgen.models import Betaalverplichting, Inhoudingsuitkomst, Nettouitkering, Uitkeringseenheid
from ontzorgen.tabelbestand import Jaarfout, Tabelrij, cents, dag, maand

from .inhoudingen import regelkenmerk

KENMERK = re.compile(r"\d{6}-(?P<pk>\d{1,12})", re.ASCII)
CORRECTIE = re.compile(r"correctie (?P<gedaan>ja|nee)")
ANDERS = "Klopt dat niet? Schrijf bij ‘uitgevoerd’ dan correctie ja of correctie nee, met de reden."
TE_LANG = "Deze regel heeft meer cellen dan er kolommen zijn."


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What becomes of a line: its outcome with the reason, the unit it is about, and the row to write."""

    uitkomst: Regeluitkomst
    reden: str = ""
    eenheid: int | None = None
    rij: Any = None


def weiger(reden: str) -> Oordeel:
    return Oordeel(Regeluitkomst.GEWEIGERD, reden[:300])


class Keurder(ABC):
    """One kind of file. Knows what is recorded, read once, and follows what earlier lines of the file added."""

    KOLOMMEN: ClassVar[tuple[str, ...]] = ()

    def __init__(self, gemeente: Gemeente, rijen: Sequence[Tabelrij], op: date) -> None:
        self.gemeente, self.op = gemeente, op

    def beoordeel(self, rij: Tabelrij) -> Oordeel:
        """The judgement on one line."""
        if rij.te_lang:
            return weiger(TE_LANG)
        try:
            return self._oordeel({naam: rij.cellen.get(naam, "") for naam in self.KOLOMMEN})
        except Jaarfout as fout:
            return weiger(str(fout))

    @abstractmethod
    def _oordeel(self, cellen: dict[str, str]) -> Oordeel:
        """The judgement on a line that has as many cells as the file has columns."""

    @abstractmethod
    def bewaar(self, rijen: Iterable[Any]) -> None:
        """Write the rows of the accepted lines."""


class Inhoudingskeurder(Keurder):
    """What was withheld and paid on, or why not."""

    KOLOMMEN = ("regel", "uitgevoerd", "bedrag", "datum", "reden")

    def __init__(self, gemeente: Gemeente, rijen: Sequence[Tabelrij], op: date) -> None:
        super().__init__(gemeente, rijen, op)
        vormen = (KENMERK.fullmatch(rij.cellen.get("regel", "")) for rij in rijen)
        gevraagd = Betaalverplichting.objects.filter(
            pk__in={int(vorm["pk"]) for vorm in vormen if vorm},
            afrekening__betaalmaand__gemeente=gemeente,
            inhouding__isnull=False,
        ).select_related("afrekening")
        self.verplichtingen = {regelkenmerk(v): v for v in gevraagd}
        uitkomsten = Inhoudingsuitkomst.objects.filter(verplichting__in=gevraagd).order_by("pk")
        self.laatste = {rij.verplichting_id: rij for rij in uitkomsten}
        self.gecorrigeerd: set[int] = set()

    def _oordeel(self, cellen: dict[str, str]) -> Oordeel:
        verplichting = self.verplichtingen.get(cellen["regel"])
        if verplichting is None:
            return weiger("Deze regel staat op geen inhoudingslijst van deze gemeente.")
        correctie = CORRECTIE.fullmatch(cellen["uitgevoerd"].lower())
        rij = self._uitkomst(verplichting, cellen | ({"uitgevoerd": correctie["gedaan"]} if correctie else {}))
        if isinstance(rij, str):
            return weiger(rij)
        eenheid, bekend = verplichting.afrekening.eenheid_id, self.laatste.get(verplichting.pk)
        if bekend and (bekend.gedaan, bekend.bedrag, bekend.datum, bekend.reden) == (
            rij.gedaan, rij.bedrag, rij.datum, rij.reden
        ):  # fmt: skip
            return Oordeel(Regeluitkomst.ONGEWIJZIGD, eenheid=eenheid)
        if correctie:
            return self._corrigeer(rij, bekend, eenheid)
        if bekend and bekend.gedaan:
            return weiger(f"Deze inhouding is al gemeld als uitgevoerd: {_gemeld(bekend)}. {ANDERS}")
        self.laatste[verplichting.pk] = rij
        return Oordeel(Regeluitkomst.VERWERKT, eenheid=eenheid, rij=rij)

    def _corrigeer(self, rij: Inhoudingsuitkomst, bekend: Inhoudingsuitkomst | None, eenheid: int) -> Oordeel:
        """Replace what was said before, with the reason; what it was stands at the line."""
        if bekend is None or bekend.pk is None:
            return weiger("Er is voor dit bestand niets gemeld om te corrigeren. Schrijf ja of nee.")
        if not rij.reden:
            return weiger("Schrijf bij een correctie de reden erbij.")
        self.gecorrigeerd.add(rij.verplichting_id)
        self.laatste[rij.verplichting_id] = rij
        return Oordeel(Regeluitkomst.VERWERKT, f"Correctie. Eerst gemeld: {_gemeld(bekend)}."[:300], eenheid, rij)

    def _uitkomst(self, verplichting: Betaalverplichting, cellen: dict[str, str]) -> Inhoudingsuitkomst | str:
        """The row to write, or what is wrong with the line."""
        gedaan, reden = cellen["uitgevoerd"].lower(), cellen["reden"]
        if gedaan not in ("ja", "nee"):
            return "Schrijf bij ‘uitgevoerd’ ja of nee."
        if len(reden) > 250:
            return "De reden is langer dan 250 tekens."
        if gedaan == "nee":
            ontbreekt = "Niet uitgevoerd: schrijf de reden erbij."
            return (
                Inhoudingsuitkomst(verplichting=verplichting, gedaan=False, bedrag=0, reden=reden)
                if reden
                else ontbreekt
            )
        bedrag, datum = cents(cellen["bedrag"]), dag(cellen["datum"])
        if not bedrag:
            return "Schrijf het bedrag in euro’s met een komma, bijvoorbeeld 612,35."
        if datum is None:
            return "Schrijf de datum als dag-maand-jaar of jaar-maand-dag, bijvoorbeeld 25-11-2026."
        if datum > self.op:
            return "De datum ligt in de toekomst."
        return Inhoudingsuitkomst(verplichting=verplichting, gedaan=True, bedrag=bedrag, datum=datum, reden=reden)

    def bewaar(self, rijen: Iterable[Any]) -> None:
        """What a correction replaces stays to see."""
        oud = Inhoudingsuitkomst.objects.filter(verplichting__in=self.gecorrigeerd, vervangen=False)
        oud.update(vervangen=True)
        Inhoudingsuitkomst.objects.bulk_create(rijen, batch_size=1000)


def _gemeld(uitkomst: Inhoudingsuitkomst) -> str:
    if not uitkomst.gedaan or uitkomst.datum is None:
        return f"niet uitgevoerd, {uitkomst.reden}"
    return f"{euro(uitkomst.bedrag)} op {datum_zonder_weekdag(uitkomst.datum)}"


class Nettokeurder(Keurder):
    """What a unit really got in a month."""

    KOLOMMEN = ("eenheid", "maand", "netto", "uitbetaald")

    def __init__(self, gemeente: Gemeente, rijen: Sequence[Tabelrij], op: date) -> None:
        super().__init__(gemeente, rijen, op)
        nummers = {rij.cellen.get("eenheid", "") for rij in rijen}
        eenheden = Uitkeringseenheid.objects.filter(gemeente=gemeente, nummer__in=nummers)
        self.eenheden = {eenheid.nummer: eenheid for eenheid in eenheden}
        bekend = Nettouitkering.objects.filter(eenheid__in=eenheden, vervangen=False)
        self.bekend = {(rij.eenheid_id, rij.maand): rij for rij in bekend}
        self.in_bestand: set[tuple[int, date]] = set()

    def _oordeel(self, cellen: dict[str, str]) -> Oordeel:
        eenheid, wanneer = self.eenheden.get(cellen["eenheid"]), maand(cellen["maand"])
        netto, uitbetaald = cents(cellen["netto"]), cents(cellen["uitbetaald"])
        if eenheid is None:
            return weiger("Deze uitkeringseenheid is in deze gemeente niet bekend.")
        if wanneer is None:
            return weiger("Schrijf de maand als maand-jaar of jaar-maand, bijvoorbeeld 11-2026 of 2026-11.")
        if wanneer > eerste_dag(self.op):
            return weiger(f"{maandnaam(wanneer).capitalize()} moet nog komen.")
        if netto is None or uitbetaald is None:
            return weiger("Schrijf beide bedragen in euro’s met een komma, bijvoorbeeld 736,14.")
        if uitbetaald > netto:
            return weiger(f"Uitbetaald ({euro(uitbetaald)}) kan niet meer zijn dan netto ({euro(netto)}).")
        sleutel = (eenheid.pk, wanneer)
        bekend = self.bekend.get(sleutel)
        if bekend and (bekend.netto, bekend.uitbetaald) == (netto, uitbetaald):
            return Oordeel(Regeluitkomst.ONGEWIJZIGD, eenheid=eenheid.pk)
        if sleutel in self.in_bestand:
            return weiger("Deze eenheid staat in dit bestand al met andere bedragen voor deze maand.")
        self.in_bestand.add(sleutel)
        self.bekend[sleutel] = Nettouitkering(eenheid=eenheid, maand=wanneer, netto=netto, uitbetaald=uitbetaald)
        return Oordeel(Regeluitkomst.VERWERKT, eenheid=eenheid.pk, rij=self.bekend[sleutel])

    def bewaar(self, rijen: Iterable[Any]) -> None:
        """What was said before of the same unit and month is replaced, and stays to see."""
        rijen = list(rijen)
        for wanneer in {rij.maand for rij in rijen}:
            eenheden = [rij.eenheid_id for rij in rijen if rij.maand == wanneer]
            oud = Nettouitkering.objects.filter(maand=wanneer, eenheid__in=eenheden, vervangen=False)
            oud.update(vervangen=True)
        Nettouitkering.objects.bulk_create(rijen, batch_size=1000)
