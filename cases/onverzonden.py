"""What each kind of decision leaves behind when it is not sent. The app that decides registers it when Django starts.

The core imports none of them. A kind that cannot be kept back registers why not, and what can be done instead.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from .enums import Beschikkingsoort
from .models import Beschikking, Medewerker
from .toegang import Actie


@dataclass(frozen=True, slots=True)
class Onverzonden:
    """`actie` is the right to take such a decision; who has it may also keep one back, but never her own.

    `beletsel` says in Dutch why this one cannot be kept back now, '' when it can. `neem_terug` undoes what hangs on it
    (facts, rows of its app; the terms follow by themselves) and gives what else the event has to tell. `daarna` tells
    on the page of confirmation what can be done next, and `verder` is the URL name of the page where that is done.
    """

    actie: Actie
    beletsel: Callable[[Beschikking], str]
    neem_terug: Callable[[Beschikking, Medewerker, date], Mapping[str, str]]
    daarna: str
    verder: str


_SOORTEN: dict[Beschikkingsoort, Onverzonden | str] = {}


def registreer_onverzonden(soort: Beschikkingsoort, onverzonden: Onverzonden) -> None:
    """Make known what keeping back a decision of this kind means."""
    _SOORTEN[soort] = onverzonden


def registreer_altijd_verzonden(soort: Beschikkingsoort, zin: str) -> None:
    """Decisions of this kind are sent in any case; `zin` says in Dutch why, and what to do instead."""
    _SOORTEN[soort] = zin


def onverzonden(soort: str) -> Onverzonden | str:
    """What was registered for this kind: what it leaves behind, or why it is sent in any case."""
    return _SOORTEN[Beschikkingsoort(soort)]


def geen_beletsel(besluit: Beschikking) -> str:
    """For a kind on which nothing else can rest before it is sent."""
    return ""
