"""Write a pain.001 file, one payment at a time: memory does not grow with the number of payments.

The same input gives the same bytes: the message id and the moment of creation are arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from inburgering.recht.bsn import vind_bsn
from inburgering.recht.geld import euro
from ontzorgen.betaaldagen import sluitingsdag
from ontzorgen.kenmerk import Kenmerk, Kenmerksoort, keur_kenmerk
from ontzorgen.rekening import keur_begunstigde, keur_iban
from ontzorgen.tekens import is_referentie, naar_sepa

from .opdracht import Aanpassing, Betaalregel, Blok, Meld, Opdracht, Versie, Verslag
from .uitvoer import Knoop, Uitvoer

MEESTE_CENTS = 999_999_999_99
NAAMLENGTE = 70
_UITGEVERS = {Kenmerksoort.BETALINGSKENMERK: "CUR", Kenmerksoort.RF: "ISO"}


class Opdrachtfout(ValueError):
    """The order as a whole cannot be written: a bad account, reference or date. Dutch message."""


class Regelfout(ValueError):
    """One payment cannot be written; the Dutch message names its reference."""


class Totaalfout(ValueError):
    """The payments do not add up to what the header says. Dutch message; what was written is to be thrown away."""


def schrijf(opdracht: Opdracht, regels: Iterable[Betaalregel], uit: BinaryIO, *, meld: Meld | None = None) -> Verslag:
    """Write the payments of `opdracht` to `uit`, in the order of its blocks.

    Text is brought to the SEPA characters; every change goes to `meld` and is counted. Nothing may differ from the
    counts and sums in `opdracht`. That no reference stands in it twice is for `controle.controleer` to say. Raises
    Opdrachtfout, Regelfout or Totaalfout: then `uit` holds half a file that nobody may use.
    """
    _keur_opdracht(opdracht)
    uitvoer, regelmaker, stroom = Uitvoer(uit), _Regelmaker(opdracht, meld), iter(regels)
    naamruimte = f"urn:iso:std:iso:20022:tech:xsd:{opdracht.versie.naam}"
    with uitvoer.document(naamruimte), uitvoer.element("CstmrCdtTrfInitn"):
        uitvoer.knopen([_kop(opdracht)])
        for volgnummer, blok in enumerate(opdracht.blokken, start=1):
            with uitvoer.element("PmtInf"):
                uitvoer.knopen(_blokkop(opdracht, blok, volgnummer))
                for betaling in regelmaker.betalingen(blok, stroom):
                    uitvoer.knopen([betaling])
        if next(stroom, None) is not None:
            raise Totaalfout(f"Er zijn meer betalingen aangeboden dan de {opdracht.aantal} van de opdracht.")
    teller = uitvoer.teller
    return Verslag(opdracht.aantal, opdracht.cents, regelmaker.aanpassingen, teller.grootte, teller.hash.hexdigest())


def _keur_opdracht(opdracht: Opdracht) -> None:
    if not opdracht.blokken:
        raise Opdrachtfout("Er is niets om te betalen.")
    if not is_referentie(opdracht.blok_id(len(opdracht.blokken))):
        raise Opdrachtfout("Het nummer van het bestand heeft tekens die banken niet aannemen, of is te lang.")
    if keur_iban(opdracht.betaler.iban) != opdracht.betaler.iban:
        raise Opdrachtfout("De IBAN van de betaler moet zonder spaties en met hoofdletters worden vastgelegd.")
    for blok in opdracht.blokken:
        if blok.aantal < 1:
            raise Opdrachtfout(f"Op {blok.uitvoerdag:%d-%m-%Y} staat geen betaling.")
        if naam := sluitingsdag(blok.uitvoerdag):
            raise Opdrachtfout(f"Op {blok.uitvoerdag:%d-%m-%Y} voeren banken geen betalingen uit ({naam}).")


def _kop(opdracht: Opdracht) -> Knoop:
    return (
        "GrpHdr",
        [
            ("MsgId", opdracht.bericht_id),
            ("CreDtTm", opdracht.gemaakt_op.strftime("%Y-%m-%dT%H:%M:%S")),
            ("NbOfTxs", str(opdracht.aantal)),
            ("CtrlSum", _bedrag(opdracht.cents)),
            ("InitgPty", [("Nm", _naam(opdracht.betaler.naam))]),
        ],
    )


def _blokkop(opdracht: Opdracht, blok: Blok, volgnummer: int) -> Sequence[Knoop]:
    oud = opdracht.versie is Versie.V03
    dag, betaler = blok.uitvoerdag.isoformat(), opdracht.betaler
    bank: Knoop = ("BIC" if oud else "BICFI", betaler.bic)
    onbekend: Knoop = ("Othr", [("Id", "NOTPROVIDED")])
    return [
        ("PmtInfId", opdracht.blok_id(volgnummer)),
        ("PmtMtd", "TRF"),
        ("BtchBookg", "true" if opdracht.verzamelboeking else "false"),
        ("NbOfTxs", str(blok.aantal)),
        ("CtrlSum", _bedrag(blok.cents)),
        ("PmtTpInf", [("SvcLvl", [("Cd", "SEPA")])]),
        ("ReqdExctnDt", dag if oud else [("Dt", dag)]),
        ("Dbtr", [("Nm", _naam(betaler.naam))]),
        ("DbtrAcct", [("Id", [("IBAN", betaler.iban)])]),
        ("DbtrAgt", [("FinInstnId", [bank if betaler.bic else onbekend])]),
        ("ChrgBr", "SLEV"),
    ]


def _omschrijving(kenmerk: Kenmerk) -> Knoop:
    if kenmerk.soort is Kenmerksoort.VRIJ:
        return ("Ustrd", kenmerk.tekst)
    soort: Knoop = ("Tp", [("CdOrPrtry", [("Cd", "SCOR")]), ("Issr", _UITGEVERS[kenmerk.soort])])
    return ("Strd", [("CdtrRefInf", [soort, ("Ref", kenmerk.tekst)])])


def _bedrag(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _naam(naam: str) -> str:
    return naar_sepa(naam)[:NAAMLENGTE].rstrip()


class _Regelmaker:
    """Payments as XML, each checked, and per block counted against what was announced."""

    def __init__(self, opdracht: Opdracht, meld: Meld | None) -> None:
        self._betaler = opdracht.betaler.iban
        self._meld = meld
        self.aanpassingen = 0

    def betalingen(self, blok: Blok, stroom: Iterator[Betaalregel]) -> Iterator[Knoop]:
        """The next payments of the stream, as many as the block has."""
        aantal = cents = 0
        for regel in islice(stroom, blok.aantal):
            if regel.uitvoerdag != blok.uitvoerdag:
                raise Regelfout(f"Betaling {regel.referentie} heeft een andere uitvoerdag dan haar groep.")
            yield self._betaling(regel)
            aantal, cents = aantal + 1, cents + regel.cents
        if (aantal, cents) != (blok.aantal, blok.cents):
            raise Totaalfout(
                f"Voor {blok.uitvoerdag:%d-%m-%Y} zouden het {blok.aantal} betalingen van samen {euro(blok.cents)} "
                f"zijn; aangeboden zijn er {aantal} van samen {euro(cents)}."
            )

    def _betaling(self, regel: Betaalregel) -> Knoop:
        try:
            _keur(regel)
            naam = self._gemeld(regel, "naam", regel.naam, _naam(regel.naam))
            rekening = keur_begunstigde(regel.iban, betaler=self._betaler)
            kenmerk = keur_kenmerk(regel.kenmerk.soort, regel.kenmerk.tekst)
        except ValueError as fout:
            raise Regelfout(f"Betaling {regel.referentie}: {fout}") from fout
        self._gemeld(regel, "kenmerk", regel.kenmerk.tekst, kenmerk.tekst)
        return (
            "CdtTrfTxInf",
            [
                ("PmtId", [("EndToEndId", regel.referentie)]),
                ("Amt", [("InstdAmt", _bedrag(regel.cents))]),
                ("Cdtr", [("Nm", naam)]),
                ("CdtrAcct", [("Id", [("IBAN", rekening)])]),
                ("RmtInf", [_omschrijving(kenmerk)]),
            ],
        )

    def _gemeld(self, regel: Betaalregel, onderdeel: str, was: str, werd: str) -> str:
        if was != werd:
            self.aanpassingen += 1
            if self._meld:
                self._meld(Aanpassing(regel.referentie, onderdeel, was, werd))
        return werd


def _keur(regel: Betaalregel) -> None:
    if not is_referentie(regel.referentie):
        raise ValueError("De referentie heeft tekens die banken niet aannemen, of is te lang.")
    if not 0 < regel.cents <= MEESTE_CENTS:
        raise ValueError(f"Een bedrag van {euro(regel.cents)} kan niet worden betaald.")
    if vind_bsn(regel.referentie) or vind_bsn(regel.naam):
        raise ValueError("In de referentie of de naam staat een getal dat een BSN kan zijn.")
