"""How easy a Dutch text is to read, as one figure that a library computes."""

from functools import cache
from types import ModuleType

STREEF = 70
UITLEG = "Het leesgetal loopt van 0 (heel moeilijk) tot 100 (heel makkelijk). Voor A2 en B1 is 70 of meer goed."
_EINDE = (".", "!", "?")


def leesgetal(tekst: str) -> int:
    """Flesch reading ease with the factors for Dutch, kept within 0 and 100. Each line counts as a sentence.

    It weighs the length of sentences and of words, and knows nothing of meaning: help for who writes, no verdict.
    """
    zinnen = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    if not zinnen:
        return 100
    doorlopend = " ".join(zin if zin.endswith(_EINDE) else f"{zin}." for zin in zinnen)
    return max(0, min(100, round(_textstat().flesch_reading_ease(doorlopend))))


def is_moeilijk(getal: int) -> bool:
    """Below the aim: a warning, never a refusal."""
    return getal < STREEF


@cache
def _textstat() -> ModuleType:
    import textstat  # half a second, and only who writes texts needs it

    textstat.set_lang("nl")
    module: ModuleType = textstat
    return module
