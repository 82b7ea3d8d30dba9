"""Individual guidance that the gemeente bought in for somebody."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from ontzorgen.handelingen_einde import BEGELEIDING_INGEKOCHT, BEGELEIDING_RESULTAAT
from ontzorgen.models import Begeleiding

from .fout import keur
from .slot import vergrendel_dossier

VELDEN = ("aanbieder", "uren", "vanaf", "tot", "kosten")


@transaction.atomic
def koop_begeleiding_in(*, dossier: Dossier, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Begeleiding:
    """Guidance by a provider: hours, days, cost in cents. The same again returns the row that is there.

    Raises OntzorgFout for what the database refuses.
    """
    vergrendel_dossier(dossier)
    velden = {veld: gegevens[veld] for veld in VELDEN}
    if bestaand := Begeleiding.objects.filter(dossier=dossier, **velden).first():
        return bestaand
    rij = Begeleiding(dossier=dossier, door=door, **velden)
    keur(rij)
    rij.save()
    _schrijf(rij, BEGELEIDING_INGEKOCHT, door, op)
    return rij


@transaction.atomic
def leg_resultaat_vast(*, begeleiding: Begeleiding, resultaat: str, door: Medewerker, op: date) -> Begeleiding:
    """What came of it, in words without health. The same words again change nothing."""
    rij = Begeleiding.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=begeleiding.pk)
    if rij.resultaat == resultaat.strip():
        return rij
    rij.resultaat = resultaat.strip()
    keur(rij)
    rij.save(update_fields=["resultaat"])
    _schrijf(rij, BEGELEIDING_RESULTAAT, door, op)
    return rij


def _schrijf(rij: Begeleiding, soort: str, door: Medewerker, op: date) -> None:
    gegevens = {"aanbieder": rij.aanbieder}
    registreer_handeling(dossier=rij.dossier, soort=soort, datum=op, door=door, gegevens=gegevens)
