"""Where higher apps show themselves on the pages of the core: menu items, tabs of a dossier, and steps of *Wat nu?*.

The core imports none of them; they register here when Django starts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.recht.feiten import Dossierfeiten
from inburgering.recht.termijnen import einde_reden

from .enums import Dossierstatus
from .models import Afspraak, Dossier, Gemeente, Medewerker, Termijn
from .toegang import Actie, mag


@dataclass(frozen=True, slots=True)
class Ingang:
    """A menu item or a tab: shown to who may do `actie`, in the order of `volgorde`.

    A tab with `toon` is there only for dossiers of which that says True. Menu items with the same `onder` fold into one
    menu item of that name.
    """

    label: str
    url_naam: str
    actie: Actie
    volgorde: int
    toon: "Callable[[Dossierbeeld], bool] | None" = None
    onder: str = ""


@dataclass(frozen=True, slots=True)
class Dossierbeeld:
    """A dossier with what was already fetched for its page, so that no step has to query for it again."""

    dossier: Dossier
    feiten: Dossierfeiten
    termijnen: Sequence[Termijn]
    medewerker: Medewerker
    op: date

    @property
    def loopt(self) -> bool:
        """Whether there is anything left to do: the dossier is open and the duty has not ended here."""
        return self.dossier.status == Dossierstatus.LOPEND and not einde_reden(self.feiten)


@dataclass(frozen=True, slots=True)
class Stap:
    """A next step with its reason. `uiterlijk` orders the steps: the earliest first, undated last by `volgorde`."""

    titel: str
    reden: str
    url: str
    uiterlijk: date | None = None
    volgorde: int = 50


@dataclass(frozen=True, slots=True)
class Werkblik:
    """Who looks at the werkvoorraad of which gemeente on which day."""

    medewerker: Medewerker
    gemeente: Gemeente
    rollen: frozenset[str]
    op: date


@dataclass(frozen=True, slots=True)
class Werkrij:
    """One piece of waiting work: what, of whom, since when, and where to do it."""

    titel: str
    van_wie: str
    url: str
    sinds: date | None = None


@dataclass(frozen=True, slots=True)
class Werkstapel:
    """A pile of work beside the terms, for who may do `actie`.

    `label` follows the number in the date line ('3 voor de tweede lezer'), `kop` stands above the rows. `lijst` gives
    at most the given number of rows; `tel`, asked when that is not all, stops at MEESTE_TELLEN + 1. Both show visible
    dossiers only.
    """

    label: str
    kop: str
    actie: Actie
    tel: Callable[[Werkblik], int]
    lijst: Callable[[Werkblik, int], Sequence[Werkrij]]
    volgorde: int = 50


Stappenbron = Callable[[Dossierbeeld], Iterable[Stap]]
Stapwoorden = Callable[[Sequence[int]], Mapping[int, str]]
BijUitkomst = Callable[[Afspraak, Medewerker | None, date], None]
BijFeiten = Callable[[Dossier, Dossierfeiten], None]
Vervolg = Callable[[Afspraak], str]
Inzagegrond = Callable[[Dossier, Medewerker, frozenset[str]], bool]
Langer = Callable[[Iterable[int]], Mapping[tuple[int, date], tuple[date, str]]]
_MENU: list[Ingang] = []
_TABS: list[Ingang] = []
_STAPPEN: list[Stappenbron] = []
_SLOTSTAPPEN: list[Stappenbron] = []
_STAPELS: list[Werkstapel] = []
_STAPWOORDEN: list[Stapwoorden] = []
_BIJ_UITKOMST: list[BijUitkomst] = []
_BIJ_FEITEN: list[BijFeiten] = []
_VERVOLG: list[Vervolg] = []
_INZAGEGRONDEN: list[Inzagegrond] = []
_TERMIJNPLEKKEN: dict[str, str] = {}
_LANGER: dict[str, Langer] = {}
MEESTE_STAPPEN = 5
MEESTE_TELLEN = 99


def registreer_menu(ingang: Ingang) -> None:
    _MENU.append(ingang)


def registreer_tab(ingang: Ingang) -> None:
    _TABS.append(ingang)


def registreer_stappen(bron: Stappenbron) -> Stappenbron:
    """Decorator: this function adds steps to *Wat nu?*."""
    _STAPPEN.append(bron)
    return bron


def registreer_slotstappen(bron: Stappenbron) -> Stappenbron:
    """Decorator: the same for a dossier that is still open while the duty has ended here."""
    _SLOTSTAPPEN.append(bron)
    return bron


def registreer_werkstapel(stapel: Werkstapel) -> None:
    """A pile of work on the werkvoorraad, such as the PIP's that wait for the tweede lezer."""
    _STAPELS.append(stapel)


