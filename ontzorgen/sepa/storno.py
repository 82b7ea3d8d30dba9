"""Read from a bank statement (camt.053) or a notice of entries (camt.054) which of our payments came back.

Only booked entries that bring money back with return information count; all else in the statement is not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import BinaryIO
from xml.etree.ElementTree import Element

from .invoer import MEESTE_BYTES, Onvolledig, dag, euro_cents, stukken, tekst
from .redenen import Reden

_RAPPORTEN = ("BkToCstmrStmt/Stmt", "BkToCstmrDbtCdtNtfctn/Ntfctn")
_DETAIL = "Ntry/NtryDtls/TxDtls"
_PADEN = {f"{rapport}/{deel}" for rapport in _RAPPORTEN for deel in ("Acct/Id/IBAN", _DETAIL, "Ntry")}
_ZONDER_KENMERK = {"", "NOTPROVIDED"}


@dataclass(frozen=True, slots=True)
class Storno:
    """A payment that came back. `referentie` is the end-to-end id of ours, '' when the bank does not say it."""

    referentie: str
    cents: int
    reden: Reden
    geboekt_op: date
    rekening: str
    bankreferentie: str


def lees_stornos(bron: BinaryIO, *, meeste_bytes: int = MEESTE_BYTES) -> tuple[Storno, ...]:
    """The payments that came back, in the order of the statement; the same statement gives the same ones.

    Raises a Berichtfout for a file that cannot be used.
    """
    rekening, aantal, terug, gevonden = "", 0, list[Element](), list[Storno]()
    for pad, element in stukken(bron, ["camt.053", "camt.054"], _PADEN, meeste_bytes=meeste_bytes):
        if pad.endswith("/IBAN"):
            rekening = (element.text or "").strip()
        elif pad.endswith("/TxDtls"):
            aantal += 1
            if element.find("RtrInf") is not None:
                terug.append(element)
        elif pad:
            gevonden += [_storno(element, d, rekening, enige=aantal == 1) for d in terug if _komt_terug(element, d)]
            aantal, terug = 0, []
    return tuple(gevonden)


def _komt_terug(boeking: Element, detail: Element) -> bool:
    richting = tekst(detail, "CdtDbtInd") or tekst(boeking, "CdtDbtInd")
    stand = tekst(boeking, "Sts/Cd") or tekst(boeking, "Sts")
    return richting == "CRDT" and stand == "BOOK"


def _storno(boeking: Element, detail: Element, rekening: str, *, enige: bool) -> Storno:
    referentie = tekst(detail, "Refs/EndToEndId")
    bankreferentie = tekst(detail, "Refs/AcctSvcrRef") or tekst(boeking, "AcctSvcrRef") or tekst(boeking, "NtryRef")
    return Storno(
        referentie="" if referentie in _ZONDER_KENMERK else referentie,
        cents=_bedrag(boeking, detail, enige=enige),
        reden=_reden(detail),
        geboekt_op=dag(tekst(boeking, "BookgDt/Dt") or tekst(boeking, "BookgDt/DtTm")),
        rekening=rekening,
        bankreferentie=bankreferentie,
    )


def _bedrag(boeking: Element, detail: Element, *, enige: bool) -> int:
    """Of the payment itself; only an entry of one payment may say it as a whole."""
    for pad in ("Amt", "AmtDtls/TxAmt/Amt"):
        if detail.find(pad) is not None:
            return euro_cents(detail, pad)
    if not enige:
        raise Onvolledig("Een boeking met meer betalingen zegt niet welk bedrag bij welke betaling hoort.")
    return euro_cents(boeking, "Amt")


def _reden(detail: Element) -> Reden:
    toelichting = " ".join((regel.text or "").strip() for regel in detail.findall("RtrInf/AddtlInf"))
    return Reden(tekst(detail, "RtrInf/Rsn/Cd") or tekst(detail, "RtrInf/Rsn/Prtry"), toelichting.strip())
