"""A result of an exam, for every address that needs one."""

from datetime import date
from typing import Any

from cases.models import Dossier
from pip_plans.afronding.services.examens import leg_uitslag_vast
from tests.fabriek import Cast


def afrondingrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """The dossier has a PIP with the B1-route."""
    rij = leg_uitslag_vast(
        dossier=dossier, onderdeel="lezen", niveau="B1", uitslag="geslaagd", datum=date(2026, 11, 10), volgens="DUO",
        door=cast.consulent, op=date(2026, 11, 20),
    )  # fmt: skip
    return {f"afronding:{naam}.pk": rij.pk for naam in ("corrigeren", "intrekken")}
