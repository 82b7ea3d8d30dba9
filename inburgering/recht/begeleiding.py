"""The right to maatschappelijke begeleiding and the day on which it begins (art. 13 Wi 2021)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inburgering.recht.bronnen import WET, Bron
from inburgering.recht.feiten import DOELGROEP_LABELS, GROEP_MET_AANBOD, Dossierfeiten, FeitSoort, Regime
from inburgering.recht.termijnen import einde_reden, op

RECHT, OUDE_WET = Bron(WET, "13", "3"), Bron(WET, "54")


class Begin(StrEnum):
    """From when the gemeente gives it: as the act says, or earlier as a policy paper may say."""

    WET = "wet"
    KOPPELING = "koppeling"


@dataclass(frozen=True, slots=True)
class Begeleidingsrecht:
    """Whether there is a right, since when (None: not yet), and why."""

    recht: bool
    vanaf: date | None
    uitleg: str

    def had_moeten_beginnen(self, dag: date) -> bool:
        """Whether it should have begun on this day or before."""
        return self.recht and self.vanaf is not None and self.vanaf <= dag


def begeleidingsrecht(dossier: Dossierfeiten, *, begin: Begin, bron: str) -> Begeleidingsrecht:
    """By law from the last BRP registration here; the policy of `bron` may say from the koppeling before it."""
    groep = dossier.doelgroep
    if dossier.regime is Regime.WI2013:
        return _geen(f"Voor wie onder de Wet inburgering 2013 valt, gelden de regels van die wet ({OUDE_WET.kort}).")
    if groep is None:
        return _geen("Leg eerst de doelgroep vast.")
    if groep not in GROEP_MET_AANBOD:
        return _geen(f"Voor de doelgroep {DOELGROEP_LABELS[groep]} hoeft de gemeente dit niet te geven ({RECHT.kort}).")
    if reden := einde_reden(dossier):
        return _geen(reden)
    brp, koppeling = dossier.laatste(FeitSoort.BRP_INSCHRIJVING), dossier.eerste(FeitSoort.KOPPELING)
    if begin is Begin.KOPPELING and koppeling and (brp is None or koppeling.datum < brp.datum):
        zin = f"Vanaf de koppeling op {op(koppeling)}, eerder dan de wet vraagt ({bron})."
        return Begeleidingsrecht(True, koppeling.datum, zin)
    if brp is None:
        return Begeleidingsrecht(True, None, f"Begint bij de inschrijving in de BRP ({RECHT.kort}).")
    return Begeleidingsrecht(True, brp.datum, f"Vanaf de inschrijving in de BRP op {op(brp)} ({RECHT.kort}).")


def _geen(uitleg: str) -> Begeleidingsrecht:
    return Begeleidingsrecht(False, None, uitleg)
