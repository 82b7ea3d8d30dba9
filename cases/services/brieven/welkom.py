"""The welcome letter after the koppeling: who helps, what happens, the interpreter, and what is kept (AVG 13)."""

from datetime import date

from cases import teksten
from cases.briefinhoud import Stap, WelkomInhoud
from cases.models import Dossier, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening

from .basis import Brief
from .vertaling import vertaling

ONDERWERP = "Welkom: zo begint uw inburgering"
IN_EIGEN_TAAL = (
    "welkom-koppeling",
    "welkom-consulent",
    "contact-bellen",
    "welkom-gesprek",
    "welkom-alleen",
    "welkom-tolk",
    "privacy-waarom",
    "privacy-wie",
    "privacy-rechten",
    "privacy-klacht",
    "vertaling-geldt",
)


def stel_samen(*, dossier: Dossier, door: Medewerker | None, op: date) -> list[Brief]:
    """One letter to the inburgeraar, dated `op`, with the texts of the gemeente of that day."""
    gemeente, behandelaar = dossier.gemeente, dossier.consulent or door
    kop = kenmerk(nummer=dossier.nummer, onderwerp=ONDERWERP, datum=op, gemeente=gemeente, behandelaar=behandelaar)
    inhoud = WelkomInhoud(
        afzender=afzender(gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kop,
        ondertekening=ondertekening(behandelaar),
        inleiding=teksten.alineas(gemeente, "welkom-inleiding", op),
        stappen=tuple(Stap(wat=wat, uitleg=uitleg) for wat, uitleg in teksten.regels(gemeente, "welkom-stappen", op)),
        tolk=teksten.alineas(gemeente, "welkom-tolk", op),
        privacy=teksten.alineas(gemeente, "welkom-privacy", op),
        hulp=hulp(gemeente, op),
        vertaling=vertaling(
            gemeente=gemeente,
            voorkeurstaal=dossier.inburgeraar.voorkeurstaal,
            titel="welkom-titel",
            codes=IN_EIGEN_TAAL,
            waarden={"gemeente": gemeente.naam, "naam": kop.behandeld_door, "telefoon": kop.telefoon},
            op=op,
        ),
    )
    return [Brief("Welkomstbrief", inhoud)]
