"""What one oproep says, as the content of template 'oproep/v1'."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from cases.enums import Plaatssoort
from cases.models import Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening
from cases.teksten import alineas
from pip_plans.intake.enums import Oproepsoort
from pip_plans.intake.inhoud import OproepInhoud
from pip_plans.intake.models import BredeIntake

BRIEFSOORT = {Oproepsoort.INTAKE: "brede_intake", Oproepsoort.TOETS: "leerbaarheidstoets"}
INLEIDING = {Oproepsoort.INTAKE: "oproep-intake", Oproepsoort.TOETS: "oproep-toets"}
WAARSCHUWING = "oproep-waarschuwing"
ONDERWERP = {
    Oproepsoort.INTAKE: "Uitnodiging voor een gesprek over uw inburgering",
    Oproepsoort.TOETS: "Uitnodiging voor de leerbaarheidstoets",
}
WAARVOOR = {Oproepsoort.INTAKE: "gesprek over uw inburgering", Oproepsoort.TOETS: "leerbaarheidstoets"}
# The number stands in the subject, so that nobody overlooks that this is a warning.
KEER = {2: "Tweede uitnodiging, met waarschuwing: ", 3: "Derde uitnodiging, met waarschuwing: "}
MEENEMEN = {
    Oproepsoort.INTAKE: (
        "deze brief",
        "uw verblijfsdocument",
        "diploma's en papieren over school of werk, als u die hebt",
    ),
    Oproepsoort.TOETS: ("deze brief", "uw verblijfsdocument", "uw bril, als u die draagt"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Oproepgegevens:
    """What the consulent chooses for one oproep. `afbellen_voor` is the last day to call."""

    begin: datetime
    duur_minuten: int
    plaatssoort: Plaatssoort
    locatie: str
    adres: str
    afbellen_voor: date
    tolk_taal: str = ""


def stel_brief_op(
    *,
    intake: BredeIntake,
    soort: Oproepsoort,
    nummer: int,
    gegevens: Oproepgegevens,
    door: Medewerker | None,
    op: date,
) -> OproepInhoud:
    """The frozen content; it tells of each missed oproep what happened."""
    dossier, begin = intake.dossier, localtime(gegevens.begin)
    behandelaar = dossier.consulent or door
    tolk = f"Er is een tolk bij: {gegevens.tolk_taal}." if gegevens.tolk_taal else ""
    return OproepInhoud(
        afzender=afzender(dossier.gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kenmerk(
            nummer=dossier.nummer,
            onderwerp=f"{KEER[nummer]}{WAARVOOR[soort]}" if nummer > 1 else ONDERWERP[soort],
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=behandelaar,
        ),
        ondertekening=ondertekening(behandelaar),
        soort=BRIEFSOORT[soort],
        oproepnummer=nummer,
        datum=begin.date().isoformat(),
        tijd=f"{begin:%H:%M}",
        duur=_duur(gegevens.duur_minuten),
        locatie=gegevens.locatie,
        adres=gegevens.adres,
        uiterlijk=gegevens.afbellen_voor.isoformat(),
        meenemen=MEENEMEN[soort],
        tolk=tolk,
        hulp=hulp(dossier.gemeente, op),
        inleiding=alineas(dossier.gemeente, INLEIDING[soort], op),
        bij_waarschuwing=alineas(dossier.gemeente, WAARSCHUWING, op) if nummer > 1 else (),
        eerdere=tuple((oproep.dag.isoformat(), oproep.wat_gebeurde) for oproep in intake.gemiste_oproepen(soort)),
    )


def _duur(minuten: int) -> str:
    vaste = {
        30: "ongeveer een half uur",
        60: "ongeveer een uur",
        90: "ongeveer anderhalf uur",
        120: "ongeveer twee uur",
    }
    return vaste.get(minuten, f"ongeveer {minuten} minuten")
