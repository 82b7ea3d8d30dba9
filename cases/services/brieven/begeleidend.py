"""A general covering letter: a subject, a text and what goes with it."""

from collections.abc import Sequence
from datetime import date

from cases.briefinhoud import BegeleidendInhoud
from cases.models import Dossier, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening

from .basis import Brief


def stel_samen(
    *,
    dossier: Dossier,
    onderwerp: str,
    alineas: Sequence[str],
    bijlagen: Sequence[str],
    door: Medewerker | None,
    op: date,
) -> list[Brief]:
    """One letter to the inburgeraar, dated `op`; the subject stands in the letter and not in the list."""
    gemeente, behandelaar = dossier.gemeente, dossier.consulent or door
    inhoud = BegeleidendInhoud(
        afzender=afzender(gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kenmerk(
            nummer=dossier.nummer,
            onderwerp=onderwerp,
            datum=op,
            gemeente=gemeente,
            behandelaar=behandelaar,
            bijlagen=tuple(bijlagen),
        ),
        ondertekening=ondertekening(behandelaar),
        alineas=tuple(alineas),
        hulp=hulp(gemeente, op),
    )
    return [Brief("Begeleidende brief", inhoud)]
