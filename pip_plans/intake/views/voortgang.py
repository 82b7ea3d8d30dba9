"""What is done and what is missing, part by part, for the overview of the intake."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.afronding import Ontbrekend, ontbreekt


@dataclass(frozen=True, slots=True)
class Deel:
    """One part: done or not, why not, and the page where it is done."""

    titel: str
    klaar: bool
    uitleg: str
    pagina: str


def delen(intake: BredeIntake) -> list[Deel]:
    return list(_delen(intake, ontbreekt(intake)))


def _delen(intake: BredeIntake, gemis: list[Ontbrekend]) -> Iterator[Deel]:
    gesprekken = len(intake.gesprekken.all())
    yield _deel("Gesprekken", gemis, ["gesprekken"], f"{gesprekken} vastgelegd", "gesprek")
    yield _deel("Recht op een individueel gesprek", gemis, ["individueel"], "vastgelegd", "individueel")
    if intake.toets_nodig:
        stand = intake.toets.stand if intake.toets else ""
        yield _deel("Leerbaarheidstoets", gemis, ["toets"], stand, "toets")
    gebieden = [deel.onderdeel for deel in gemis if deel.onderdeel.startswith("gebied-")]
    beschreven = sum(not rij.is_leeg for rij in intake.leefgebieden.all())
    yield _deel("Leefgebieden", gemis, gebieden, f"{beschreven} van 10 beschreven", "leefgebieden")


def _deel(titel: str, gemis: Iterable[Ontbrekend], onderdelen: list[str], klaar: str, pagina: str) -> Deel:
    redenen = [deel.reden for deel in gemis if deel.onderdeel in onderdelen]
    return Deel(titel, not redenen, " ".join(redenen) or klaar, pagina)
