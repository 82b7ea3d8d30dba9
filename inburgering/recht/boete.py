"""The fines of the college (art. 22 and 23 Wi 2021, art. 7.1 Bi 2021): an amount, and every step that led to it.

Nothing here decides: the amount follows from what people weighed. The fines of DUO (art. 24 and 25) are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from inburgering.recht.bronnen import AWB, BESLUIT, PARTICIPATIEWET, WET, Bron
from inburgering.recht.geld import euro
from inburgering.recht.rekenen import plus_maanden
from inburgering.recht.uitleg import datum_zonder_weekdag

BEDRAG_22, BEDRAG_23, HOOGSTE_23 = 250_00, 50_00, 800_00
PLAFOND = 2_400_00
PLAFOND_DUO: Mapping[int, int] = MappingProxyType({6: 400_00, 12: 800_00, 18: 1_200_00, 24: 1_600_00})
RECIDIVE_MAANDEN = 12
NIEUWE_TERMIJN_MAANDEN = 2
VERVAL_JAREN, VERVAL_JAREN_HOOG, GRENS_HOOG = 3, 5, 340_00

ARTIKEL_22 = Bron(WET, "22")
ARTIKEL_23 = Bron(WET, "23")
BEDRAGEN = Bron(BESLUIT, "7.1")
FACTOREN_BRON = Bron(BESLUIT, "7.1", "4")
NIEUWE_TERMIJN = Bron(WET, "22", "2")
WAARSCHUWING = Bron(WET, "14")
SAMENLOOP = Bron(WET, "27", "", f"hetzelfde gedrag onder de {PARTICIPATIEWET}")
GEEN_SCHULD = Bron(AWB, "5:41")
VERVAL = Bron(AWB, "5:45", "", "artikel niet nagelezen")
KEREN = Bron("HvJ EU 4 februari 2025, C-158/23 (Keren) en ABRvS 9 juli 2025")


class Boeteartikel(StrEnum):
    """22: the brede intake and the leerbaarheidstoets. 23: what was agreed in the PIP."""

    ARTIKEL_22 = "22"
    ARTIKEL_23 = "23"


class Verwijtbaarheid(StrEnum):
    OPZET = "opzet"
    GROVE_SCHULD = "grove_schuld"
    NORMAAL = "normaal"
    VERMINDERD = "verminderd"
    GEEN = "geen"


# Per cent of the amount of art. 23 (art. 7.1 lid 4 Bi); the fixed amount of art. 22 has no factor.
FACTOREN: Mapping[Verwijtbaarheid, int] = MappingProxyType(
    {
        Verwijtbaarheid.OPZET: 100,
        Verwijtbaarheid.GROVE_SCHULD: 75,
        Verwijtbaarheid.NORMAAL: 50,
        Verwijtbaarheid.VERMINDERD: 25,
        Verwijtbaarheid.GEEN: 0,
    }
)
_WOORDEN: Mapping[Verwijtbaarheid, str] = MappingProxyType(
    {
        Verwijtbaarheid.OPZET: "opzet",
        Verwijtbaarheid.GROVE_SCHULD: "grove schuld",
        Verwijtbaarheid.NORMAAL: "normale verwijtbaarheid",
        Verwijtbaarheid.VERMINDERD: "verminderde verwijtbaarheid",
        Verwijtbaarheid.GEEN: "geen verwijt",
    }
)


@dataclass(frozen=True, slots=True)
class EerdereBoete:
    """A fine of the college that still holds: its number, the day it was imposed, and the amount in cents."""

    nummer: str
    artikel: Boeteartikel
    opgelegd_op: date
    bedrag: int
    onherroepelijk: bool


@dataclass(frozen=True, slots=True)
class Duotermijn:
    """The new term that DUO gave after a fine of its own: its length in months and its first day."""

    maanden: int
    vanaf: date

    def __post_init__(self) -> None:
        if self.maanden not in PLAFOND_DUO:
            raise ValueError("Een nieuwe termijn van DUO is 6, 12, 18 of 24 maanden.")

    def bevat(self, dag: date) -> bool:
        return self.vanaf <= dag < plus_maanden(self.vanaf, self.maanden)[0]


@dataclass(frozen=True, slots=True)
class Rekenregel:
    """One line: what was done, the amount in cents after it, the rule, and why."""

    naam: str
    bedrag: int
    grondslag: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Berekening:
    """The amount in cents; `geen_boete` says in Dutch why there can be none, '' otherwise."""

    bedrag: int
    regels: tuple[Rekenregel, ...]
    geen_boete: str = ""


def bereken_boete(
    *,
    artikel: Boeteartikel,
    verwijtbaarheid: Verwijtbaarheid,
    geconstateerd_op: date,
    eerdere: Iterable[EerdereBoete],
    duotermijn: Duotermijn | None = None,
) -> Berekening:
    """The fine for one conduct that was found on `geconstateerd_op`, line by line, in cents.

    `eerdere` are all fines of the college that hold; `duotermijn` the new term of DUO in which the constatering falls,
    None within the (extended) first term. Art. 22 is a fixed amount; art. 23 doubles with every repetition and then
    takes the factor; both share one ceiling.
    """
    if verwijtbaarheid is Verwijtbaarheid.GEEN:
        return Berekening(0, (), f"Zonder verwijt geen boete ({GEEN_SCHULD.kort}).")
    rij = sorted(eerdere, key=lambda boete: (boete.opgelegd_op, boete.nummer))
    if artikel is Boeteartikel.ARTIKEL_22:
        regels = [_vast(rij)]
    else:
        regels = [_met_herhaling(rij, geconstateerd_op)]
        regels.append(_met_factor(regels[-1].bedrag, verwijtbaarheid))
    plafond = _onder_plafond(regels[-1].bedrag, rij, duotermijn)
    if not plafond.bedrag:
        return Berekening(0, (*regels, plafond), "Het hoogste totaal aan boetes is al bereikt.")
    return Berekening(plafond.bedrag, (*regels, plafond))


def recidive(eerdere: Iterable[EerdereBoete], geconstateerd_op: date) -> tuple[EerdereBoete, ...]:
    """The fines of art. 23 that raise this one: imposed in the twelve months before, and no longer open to appeal."""
    vanaf = recidive_vanaf(geconstateerd_op)
    return tuple(
        boete
        for boete in eerdere
        if boete.artikel is Boeteartikel.ARTIKEL_23
        and boete.onherroepelijk
        and vanaf <= boete.opgelegd_op < geconstateerd_op
    )


def recidive_vanaf(geconstateerd_op: date) -> date:
    """The first day that looks back far enough (BOETE_RECIDIVE_12M)."""
    return plus_maanden(geconstateerd_op, -RECIDIVE_MAANDEN)[0]


def hoogste_totaal(duotermijn: Duotermijn | None) -> int:
    """The ceiling in cents for all fines of art. 22 and 23 together in this term."""
    return PLAFOND_DUO[duotermijn.maanden] if duotermijn else PLAFOND


def nieuwe_termijn_tot(besluit_op: date) -> date:
    """The last day a new term in the decision may have: two months, counted from the earliest bekendmaking."""
    return plus_maanden(besluit_op, NIEUWE_TERMIJN_MAANDEN)[0]


def bevoegd_tot(gedrag_op: date, bedrag: int) -> date:
    """The last day to impose this fine: three years after the conduct, five above 340 euro (BOETE_VERVAL).

    `bedrag` in cents.
    """
    jaren = VERVAL_JAREN_HOOG if bedrag > GRENS_HOOG else VERVAL_JAREN
    return plus_maanden(gedrag_op, 12 * jaren)[0]


def _vast(eerdere: list[EerdereBoete]) -> Rekenregel:
    vaker = sum(boete.artikel is Boeteartikel.ARTIKEL_22 for boete in eerdere)
    eerder = f" Er is al {vaker} keer zo'n boete opgelegd; het bedrag blijft gelijk." if vaker else ""
    uitleg = f"Het bedrag staat vast, ook bij meer of minder verwijt.{eerder}"
    return Rekenregel("Brede intake of leerbaarheidstoets", BEDRAG_22, f"{ARTIKEL_22.kort}; {BEDRAGEN.kort}", uitleg)


def _met_herhaling(eerdere: list[EerdereBoete], geconstateerd_op: date) -> Rekenregel:
    tellen = recidive(eerdere, geconstateerd_op)
    bedrag = min(BEDRAG_23 * 2 ** len(tellen), HOOGSTE_23)
    venster = f"de twaalf maanden voor de constatering, vanaf {datum_zonder_weekdag(recidive_vanaf(geconstateerd_op))}"
    if not tellen:
        uitleg = f"Geen onherroepelijke boete voor hetzelfde artikel in {venster}."
    else:
        welke = ", ".join(boete.nummer for boete in tellen)
        grens = f", en hoogstens {euro(HOOGSTE_23)}" if BEDRAG_23 * 2 ** len(tellen) > HOOGSTE_23 else ""
        uitleg = f"{euro(BEDRAG_23)} verdubbelt per onherroepelijke boete in {venster}: {welke}{grens}."
    return Rekenregel("Afspraken uit het PIP", bedrag, f"{ARTIKEL_23.kort}; {BEDRAGEN.kort}", uitleg)


def _met_factor(bedrag: int, verwijtbaarheid: Verwijtbaarheid) -> Rekenregel:
    factor = FACTOREN[verwijtbaarheid]
    uitleg = f"Bij {_WOORDEN[verwijtbaarheid]} is de boete {factor} procent van {euro(bedrag)}."
    return Rekenregel("Verwijtbaarheid", bedrag * factor // 100, FACTOREN_BRON.kort, uitleg)


def _onder_plafond(bedrag: int, eerdere: list[EerdereBoete], duotermijn: Duotermijn | None) -> Rekenregel:
    telt = [boete for boete in eerdere if duotermijn is None or duotermijn.bevat(boete.opgelegd_op)]
    al, hoogste = sum(boete.bedrag for boete in telt), hoogste_totaal(duotermijn)
    ruimte = max(hoogste - al, 0)
    termijn = f"de nieuwe termijn van {duotermijn.maanden} maanden van DUO" if duotermijn else "de inburgeringstermijn"
    eerder = f"eerder opgelegd {euro(al)}, dus nog ruimte voor {euro(ruimte)}" if al else "eerder is niets opgelegd"
    uitleg = f"Alle boetes van art. 22 en 23 in {termijn} zijn samen hoogstens {euro(hoogste)}; {eerder}."
    return Rekenregel("Hoogste totaal", min(bedrag, ruimte), BEDRAGEN.kort, uitleg)
