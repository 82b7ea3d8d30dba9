"""What is talked about with partners towards the end, and what a school may know: the exams that were passed."""

from collections.abc import Sequence

from cases.deelgegevens import ONDERWIJS, Deelbeeld, Deelgegeven, registreer_deelgegeven
from cases.overlegonderwerpen import Onderwerp, registreer_onderwerp
from inburgering.recht.afronding import pogingen
from inburgering.recht.examens import EXAMEN_LABELS, Examenonderdeel, Uitslag


def _gehaald(beelden: Sequence[Deelbeeld]) -> list[str]:
    """Never an attempt that failed, nor that DUO exempted somebody: that may be about health."""
    return [", ".join(_van(beeld)) for beeld in beelden]


def _van(beeld: Deelbeeld) -> list[str]:
    gehaald = {
        onderdeel: feit.tekst("niveau")
        for onderdeel in Examenonderdeel
        for feit in pogingen(beeld.feiten, onderdeel)
        if feit.tekst("uitslag") == Uitslag.GESLAAGD
    }
    return [f"{EXAMEN_LABELS[onderdeel]} {niveau}".strip() for onderdeel, niveau in gehaald.items()]


registreer_deelgegeven(Deelgegeven("examens", "Examens gehaald", frozenset({ONDERWIJS}), _gehaald, 33))
registreer_onderwerp(Onderwerp("afronding", "Examens en afronding", volgorde=50))
