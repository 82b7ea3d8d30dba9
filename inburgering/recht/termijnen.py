"""The values that the derivation of terms works with: TermijnSoort, Beleid and Verplichting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from inburgering.recht.afronding import Eindreden
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort
from inburgering.recht.kalender import Kalender
from inburgering.recht.regels import Aard
from inburgering.recht.uitkomst import Uitkomst
from inburgering.recht.uitleg import datum_zonder_weekdag, rekenzinnen
from inburgering.recht.verblijf import vertrek


class TermijnSoort(StrEnum):
    PIP = "PIP"
    BEZWAAR = "BEZWAAR"
    BESLIS_BEZWAAR = "BESLIS_BEZWAAR"
    DWANGSOM = "DWANGSOM"
    BEROEP = "BEROEP"
    INBURGERINGSTERMIJN = "INBURGERINGSTERMIJN"
    LEERROUTE_WISSEL = "LEERROUTE_WISSEL"
    AANBOD = "AANBOD"
    ONDERWIJSROUTE_START = "ONDERWIJSROUTE_START"
    ONTZORGEN = "ONTZORGEN"
    BOETE_BESLIS = "BOETE_BESLIS"
    BETALING_BOETE = "BETALING_BOETE"
    DUO_BESLIS = "DUO_BESLIS"


@dataclass(frozen=True, slots=True)
class Beleid:
    """Policy settings of a gemeente that decide between readings.

    `pip_startregel` 'wet' follows the law; 'brp' counts the ten weeks from the BRP registration, as the policy paper
    does. `ontzorgen_nareizigers` 'wet' looks at the permit; 'uitgezonderd' leaves nareizigers out, as the policy paper
    does. What departs from the law must name where that stands in its `_bron`.
    """

    pip_startregel: Literal["wet", "brp"] = "wet"
    pip_startregel_bron: str = ""
    ontzorgen_nareizigers: Literal["wet", "uitgezonderd"] = "wet"
    ontzorgen_nareizigers_bron: str = ""

    def __post_init__(self) -> None:
        if self.pip_startregel not in ("wet", "brp"):
            raise ValueError(f"Onbekende startregel voor het PIP: '{self.pip_startregel}'.")
        if self.pip_startregel == "brp" and not self.pip_startregel_bron:
            raise ValueError("Een startregel die van de wet afwijkt, heeft een bron nodig.")
        if self.ontzorgen_nareizigers not in ("wet", "uitgezonderd"):
            raise ValueError(f"Onbekende keuze voor nareizigers: '{self.ontzorgen_nareizigers}'.")
        if self.ontzorgen_nareizigers == "uitgezonderd" and not self.ontzorgen_nareizigers_bron:
            raise ValueError("Nareizigers niet ontzorgen wijkt af van de wet en heeft een bron nodig.")


@dataclass(frozen=True, slots=True)
class Verplichting:
    """A term that must exist in the dossier, with the reason.

    `aanleiding` is '' for a term that a dossier has once, the reference of the beschikking for the right to object or
    appeal, and that of the bezwaar for the duty to decide on it; with `soort` it identifies the term through
    corrections. `start` is the day of the event counted from (for dates of DUO its first day). `vervallen_reden` is
    filled when the term no longer needs guarding although nothing met it.
    """

    soort: TermijnSoort
    code: str
    aanleiding: str
    aard: Aard
    start: date
    ruwe_dag: date
    laatste_dag: date
    voorlopig: bool
    gehaald_op: date | None
    vervallen_reden: str
    feit_ids: tuple[str, ...]
    uitleg: tuple[str, ...]
    versie: str
    waarschuwing: str | None


# What one derivation gives: the terms, or the Dutch reason why there are none (yet).
Afleiding = tuple[Verplichting, ...] | str


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """What every derivation needs besides the facts."""

    beleid: Beleid
    kalender: Kalender


def op(feit: Feit) -> str:
    """'1 september 2026', the day of a fact inside a sentence."""
    return datum_zonder_weekdag(feit.datum)


def grondslagzin(uitkomst: Uitkomst) -> str:
    """Which rule and which version of it was applied."""
    regel = uitkomst.regel
    sinds = datum_zonder_weekdag(regel.geldig_vanaf)
    tot = f" tot en met {datum_zonder_weekdag(regel.geldig_tot)}" if regel.geldig_tot else ""
    return f"Toegepaste regel: {regel.code}, {regel.grondslag.volledig}; regelversie vanaf {sinds}{tot}."


VOLDAAN = "De inburgeraar heeft op {} aan de inburgeringsplicht voldaan."


def einde_reden(dossier: Dossierfeiten) -> str:
    """Why the terms of this dossier no longer need guarding, '' when they do. The earliest end counts.

    Who moved away and is registered here again has no end.
    """
    zinnen = {
        FeitSoort.OVERLIJDEN: "De inburgeraar is overleden op {}.",
        FeitSoort.EINDE_PLICHT: "De inburgeringsplicht is geëindigd op {}.",
        FeitSoort.VERTREK: "De inburgeraar is op {} uit de gemeente vertrokken.",
    }
    gevonden = (dossier.eerste(FeitSoort.OVERLIJDEN), dossier.eerste(FeitSoort.EINDE_PLICHT), vertrek(dossier))
    einden = sorted((feit for feit in gevonden if feit), key=lambda feit: feit.volgorde)
    if not einden:
        return ""
    zin = VOLDAAN if einden[0].tekst("reden") == Eindreden.VOLDAAN else zinnen[einden[0].soort]
    return zin.format(op(einden[0]))


def maak(
    uitkomst: Uitkomst,
    *,
    soort: TermijnSoort,
    feiten: tuple[Feit | None, ...],
    waarom: tuple[str, ...],
    aanleiding: str = "",
    voorlopig: bool = False,
    gehaald: Feit | None = None,
    vervallen_reden: str = "",
) -> Verplichting:
    """Turn a computed term into a Verplichting; a term that was met does not lapse."""
    zinnen = (*waarom, grondslagzin(uitkomst), *rekenzinnen(uitkomst))
    if uitkomst.waarschuwing:
        zinnen += (f"Let op: {uitkomst.waarschuwing}",)
    return Verplichting(
        soort=soort,
        code=uitkomst.code,
        aanleiding=aanleiding,
        aard=uitkomst.regel.aard,
        start=uitkomst.start,
        ruwe_dag=uitkomst.ruwe_dag,
        laatste_dag=uitkomst.laatste_dag,
        voorlopig=voorlopig,
        gehaald_op=gehaald.datum if gehaald else None,
        vervallen_reden="" if gehaald else vervallen_reden,
        feit_ids=ids(*feiten, gehaald),
        uitleg=zinnen,
        versie=uitkomst.regel.versie,
        waarschuwing=uitkomst.waarschuwing,
    )


def ids(*feiten: Feit | None) -> tuple[str, ...]:
    """The ids of the facts that are there, each once, in order."""
    return tuple(dict.fromkeys(str(feit.id) for feit in feiten if feit))
