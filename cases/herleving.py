"""What stands again when a decision is herroepen: the one it had ended, also one from before this system (Awb 7:11)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .enums import GELDEND, Beschikkingsoort
from .models import Beschikking, Bezwaar


@dataclass(frozen=True, slots=True)
class EerderBesluit:
    """A decision by its number and dagtekening; of one from before this system there is nothing else."""

    nummer: str
    datum: date


Vinder = Callable[[Beschikking], EerderBesluit | None]
_VINDERS: dict[str, Vinder] = {}


def registreer_eerder(soort: Beschikkingsoort, vinder: Vinder) -> None:
    """Tell of this kind of decision which one from before this system it replaced; called when Django starts."""
    if soort.value in _VINDERS:
        raise ValueError(f"earlier decisions of {soort.value} are registered twice")
    _VINDERS[soort.value] = vinder


def wat_herleeft(bezwaar: Bezwaar) -> EerderBesluit | None:
    """What stands again when the decision objected to is herroepen; None for a first decision or with a replacement."""
    if besluit := bezwaar.herleeft:
        return EerderBesluit(besluit.nummer, besluit.dagtekening)
    vinder = _VINDERS.get(bezwaar.beschikking.soort)
    if vinder is None or bezwaar.vervanging or bezwaar.beschikking.voorganger:
        return None
    return vinder(bezwaar.beschikking)


def naast_herleefd(bezwaar: Bezwaar) -> Beschikking | None:
    """Another PIP that stands or waits to be sent, beside the one that would stand again: there is one (Wi 15)."""
    if wat_herleeft(bezwaar) is None or (bezwaar.herleeft or bezwaar.beschikking).soort != Beschikkingsoort.PIP:
        return None
    staan = bezwaar.dossier.beschikkingen.filter(soort=Beschikkingsoort.PIP, status__in=GELDEND)
    ander: Beschikking | None = staan.exclude(pk__in=[een.pk for een in bezwaar.bestreden()]).first()
    return ander
