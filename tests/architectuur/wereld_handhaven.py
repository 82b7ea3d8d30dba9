"""A case of handhaving that waits for the teamleider, for every address that needs one."""

from typing import Any

from cases.models import Dossier
from pip_plans.handhaving.enums import Gedraging
from tests.fabriek import Cast
from tests.pip_plans.handhaving.hulp import sta_boete_toe, tot_voorstel

ADRESSEN = (
    "zaak", "waarschuwen", "voornemen", "zienswijze", "voorstel", "beslissen", "bekendmaken", "voorbeeld", "betaling",
    "regeling", "beeindigen",
)  # fmt: skip


def handhaafrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """Somebody with asylum, so that the pages show all they can."""
    sta_boete_toe(cast, "22")
    zaak = tot_voorstel(cast, dossier, Gedraging.INTAKE, individueel="U weigert elke les, ook op een andere tijd.")
    return {f"handhaving:{naam}.pk": zaak.pk for naam in ADRESSEN}
