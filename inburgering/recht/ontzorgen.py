"""Who must be unburdened, and until when (art. 56a Participatiewet)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inburgering.recht.bronnen import PARTICIPATIEWET, Bron
from inburgering.recht.feiten import Doelgroep, Dossierfeiten, Feit, FeitSoort, Regime
from inburgering.recht.termijnen import Afleiding, Beleid, Omstandigheden, TermijnSoort, maak
from inburgering.recht.termijnen import op as dag
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_zonder_weekdag

ARTIKEL_56A = Bron(PARTICIPATIEWET, "56a")
VERGUNNING_56A = "asiel bepaalde tijd"
GEEN_BIJSTAND = "Er is geen bijstand vastgelegd. De zes maanden beginnen op de eerste dag van het recht op bijstand."
WIJKT_AF = (
    "Wijkt af van de wet: art. 56a Participatiewet maakt geen uitzondering voor nareizigers met een eigen "
    "asielvergunning voor bepaalde tijd."
)
_EINDE_BIJSTAND = {
    FeitSoort.BIJSTAND_BEEINDIGD: "De bijstand is geëindigd: vanaf {} is er geen recht meer.",
    FeitSoort.VERTREK: "De bijstand van deze gemeente eindigde met het vertrek op {}.",
    FeitSoort.OVERLIJDEN: "De inburgeraar is overleden op {}.",
}


class Antwoord(StrEnum):
    JA = "JA"
    NEE = "NEE"
    ONBEKEND = "ONBEKEND"


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """One condition with its answer on a day, the sentence that says why, and the fact it rests on."""

    naam: str
    antwoord: Antwoord
    zin: str
    feit: Feit | None = None


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Whether somebody must be unburdened on a day. `wijkt_af` is filled where the policy departs from the law."""

    op: date
    voorwaarden: tuple[Voorwaarde, ...]
    wijkt_af: str = ""

    @property
    def antwoord(self) -> Antwoord:
        """One NEE decides; otherwise what is not known yet keeps the answer open."""
        antwoorden = {voorwaarde.antwoord for voorwaarde in self.voorwaarden}
        return next((a for a in (Antwoord.NEE, Antwoord.ONBEKEND) if a in antwoorden), Antwoord.JA)

    @property
    def redenen(self) -> tuple[str, ...]:
        """The sentences of the conditions that decide: those not met, else the unknown ones, else all of them."""
        return tuple(v.zin for v in self.voorwaarden if v.antwoord is self.antwoord)


def beoordeel(dossier: Dossierfeiten, *, op: date, beleid: Beleid, geen_bijstand: bool = False) -> Oordeel:
    """The test of art. 56a Participatiewet on one day, from the facts with a date up to that day.

    Without a first day of bijstand that is not known yet, unless somebody recorded that there is none.
    Raises OngeldigFeit for a doelgroep that does not exist.
    """
    bekend = Dossierfeiten(dossier.regime, tuple(feit for feit in dossier.feiten if feit.datum <= op))
    voorwaarden = [_plicht(bekend), _vergunning(bekend), _bijstand(bekend, geen_bijstand)]
    uitgezonderd = _nareiziger_uitgezonderd(bekend, beleid)
    if uitgezonderd is None:
        return Oordeel(op, tuple(voorwaarden))
    wijkt_af = WIJKT_AF if all(v.antwoord is not Antwoord.NEE for v in voorwaarden) else ""
    return Oordeel(op, (*voorwaarden, uitgezonderd), wijkt_af)


