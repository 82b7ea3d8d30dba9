"""The last look at a bank file before anybody can download it: by the official schema and by the other reader."""

from __future__ import annotations

from collections import Counter
from typing import BinaryIO

from inburgering.recht.geld import euro

from .invoer import Berichtfout
from .keuren import keur
from .lezen import GelezenBestand, GelezenRegel, lees_betaalbestand
from .opdracht import Opdracht

EenBlok = tuple[str, str, int, int]


def controleer(bron: BinaryIO, opdracht: Opdracht) -> tuple[str, ...]:
    """Dutch sentences about what is wrong with the file in `bron` (which can be read again from its start).

    Valid against the XSD; every sum that of its parts; the number, payer, days, counts and sums those of `opdracht`;
    no reference twice. No sentences: it may go to the bank.
    """
    bron.seek(0)
    fouten = [fout.zin for fout in keur(bron, opdracht.versie)]
    bron.seek(0)
    geteld: Counter[str] = Counter()

    def tel(regel: GelezenRegel) -> None:
        geteld[regel.referentie] += 1

    try:
        bestand = lees_betaalbestand(bron, tel)
    except Berichtfout as fout:
        return (*fouten, str(fout))
    dubbel = [
        f"Betaling {referentie} staat er {aantal} keer in." for referentie, aantal in geteld.items() if aantal > 1
    ]
    return (*fouten, *bestand.verschillen, *_afwijkingen(bestand, opdracht), *dubbel)


def _afwijkingen(bestand: GelezenBestand, opdracht: Opdracht) -> list[str]:
    zinnen = []
    if bestand.bericht_id != opdracht.bericht_id:
        zinnen.append(f"Het bestand heeft nummer {bestand.bericht_id}; dat moet {opdracht.bericht_id} zijn.")
    if bestand.geteld != (opdracht.aantal, opdracht.cents):
        zinnen.append(
            f"In het bestand staan {bestand.geteld[0]} betalingen van samen {euro(bestand.geteld[1])}; "
            f"vrijgegeven zijn er {opdracht.aantal} van samen {euro(opdracht.cents)}."
        )
    if _blokken(bestand) != _verwacht(opdracht):
        zinnen.append("De dagen, bedragen of rekening in het bestand zijn andere dan die zijn vrijgegeven.")
    return zinnen


def _blokken(bestand: GelezenBestand) -> list[EenBlok]:
    return [(blok.uitvoerdag.isoformat(), blok.iban, *blok.geteld) for blok in bestand.blokken]


def _verwacht(opdracht: Opdracht) -> list[EenBlok]:
    iban = opdracht.betaler.iban
    return [(blok.uitvoerdag.isoformat(), iban, blok.aantal, blok.cents) for blok in opdracht.blokken]
