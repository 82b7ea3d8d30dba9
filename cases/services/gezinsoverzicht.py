"""A gezin at a glance: per member the step, the next term and the next talk, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.models import Afspraak, Dossier, Termijn
from cases.panelen import stapwoorden


@dataclass(frozen=True, slots=True)
class Lid:
    """One member as far as the reader may see him; nothing of his notes or intake."""

    dossier: Dossier
    leeftijd: int
    stap: str
    termijn: Termijn | None
    stand: str
    afspraak: Afspraak | None


def leden_in_beeld(*, leden: Sequence[Dossier], planning: Sequence[Afspraak], op: date) -> list[Lid]:
    """The members in the order given. `planning` are their open talks, first one first."""
    stappen = stapwoorden([lid.pk for lid in leden])
    termijnen: dict[int, Termijn] = {}
    for termijn in Termijn.objects.filter(dossier__in=leden).actueel(op).order_by("ruwe_dag", "pk"):
        termijnen.setdefault(termijn.dossier_id, termijn)
    komend = {rij.dossier_id: rij for rij in reversed(planning) if rij.dag >= op}
    return [_lid(lid, stappen.get(lid.pk, ""), termijnen.get(lid.pk), komend.get(lid.pk), op) for lid in leden]


def _lid(dossier: Dossier, stap: str, termijn: Termijn | None, afspraak: Afspraak | None, op: date) -> Lid:
    stand = termijn.stand(op) if termijn else ""
    return Lid(dossier, dossier.inburgeraar.leeftijd(op), stap, termijn, stand, afspraak)
