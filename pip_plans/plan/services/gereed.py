"""Everything that stands in the way of offering or deciding on a plan, in one list."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pip_plans.plan.models import Pip

from .advies import advies_mist, stel_advies_samen
from .brief import stel_brief_samen
from .situatie import Situatie
from .volledigheid import Gemis, ontbreekt
from .wijzigen import gebreken_nu
from .wijzigingsbrief import niets_veranderd

ONGEWIJZIGD = Gemis("motivering", "Er is nog niets veranderd ten opzichte van de vorige versie.")


def in_de_weg(pip: Pip, gegevens: Situatie, op: date) -> list[Gemis]:
    """The gaps, the rules of its kind of change as they are on `op`, and whether there is a change at all."""
    gevonden = advies_mist(pip, gegevens) if pip.is_advies else [*ontbreekt(pip, gegevens), *gebreken_nu(pip, op)]
    if gevonden or pip.wijziging_of_niets is None:
        return gevonden
    return [ONGEWIJZIGD] if niets_veranderd(pip, wat_er_staat(pip, gegevens, op)) else []


def wat_er_staat(pip: Pip, gegevens: Situatie, op: date) -> Mapping[str, Any]:
    """What the letter of this concept would say today, as it would be frozen. Raises ValueError while it cannot."""
    if pip.is_advies:
        return stel_advies_samen(pip=pip, gegevens=gegevens, op=op, tekent=None).als_json()
    return stel_brief_samen(pip=pip, gegevens=gegevens, nummer="", dagtekening=op, tekent="").als_json()
