"""Small repairs that make typed text fit into a letter."""


def afgemaakt(tekst: str) -> str:
    """The text with a full stop behind it, unless it ends a sentence already; '' stays ''."""
    kaal = tekst.strip()
    return kaal if not kaal or kaal[-1] in ".!?" else f"{kaal}."


def open_eind(tekst: str) -> str:
    """The text without a full stop: the letter puts its own behind it."""
    return tekst.strip().rstrip(".").rstrip()
