"""Everything that stands in the way of offering or deciding on a plan, in one list."""

from datetime import date

from pip_plans.plan.models import Pip

from .brief import stel_brief_samen
from .situatie import Situatie
from .volledigheid import Gemis, ontbreekt
from .wijzigen import gebreken_nu
from .wijzigingsbrief import niets_veranderd

ONGEWIJZIGD = Gemis("motivering", "Er is nog niets veranderd ten opzichte van de vorige versie.")


def in_de_weg(pip: Pip, gegevens: Situatie, op: date) -> list[Gemis]:
    """The gaps, the rules of its kind of change as they are on `op`, and whether there is a change at all."""
    gevonden = [*ontbreekt(pip, gegevens), *gebreken_nu(pip, op)]
    if gevonden or pip.wijziging_of_niets is None:
        return gevonden
    brief = stel_brief_samen(pip=pip, gegevens=gegevens, nummer="", dagtekening=op, tekent="")
    return [ONGEWIJZIGD] if niets_veranderd(pip, brief.als_json()) else []
