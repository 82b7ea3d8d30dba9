"""The difference between two texts, word by word, for who has to choose between them."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Soort(StrEnum):
    GELIJK = "gelijk"
    ERBIJ = "erbij"
    ERAF = "eraf"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A run of words: in both texts, only in the new one (ERBIJ), or only in the old one (ERAF)."""

    soort: Soort
    tekst: str


def verschil(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """What changes from `oud` to `nieuw`, in reading order; what goes stands before what comes in its place."""
    van, naar = oud.split(), nieuw.split()
    stukken: list[Stuk] = []
    for code, i1, i2, j1, j2 in SequenceMatcher(a=van, b=naar, autojunk=False).get_opcodes():
        if code == "equal":
            stukken.append(Stuk(Soort.GELIJK, " ".join(van[i1:i2])))
            continue
        if i2 > i1:
            stukken.append(Stuk(Soort.ERAF, " ".join(van[i1:i2])))
        if j2 > j1:
            stukken.append(Stuk(Soort.ERBIJ, " ".join(naar[j1:j2])))
    return tuple(stukken)
