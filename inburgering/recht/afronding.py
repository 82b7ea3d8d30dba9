"""What the inburgeringsplicht asks in all, part by part, and what of it is done (art. 6 to 9 Wi 2021)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from inburgering.recht.bronnen import BESLUIT, REGELING, WET, Bron
from inburgering.recht.examens import EXAMEN_LABELS, Examenonderdeel, Niveau, Uitslag
from inburgering.recht.feiten import (
    GROEP_MET_AANBOD,
    Doelgroep,
    Dossierfeiten,
    Feit,
    FeitSoort,
    Leerroute,
    Regime,
)
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.uren import Z_UREN_PARTICIPATIE, Z_UREN_TAAL

TAALDELEN = tuple(deel for deel in Examenonderdeel if deel is not Examenonderdeel.KNM)
WI_2013 = Bron("Wet inburgering 2013")


class Deel(StrEnum):
    """The parts that are no exam; the value is what stands in a fact ONDERDEEL_AFGEROND."""

    PVT = "PVT"
    MAP = "MAP"
    ONA = "ONA"
    Z_EINDGESPREK = "Z_EINDGESPREK"
    DIPLOMA = "DIPLOMA"


class Eindreden(StrEnum):
    """Why the duty ended, in a fact EINDE_PLICHT; DUO establishes each of them."""

    VOLDAAN = "voldaan"
    ONTHEFFING = "ontheffing"
    VRIJSTELLING = "vrijstelling"
    NIET_PLICHTIG = "niet_plichtig"


DEEL_LABELS: Mapping[str, str] = MappingProxyType({
    Deel.PVT: "PVT (participatieverklaring)",
    Deel.MAP: "MAP (arbeidsmarkt en participatie)",
    Deel.ONA: "ONA (oriëntatie op de Nederlandse arbeidsmarkt)",
    Deel.Z_EINDGESPREK: "uren en eindgesprek van de Z-route",
    Deel.DIPLOMA: "diploma van het taalschakeltraject",
})  # fmt: skip
EINDREDEN_LABELS: Mapping[str, str] = MappingProxyType({
    Eindreden.VOLDAAN: "aan de plicht voldaan",
    Eindreden.ONTHEFFING: "ontheffing van de hele plicht",
    Eindreden.VRIJSTELLING: "vrijstelling van de hele plicht",
    Eindreden.NIET_PLICHTIG: "niet meer inburgeringsplichtig",
})  # fmt: skip
PVT_BRON, MAP_BRON, GEEN_MAP = Bron(WET, "8"), Bron(REGELING, "3.1"), Bron(WET, "8", "3")
ROUTE_BRON, AFSCHALEN, Z_BRON = Bron(WET, "7"), Bron(WET, "17", "3"), Bron(BESLUIT, "3.14")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the PIP that stands says of the parts. `a2`: exams that may be on level A2; `participatie`: a lower norm."""

    leerroute: Leerroute | None
    a2: frozenset[Examenonderdeel] = frozenset()
    participatie: int = Z_UREN_PARTICIPATIE

    def niveau(self, onderdeel: Examenonderdeel) -> Niveau | None:
        """On which level this exam has to be; None for KNM, which has none."""
        if onderdeel is Examenonderdeel.KNM:
            return None
        return Niveau.A2 if onderdeel in self.a2 or self.leerroute is Leerroute.Z else Niveau.B1


@dataclass(frozen=True, slots=True)
class Eis:
    """One part of the duty: done since `klaar_op`, or None; and the reason in Dutch."""

    code: str
    naam: str
    klaar_op: date | None
    uitleg: str


def voldaan(dossier: Dossierfeiten) -> Feit | None:
    """DUO's word that the duty is met."""
    return next(
        (feit for feit in dossier.alle(FeitSoort.EINDE_PLICHT) if feit.tekst("reden") == Eindreden.VOLDAAN), None
    )


def pogingen(dossier: Dossierfeiten, onderdeel: Examenonderdeel) -> tuple[Feit, ...]:
    """Every result of one exam, the oldest first; an exemption of DUO is among them."""
    return tuple(feit for feit in dossier.alle(FeitSoort.EXAMENUITSLAG) if feit.tekst("onderdeel") == onderdeel)


def geslaagd(dossier: Dossierfeiten, onderdeel: Examenonderdeel, niveau: Niveau | None) -> Feit | None:
    """The first result that counts on this level: passed on it or higher, or exempted by DUO."""
    return next((feit for feit in pogingen(dossier, onderdeel) if _telt(feit, niveau)), None)


def _telt(feit: Feit, niveau: Niveau | None) -> bool:
    if feit.tekst("uitslag") == Uitslag.VRIJGESTELD:
        return True
    return feit.tekst("uitslag") == Uitslag.GESLAAGD and (niveau is None or feit.tekst("niveau") >= niveau)


def afgerond(dossier: Dossierfeiten, deel: Deel) -> Feit | None:
    """The last time somebody recorded that this part was done."""
    return next(
        (feit for feit in reversed(dossier.alle(FeitSoort.ONDERDEEL_AFGEROND)) if feit.tekst("onderdeel") == deel), None
    )


def eisen(dossier: Dossierfeiten, plan: Plan) -> tuple[Eis, ...]:
    """Every part that this person must do, each with whether it is done and why; none while there is no leerroute."""
    if dossier.regime is Regime.WI2013:
        return tuple(_eisen_2013(dossier))
    return tuple(_eisen(dossier, plan)) if plan.leerroute else ()


