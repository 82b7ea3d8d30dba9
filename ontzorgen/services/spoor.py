"""The trail of what is recorded of a unit: a step in the dossier of everybody whom it concerns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handelingen
from ontzorgen.models import Uitkeringseenheid

from .eenheden import dossiers_van


def laat_spoor_na(
    *,
    eenheid: Uitkeringseenheid,
    van: Dossier | None,
    soort: str,
    gegevens: Mapping[str, Any],
    door: Medewerker,
    op: date,
) -> None:
    """In the dossier of one person (`van`) when it is of that person only, else of who is in the unit on this day."""
    dossiers = [van] if van else dossiers_van(eenheid=eenheid, op=op)
    registreer_handelingen(dossiers=dossiers, soort=soort, datum=op, door=door, gegevens=gegevens)
