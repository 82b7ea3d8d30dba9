"""The closed list of what a partner may be told of a dossier, per kind of partner. Nothing else ever goes out here.

No BSN, no health, no amounts, no notes. Higher apps add their own lines (`registreer_deelgegeven`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.recht.feiten import LEERROUTE_LABELS, Dossierfeiten, Leerroute
from inburgering.recht.herroeping import staand_pip

from .enums_overleg import Partnersoort
from .models import Dossier

BEGELEIDING, ONDERWIJS, SOCIALE_ZAKEN = Partnersoort.BEGELEIDING, Partnersoort.ONDERWIJS, Partnersoort.SOCIALE_ZAKEN
IEDEREEN = frozenset(Partnersoort)
OVEREENKOMST = "artikel 35 lid 3 Wet inburgering 2021 en de overeenkomst met deze partner"
GRONDEN = {
    BEGELEIDING: "artikel 13 en artikel 35 lid 3 Wet inburgering 2021 en de overeenkomst met deze partner",
    ONDERWIJS: OVEREENKOMST,
    SOCIALE_ZAKEN: "artikel 35 lid 5 Wet inburgering 2021 en artikel 56a Participatiewet",
    Partnersoort.WERK: OVEREENKOMST,
    Partnersoort.WELZIJN: "de toestemming van de inburgeraar",
    Partnersoort.ZORG: "de toestemming van de inburgeraar",
}


@dataclass(frozen=True, slots=True)
class Deelbeeld:
    """A dossier with its facts, on one day."""

    dossier: Dossier
    feiten: Dossierfeiten
    op: date


@dataclass(frozen=True, slots=True)
class Deelgegeven:
    """One line: its name, which kinds of partners may have it, and its values in words, one per dossier ('' for none).

    Of an agenda with many dossiers all values are asked for at once.
    """

    code: str
    label: str
    partners: frozenset[Partnersoort]
    waarden: Callable[[Sequence[Deelbeeld]], Sequence[str]]
    volgorde: int = 50


_GEGEVENS: dict[str, Deelgegeven] = {}


def registreer_deelgegeven(gegeven: Deelgegeven) -> None:
    """Add a line to the closed list. Never one with a BSN, health, or an amount."""
    if gegeven.code in _GEGEVENS:
        raise ValueError(f"deelgegeven {gegeven.code} is registered twice")
    _GEGEVENS[gegeven.code] = gegeven


def deelgegevens(soort: str) -> list[Deelgegeven]:
    """What this kind of partner may have, in order."""
    mogen = (gegeven for gegeven in _GEGEVENS.values() if soort in gegeven.partners)
    return sorted(mogen, key=lambda gegeven: (gegeven.volgorde, gegeven.code))


def woorden(codes: Iterable[str]) -> list[str]:
    """The names of these lines, for the log of what was told; a code that is gone stays as it is."""
    return [_GEGEVENS[code].label if code in _GEGEVENS else code for code in codes]


def _per_dossier(waarde: Callable[[Deelbeeld], str]) -> Callable[[Sequence[Deelbeeld]], Sequence[str]]:
    """For what is known of a dossier without asking for more."""
    return lambda beelden: [waarde(beeld) for beeld in beelden]


def _tolk(beeld: Deelbeeld) -> str:
    persoon = beeld.dossier.inburgeraar
    tolk = "tolk nodig" if persoon.tolk_nodig else "geen tolk nodig"
    return f"{persoon.voorkeurstaal}, {tolk}" if persoon.voorkeurstaal else tolk


def _adres(beeld: Deelbeeld) -> str:
    return ", ".join(beeld.dossier.inburgeraar.adresregels)


def _leerroute(beeld: Deelbeeld) -> str:
    pip = staand_pip(beeld.feiten)
    leerroute = pip.gegevens.get("leerroute") if pip else None
    return LEERROUTE_LABELS[Leerroute(str(leerroute))] if leerroute else ""


for _code, _label, _partners, _waarde in (
    ("naam", "Naam", IEDEREEN, lambda beeld: beeld.dossier.inburgeraar.naam),
    ("nummer", "Dossiernummer", IEDEREEN, lambda beeld: beeld.dossier.nummer),
    ("geboortedatum", "Geboortedatum", frozenset({BEGELEIDING, ONDERWIJS}),
     lambda beeld: f"{beeld.dossier.inburgeraar.geboortedatum:%d-%m-%Y}"),
    ("taal", "Taal", IEDEREEN, _tolk),
    ("telefoon", "Telefoon", frozenset({BEGELEIDING, ONDERWIJS}), lambda beeld: beeld.dossier.inburgeraar.telefoon),
    ("adres", "Adres", frozenset({BEGELEIDING}), _adres),
    ("consulent", "Consulent", IEDEREEN, lambda beeld: str(beeld.dossier.consulent or "")),
    ("leerroute", "Leerroute", frozenset({BEGELEIDING, ONDERWIJS, Partnersoort.WERK}), _leerroute),
):  # fmt: skip
    registreer_deelgegeven(Deelgegeven(_code, _label, _partners, _per_dossier(_waarde), len(_GEGEVENS)))
