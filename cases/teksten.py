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
            "pip-begeleiding",
            "PIP: hoe wij u helpen",
            "Staat in een nieuw concept-PIP bij de begeleiding; de consulent past de tekst aan de persoon aan.",
            "U hebt een vaste consulent. Uw consulent praat met u over hoe het gaat en helpt u als iets niet lukt. "
            "Bel of mail gerust als u een vraag hebt.",
        ),
        Standaardtekst(
            "pip-motivering-b1",
            "PIP: waarom de B1-route",
            "Eerste zin van de motivering bij de B1-route; de consulent vult aan met wat in de intake bleek.",
            "In de intake hebben wij samen gezien dat u Nederlands kunt leren op niveau B1.",
        ),
        Standaardtekst(
            "pip-motivering-onderwijs",
            "PIP: waarom de onderwijsroute",
            "Eerste zin van de motivering bij de onderwijsroute.",
            "U wilt een opleiding volgen in Nederland. In de intake hebben wij gezien dat dit bij u past.",
        ),
        Standaardtekst(
            "pip-motivering-z",
            "PIP: waarom de Z-route",
            "Eerste zin van de motivering bij de Z-route.",
            "In de intake hebben wij gezien dat niveau B1 of A2 voor u niet haalbaar is. "
            "In de Z-route leert u Nederlands en doet u mee in de samenleving op een manier die bij u past.",
        ),
    )
}


def tekst(gemeente: Gemeente, code: str, op: date) -> str:
    """The paragraph in force on this date: the gemeente's own version, else the standard one."""
    eigen = Tekstblok.objects.filter(gemeente=gemeente, code=code, geldig_vanaf__lte=op).first()
    return eigen.tekst if eigen else STANDAARD[code].tekst