def registreer_stapwoorden(bron: Stapwoorden) -> Stapwoorden:
    """Decorator: dossier ids → the word of the column *Stap*. A later registration goes before an earlier one."""
    _STAPWOORDEN.append(bron)
    return bron


def registreer_bij_uitkomst(functie: BijUitkomst) -> BijUitkomst:
    """Decorator: called with (afspraak, door, op) inside the transaction that records the outcome of an afspraak.

    Called again when somebody corrects the outcome, and with GEANNULEERD when the gemeente cancels. An exception undoes
    the outcome as well.
    """
    _BIJ_UITKOMST.append(functie)
    return functie


def registreer_bij_feiten(functie: BijFeiten) -> BijFeiten:
    """Decorator: called with the facts of a dossier when they changed, in the transaction that reconciles its terms.

    For what an app derives from the facts by itself. May be called again with the same facts.
    """
    _BIJ_FEITEN.append(functie)
    return functie


def registreer_vervolg(functie: Vervolg) -> Vervolg:
    """Decorator: the address to go to after an outcome, or '' when this app has none for this afspraak."""
    _VERVOLG.append(functie)
    return functie


def registreer_inzagegrond(functie: Inzagegrond) -> Inzagegrond:
    """Decorator: called with (dossier, medewerker, rollen); True when this person may see special data of it now."""
    _INZAGEGRONDEN.append(functie)
    return functie


def heeft_inzagegrond(dossier: Dossier, medewerker: Medewerker, rollen: frozenset[str]) -> bool:
    """Whether an app gives this person a reason to see special data, beside its being her own dossier."""
    return any(functie(dossier, medewerker, rollen) for functie in _INZAGEGRONDEN)


def registreer_termijnplek(soort: str, url_naam: str) -> None:
    """Signals about this kind of term lead to this tab of the dossier instead of to its overview."""
    _TERMIJNPLEKKEN[soort] = url_naam


def termijnplek(soort: str) -> str:
    """The URL name of the tab on which a term of this kind is at home."""
    return _TERMIJNPLEKKEN.get(soort, "cases:dossier")


def registreer_langer(soort: str, functie: Langer) -> None:
    """Dossier ids → by id and first day the later last day that was decided for a term of this kind, and why."""
    _LANGER[soort] = functie


def langer() -> Mapping[str, Langer]:
    return _LANGER


def werkstapels(rollen: Iterable[str]) -> list[Werkstapel]:
    """The piles for these roles, in their order."""
    toegestaan = [stapel for stapel in _STAPELS if mag(rollen, stapel.actie)]
    return sorted(toegestaan, key=lambda stapel: stapel.volgorde)


def stapwoorden(dossier_ids: Sequence[int]) -> dict[int, str]:
    """The present step per dossier, in as many queries as there are sources."""
    woorden: dict[int, str] = {}
    for bron in _STAPWOORDEN:
        woorden |= bron(dossier_ids)
    return woorden


def bij_uitkomst(afspraak: Afspraak, door: Medewerker | None, op: date) -> None:
    """Tell every app that registered about the outcome of this afspraak."""
    for functie in _BIJ_UITKOMST:
        functie(afspraak, door, op)


def bij_feiten(dossier: Dossier, feiten: Dossierfeiten) -> None:
    """Tell every app that registered about the facts of this dossier."""
    for functie in _BIJ_FEITEN:
        functie(dossier, feiten)


def vervolg(afspraak: Afspraak) -> str:
    """Where to go after the outcome of this afspraak; '' when no app has a next page."""
    return next((url for functie in _VERVOLG if (url := functie(afspraak))), "")


def menu() -> list[Ingang]:
    return sorted(_MENU, key=lambda ingang: ingang.volgorde)


def tabs() -> list[Ingang]:
    return sorted(_TABS, key=lambda ingang: ingang.volgorde)


def wat_nu(beeld: Dossierbeeld) -> list[Stap]:
    """At most five next steps, most urgent first; none when the dossier is closed."""
    if beeld.dossier.status != Dossierstatus.LOPEND:
        return []
    stappen = [stap for bron in (_STAPPEN if beeld.loopt else _SLOTSTAPPEN) for stap in bron(beeld)]
    stappen.sort(key=lambda stap: (stap.uiterlijk or date.max, stap.volgorde))
    return stappen[:MEESTE_STAPPEN]
