"""The languages of the phrase bank, and which of them somebody speaks."""

from dataclasses import dataclass

NEDERLANDS = "nl"


@dataclass(frozen=True, slots=True)
class Taal:
    """`code` is BCP 47; `woorden` are the names, in lower case, by which Dutch records know the language."""

    code: str
    naam: str
    eigen_naam: str
    richting: str = "ltr"
    woorden: tuple[str, ...] = ()


TALEN = {
    taal.code: taal
    for taal in (
        Taal("nl", "Nederlands", "Nederlands", woorden=("nederlands",)),
        Taal("en", "Engels", "English", woorden=("engels", "english")),
        Taal("ar", "Arabisch", "العربية", "rtl", ("arabisch", "arabic", "soedanees", "syrisch-arabisch")),
        Taal("ti", "Tigrinya", "ትግርኛ", woorden=("tigrinya", "tigrigna")),
        Taal("tr", "Turks", "Türkçe", woorden=("turks", "turkish")),
        Taal("fa", "Farsi/Dari", "فارسی", "rtl", ("farsi", "dari", "perzisch", "persian")),
    )
}
VERTALINGEN = tuple(code for code in TALEN if code != NEDERLANDS)


def zonder_vertaling(voorkeurstaal: str) -> bool:
    """Whether this names a language that the bank does not have, so that there is only Dutch."""
    tekst = voorkeurstaal.casefold().strip()
    return bool(tekst) and not any(woord in tekst for taal in TALEN.values() for woord in taal.woorden)


def taal_van(voorkeurstaal: str) -> str:
    """The code of the language of the bank that a free-text language names, Dutch when the bank does not have it.

    'Arabisch (Syrië)' is Arabic and 'Dari' is Persian; of several languages the first one in the text counts.
    """
    tekst = voorkeurstaal.casefold()
    plaatsen = [(tekst.find(woord), code) for code, taal in TALEN.items() for woord in taal.woorden if woord in tekst]
    return min(plaatsen, default=(0, NEDERLANDS))[1]
