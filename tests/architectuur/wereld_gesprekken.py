"""A voortgangsgesprek that was held, with an agreement, and one to which nobody came."""

from datetime import date
from typing import Any

from cases.models import Dossier
from pip_plans.gesprekken.services.afspraken import spreek_af
from tests.conftest import VANDAAG
from tests.fabriek import Cast
from tests.pip_plans.gesprekken.bouw import gehouden


def gespreksrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """The dossier is the one that addresses without a home of their own point to."""
    geweest = gehouden(cast, dossier, date(2026, 11, 18))
    gemist = gehouden(cast, dossier, date(2026, 11, 17), "niet_verschenen")
    afspraak = spreek_af(
        gesprek=geweest, wat="Schrijft zich in bij de bibliotheek", eigenaar=cast.consulent, uiterlijk=VANDAAG,
        door_inburgeraar=True, door=cast.consulent, op=VANDAAG,
    )  # fmt: skip
    per_adres = {"gesprek": geweest.pk, "afspreken": geweest.pk, "verzuim": gemist.pk, "afhandelen": afspraak.pk}
    return {f"gesprekken:{naam}.pk": pk for naam, pk in per_adres.items()}
