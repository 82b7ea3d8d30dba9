"""The table of terms: code → duration, counting, start fact, grondslag, validity, owner, lawful extensions.

Rule versions stand side by side under one `soort`; a change of law adds a row and closes the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from inburgering.recht.bronnen import AWB, BESLUIT, PARTICIPATIEWET, REGELING, WET, Bron
from inburgering.recht.rekenen import Duur, Eenheid, Telwijze


class Aard(StrEnum):
    """PLICHT can be too late; VENSTER is a right that closes; PERIODE runs and ends."""

    PLICHT = "PLICHT"
    VENSTER = "VENSTER"
    PERIODE = "PERIODE"


@dataclass(frozen=True, slots=True)
class Regel:
    """One version of one term.

    `startfeit` is the event as it reads after 'gerekend vanaf'. `dag_erna` means that the first day that counts is the
    day after it, also under R3. `geen_verschuiving` says why the Algemene termijnenwet does not shift the last day; it
    is empty for R1. `verlengingen` are the only grounds that may move the last day, and never to an earlier one.
    """

    code: str
    soort: str
    naam: str
    duur: Duur
    telwijze: Telwijze
    aard: Aard
    startfeit: str
    grondslag: Bron
    eigenaar: str
    geldig_vanaf: date
    geldig_tot: date | None = None
    geen_verschuiving: str = ""
    verlengingen: tuple[str, ...] = ()
    dag_erna: bool = False

    @property
    def versie(self) -> str:
        return self.geldig_vanaf.isoformat()

    @property
    def atw(self) -> bool:
        """Whether the last day shifts to the next ordinary day."""
        return self.telwijze is Telwijze.R1

    def geldt_op(self, peildatum: date) -> bool:
        return self.geldig_vanaf <= peildatum and (self.geldig_tot is None or peildatum <= self.geldig_tot)


def _weken(aantal: int) -> Duur:
    return Duur(aantal, Eenheid.WEKEN)


def _maanden(aantal: int) -> Duur:
    return Duur(aantal, Eenheid.MAANDEN)


def _jaren(aantal: int) -> Duur:
    return Duur(aantal, Eenheid.JAREN)


WI_2021 = date(2022, 1, 1)
WIJZIGING_2023 = date(2023, 1, 1)
_AWB_BASIS = date(1994, 1, 1)
_AWB_BOETES = date(2009, 7, 1)
_AWB_BESLISTERMIJN = date(2009, 10, 1)

_LANG = "een termijn langer dan twaalf weken of drie maanden schuift niet (art. 4 Algemene termijnenwet)"
_REGELING = "de termijn staat in een ministeriële regeling, niet in een wet of amvb (art. 1 en 5 Algemene termijnenwet)"
_AFSPRAAK = "dit is een afspraak, geen termijn uit een wet of amvb (art. 1 en 5 Algemene termijnenwet)"
_OUDE_EINDDAG = "de verlenging komt bij de oude einddag van een termijn van jaren (art. 4 Algemene termijnenwet)"
_BOVENGRENS = "dit is de bovengrens van een termijn die het college zelf in de beschikking stelt"

_R1, _R2, _R3, _R4, _R5 = Telwijze
_PLICHT, _VENSTER, _PERIODE = Aard
VERDAGING, OPSCHORTING = "VERDAGING_AWB_7_10_LID_3", "OPSCHORTING_AWB_7_10_LID_2"
UITSTEL = "UITSTEL_AWB_7_10_LID_4"
REGELING_BOETE = "BETALINGSREGELING"
_BESLISTERMIJN_GRONDEN = (VERDAGING, OPSCHORTING, UITSTEL)
_DWANGSOM = "het is omstreden of deze twee weken verschuiven, dus rekenen we met de vroegste dag"
_DERDEN = ("PIP_DERDEN_2W",)

_PIP = (
    Regel("PIP_10W", "PIP", "PIP vaststellen", _weken(10), _R1, _PLICHT,
          "de kennisgeving van DUO of, als de gemeente de persoon moet huisvesten en die dag later is, "
          "de inschrijving in de BRP",
          Bron(BESLUIT, "5.3", "1", "tekst sinds 1 januari 2023, Stb. 2022, 489"), "consulent", WIJZIGING_2023,
          verlengingen=_DERDEN),
    Regel("PIP_10W_2022", "PIP", "PIP vaststellen", _weken(10), _R1, _PLICHT, "de inschrijving in de BRP",
          Bron(BESLUIT, "5.3", "1", "tekst van 2022"), "consulent", WI_2021, date(2022, 12, 31), verlengingen=_DERDEN),
    Regel("PIP_DERDEN_2W", "PIP_DERDEN", "PIP vaststellen na informatie van derden", _weken(2), _R1, _PLICHT,
          "de ontvangst van de informatie van derden", Bron(BESLUIT, "5.3", "2"), "consulent", WI_2021),
    Regel("PIP_VERHUIZING_10W", "PIP_VERHUIZING", "PIP vaststellen na verhuizing", _weken(10), _R1, _PLICHT,
          "de inschrijving in de nieuwe gemeente", Bron(BESLUIT, "5.3", "3"), "consulent", WI_2021),
)  # fmt: skip
_NA_HET_PIP = (
    Regel("INBURGERINGSTERMIJN_3J", "INBURGERINGSTERMIJN", "Inburgeringstermijn", _jaren(3), _R3, _PERIODE,
          "de dagtekening van het eerste PIP", Bron(WET, "11"), "inburgeraar", WI_2021, geen_verschuiving=_LANG,
          verlengingen=("VERLENGING_3M", "VERLENGING_16W", "VERLENGING_6M"), dag_erna=True),
    Regel("LEERROUTE_WISSEL_18M", "LEERROUTE_WISSEL", "Wisselen van leerroute", _maanden(18), _R3, _VENSTER,
          "de dagtekening van het eerste PIP",
          Bron(BESLUIT, "5.4", "", "anderhalf jaar vanaf de aanvang van de inburgeringstermijn"), "consulent", WI_2021,
          geen_verschuiving=_LANG, dag_erna=True),
    Regel("AANBOD_3M", "AANBOD", "Inburgeringsaanbod doen", _maanden(3), _R4, _PLICHT, "de vaststelling van het PIP",
          Bron(REGELING, "4.1", "", "tijdig aanbod: art. 16 Wet inburgering 2021"), "consulent", WI_2021,
          geen_verschuiving=_REGELING),
    Regel("ONDERWIJSROUTE_START_6M", "ONDERWIJSROUTE_START", "Start van het taalschakeltraject", _maanden(6), _R4,
          _PLICHT, "de vaststelling van het PIP", Bron(REGELING, "4.1"), "consulent", WI_2021,
          geen_verschuiving=_REGELING),
    Regel("ONTZORGEN_6M", "ONTZORGEN", "Ontzorgen", _maanden(6), _R3, _PERIODE,
          "de eerste dag van het recht op bijstand", Bron(PARTICIPATIEWET, "56a"), "sociale_zaken", WI_2021,
          geen_verschuiving=_LANG),
    Regel("VERLENGING_3M", "VERLENGING", "Verlenging van de inburgeringstermijn na een overlijden", _maanden(3), _R5,
          _PERIODE, "de oude einddag", Bron(REGELING, "4.1", "", "prognose; DUO beslist"), "dienst_duo", WI_2021,
          geen_verschuiving=_OUDE_EINDDAG),
    Regel("VERLENGING_16W", "VERLENGING", "Verlenging van de inburgeringstermijn na een bevalling", _weken(16), _R2,
          _PERIODE, "de oude einddag", Bron(REGELING, "4.1", "", "prognose; DUO beslist"), "dienst_duo", WI_2021,
          geen_verschuiving=_OUDE_EINDDAG),
    Regel("VERLENGING_6M", "VERLENGING", "Verlenging van de inburgeringstermijn na aantoonbare inspanning", _maanden(6),
          _R5, _PERIODE, "de oude einddag", Bron(BESLUIT, "4.4", "", "prognose; DUO beslist"), "dienst_duo", WI_2021,
          geen_verschuiving=_OUDE_EINDDAG),
    Regel("DUO_BESLIS_8W", "DUO_BESLIS", "Beslissing van DUO op een aanvraag", _weken(8), _R1, _PLICHT,
          "de ontvangst van de aanvraag door DUO", Bron(BESLUIT, "4.5"), "dienst_duo", WI_2021),
)  # fmt: skip
_BEZWAAR_EN_BOETE = (
    Regel("BEZWAAR_6W", "BEZWAAR", "Bezwaar maken", _weken(6), _R1, _VENSTER, "de bekendmaking van de beschikking",
          Bron(AWB, "6:7", "", "de eerste dag is de dag na de bekendmaking, art. 6:8"), "inburgeraar", _AWB_BASIS),
    Regel("BEZWAAR_POST_1W", "BEZWAAR_POST", "Bezwaar per post ontvangen", _weken(1), _R1, _VENSTER,
          "de laatste dag van de bezwaartermijn", Bron(AWB, "6:9", "2"), "jurist", _AWB_BASIS),
    Regel("BESLIS_BEZWAAR_6W", "BESLIS_BEZWAAR", "Beslissen op bezwaar", _weken(6), _R1, _PLICHT,
          "de laatste dag van de bezwaartermijn", Bron(AWB, "7:10", "1"), "jurist", _AWB_BESLISTERMIJN,
          verlengingen=_BESLISTERMIJN_GRONDEN),
    Regel("BESLIS_BEZWAAR_12W", "BESLIS_BEZWAAR_COMMISSIE", "Beslissen op bezwaar met een adviescommissie", _weken(12),
          _R1, _PLICHT, "de laatste dag van de bezwaartermijn", Bron(AWB, "7:10", "1"), "jurist", _AWB_BESLISTERMIJN,
          verlengingen=_BESLISTERMIJN_GRONDEN),
    Regel("DWANGSOM_2W", "DWANGSOM", "Beslissen zonder dwangsom", _weken(2), _R2, _PLICHT,
          "de ontvangst van de ingebrekestelling", Bron(AWB, "4:17", "3", "geldt voor bezwaar door art. 7:14"),
          "jurist", _AWB_BESLISTERMIJN, geen_verschuiving=_DWANGSOM),
    Regel("BEROEP_6W", "BEROEP", "Beroep instellen", _weken(6), _R1, _VENSTER,
          "de bekendmaking van de beslissing op bezwaar",
          Bron(AWB, "6:7", "", "de eerste dag is de dag na de bekendmaking, art. 6:8"), "inburgeraar", _AWB_BASIS),
    Regel("BOETE_BESLIS_13W", "BOETE_BESLIS", "Beslissen over een boete", _weken(13), _R2, _PLICHT,
          "de dagtekening van het boeterapport", Bron(AWB, "5:51", "", "termijn van orde"), "jurist", _AWB_BOETES,
          geen_verschuiving=_LANG),
    Regel("BETALING_BOETE_6W", "BETALING_BOETE", "Boete betalen", _weken(6), _R1, _PLICHT,
          "de bekendmaking van de boete", Bron(AWB, "4:87", "1", "artikel niet nagelezen"), "inburgeraar", _AWB_BOETES,
          verlengingen=(REGELING_BOETE,)),
    Regel("BOETE_BI_NIEUWE_TERMIJN_MAX", "BOETE_BI_NIEUWE_TERMIJN",
          "Nieuwe termijn na een boete voor de brede intake (bovengrens)", _maanden(2), _R5, _PLICHT,
          "de bekendmaking van de boete", Bron(WET, "22", "2"), "college", WI_2021, geen_verschuiving=_BOVENGRENS),
)  # fmt: skip
_KETEN_EN_BEHEER = (
    Regel("KOPPELING_2W", "KOPPELING", "Koppeling aan een gemeente", _weken(2), _R4, _PLICHT,
          "het screenings- en matchingsgesprek bij het COA", Bron("Ketenafspraak van COA en gemeenten"), "coa", WI_2021,
          geen_verschuiving=_AFSPRAAK),
    Regel("SWI_4W", "SWI", "Gegevens leveren aan het CBS", _weken(4), _R4, _PLICHT, "het einde van het kwartaal",
          Bron("Aanleverafspraak CBS, Statistiek Wet inburgering"), "functioneel_beheer", WI_2021,
          geen_verschuiving=_AFSPRAAK),
    Regel("SISA_15JULI", "SISA", "SiSa-verantwoording aanleveren", Duur(715, Eenheid.VASTE_DAG), _R4, _PLICHT,
          "het einde van het verantwoordingsjaar", Bron("Regeling informatieverstrekking sisa", "2"), "financien",
          WI_2021, geen_verschuiving=_REGELING),
    Regel("BEWAAR_5J", "BEWAAR", "Bewaren van het dossier", _jaren(5), _R5, _PERIODE,
          "het einde van de inburgeringsplicht", Bron(BESLUIT, "9.9", "", "vernietigen vanaf de dag erna"), "archief",
          WI_2021, geen_verschuiving=_LANG),
    Regel("BEWAAR_50J", "BEWAAR_KERN", "Bewaren van de vaste set identificerende gegevens", _jaren(50), _R5, _PERIODE,
          "het einde van de inburgeringsplicht", Bron(BESLUIT, "9.9"), "archief", WI_2021, geen_verschuiving=_LANG),
)  # fmt: skip

REGELS: Mapping[str, Regel] = MappingProxyType(
    {regel.code: regel for regel in (*_PIP, *_NA_HET_PIP, *_BEZWAAR_EN_BOETE, *_KETEN_EN_BEHEER)}
)


class OnbekendeTermijn(ValueError):
    """There is no rule with this code or, for this soort, none in force on this date."""


def regel_voor(code: str) -> Regel:
    """The rule with this code; raises OnbekendeTermijn with a Dutch message."""
    try:
        return REGELS[code]
    except KeyError:
        raise OnbekendeTermijn(f"Onbekende termijn: '{code}'.") from None


def regel_op(soort: str, peildatum: date) -> Regel:
    """The version of `soort` that is in force on `peildatum`; raises OnbekendeTermijn when there is none."""
    for regel in REGELS.values():
        if regel.soort == soort and regel.geldt_op(peildatum):
            return regel
    raise OnbekendeTermijn(f"Op {peildatum.isoformat()} geldt er geen regel voor {soort}.")


def naam_van(soort: str) -> str:
    """The Dutch name of a kind of term; raises OnbekendeTermijn."""
    for regel in REGELS.values():
        if regel.soort == soort:
            return regel.naam
    raise OnbekendeTermijn(f"Onbekende soort termijn: '{soort}'.")


def mag_verlengen(code: str, grond: str) -> bool:
    """Whether the law knows `grond` as a reason to move the last day of this term; never a reason to shorten it."""
    return grond in regel_voor(code).verlengingen
