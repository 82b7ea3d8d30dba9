"""Which paragraphs of letters a gemeente may write itself, and what they say until it does."""

from dataclasses import dataclass
from datetime import date

from .models import Gemeente, Tekstblok


@dataclass(frozen=True, slots=True)
class Standaardtekst:
    code: str
    titel: str
    uitleg: str
    tekst: str


STANDAARD = {
    tekst.code: tekst
    for tekst in (
        Standaardtekst(
            "pip-motivering-b1",
            "PIP: waarom de B1-route",
            "Begin van de motivering als de B1-route voor de hand ligt; de consulent vult aan wat in de intake bleek.",
            "U kunt waarschijnlijk niveau B1 halen. Daarmee kunt u werken of een opleiding volgen.",
        ),
        Standaardtekst(
            "pip-motivering-z",
            "PIP: waarom de Z-route",
            "Begin van de motivering als niveau B1 volgens de leerbaarheidstoets niet haalbaar is.",
            "Niveau B1 is nu te moeilijk voor u. In deze route leert u wat u elke dag nodig hebt.",
        ),
        Standaardtekst(
            "pip-begeleiding-aanbod",
            "PIP: wie u helpt (met aanbod van de gemeente)",
            "Voor statushouders en hun gezin, naast de eigen consulent. Elke regel: wie, een dubbele punt, wat.",
            "Uw maatschappelijk begeleider: helpt u met wonen, post, verzekeringen en de huisarts.",
        ),
        Standaardtekst(
            "pip-begeleiding-advies",
            "PIP: wie u helpt (gezins- en overige migranten)",
            "Naast de eigen consulent. Elke regel: wie, een dubbele punt, wat.",
            "De gemeente: geeft u advies over scholen en over de lening bij DUO.",
        ),
        Standaardtekst(
            "brief-hulp",
            "Brieven: waar iemand gratis hulp krijgt",
            "Onder elke brief. Elke regel: naam, een dubbele punt, hoe te bereiken.",
            "Het Juridisch Loket: telefoon 0800 8020 (gratis)",
        ),
    )
}


def tekst(gemeente: Gemeente, code: str, op: date) -> str:
    """The paragraph in force on this date: the gemeente's own version, else the standard one."""
    eigen = Tekstblok.objects.filter(gemeente=gemeente, code=code, geldig_vanaf__lte=op).first()
    return eigen.tekst if eigen else STANDAARD[code].tekst


def regels(gemeente: Gemeente, code: str, op: date) -> list[tuple[str, str]]:
    """A text of lines 'wie: wat' as pairs; a line without a colon has no second part."""
    delen = (regel.partition(":") for regel in tekst(gemeente, code, op).splitlines() if regel.strip())
    return [(voor.strip(), na.strip()) for voor, _, na in delen]
