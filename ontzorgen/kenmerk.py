"""The reference by which a creditor recognises a payment: structured with a check digit, or free text.

A reference carries no BSN (domain file 5.3): what may be one is refused with an explanation.
Source of the check digit: Betaalvereniging Nederland, specifications of the betalingskenmerk; ISO 11649 for RF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from stdnum import iso11649

from inburgering.recht.bsn import vind_bsn
from ontzorgen.tekens import TEKENS, vreemde_tekens

MEESTE_TEKENS = 140
GEWONE_TEKENS = " ".join(sorted(teken for teken in TEKENS if not teken.isalnum() and teken != " "))
_GEWICHTEN = (2, 4, 8, 5, 10, 9, 7, 3, 6, 1)
_LENGTECODES = {9: "7", 10: "8", 11: "9", 12: "0", 13: "1", 14: "2"}


class Kenmerksoort(StrEnum):
    BETALINGSKENMERK = "BETALINGSKENMERK"
    RF = "RF"
    VRIJ = "VRIJ"


KENMERKSOORT_LABELS = {
    Kenmerksoort.BETALINGSKENMERK: "betalingskenmerk (16 cijfers, van de acceptgiro of factuur)",
    Kenmerksoort.RF: "internationaal kenmerk (begint met RF)",
    Kenmerksoort.VRIJ: "eigen tekst (klantnummer, contractnummer, adres)",
}


class Kenmerkfout(ValueError):
    """A reference that cannot be used; the message is Dutch and meant for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A reference in the form that goes into the bank file."""

    soort: Kenmerksoort
    tekst: str


def keur_kenmerk(soort: Kenmerksoort, tekst: str, *, bsn: str = "") -> Kenmerk:
    """The reference in the form of the bank file.

    `bsn` is that of the person paid for, when known: these digits may then stand nowhere in the reference, also not
    inside a longer number. Of free text only white space is changed: a creditor looks for what was agreed. Raises
    Kenmerkfout with one sentence.
    """
    if not tekst.strip():
        raise Kenmerkfout("Vul een kenmerk in: zonder kenmerk weet de crediteur niet voor wie er is betaald.")
    _weiger_bsn(tekst, bsn)
    keuring = {
        Kenmerksoort.BETALINGSKENMERK: _keur_betalingskenmerk,
        Kenmerksoort.RF: _keur_rf,
        Kenmerksoort.VRIJ: _keur_vrij,
    }[soort]
    kenmerk = Kenmerk(soort, keuring(tekst))
    _weiger_bsn(kenmerk.tekst, bsn)  # again: digits of another script are digits of ours by now
    return kenmerk


def controlecijfer(cijfers: str) -> str:
    """The check digit that goes before these digits of a betalingskenmerk (weighted modulus 11, from the right)."""
    som = sum(int(cijfer) * _GEWICHTEN[plaats % 10] for plaats, cijfer in enumerate(reversed(cijfers)))
    rest = 11 - som % 11
    return str({10: 1, 11: 0}.get(rest, rest))


def _weiger_bsn(tekst: str, bsn: str) -> None:
    if bsn and bsn in re.sub(r"\D", "", tekst):
        raise Kenmerkfout(
            "In het kenmerk staat het BSN van deze persoon. Een BSN mag niet in een betaling staan; gebruik het klant- "
            "of contractnummer van de crediteur."
        )
    if gevonden := vind_bsn(tekst):
        raise Kenmerkfout(
            f"In het kenmerk staat een getal van negen cijfers dat een BSN kan zijn ({gevonden}). Een BSN mag niet in "
            "een betaling staan. Gebruik het klant- of contractnummer van de crediteur; is dit dat nummer, gebruik dan "
            "een ander kenmerk, zoals het factuurnummer of het adres van de woning."
        )


def _keur_betalingskenmerk(tekst: str) -> str:
    cijfers = re.sub(r"[\s.\-]", "", tekst)
    if not re.fullmatch(r"\d+", cijfers, re.ASCII):
        raise Kenmerkfout("Een betalingskenmerk bestaat alleen uit cijfers. Is het tekst, kies dan eigen tekst.")
    if len(cijfers) == 7:
        return cijfers
    if len(cijfers) != 16 and len(cijfers) not in _LENGTECODES:
        raise Kenmerkfout(
            f"Een betalingskenmerk heeft 16 cijfers, of 7 of 9 tot en met 14; dit zijn er {len(cijfers)}."
        )
    lengtecode = _LENGTECODES.get(len(cijfers), cijfers[1])
    if cijfers[0] != controlecijfer(cijfers[1:]) or cijfers[1] != lengtecode:
        raise Kenmerkfout("Dit betalingskenmerk klopt niet: kijk of er een cijfer is verwisseld of vergeten.")
    return cijfers


def _keur_rf(tekst: str) -> str:
    kenmerk = re.sub(r"\s", "", tekst).upper()
    if not iso11649.is_valid(kenmerk):
        raise Kenmerkfout(
            "Dit RF-kenmerk klopt niet: het begint met RF en twee controlecijfers en is ten hoogste 25 lang."
        )
    return str(iso11649.compact(kenmerk))


def _keur_vrij(tekst: str) -> str:
    kaal = " ".join(tekst.split())
    if vreemd := vreemde_tekens(kaal):
        raise Kenmerkfout(
            f"{'Dit teken geven' if len(vreemd) == 1 else 'Deze tekens geven'} banken niet door: {' '.join(vreemd)} "
            f"Schrijf het kenmerk met letters zonder accent, cijfers, spaties en {GEWONE_TEKENS}"
        )
    if not re.search(r"[0-9A-Za-z]", kaal):
        raise Kenmerkfout("In een kenmerk staat ten minste één letter of cijfer.")
    if len(kaal) > MEESTE_TEKENS:
        raise Kenmerkfout(f"Een kenmerk heeft ten hoogste {MEESTE_TEKENS} tekens; dit zijn er {len(kaal)}.")
    return kaal
