"""Toeslagen for tests, made by the services that the product uses."""

from datetime import date
from typing import Any

from ontzorgen.models import Toeslag, Uitkeringseenheid
from ontzorgen.services.toeslagen import bewaar_toeslag
from tests.fabriek import Cast


def leg_toeslag(cast: Cast, eenheid: Uitkeringseenheid, **anders: Any) -> Toeslag:
    """A huurtoeslag of € 310 for the household, applied for in September, unless said otherwise."""
    gegevens = {"soort": "HUURTOESLAG", "dossier": None, "bedrag": 31_000, "bron": "proefberekening",
                "aangevraagd_op": date(2026, 9, 14)}  # fmt: skip
    toeslag = Toeslag(eenheid=eenheid)
    return bewaar_toeslag(toeslag=toeslag, gegevens=gegevens | anders, door=cast.consulent, op=date(2026, 11, 20))
