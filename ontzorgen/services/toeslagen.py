"""Following the toeslagen of a unit: what is applied for, expected, received or refused, and asking where it stays."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Medewerker
from ontzorgen.handelingen_maand import TOESLAG_BEWAARD, TOESLAG_NAGEVRAAGD
from ontzorgen.maanden import eerste_dag
from ontzorgen.models import Toeslag, Uitkeringseenheid
from ontzorgen.toeslagen import ToeslagFout, stand

from .fout import OntzorgFout, keur
from .spoor import laat_spoor_na

VELDEN = (
    "dossier", "soort", "bedrag", "bron", "aangevraagd_op", "verwacht_vanaf", "ontvangen_vanaf", "ontvangen_bedrag",
    "laatste_maand", "afgewezen_op",
)  # fmt: skip
DAGEN = {"aangevraagd_op": "De aanvraag", "afgewezen_op": "De afwijzing"}


@transaction.atomic
def bewaar_toeslag(*, toeslag: Toeslag, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Toeslag:
    """Record a toeslag, or what became of it; the forecast follows. The same again changes nothing.

    Writes a step in the dossier of whom it is for, else of everybody in the unit. Raises OntzorgFout at the field for a
    day after `op`, money before the application, a person of another unit, and what the database refuses.
    """
    eenheid = Uitkeringseenheid.objects.select_for_update().get(pk=toeslag.eenheid_id)
    rij = Toeslag.objects.get(pk=toeslag.pk) if toeslag.pk else Toeslag(eenheid=eenheid, door=door)
    nieuw = {veld: gegevens[veld] for veld in VELDEN if veld in gegevens}
    if rij.pk and all(getattr(rij, veld) == waarde for veld, waarde in nieuw.items()):
        return rij
    for veld, waarde in nieuw.items():
        setattr(rij, veld, waarde)
    _keur(rij, op)
    rij.save()
    gezegd = stand(rij.waarde, eerste_dag(op), op=op).status.value.lower().replace("_", " ")
    _schrijf(rij, TOESLAG_BEWAARD, door, op, stand=gezegd)
    return rij


@transaction.atomic
def vraag_na(*, toeslag: Toeslag, door: Medewerker, op: date) -> Toeslag:
    """Somebody asked where the toeslag stays; the reminder goes. Twice on one day is once.

    Raises OntzorgFout when it was not applied for, or answered already.
    """
    rij = Toeslag.objects.select_for_update(of=("self",)).get(pk=toeslag.pk)
    if rij.nagevraagd_op == op:
        return rij
    if rij.aangevraagd_op is None or rij.ontvangen_vanaf or rij.afgewezen_op:
        raise OntzorgFout("Op deze toeslag hoeft niemand meer te wachten. Ververs de pagina.")
    rij.nagevraagd_op = op
    rij.save(update_fields=["nagevraagd_op"])
    _schrijf(rij, TOESLAG_NAGEVRAAGD, door, op)
    return rij


def _keur(rij: Toeslag, op: date) -> None:
    for veld, wat in DAGEN.items():
        if (dag := getattr(rij, veld)) and dag > op:
            raise OntzorgFout(f"{wat} ligt in de toekomst.", veld)
    if rij.ontvangen_vanaf and rij.ontvangen_vanaf > eerste_dag(op):
        raise OntzorgFout("Deze maand moet nog komen. Vul hem in bij ‘verwacht vanaf’.", "ontvangen_vanaf")
    if rij.dossier and not rij.eenheid.leden.filter(dossier=rij.dossier).exists():
        raise OntzorgFout("Deze persoon hoort niet bij de uitkeringseenheid.", "dossier")
    keur(rij)
    try:
        rij.als_waarde()
    except ToeslagFout as fout:
        raise OntzorgFout(str(fout), "ontvangen_vanaf" if rij.ontvangen_vanaf else "verwacht_vanaf") from fout


def _schrijf(rij: Toeslag, soort: str, door: Medewerker, op: date, **gegevens: str) -> None:
    woorden = {"toeslag": str(rij)} | gegevens
    laat_spoor_na(eenheid=rij.eenheid, van=rij.dossier, soort=soort, gegevens=woorden, door=door, op=op)
