"""The crowd around the stories: most in time, a few late, in every phase of the work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from cases.enums import Notitiesoort
from cases.models import Medewerker
from pip_plans.plan.enums import Handtekening, Hoofddoel

from .aankomst import Komst, kom_aan
from .accounts import BRAM, FATIMA, SANNE
from .brede_intake import Intakeplan, doe_intake
from .draaiboek import Verloop
from .gesprekken import voortgang
from .namen import AZCS
from .overname import neem_over, vraag_duo
from .personen import Burger, in_blokken, trek_burgers
from .pipverloop import Pipplan, maak_pip
from .teksten import BELNOTITIES, HERINNERINGEN, SCHOLEN, VOOR_ROUTE
from .traject import Traject, Wereld


@dataclass(frozen=True, slots=True)
class Fase:
    """Where somebody is on the peildatum: the BRP registration lies `brp` days back (from, to)."""

    brp: tuple[int, int] | None
    gekoppeld: tuple[int, int] = (95, 150)
    tot: str = ""
    tempo: float = 1.0


NIEUW = Fase(None, (1, 6), tot="nieuw")
KOMT = Fase(None, (15, 80), tot="komst")
GEHUISVEST = Fase((1, 9), tot="komst")
INTAKE = Fase((16, 42))
CONCEPT = Fase((52, 58), tot="concept")
TER_LEZING = Fase((58, 64), tot="ter_lezing")
TERUG = Fase((62, 67), tot="teruggegeven")
BEKEND = Fase((75, 190))
LAAT_BEKEND = Fase((110, 190), tempo=1.7)
LAAT = Fase((76, 95), tempo=3.0)
# Of every thirty. What was decided before the system came was taken over as facts (`OVERGENOMEN`).
OVERGENOMEN = Fase((430, 800), tot="overgenomen")
FASEN = (
    NIEUW, *[KOMT] * 3, *[GEHUISVEST] * 2, *[INTAKE] * 5, CONCEPT, *[TER_LEZING] * 2, TERUG, *[BEKEND] * 4,
    LAAT_BEKEND, LAAT, *[OVERGENOMEN] * 9,
)  # fmt: skip


def menigte(wereld: Wereld, aantal: int) -> Iterator[Verloop]:
    """The courses of so many people."""
    burgers = trek_burgers(aantal, gemeente=wereld.gemeente, peildatum=wereld.peildatum, toeval=wereld.toeval)
    fasen = in_blokken(FASEN, aantal, wereld.toeval)
    team = [wereld.mensen[persoon.sleutel] for persoon in (SANNE, BRAM, FATIMA)]
    for nummer, (burger, fase) in enumerate(zip(burgers, fasen, strict=True)):
        traject = _traject(wereld, burger, None if fase is NIEUW else team[nummer % len(team)])
        yield _verloop(traject, burger, fase)
        if fase in (INTAKE, BEKEND) and wereld.toeval.random() < 0.6:
            yield _aantekening(traject, wereld.toeval.randrange(1, 12))


def _traject(wereld: Wereld, burger: Burger, consulent: Medewerker | None) -> Traject:
    return Traject(wereld, burger.persoon, burger.doelgroep, consulent, burger.adres)


def _verloop(t: Traject, burger: Burger, fase: Fase) -> Verloop:
    komst = _komst(t.wereld, burger, fase)
    if fase.tot == "overgenomen":
        yield from neem_over(t, komst, route=burger.route)
        yield from vraag_duo(t)
        return
    yield from kom_aan(t, komst)
    if fase.tot in ("nieuw", "komst"):
        return
    begin = (komst.brp or komst.kennisgeving or t.vandaag) + timedelta(days=7)
    yield from doe_intake(t, _intakeplan(t, burger, fase), vanaf=max(begin, t.vandaag))
    yield from maak_pip(t, _pipplan(t, burger, fase))
    if not fase.tot:
        yield from voortgang(t)


def _komst(wereld: Wereld, burger: Burger, fase: Fase) -> Komst:
    """The days of an arrival, counted back from the phase; regular migrants register when they come."""
    toeval = wereld.toeval
    brp = wereld.dag(-toeval.randint(*fase.brp)) if fase.brp else None
    if not burger.asiel:
        brp = brp or wereld.dag(-toeval.randint(*fase.gekoppeld))
        kennisgeving = brp + timedelta(days=toeval.randint(4, 12)) if fase.tot != "nieuw" else None
        soort = "regulier bepaalde tijd"
        return Komst(brp - timedelta(days=3), kennisgeving, None, brp, vergunning_soort=soort, bijstand=False)
    koppeling = (
        wereld.dag(-toeval.randint(*fase.gekoppeld)) if brp is None else brp - timedelta(days=toeval.randint(50, 110))
    )
    vergunning = koppeling - timedelta(days=toeval.randint(8, 20))
    kennisgeving = koppeling + timedelta(days=toeval.randint(3, 25))
    huisvesting = brp - timedelta(days=toeval.randint(0, 4)) if brp else None
    return Komst(vergunning, kennisgeving, huisvesting, brp, koppeling, toeval.choice(AZCS))


def _intakeplan(t: Traject, burger: Burger, fase: Fase) -> Intakeplan:
    toeval = t.wereld.toeval
    return Intakeplan(
        teksten=toeval.choice(VOOR_ROUTE[burger.route]),
        b1_haalbaar=burger.route != "Z",
        tempo=fase.tempo,
        individueel=toeval.random() < 0.25,
        uur=toeval.choice([9.0, 10.5, 13.0, 14.5]),
    )


def _pipplan(t: Traject, burger: Burger, fase: Fase) -> Pipplan:
    toeval = t.wereld.toeval
    doel = Hoofddoel.OPLEIDING if burger.route in ("ONDERWIJS", "MBO") else Hoofddoel.WERK
    return Pipplan(
        route=burger.route,
        school=toeval.choice(SCHOLEN),
        hoofddoel=Hoofddoel.PARTICIPATIE if burger.route == "Z" else doel,
        tempo=fase.tempo,
        tot=fase.tot,
        teruggegeven=fase is TERUG or toeval.random() < 0.15,
        handtekening=toeval.choice([Handtekening.AKKOORD] * 4 + [Handtekening.GEZIEN]),
    )


def _aantekening(t: Traject, dagen: int) -> Verloop:
    """A call note some days ago, and something to come back to."""
    yield from t.naar(t.wereld.dag(-dagen))
    t.noteer(t.wereld.toeval.choice(BELNOTITIES), Notitiesoort.BELNOTITIE)
    if dagen % 2:
        terug = t.wereld.dag(dagen - 6)
        t.noteer(t.wereld.toeval.choice(HERINNERINGEN), Notitiesoort.HERINNERING, max(terug, t.vandaag))