def alles_klaar(gevraagd: tuple[Eis, ...]) -> date | None:
    """The day on which the last part was done; None while one is open, and without any."""
    dagen = [eis.klaar_op for eis in gevraagd]
    return max(dag for dag in dagen if dag) if dagen and all(dagen) else None


def _eisen(dossier: Dossierfeiten, plan: Plan) -> Iterator[Eis]:
    yield _deel(dossier, Deel.PVT, "Twaalf uur meegedaan en de verklaring getekend", PVT_BRON)
    if plan.leerroute is not Leerroute.ONDERWIJS:
        yield _deel(dossier, Deel.MAP, "Veertig uur praktijk en het eindgesprek met de gemeente", MAP_BRON)
    if plan.leerroute is Leerroute.Z:
        yield _z_eindgesprek(dossier, plan)
        return
    yield _examen(dossier, Examenonderdeel.KNM, plan)
    if plan.leerroute is Leerroute.ONDERWIJS:
        yield _deel(dossier, Deel.DIPLOMA, "In de onderwijsroute hoort de taal bij het diploma", ROUTE_BRON)
        return
    for onderdeel in TAALDELEN:
        yield _examen(dossier, onderdeel, plan)


def _eisen_2013(dossier: Dossierfeiten) -> Iterator[Eis]:
    """The act of 2013: PVT, the exams on level A2, and ONA, from which a finished MAP exempts (Bi 12.1a(6)).

    Whether ELIP must do the PVT only DUO knows: it stands here once it is done.
    """
    if dossier.doelgroep is not Doelgroep.ELIP or afgerond(dossier, Deel.PVT):
        yield _deel(dossier, Deel.PVT, "De verklaring getekend", WI_2013)
    for onderdeel in Examenonderdeel:
        yield _examen(dossier, onderdeel, Plan(None, a2=frozenset(TAALDELEN)), WI_2013)
    gedaan, ona = afgerond(dossier, Deel.MAP), _deel(dossier, Deel.ONA, "De ONA gedaan", WI_2013)
    if ona.klaar_op is None and gedaan:
        bron = Bron(BESLUIT, "12.1a", "6")
        ona = Eis(ona.code, ona.naam, gedaan.datum, f"Vrijgesteld door een afgeronde MAP ({bron.kort}).")
    yield ona


def _deel(dossier: Dossierfeiten, deel: Deel, wat: str, bron: Bron) -> Eis:
    feit = afgerond(dossier, deel)
    stand = f"Klaar sinds {datum_zonder_weekdag(feit.datum)}." if feit else "Nog niet vastgelegd."
    return Eis(
        deel.value, _hoofdletter(DEEL_LABELS[deel]), feit.datum if feit else None, f"{stand} {wat} ({bron.kort})."
    )


def _examen(dossier: Dossierfeiten, onderdeel: Examenonderdeel, plan: Plan, bron: Bron = ROUTE_BRON) -> Eis:
    niveau, naam = plan.niveau(onderdeel), EXAMEN_LABELS[onderdeel]
    feit, kop = geslaagd(dossier, onderdeel, niveau), f"Examen {naam}" + (f" op niveau {niveau}" if niveau else "")
    if feit is None:
        lager = next((f for f in pogingen(dossier, onderdeel) if f.tekst("uitslag") == Uitslag.GESLAAGD), None)
        zin = f"Geslaagd op {lager.tekst('niveau')}, maar niveau {niveau} is nodig." if lager else "Nog niet gehaald."
        waarom = AFSCHALEN if niveau is Niveau.A2 and bron is ROUTE_BRON else bron
        return Eis(onderdeel.value, kop, None, f"{zin} Grondslag: {waarom.kort}.")
    if feit.tekst("uitslag") == Uitslag.VRIJGESTELD:
        return Eis(onderdeel.value, kop, feit.datum, f"Vrijgesteld door DUO op {datum_zonder_weekdag(feit.datum)}.")
    gehaald = f" op {feit.tekst('niveau')}" if niveau else ""
    return Eis(onderdeel.value, kop, feit.datum, f"Geslaagd{gehaald} op {datum_zonder_weekdag(feit.datum)}.")


def z_norm(dossier: Dossierfeiten, plan: Plan) -> tuple[int, int]:
    """The hours of the Z-route: lessons, and participation; who arranges it himself has none of the latter."""
    return Z_UREN_TAAL, plan.participatie if dossier.doelgroep in GROEP_MET_AANBOD else 0


def z_tekort(dossier: Dossierfeiten, plan: Plan, *, taal: int, participatie: int) -> str:
    """Why these hours do not finish the Z-route; '' when they do (art. 3.14 Besluit)."""
    norm_taal, norm_participatie = z_norm(dossier, plan)
    kort = [
        f"{norm - uren} uur {naam}"
        for naam, uren, norm in (("taal en KNM", taal, norm_taal), ("participatie", participatie, norm_participatie))
        if uren < norm
    ]
    return f"Er ontbreken nog {' en '.join(kort)} ({Z_BRON.kort})." if kort else ""


def _z_eindgesprek(dossier: Dossierfeiten, plan: Plan) -> Eis:
    taal, participatie = z_norm(dossier, plan)
    wat = f"{taal} uur taal en KNM" + (f", {participatie} uur participatie" if participatie else "")
    return _deel(dossier, Deel.Z_EINDGESPREK, f"{wat} en het eindgesprek met de gemeente", Z_BRON)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
