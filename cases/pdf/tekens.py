"""Which characters our fonts can set: asked before content is frozen, because a frozen letter cannot be mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

from django.conf import settings

from cases.onzichtbaar import RICHTING

from .middelen import LETTERTYPEN

_BESTAND = re.compile(r'url\("@fontsource/([^"]+)"\)')
_RICHTING = re.compile(f"[{RICHTING}]")
_WIT = frozenset("\n\r\t")
_ZONDER_BEELD = frozenset(map(chr, range(0xFE00, 0xFE10)))  # variation selectors; like Zs and Cf they need no glyph
_OMGEVING = 15  # characters on either side, so that the writer can find the place


def niet_te_drukken(inhoud: Any) -> list[str]:
    """A Dutch sentence per character in the strings of `inhoud` (plain JSON values) that cannot come on paper.

    Control characters never can, nor those that turn the direction of what follows; others when no font of the
    letters has them. Without the fonts (before 'npm ci') only the first two are found. The fonts are read once per
    process.
    """
    bekend = _dekking(Path(settings.HOOFDMAP))
    gevonden: dict[str, str] = {}
    for tekst in _teksten(inhoud):
        for plaats, teken in enumerate(tekst):
            if not _te_drukken(teken, bekend):
                gevonden.setdefault(teken, _zin(teken, tekst, plaats))
    return list(gevonden.values())


def _teksten(waarde: Any) -> Iterator[str]:
    """Every string, with accents composed as they are when the letter is set."""
    if isinstance(waarde, str):
        yield normalize("NFC", waarde)
    elif isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from _teksten(deel)
    elif isinstance(waarde, list | tuple):
        for deel in waarde:
            yield from _teksten(deel)


def _te_drukken(teken: str, bekend: frozenset[int]) -> bool:
    if teken in _WIT or teken in _ZONDER_BEELD:
        return True
    if (soort := category(teken)) in ("Cc", "Cs") or _RICHTING.fullmatch(teken):
        return False
    return not bekend or ord(teken) in bekend or soort == "Zs" or (soort == "Cf" and teken >= "\u2000")


def _zin(teken: str, tekst: str, plaats: int) -> str:
    rond = tekst[max(0, plaats - _OMGEVING) : plaats + _OMGEVING + 1]
    leesbaar = " ".join("".join(een if een.isprintable() else " " for een in rond).split())
    naam = teken if teken.isprintable() else f"U+{ord(teken):04X} (onzichtbaar)"
    return f"Dit teken kan niet worden gedrukt: {naam} in ‘{leesbaar}’. Schrijf het anders."


@cache
def _dekking(hoofdmap: Path) -> frozenset[int]:
    """The code points of all fonts in the style sheet of the letters; empty when they are not installed."""
    from fontTools.ttLib import TTFont  # late: only who makes a letter needs it

    lettertypen = hoofdmap / LETTERTYPEN
    if not lettertypen.is_dir():
        return frozenset()
    stijl = (hoofdmap / "templates" / "pdf" / "brief.css").read_text(encoding="utf-8")
    punten: set[int] = set()
    for bestand in _BESTAND.findall(stijl):
        with TTFont(lettertypen / bestand, lazy=True) as letter:
            punten.update(letter.getBestCmap())
    return frozenset(punten)
