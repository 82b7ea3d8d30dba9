"""Read the norms from CSV, with a Dutch error per row: a table with one bad row is refused as a whole."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

from ontzorgen.normen import Leeftijdsgroep, Leefvorm, Norm, NormFout, Normtabel

BESTAND = Path(__file__).parent / "referentie" / "bijstandsnormen.csv"
KOLOMMEN = ("vanaf", "leefvorm", "leeftijdsgroep", "bedrag", "vakantietoeslag", "bron")
_EURO = re.compile(r"(\d{1,5}),(\d{2})")


class NormbestandFout(NormFout):
    """The rows that cannot be read; `fouten` has one sentence each."""

    def __init__(self, fouten: list[str]) -> None:
        super().__init__(" ".join(fouten))
        self.fouten = tuple(fouten)


def standaardnormen() -> Normtabel:
    """The norms that come with the application. Reads one file."""
    return Normtabel(lees_normen(BESTAND.read_text(encoding="utf-8")))


def lees_normen(tekst: str) -> tuple[Norm, ...]:
    """Semicolon-separated rows with the columns of KOLOMMEN; dates as 2026-07-01, amounts as 1348,49.

    Raises NormbestandFout with every row that is wrong.
    """
    lezer = csv.reader(io.StringIO(tekst.removeprefix("\ufeff")), delimiter=";")
    kop = tuple(next(lezer, ()))
    if kop != KOLOMMEN:
        raise NormbestandFout([f"De eerste regel moet deze kolommen hebben: {'; '.join(KOLOMMEN)}."])
    normen, fouten = [], []
    for nummer, rij in enumerate(lezer, start=2):
        try:
            normen.append(_norm(rij))
        except NormFout as fout:
            fouten.append(f"Regel {nummer}: {fout}")
    if fouten or not normen:
        raise NormbestandFout(fouten or ["Het bestand heeft geen enkele norm."])
    return tuple(normen)


def _norm(rij: list[str]) -> Norm:
    if len(rij) != len(KOLOMMEN):
        raise NormFout(f"er zijn {len(rij)} kolommen, het moeten er {len(KOLOMMEN)} zijn.")
    vanaf, leefvorm, leeftijdsgroep, bedrag, vakantietoeslag, bron = (waarde.strip() for waarde in rij)
    if leefvorm not in Leefvorm.__members__:
        raise NormFout(f"de leefvorm '{leefvorm}' bestaat niet; kies uit {', '.join(Leefvorm)}.")
    if leeftijdsgroep not in Leeftijdsgroep.__members__:
        raise NormFout(f"de leeftijdsgroep '{leeftijdsgroep}' bestaat niet; kies uit {', '.join(Leeftijdsgroep)}.")
    if not bron:
        raise NormFout("de bron ontbreekt; zonder bron telt een bedrag niet.")
    return Norm(Leefvorm[leefvorm], Leeftijdsgroep[leeftijdsgroep], _datum(vanaf), _cents("bedrag", bedrag),
                _cents("vakantietoeslag", vakantietoeslag), bron)  # fmt: skip


def _datum(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise NormFout(f"'{tekst}' is geen datum; schrijf die als 2026-07-01.") from None


def _cents(kolom: str, tekst: str) -> int:
    gevonden = _EURO.fullmatch(tekst)
    if gevonden is None:
        raise NormFout(f"'{tekst}' is geen bedrag voor {kolom}; schrijf het als 1348,49.")
    return 100 * int(gevonden[1]) + int(gevonden[2])
