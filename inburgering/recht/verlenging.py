"""What a ground would do to the end of the inburgeringstermijn, if DUO grants it (art. 12 Wi 2021).

DUO decides, also how grounds combine: the real end date is a fact. Nothing here is stored or sets a term.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.recht.bronnen import BESLUIT, Bron
from inburgering.recht.feiten import GROEP_MET_AANBOD, Doelgroep, Leerroute
from inburgering.recht.kalender import EEN_DAG
from inburgering.recht.rekenen import Duur, Eenheid, plus_maanden, r4
from inburgering.recht.uitleg import datum_zonder_weekdag as dag
from inburgering.recht.verlengingsgronden import (
    GRONDEN,
    OPLEIDING_LABELS,
    OPLEIDING_MAANDEN,
    Grondregel,
    Lengte,
    Opleiding,
    Verlengingsgrond,
)

AANVRAAG = Bron(BESLUIT, "4.5")
AANVRAAG_MAANDEN = 6
AANBOD_MAANDEN = 3
TAALDELEN, UREN_ZONDER_AANBOD = 2, 450


@dataclass(frozen=True, slots=True)
class Inspanning:
    """What art. 4.4 Besluit looks at: language parts passed (of four), KNM, PVT, MAP, and the lessons."""

    taaldelen: int
    knm: bool
    pvt: bool
    map_gedaan: bool
    lessen: bool
    uren: int = 0


@dataclass(frozen=True, slots=True)
class Grond:
    """A ground as somebody puts it. `van` and `tot` are the first and last day it lasted; `keer` counts a course.

    `pip` is the day of the first PIP, for an offer that came late; then `tot` is the day before the offer.
    """

    soort: Verlengingsgrond
    van: date | None = None
    tot: date | None = None
    pip: date | None = None
    opleiding: Opleiding | None = None
    keer: int = 1
    inspanning: Inspanning | None = None


@dataclass(frozen=True, slots=True)
class Verlenging:
    """The outcome: `nieuw` is None when the ground does not hold, and then `ontbreekt` says why in Dutch."""

    grond: Verlengingsgrond
    oud: date
    nieuw: date | None
    uitleg: tuple[str, ...]
    ontbreekt: tuple[str, ...] = ()


def verleng(grond: Grond, *, einde: date, leerroute: Leerroute | None, doelgroep: Doelgroep | None) -> Verlenging:
    """What this ground would do to a term that ends on `einde`."""
    regel = GRONDEN[grond.soort]
    kop = f"Grond: {regel.naam}. Grondslag: {regel.bron.volledig}."
    ontbreekt = (*_voorwaarden(grond, leerroute, doelgroep), *_periode(grond, regel))
    if ontbreekt:
        return Verlenging(grond.soort, einde, None, (kop,), ontbreekt)
    nieuw, som = _som(grond, regel, einde)
    slot = ("De verlenging komt bij de oude einddatum; die dag verschuift niet voor een weekend of feestdag. "
            "DUO beslist, ook als er meer gronden zijn. Tot dan blijft de oude einddatum gelden.")  # fmt: skip
    verklaring = ("DUO vraagt hierbij een verklaring van het college.",) if regel.verklaring else ()
    return Verlenging(grond.soort, einde, nieuw, (kop, som, *verklaring, slot))


def vroegste_aanvraag(einde: date) -> date:
    """The first day on which a request is not refused as too early: six months before the end, without a shift."""
    return plus_maanden(einde, -AANVRAAG_MAANDEN)[0]


def te_vroeg(*, aanvraag: date, einde: date) -> str:
    """Why DUO may refuse a request of this day as too early, '' when it may not."""
    vanaf = vroegste_aanvraag(einde)
    if aanvraag >= vanaf:
        return ""
    return (f"Verlenging vragen kan vanaf {dag(vanaf)}, zes maanden voor het einde van de termijn op {dag(einde)}. "
            f"DUO kan een eerdere aanvraag afwijzen als te vroeg ({AANVRAAG.kort}).")  # fmt: skip


def langer_dan_grond(soort: Verlengingsgrond, *, oud: date, nieuw: date) -> str:
    """Why this new end is later than the ground alone gives; '' when it is not, or when the ground has no maximum."""
    if soort is Verlengingsgrond.OPLEIDING:
        meest: Duur | None = Duur(max(max(keren) for keren in OPLEIDING_MAANDEN.values()), Eenheid.MAANDEN)
    else:
        meest = GRONDEN[soort].duur
    if meest is None or nieuw <= (hoogste := r4(oud, meest).laatste_dag):
        return ""
    return f"Deze grond geeft hoogstens {meest}: tot en met {dag(hoogste)}. Kijk het besluit van DUO na."


def _voorwaarden(grond: Grond, leerroute: Leerroute | None, doelgroep: Doelgroep | None) -> tuple[str, ...]:
    """What the ground asks besides its length, as far as it is missing."""
    match grond.soort:
        case Verlengingsgrond.ALFABETISERING if leerroute is Leerroute.Z:
            return ("Alfabetisering is geen grond in de Z-route.",)
        case Verlengingsgrond.GEEN_AANBOD if doelgroep not in GROEP_MET_AANBOD:
            return ("Deze grond is er alleen voor wie van de gemeente een aanbod krijgt (art. 16 Wet inburgering).",)
        case Verlengingsgrond.GEEN_AANBOD if grond.pip is None:
            return ("Er is nog geen PIP, dus ook geen termijn voor het aanbod.",)
        case Verlengingsgrond.ONDERWIJSROUTE if leerroute is not Leerroute.ONDERWIJS:
            return ("De leerroute is niet de onderwijsroute.",)
        case Verlengingsgrond.OPLEIDING:
            return _opleiding_ontbreekt(grond)
        case Verlengingsgrond.INSPANNING:
            return _inspanning_ontbreekt(grond.inspanning, leerroute, doelgroep)
    return ()


def _opleiding_ontbreekt(grond: Grond) -> tuple[str, ...]:
    if grond.opleiding is None:
        return ("Kies welke opleiding het is.",)
    keren = OPLEIDING_MAANDEN[grond.opleiding]
    if not 1 <= grond.keer <= len(keren):
        vaak = "één keer, voor twee jaar" if len(keren) == 1 else "eerst twee jaar en daarna twee keer een jaar"
        return (f"Voor {OPLEIDING_LABELS[grond.opleiding]} kan het {vaak}.",)
    return ()


def _inspanning_ontbreekt(
    gedaan: Inspanning | None, leerroute: Leerroute | None, doelgroep: Doelgroep | None
) -> tuple[str, ...]:
    if leerroute is not Leerroute.B1:
        return ("Deze grond is er alleen in de B1-route.",)
    if gedaan is None:
        return ("Vul in wat er al behaald is.",)
    uren = doelgroep not in GROEP_MET_AANBOD and gedaan.uren < UREN_ZONDER_AANBOD
    punten = (
        (gedaan.taaldelen < TAALDELEN, "Ten minste twee van de vier taalonderdelen zijn behaald."),
        (not gedaan.knm, "KNM is behaald."),
        (not gedaan.pvt, "Het PVT is gedaan."),
        (not gedaan.map_gedaan, "De MAP is gedaan."),
        (not gedaan.lessen, "De lessen zijn gevolgd."),
        (uren, "Wie zelf zijn cursus kiest, volgde ten minste 450 uur les."),
    )
    return tuple(f"Hieraan is niet voldaan: {zin}" for mist, zin in punten if mist)


def _periode(grond: Grond, regel: Grondregel) -> tuple[str, ...]:
    """Whether there is a period, the right way round and long enough; a fixed length needs none."""
    if regel.lengte is Lengte.VAST:
        return ()
    van, tot = _van(grond), grond.tot
    if van is None or tot is None:
        return () if grond.soort is Verlengingsgrond.GEEN_AANBOD and van is None else ("Vul de periode in.",)
    if grond.soort is Verlengingsgrond.GEEN_AANBOD and tot < van:
        return (f"Het aanbod kwam op tijd: tot en met {dag(van - EEN_DAG)}.",)
    if tot < van:
        return ("De laatste dag ligt voor de eerste.",)
    if regel.minstens and tot < plus_maanden(van, regel.minstens)[0] - EEN_DAG:
        return ("De periode is korter dan drie maanden achter elkaar.",)
    return ()


def _van(grond: Grond) -> date | None:
    """The first day that counts; for a late offer the day after the three months."""
    if grond.soort is Verlengingsgrond.GEEN_AANBOD:
        return plus_maanden(grond.pip, AANBOD_MAANDEN)[0] + EEN_DAG if grond.pip else None
    return grond.van


def _som(grond: Grond, regel: Grondregel, einde: date) -> tuple[date, str]:
    """The new end and the sentence with the arithmetic, for a ground of which nothing is missing."""
    if grond.opleiding and grond.soort is Verlengingsgrond.OPLEIDING:
        duur: Duur | None = Duur(OPLEIDING_MAANDEN[grond.opleiding][grond.keer - 1], Eenheid.MAANDEN)
    else:
        duur = regel.duur
    hoogste = r4(einde, duur).laatste_dag if duur else None
    if regel.lengte is Lengte.VAST and hoogste:
        return hoogste, f"{dag(einde)} + {duur} = {dag(hoogste)}."
    van, tot = _van(grond), grond.tot
    if van is None or tot is None:
        raise ValueError("a ground with a period has been checked for one")
    dagen = (tot - van).days + 1
    nieuw = einde + timedelta(days=dagen)
    som = f"Van {dag(van)} tot en met {dag(tot)} is {dagen} {'dag' if dagen == 1 else 'dagen'}."
    if hoogste and nieuw > hoogste:
        return hoogste, f"{som} Het maximum is {duur}: {dag(einde)} + {duur} = {dag(hoogste)}."
    return nieuw, f"{som} {dag(einde)} + {dagen} {'dag' if dagen == 1 else 'dagen'} = {dag(nieuw)}."
