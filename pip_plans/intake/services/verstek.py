"""What must be certain before anybody is held not to have come: three oproepen, each sent, past and judged (Wi 14)."""

from collections.abc import Iterator
from datetime import date

from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.intake.enums import Oproepsoort, Verschijning
from pip_plans.intake.models import BredeIntake, Oproep
from pip_plans.intake.models.oproep import MEESTE_OPROEPEN


def verstek_mist(intake: BredeIntake, op: date) -> list[str]:
    """Why the intake cannot be completed without the person on `op`, in Dutch sentences; empty when it can (Wi 14(2)).

    Three missed oproepen are not enough: the letter left before its day, that day is over, and somebody judged that
    there was no valid reason.
    """
    if intake.gesprekken.all():
        return ["Er is een gesprek gevoerd. Rond de intake daarmee af."]
    oproepen = [oproep for oproep in intake.oproepen.all() if oproep.soort == Oproepsoort.INTAKE]
    if any(oproep.verschijning == Verschijning.VERSCHENEN for oproep in oproepen):
        return ["De inburgeraar is op een oproep verschenen. Leg dat gesprek vast."]
    return oproepen_missen(intake, Oproepsoort.INTAKE, op)


def oproepen_missen(intake: BredeIntake, soort: Oproepsoort, op: date) -> list[str]:
    """What the oproepen of this kind still lack to conclude that the person stayed away without a valid reason."""
    gemist = intake.gemiste_oproepen(soort)
    if len(gemist) < MEESTE_OPROEPEN:
        waarvoor = "de toets" if soort == Oproepsoort.TOETS else "de intake"
        return [f"Dat kan pas na drie gemiste oproepen voor {waarvoor}; dat zijn er nu {len(gemist)}."]
    return [zin for oproep in gemist for zin in _mist(oproep, op)]


def _mist(oproep: Oproep, op: date) -> Iterator[str]:
    dag = datum_zonder_weekdag(oproep.dag)
    if not any(verzending.datum < oproep.dag for verzending in oproep.document.verzonden):
        yield f"Van de {oproep.nummer}e oproep is niet vastgelegd dat de brief vóór {dag} is verzonden."
    if oproep.dag >= op:
        yield f"De dag van de {oproep.nummer}e oproep ({dag}) is nog niet voorbij."
    if oproep.geldige_reden is not False:
        yield f"Bij de {oproep.nummer}e oproep is nog niet beoordeeld of er een geldige reden was."
