"""Read a pain.001 file back, without any of the code that wrote it: a second opinion on what the bank will do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO
from xml.etree.ElementTree import Element

from inburgering.recht.geld import euro

from .invoer import Onvolledig, cents, dag, euro_cents, heel_getal, stukken, tekst, verplicht

_BLOK = "CstmrCdtTrfInitn/PmtInf"
_PADEN = {
    "CstmrCdtTrfInitn/GrpHdr",
    *(f"{_BLOK}/{naam}" for naam in ("PmtInfId", "NbOfTxs", "CtrlSum", "ReqdExctnDt", "DbtrAcct/Id/IBAN")),
    f"{_BLOK}/CdtTrfTxInf",
    _BLOK,
}


@dataclass(frozen=True, slots=True)
class GelezenRegel:
    """One payment as it stands in the file; `kenmerk` is the structured reference or the free text."""

    referentie: str
    cents: int
    naam: str
    iban: str
    kenmerk: str
    uitvoerdag: date
    blok_id: str


@dataclass(frozen=True, slots=True)
class GelezenBlok:
    """One block: what it says of itself (None: nothing) beside what was counted."""

    blok_id: str
    uitvoerdag: date
    iban: str
    gezegd: tuple[int | None, int | None]
    geteld: tuple[int, int]


@dataclass(frozen=True, slots=True)
class GelezenBestand:
    """The file ('pain.001.001.09'): what its header says beside what was counted; pairs of number and cents."""

    versie: str
    bericht_id: str
    gezegd: tuple[int | None, int | None]
    geteld: tuple[int, int]
    blokken: tuple[GelezenBlok, ...]

    @property
    def verschillen(self) -> tuple[str, ...]:
        """A Dutch sentence for every number or sum that is not the sum of its parts; nothing when all is well."""
        delen = [("Het bestand", self.gezegd, self.geteld)]
        delen += [(f"Groep {blok.blok_id}", blok.gezegd, blok.geteld) for blok in self.blokken]
        return tuple(zin for naam, gezegd, geteld in delen for zin in _verschillen(naam, gezegd, geteld))


def lees_betaalbestand(bron: BinaryIO, bij_regel: Callable[[GelezenRegel], object] | None = None) -> GelezenBestand:
    """Read a pain.001 of any version; every payment goes to `bij_regel` and is not kept.

    Raises a Berichtfout when it is no such file, is cut off, or a payment lacks something.
    """
    lezer, versie = _Lezer(bij_regel), ""
    for pad, element in stukken(bron, ["pain.001"], _PADEN):
        if pad:
            lezer.lees(pad.rpartition("/")[2], element)
        else:
            versie = f"{element.tag}.{element.attrib['versie']}"
    return lezer.bestand(versie)


def _verschillen(naam: str, gezegd: tuple[int | None, int | None], geteld: tuple[int, int]) -> list[str]:
    zinnen = []
    if gezegd[0] not in (None, geteld[0]):
        zinnen.append(f"{naam} zegt {gezegd[0]} betalingen te hebben; het zijn er {geteld[0]}.")
    if gezegd[1] is not None and gezegd[1] != geteld[1]:
        zinnen.append(f"{naam} zegt samen {euro(gezegd[1])} te zijn; het is {euro(geteld[1])}.")
    return zinnen


class _Lezer:
    """Takes the pieces in their order in the file."""

    def __init__(self, bij_regel: Callable[[GelezenRegel], object] | None) -> None:
        self._bij_regel = bij_regel
        self._kop: Element | None = None
        self._blok: dict[str, str] = {}
        self._aantal = self._cents = 0
        self._blokken: list[GelezenBlok] = []

    def lees(self, naam: str, element: Element) -> None:
        if naam == "GrpHdr":
            self._kop = element
        elif naam == "CdtTrfTxInf":
            self._lees_regel(element)
        elif naam == "PmtInf":
            self._sluit_blok()
        else:
            self._blok[naam] = "".join(element.itertext()).strip()

    def bestand(self, versie: str) -> GelezenBestand:
        if self._kop is None:
            raise Onvolledig("In het bestand ontbreekt de kop (GrpHdr).")
        geteld = (sum(blok.geteld[0] for blok in self._blokken), sum(blok.geteld[1] for blok in self._blokken))
        gezegd = _gezegd(tekst(self._kop, "NbOfTxs"), tekst(self._kop, "CtrlSum"))
        return GelezenBestand(versie, verplicht(self._kop, "MsgId"), gezegd, geteld, tuple(self._blokken))

    def _van_blok(self, naam: str) -> str:
        if waarde := self._blok.get(naam):
            return waarde
        raise Onvolledig(f"In een groep betalingen ontbreekt {naam}.")

    def _lees_regel(self, element: Element) -> None:
        bedrag = euro_cents(element, "Amt/InstdAmt")
        kenmerk = tekst(element, "RmtInf/Strd/CdtrRefInf/Ref") or tekst(element, "RmtInf/Ustrd")
        regel = GelezenRegel(
            referentie=verplicht(element, "PmtId/EndToEndId"),
            cents=bedrag,
            naam=verplicht(element, "Cdtr/Nm"),
            iban=verplicht(element, "CdtrAcct/Id/IBAN"),
            kenmerk=kenmerk,
            uitvoerdag=dag(self._van_blok("ReqdExctnDt")),
            blok_id=self._van_blok("PmtInfId"),
        )
        self._aantal, self._cents = self._aantal + 1, self._cents + bedrag
        if self._bij_regel:
            self._bij_regel(regel)

    def _sluit_blok(self) -> None:
        gezegd = _gezegd(self._blok.get("NbOfTxs", ""), self._blok.get("CtrlSum", ""))
        dag_van_blok, rekening = dag(self._van_blok("ReqdExctnDt")), self._van_blok("IBAN")
        geteld = (self._aantal, self._cents)
        self._blokken.append(GelezenBlok(self._van_blok("PmtInfId"), dag_van_blok, rekening, gezegd, geteld))
        self._blok, self._aantal, self._cents = {}, 0, 0


def _gezegd(aantal: str, som: str) -> tuple[int | None, int | None]:
    return (heel_getal(aantal) if aantal else None, cents(som) if som else None)
