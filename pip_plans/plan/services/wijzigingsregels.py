"""What each kind of change must answer to (Wi 17, Bi 5.4 and 5.5), as gaps at the fields of its form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inburgering.recht.wijziging import (
    WISSELEN,
    WISSELGROND,
    afschalen_naar_a2_geweigerd,
    te_weinig_uren,
    wissel_geweigerd,
)
from pip_plans.plan.enums import Uitzondering, Wijzigingssoort
from pip_plans.plan.models import Pip

from .volledigheid import Gemis


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingsvraag:
    """What is asked before a new version is started. `leerroute` is the new one, `a2_onderdelen` what comes to A2."""

    soort: Wijzigingssoort
    reden: str = ""
    leerroute: str = ""
    grond: str = ""
    uitzondering: str = ""
    uitzondering_reden: str = ""
    a2_onderdelen: tuple[str, ...] = ()
    cursusuren: int | None = None
    cursusuren_op: date | None = None
    cursusuren_bron: str = ""
    eerder_nummer: str = ""  # of a PIP from before this system
    eerder_leerroute: str = ""


@dataclass(frozen=True, slots=True)
class Huidig:
    """What holds now: the leerroute and the parts on A2 of the version in force, and the last day to switch."""

    leerroute: str
    a2_onderdelen: tuple[str, ...]
    wissel_tot: date | None


def vraag_van(pip: Pip) -> Wijzigingsvraag:
    """The question as it was answered for this version, with what its concept says now."""
    wijziging = pip.wijziging
    return Wijzigingsvraag(
        soort=Wijzigingssoort(wijziging.soort),
        reden=wijziging.reden,
        leerroute=pip.leerroute,
        grond=wijziging.grond,
        uitzondering=wijziging.uitzondering,
        uitzondering_reden=wijziging.uitzondering_reden,
        a2_onderdelen=tuple(pip.a2_onderdelen),
        cursusuren=wijziging.cursusuren,
        cursusuren_op=wijziging.cursusuren_op,
        cursusuren_bron=wijziging.cursusuren_bron,
    )


def gebreken_eerder(vraag: Wijzigingsvraag) -> Iterator[Gemis]:
    """What must be known of a decision from before this system, so that the letter can name it."""
    if not vraag.eerder_nummer.strip():
        yield Gemis("eerder_nummer", "Vul het nummer of kenmerk van het besluit in. De brief noemt het.")
    if not vraag.eerder_leerroute:
        yield Gemis("eerder_leerroute", "Kies de leerroute die nu geldt.")


def gebreken(vraag: Wijzigingsvraag, huidig: Huidig, op: date) -> list[Gemis]:
    """Why this change cannot be made on `op`, each at its field; empty when it can."""
    return [*_reden(vraag), *_per_soort(vraag, huidig, op)]


def _reden(vraag: Wijzigingsvraag) -> Iterator[Gemis]:
    if not vraag.reden.strip():
        yield Gemis("reden", "Schrijf op waarom het PIP verandert (art. 3:46 Awb).")
    elif vraag.reden.rstrip().endswith(":"):
        yield Gemis("reden", "Maak de reden af: schrijf op waaruit het blijkt (art. 3:46 Awb).")


def _per_soort(vraag: Wijzigingsvraag, huidig: Huidig, op: date) -> Iterator[Gemis]:
    match vraag.soort:
        case Wijzigingssoort.LEERROUTE:
            yield from _leerroute(vraag, huidig, op)
        case Wijzigingssoort.AFSCHALEN:
            yield from _afschalen(vraag, huidig, op)


def _leerroute(vraag: Wijzigingsvraag, huidig: Huidig, op: date) -> Iterator[Gemis]:
    if not vraag.leerroute:
        yield Gemis("leerroute", "Kies de nieuwe leerroute.")
    elif geweigerd := wissel_geweigerd(
        van=huidig.leerroute, naar=vraag.leerroute, op=op, tot=huidig.wissel_tot, uitzondering=vraag.uitzondering
    ):
        yield Gemis("uitzondering" if vraag.uitzondering else "leerroute", geweigerd)
    if not vraag.grond:
        yield Gemis("grond", f"Een andere leerroute heeft een grond nodig ({WISSELGROND.kort}).")
    if vraag.uitzondering in (Uitzondering.OPLEIDING, Uitzondering.BIJZONDER) and not vraag.uitzondering_reden.strip():
        yield Gemis("uitzondering_reden", f"Schrijf op waarom de uitzondering geldt ({WISSELEN.kort}).")


def _afschalen(vraag: Wijzigingsvraag, huidig: Huidig, op: date) -> Iterator[Gemis]:
    if geweigerd := afschalen_naar_a2_geweigerd(leerroute=huidig.leerroute):
        yield Gemis("soort", geweigerd)
        return
    if not set(vraag.a2_onderdelen) - set(huidig.a2_onderdelen):
        yield Gemis("a2_onderdelen", "Kies ten minste één onderdeel dat nog niet op niveau A2 is.")
    if te_weinig := te_weinig_uren(vraag.cursusuren):
        yield Gemis("cursusuren", te_weinig)
    if not vraag.cursusuren_bron.strip():
        yield Gemis("cursusuren_bron", "Schrijf op waar het aantal uren vandaan komt.")
    if vraag.cursusuren_op is None or vraag.cursusuren_op > op:
        yield Gemis("cursusuren_op", "Vul de datum in waarop de uren zijn geteld, niet later dan vandaag.")
