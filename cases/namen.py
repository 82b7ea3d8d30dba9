"""Names as keys: for sorting (no database collation is relied on) and for finding despite transliteration."""

import re
import unicodedata

_LOS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
# Spellings of one sound that differ between transliterations: Mohammed/Muhamad, Yusuf/Youssouf, Khadija/Hadija …
_KLANKEN = [
    (r"ou|oe|oo|o", "u"),
    (r"[ae][iy]|ee|ie|ij|y|e", "i"),
    (r"kh|gh|ch", "h"),
    (r"ck|q|c", "k"),
    (r"dj|dz|zh", "j"),
    (r"ts|tz|z", "s"),
    (r"ph", "f"),
    (r"sh|sj", "s"),
    (r"th|dh", "t"),
    (r"w", "v"),
    (r"h", ""),
    (r"(.)\1+", r"\1"),
]


def vouw(tekst: str) -> str:
    """Lower case without diacritics and punctuation: 'Şahin-Çelik' becomes 'sahin celik'."""
    kaal = "".join(
        teken
        for teken in unicodedata.normalize("NFKD", tekst.lower().translate(_LOS))
        if not unicodedata.combining(teken)
    )
    return " ".join(re.sub(r"[^\w]+", " ", kaal).split())


def sorteersleutel(achternaam: str, voornamen: str, voorvoegsel: str) -> str:
    """Sorts on surname, then given names, then prefix: 'Silva, João da' stands with the S."""
    return f"{vouw(achternaam)}, {vouw(voornamen)} {vouw(voorvoegsel)}".strip()[:280]


def klanksleutel(tekst: str) -> str:
    """The same key for spellings that sound alike; used beside the plain folded name, never instead of it."""
    sleutel = vouw(tekst)
    for patroon, door in _KLANKEN:
        sleutel = re.sub(patroon, door, sleutel)
    return sleutel


def zoeksleutel(achternaam: str, voornamen: str, voorvoegsel: str) -> str:
    """What a search runs against: the folded name and its sounds."""
    naam = " ".join(deel for deel in (voornamen, voorvoegsel, achternaam) if deel)
    return f"{vouw(naam)} {klanksleutel(naam)}"[:280]
