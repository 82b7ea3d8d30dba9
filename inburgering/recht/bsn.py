"""Finding a BSN in free text, where none belongs."""

import re

# Nine digits in one piece, or grouped the ways people write a BSN; part of a longer number does not count.
_NEGEN_CIJFERS = re.compile(r"(?<!\d)(?:\d{9}|\d{3}([ .\-])\d{3}\1\d{3}|\d{4}([ .\-])\d{2}\2\d{3})(?!\d)", re.ASCII)
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def vind_bsn(tekst: str) -> str | None:
    """The first free-standing number of nine digits that passes the elfproef, or None."""
    for gevonden in _NEGEN_CIJFERS.finditer(tekst):
        cijfers = re.sub(r"\D", "", gevonden.group())
        som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=True))
        if som % 11 == 0 and int(cijfers):
            return cijfers
    return None
