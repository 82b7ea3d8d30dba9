"""How relatives at a talk are called while the dossier of somebody of the gezin is extra protected: without a name.

The name stays stored as it was typed. A form shows `(naam niet getoond 1)` in its place, and saving gives it back.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from .enums import PRIVE

_PLAATS = "(naam niet getoond {})"
_VORM = re.compile(r"\(naam niet getoond (\d{1,3})\)")


class Genoemde(Protocol):
    """Somebody at a talk: `cases.Deelnemer`, or an Aanwezige of the intake."""

    naam: str
    hoedanigheid: str

    def get_hoedanigheid_display(self) -> str: ...


def genoemd(wie: Genoemde, beschermd: bool) -> str:
    """'Els Kramer (tolk)'; of a relative only 'partner' when `beschermd`."""
    return str(wie.get_hoedanigheid_display()) if beschermd and wie.hoedanigheid in PRIVE else str(wie)


def namen_voor_formulier(rijen: Sequence[Genoemde], beschermd: bool) -> list[str]:
    """What a form shows as the name of each row."""
    return [
        _PLAATS.format(nummer) if beschermd and rij.naam and rij.hoedanigheid in PRIVE else rij.naam
        for nummer, rij in enumerate(rijen, start=1)
    ]


def getypte_naam(tekst: str, rijen: Sequence[Genoemde]) -> str:
    """The name that was typed; that of the stored row when the form held its place."""
    vorm = _VORM.fullmatch(tekst.strip())
    if vorm is None:
        return tekst.strip()
    nummer = int(vorm[1])
    return rijen[nummer - 1].naam if 0 < nummer <= len(rijen) else ""
