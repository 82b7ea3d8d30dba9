"""Where higher apps show themselves on the pages of the core: menu items, tabs of a dossier, and steps of *Wat nu?*.

The core imports none of them; they register here when Django starts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.recht.feiten import Dossierfeiten

from .models import Dossier, Medewerker, Termijn
from .toegang import Actie


@dataclass(frozen=True, slots=True)
class Ingang:
    """A menu item or a tab: shown to who may do `actie`, in the order of `volgorde`."""

    label: str
    url_naam: str
    actie: Actie
    volgorde: int


@dataclass(frozen=True, slots=True)
class Dossierbeeld:
    """A dossier with what was already fetched for its page, so that no step has to query for it again."""

    dossier: Dossier
    feiten: Dossierfeiten
    termijnen: Sequence[Termijn]
    medewerker: Medewerker
    op: date


@dataclass(frozen=True, slots=True)
class Stap:
    """A next step with its reason. `uiterlijk` orders the steps: the earliest first, undated last by `volgorde`."""

    titel: str
    reden: str
    url: str
    uiterlijk: date | None = None
    volgorde: int = 50


Stappenbron = Callable[[Dossierbeeld], Iterable[Stap]]
_MENU: list[Ingang] = []
_TABS: list[Ingang] = []
_STAPPEN: list[Stappenbron] = []
MEESTE_STAPPEN = 5


def registreer_menu(ingang: Ingang) -> None:
    _MENU.append(ingang)


def registreer_tab(ingang: Ingang) -> None:
    _TABS.append(ingang)


def registreer_stappen(bron: Stappenbron) -> Stappenbron:
    """Decorator: this function adds steps to *Wat nu?*."""
    _STAPPEN.append(bron)
    return bron


def menu() -> list[Ingang]:
    return sorted(_MENU, key=lambda ingang: ingang.volgorde)


def tabs() -> list[Ingang]:
    return sorted(_TABS, key=lambda ingang: ingang.volgorde)


def wat_nu(beeld: Dossierbeeld) -> list[Stap]:
    """At most five next steps, most urgent first."""
    stappen = [stap for bron in _STAPPEN for stap in bron(beeld)]
    stappen.sort(key=lambda stap: (stap.uiterlijk or date.max, stap.volgorde))
    return stappen[:MEESTE_STAPPEN]
