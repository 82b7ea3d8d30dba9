"""The characters that every bank in SEPA takes, and the way to them.

Source: European Payments Council, SEPA credit transfer guidelines, Latin character set; references do not start or
end with a slash and contain no two in a row.
"""

from __future__ import annotations

import re
import string
import unicodedata

TEKENS = frozenset(string.ascii_letters + string.digits + "/-?:().,'+ ")
# Letters and signs that do not fall apart in a plain letter and an accent.
_OMZETTING = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
        "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "n",
        "€": "EUR", "&": "+", "@": "(at)", "_": "-", "–": "-", "—": "-", "‘": "'", "’": "'", "ʼ": "'", "`": "'",
        "“": "'", "”": "'", '"': "'", "„": "'", ";": ",", "[": "(", "]": ")", "{": "(", "}": ")", "\\": "/", "|": "/",
    }
)  # fmt: skip


class Tekenfout(ValueError):
    """Text that cannot be said in the characters of SEPA; the message is Dutch."""


def naar_sepa(tekst: str) -> str:
    """`tekst` in the characters of SEPA: accents go, white space becomes one space, what is unknown becomes a dot.

    Raises Tekenfout when no letter or digit of it is left.
    """
    uiteen = unicodedata.normalize("NFKD", tekst).translate(_OMZETTING)
    zonder_accent = "".join(teken for teken in uiteen if not unicodedata.combining(teken))
    omgezet = "".join(teken if teken in TEKENS else "." for teken in " ".join(zonder_accent.split()))
    if not re.search(r"[0-9A-Za-z]", omgezet):
        raise Tekenfout(f"'{tekst}' bevat geen enkel teken dat banken in Europa aannemen. Schrijf het in ons alfabet.")
    return omgezet


def vreemde_tekens(tekst: str) -> list[str]:
    """Every character that is no SEPA one, once, in the order in which they stand there; what is not seen by number."""
    vreemd = dict.fromkeys(teken for teken in tekst if teken not in TEKENS)
    return [teken if teken.isprintable() else f"U+{ord(teken):04X}" for teken in vreemd]


def is_referentie(tekst: str) -> bool:
    """Whether `tekst` can be the reference of a message, a block or a payment: at most 35 SEPA characters."""
    rand = tekst.strip("/ ") == tekst
    return 0 < len(tekst) <= 35 and rand and "//" not in tekst and TEKENS.issuperset(tekst)