def leid_ontzorgen_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """Six months from the first day of the right to bijstand, when the conditions hold on a day of those months.

    A right that starts again after it ended starts new months. As long as DUO did not confirm the duty, the term is
    provisional: guarding it too early harms nobody, missing it costs a family its rent.
    """
    start = dossier.laatste(FeitSoort.BIJSTAND_INGEGAAN)
    if start is None:
        return GEEN_BIJSTAND
    uitkomst = bereken("ONTZORGEN_6M", start.datum, omstandigheden.kalender)
    dagen = sorted({start.datum, *(f.datum for f in dossier.feiten if start.datum < f.datum <= uitkomst.laatste_dag)})
    oordelen = [beoordeel(dossier, op=op, beleid=omstandigheden.beleid) for op in dagen]
    wel = [oordeel for oordeel in oordelen if oordeel.antwoord is not Antwoord.NEE]
    if not wel:
        return " ".join(filter(None, (*oordelen[-1].redenen, oordelen[-1].wijkt_af)))
    return (
        maak(
            uitkomst,
            soort=TermijnSoort.ONTZORGEN,
            feiten=(start, *(voorwaarde.feit for voorwaarde in wel[-1].voorwaarden)),
            waarom=(f"Het recht op bijstand begon op {dag(start)}; die dag telt mee.", *wel[-1].redenen),
            voorlopig=wel[-1].antwoord is Antwoord.ONBEKEND,
            vervallen_reden=_vervallen(oordelen[-1]),
        ),
    )


def _vervallen(laatste: Oordeel) -> str:
    if laatste.antwoord is not Antwoord.NEE:
        return ""
    return f"Sinds {datum_zonder_weekdag(laatste.op)} hoeft ontzorgen niet meer. {' '.join(laatste.redenen)}"


def _plicht(bekend: Dossierfeiten) -> Voorwaarde:
    naam = "inburgeringsplichtig"
    if bekend.regime is Regime.WI2013:
        return Voorwaarde(naam, Antwoord.NEE, "De plicht komt uit de Wet inburgering 2013; art. 56a geldt daar niet.")
    einde = bekend.eerste(FeitSoort.EINDE_PLICHT)
    if einde:
        return Voorwaarde(naam, Antwoord.NEE, f"De inburgeringsplicht eindigde op {dag(einde)}.", einde)
    kennisgeving = bekend.eerste(FeitSoort.KENNISGEVING_DUO)
    if kennisgeving:
        return Voorwaarde(naam, Antwoord.JA, f"DUO meldde de plicht op {dag(kennisgeving)}.", kennisgeving)
    return Voorwaarde(naam, Antwoord.ONBEKEND, "DUO heeft de inburgeringsplicht nog niet gemeld.")


def _vergunning(bekend: Dossierfeiten) -> Voorwaarde:
    naam, feit = f"vergunning {VERGUNNING_56A}", bekend.laatste(FeitSoort.VERBLIJFSVERGUNNING)
    if feit is None or not feit.tekst("soort"):
        return Voorwaarde(naam, Antwoord.ONBEKEND, "De soort verblijfsvergunning is nog niet vastgelegd.", feit)
    zin = f"De vergunning van {dag(feit)} is: {feit.tekst('soort')}."
    past = feit.tekst("soort").casefold() == VERGUNNING_56A
    return Voorwaarde(naam, Antwoord.JA if past else Antwoord.NEE, zin, feit)


def _bijstand(bekend: Dossierfeiten, geen_bijstand: bool) -> Voorwaarde:
    naam, begin = "bijstand van deze gemeente", bekend.laatste(FeitSoort.BIJSTAND_INGEGAAN)
    if begin is None:
        if geen_bijstand:
            return Voorwaarde(naam, Antwoord.NEE, "Vastgelegd is dat er geen recht op bijstand is.")
        return Voorwaarde(naam, Antwoord.ONBEKEND, "Nog niet is vastgelegd of er bijstand is.")
    if einde := bekend.einde_bijstand:
        return Voorwaarde(naam, Antwoord.NEE, _EINDE_BIJSTAND[einde.soort].format(dag(einde)), einde)
    return Voorwaarde(naam, Antwoord.JA, f"Er is recht op bijstand sinds {dag(begin)}.", begin)


def _nareiziger_uitgezonderd(bekend: Dossierfeiten, beleid: Beleid) -> Voorwaarde | None:
    """The exception of a gemeente that does not unburden nareizigers; None where it does not apply."""
    if beleid.ontzorgen_nareizigers == "wet" or bekend.doelgroep is not Doelgroep.NAREIZIGER:
        return None
    zin = f"De gemeente ontzorgt nareizigers niet ({beleid.ontzorgen_nareizigers_bron})."
    return Voorwaarde("geen nareiziger", Antwoord.NEE, zin, bekend.laatste(FeitSoort.DOELGROEP))
