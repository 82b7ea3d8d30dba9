"""One row by itself: are these a week, hours and levels, and do they belong in this report?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from cases.services.koppelingen.kolommen import FORMULETEKENS, TEVEEL
from cases.services.koppelingen.meldingen import Melding, fout
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.voortgang.enums import TELVELDEN, Taalniveau, Vaardigheid
from pip_plans.voortgang.services.uren import LEEG, weekbezwaren
from pip_plans.voortgang.weken import lees_week, maand_van, weeknaam

from .kolommen import NIVEAUS

_UREN = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)
_NEGATIEF = re.compile(r"-\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)
_NIVEAU = {niveau.value.casefold(): niveau for niveau in Taalniveau} | {
    niveau.label.casefold(): niveau for niveau in Taalniveau
}
LANGSTE_NUMMER = 40


@dataclass(slots=True)
class Keuring:
    """What a row says, as far as it can be read, with what is wrong with it."""

    dossiernummer: str = ""
    deelnemernummer: str = ""
    week: date | None = None
    uren: dict[str, Decimal] = field(default_factory=lambda: dict(LEEG))
    niveaus: dict[Vaardigheid, Taalniveau] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)


def keur(waarden: Mapping[str, Any], *, gemeente: str, maand: date, op: date) -> Keuring:
    """Read the cells of one row of the report over `maand` to `gemeente`.

    Our numbers are counted per gemeente: a row for a neighbour could be about somebody else here, so nobody is sought.
    """
    if formules := [naam for naam, cel in waarden.items() if naam != TEVEEL and _is_formule(naam, cel.strip())]:
        reden = "Deze cel begint met een teken dat een rekenblad als formule leest. Zet er de waarde zelf in."
        return Keuring(meldingen=[fout(naam, reden) for naam in formules])
    if (van := waarden.get("gemeente", "").strip()) and van.casefold() != gemeente.casefold():
        return Keuring(meldingen=[fout("gemeente", "Deze regel is voor een andere gemeente. Stuur haar daarheen.")])
    keuring = Keuring(waarden.get("dossiernummer", "").strip().upper(), waarden.get("deelnemernummer", "").strip())
    keuring.meldingen = [*_uren(keuring, waarden), *_niveaus(keuring, waarden), *_week(keuring, waarden, maand, op)]
    if TEVEEL in waarden:
        keuring.meldingen.append(fout("", "Deze regel heeft meer cellen dan er kolommen zijn."))
    if len(keuring.deelnemernummer) > LANGSTE_NUMMER:
        keuring.meldingen.append(fout("deelnemernummer", f"Dit nummer is langer dan {LANGSTE_NUMMER} tekens."))
    return keuring


def _is_formule(veld: str, cel: str) -> bool:
    """What a spreadsheet would reckon with; a negative number of hours is only a number."""
    return cel.startswith(FORMULETEKENS) and not (veld in TELVELDEN and _NEGATIEF.fullmatch(cel))


def _uren(keuring: Keuring, waarden: Mapping[str, Any]) -> Iterator[Melding]:
    for veld in TELVELDEN:
        cel = waarden.get(veld, "").strip()
        if _NEGATIEF.fullmatch(cel):
            yield fout(veld, "Minder dan 0 uur kan niet.")
        elif cel and not _UREN.fullmatch(cel):
            yield fout(veld, "Dit is geen aantal uren. Schrijf 12 of 1,5.")
        elif cel:
            keuring.uren[veld] = Decimal(cel.replace(",", "."))


def _niveaus(keuring: Keuring, waarden: Mapping[str, Any]) -> Iterator[Melding]:
    for kolom, wat in NIVEAUS.items():
        cel = waarden.get(kolom, "").strip()
        if cel and cel.casefold() not in _NIVEAU:
            yield fout(kolom, f"Dit niveau kennen we niet. Schrijf {', '.join(Taalniveau.values)}.")
        elif cel:
            keuring.niveaus[wat] = _NIVEAU[cel.casefold()]


def _week(keuring: Keuring, waarden: Mapping[str, Any], maand: date, op: date) -> Iterator[Melding]:
    week = keuring.week = lees_week(waarden.get("week", ""))
    if week is None:
        yield fout("week", "Dit is geen week. Schrijf jaar en nummer, zoals 2026-W45.")
        return
    for veld, reden in weekbezwaren(week=week, waarden=keuring.uren, op=op):
        yield fout(veld, reden)
    if week <= op and maand_van(week) != maand:
        hoort = datum_zonder_weekdag(maand_van(week)).partition(" ")[2]
        yield fout("week", f"{weeknaam(week).capitalize()} hoort bij het rapport over {hoort}.")
