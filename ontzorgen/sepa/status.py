"""Read a pain.002: what the bank says of a file of ours, of its blocks and of its payments.

Reading changes nothing: the same message gives the same value however often it is read. `bericht_id` is the bank's
own number of the message.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO
from xml.etree.ElementTree import Element

from .invoer import MEESTE_BYTES, AnderBericht, Onvolledig, dag, stukken, tekst, verplicht
from .redenen import BESLIST, DUBBEL, STATUSSEN, Reden, Uitkomst, uitkomst

_BLOK = "CstmrPmtStsRpt/OrgnlPmtInfAndSts"
_PADEN = {
    "CstmrPmtStsRpt/GrpHdr",
    "CstmrPmtStsRpt/OrgnlGrpInfAndSts",
    *(f"{_BLOK}/{naam}" for naam in ("OrgnlPmtInfId", "PmtInfSts", "StsRsnInf", "TxInfAndSts")),
    _BLOK,
}


@dataclass(frozen=True, slots=True)
class Oordeel:
    """A status with its reasons; an empty status says nothing."""

    status: str = ""
    redenen: tuple[Reden, ...] = ()

    @property
    def uitkomst(self) -> Uitkomst:
        return uitkomst(self.status)

    @property
    def is_vreemd(self) -> bool:
        """Whether the bank gives a status that is in no list of ours: it decides nothing, and somebody must look."""
        return bool(self.status) and self.status not in STATUSSEN


@dataclass(frozen=True, slots=True)
class Statusbericht:
    """What the bank says: of the file, per block (payment information id), per payment (block id, end-to-end id).

    `tegenstrijdig` are the payments of which one message says both that they were executed and that they were not.
    `gemaakt_op` is the day on which the bank says it made the message, None when it does not say.
    """

    bericht_id: str
    over: str
    bestand: Oordeel
    blokken: Mapping[str, Oordeel]
    betalingen: Mapping[tuple[str, str], Oordeel]
    tegenstrijdig: Collection[tuple[str, str]] = frozenset()
    gemaakt_op: date | None = None

    @property
    def vingerafdruk(self) -> str:
        """The same for two messages that say the same, however they are packed."""
        delen = (self.over, self.bestand, sorted(self.blokken.items()), sorted(self.tegenstrijdig))
        som = hashlib.sha256(repr(delen).encode())
        for sleutel, oordeel in sorted(self.betalingen.items()):
            som.update(repr((sleutel, oordeel)).encode())
        return som.hexdigest()

    def oordeel(self, blok_id: str, referentie: str) -> Oordeel:
        """What holds for one payment: what is said of itself, else of its block, else of the file."""
        eigen = self.betalingen.get((blok_id, referentie), Oordeel())
        van_blok = self.blokken.get(blok_id, Oordeel())
        return next((oordeel for oordeel in (eigen, van_blok) if oordeel.status), self.bestand)

    def is_dubbel(self, blok_id: str, referentie: str) -> bool:
        """Whether a reason of this payment, of its block or of the file says that it was offered before."""
        eigen, van_blok = self.betalingen.get((blok_id, referentie), Oordeel()), self.blokken.get(blok_id, Oordeel())
        redenen = (*eigen.redenen, *van_blok.redenen, *self.bestand.redenen)
        return any(reden.code in DUBBEL for reden in redenen)


def lees_status(bron: BinaryIO, *, voor: str | None = None, meeste_bytes: int = MEESTE_BYTES) -> Statusbericht:
    """Read a pain.002 of any version.

    With `voor` (the message id of our file) an answer to another file raises AnderBericht, as does an answer to
    something else than payments always. Raises a Berichtfout for anything that cannot be used.
    """
    lezer = _Lezer()
    for pad, element in stukken(bron, ["pain.002"], _PADEN, meeste_bytes=meeste_bytes):
        if pad:
            lezer.lees(pad.rpartition("/")[2], element)
    bericht = lezer.bericht()
    if voor is not None and bericht.over != voor:
        raise AnderBericht(f"Dit antwoord van de bank gaat over bestand {bericht.over}, niet over {voor}.")
    return bericht


def redenen(element: Element) -> tuple[Reden, ...]:
    """The reasons (StsRsnInf) that stand directly in `element`."""
    return tuple(_reden(inhoud) for inhoud in element.findall("StsRsnInf"))


def _reden(inhoud: Element) -> Reden:
    toelichting = " ".join((regel.text or "").strip() for regel in inhoud.findall("AddtlInf"))
    return Reden(tekst(inhoud, "Rsn/Cd") or tekst(inhoud, "Rsn/Prtry"), toelichting.strip())


class _Lezer:
    """Takes the pieces in their order in the message."""

    def __init__(self) -> None:
        self._bericht_id = self._over = ""
        self._gemaakt_op: date | None = None
        self._bestand = Oordeel()
        self._blok_id = self._blok_status = ""
        self._blok_redenen: tuple[Reden, ...] = ()
        self._blokken: dict[str, Oordeel] = {}
        self._betalingen: dict[tuple[str, str], Oordeel] = {}
        self._tegenstrijdig: set[tuple[str, str]] = set()

    def lees(self, naam: str, element: Element) -> None:
        if naam == "GrpHdr":
            self._bericht_id = verplicht(element, "MsgId")
            moment = tekst(element, "CreDtTm")
            self._gemaakt_op = dag(moment) if moment else None
        elif naam == "OrgnlGrpInfAndSts":
            self._lees_bestand(element)
        elif naam == "OrgnlPmtInfId":
            self._blok_id = (element.text or "").strip()
        elif naam == "PmtInfSts":
            self._blok_status = (element.text or "").strip()
        elif naam == "StsRsnInf":
            self._blok_redenen += (_reden(element),)
        elif naam == "TxInfAndSts":
            self._lees_betaling(element)
        else:
            self._sluit_blok()

    def bericht(self) -> Statusbericht:
        if not self._bericht_id or not self._over:
            raise Onvolledig("In het antwoord van de bank ontbreekt over welk bestand het gaat.")
        return Statusbericht(
            self._bericht_id, self._over, self._bestand, self._blokken, self._betalingen, self._tegenstrijdig,
            self._gemaakt_op,
        )  # fmt: skip

    def _lees_bestand(self, element: Element) -> None:
        soort = tekst(element, "OrgnlMsgNmId")
        if soort and not soort.startswith("pain.001"):
            raise AnderBericht(
                f"Dit antwoord van de bank gaat over een bestand van de soort {soort}, niet over betalingen."
            )
        self._over = verplicht(element, "OrgnlMsgId")
        self._bestand = Oordeel(tekst(element, "GrpSts"), redenen(element))

    def _lees_betaling(self, element: Element) -> None:
        sleutel = (self._blok_id, verplicht(element, "OrgnlEndToEndId"))
        oordeel, eerder = Oordeel(tekst(element, "TxSts"), redenen(element)), self._betalingen.get(sleutel)
        if eerder and eerder.uitkomst in BESLIST:
            if oordeel.uitkomst in BESLIST and oordeel.uitkomst != eerder.uitkomst:
                self._tegenstrijdig.add(sleutel)
            return
        self._betalingen[sleutel] = oordeel

    def _sluit_blok(self) -> None:
        eerder = self._blokken.get(self._blok_id)
        if eerder and eerder.status != self._blok_status:
            raise Onvolledig("Het antwoord van de bank zegt van één groep betalingen twee dingen. Vraag een nieuw.")
        self._blokken[self._blok_id] = Oordeel(self._blok_status, self._blok_redenen)
        self._blok_id, self._blok_status, self._blok_redenen = "", "", ()
