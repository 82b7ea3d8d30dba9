"""Characters that nobody sees and that change how text reads: taken out of what people type and import.

U+202E makes the rest of a line run backwards, so that a letter would say something else than what was approved. What
the scripts of our phrase bank need stays: the letters run right to left by themselves, and ZWNJ and ZWJ shape Farsi.
"""

import re
from collections.abc import Mapping
from typing import Any, cast

from django.utils.datastructures import MultiValueDict

RICHTING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates
_ZONDER_BREEDTE = "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_STUUR = "\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # not NUL: Django refuses that with a sentence of its own
_REGELEINDE = "\x0b\x0c\x85\u2028\u2029"  # from a word processor
_WEG = re.compile(f"[{RICHTING}{_ZONDER_BREEDTE}{_STUUR}]")
_SPATIE = re.compile(f"[{_REGELEINDE}]")
_IETS = re.compile(f"[{RICHTING}{_ZONDER_BREEDTE}{_STUUR}{_REGELEINDE}]")


def zonder_onzichtbaar(tekst: str) -> str:
    """`tekst` without those characters; a line end of a word processor becomes a space."""
    return _WEG.sub("", _SPATIE.sub(" ", tekst))


def schone_invoer(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same for everything that was posted; the very same object when there is nothing to take out."""
    if not isinstance(data, MultiValueDict):
        return {naam: zonder_onzichtbaar(w) if isinstance(w, str) else w for naam, w in data.items()}
    if not any(_IETS.search(waarde) for _, waarden in data.lists() for waarde in waarden if isinstance(waarde, str)):
        return data
    schoon = cast(MultiValueDict[str, Any], data.copy())
    for naam, waarden in data.lists():
        schoon.setlist(naam, [zonder_onzichtbaar(w) if isinstance(w, str) else w for w in waarden])
    return schoon
