"""The facts of one dossier, as values. They are the only input from which terms are derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType


class FeitSoort(StrEnum):
    KOPPELING = "KOPPELING"
    EERSTE_CONTACT = "EERSTE_CONTACT"
    KENNISGEVING_DUO = "KENNISGEVING_DUO"
    HUISVESTING = "HUISVESTING"
    BRP_INSCHRIJVING = "BRP_INSCHRIJVING"
    DOELGROEP = "DOELGROEP"
    VERBLIJFSVERGUNNING = "VERBLIJFSVERGUNNING"
    TE_HUISVESTEN = "TE_HUISVESTEN"
    DERDEN_INFORMATIE_GEVRAAGD = "DERDEN_INFORMATIE_GEVRAAGD"
    DERDEN_INFORMATIE_ONTVANGEN = "DERDEN_INFORMATIE_ONTVANGEN"
    PIP_VORIGE_GEMEENTE = "PIP_VORIGE_GEMEENTE"
    PIP_VASTGESTELD = "PIP_VASTGESTELD"
    BESCHIKKING_BEKENDGEMAAKT = "BESCHIKKING_BEKENDGEMAAKT"
    BESCHIKKING_HERROEPEN = "BESCHIKKING_HERROEPEN"
    AANBOD_GEDAAN = "AANBOD_GEDAAN"
    TAALSCHAKELTRAJECT_GESTART = "TAALSCHAKELTRAJECT_GESTART"
    TERMIJN_DUO = "TERMIJN_DUO"
    BEZWAAR_ONTVANGEN = "BEZWAAR_ONTVANGEN"
    BEZWAAR_VERZUIM_GEMELD = "BEZWAAR_VERZUIM_GEMELD"
    BEZWAAR_VERZUIM_HERSTELD = "BEZWAAR_VERZUIM_HERSTELD"
    BEZWAAR_VERDAAGD = "BEZWAAR_VERDAAGD"
    BEZWAAR_UITSTEL = "BEZWAAR_UITSTEL"
    BEZWAAR_INGETROKKEN = "BEZWAAR_INGETROKKEN"
    INGEBREKESTELLING = "INGEBREKESTELLING"
    BESLISSING_OP_BEZWAAR = "BESLISSING_OP_BEZWAAR"
    BEROEP_INGESTELD = "BEROEP_INGESTELD"
    EINDE_PLICHT = "EINDE_PLICHT"
    OVERLIJDEN = "OVERLIJDEN"
    BIJSTAND_INGEGAAN = "BIJSTAND_INGEGAAN"
    BIJSTAND_BEEINDIGD = "BIJSTAND_BEEINDIGD"
    VERTREK = "VERTREK"


class Doelgroep(StrEnum):
    """The group for the Wet inburgering; the permit and the bijstand are separate facts."""

    ASIELSTATUSHOUDER = "ASIELSTATUSHOUDER"
    NAREIZIGER = "NAREIZIGER"
    GEZINSLID_STATUSHOUDER = "GEZINSLID_STATUSHOUDER"
    GEZINSMIGRANT = "GEZINSMIGRANT"
    OVERIGE_MIGRANT = "OVERIGE_MIGRANT"
    GEESTELIJKE_BEDIENAAR = "GEESTELIJKE_BEDIENAAR"
    AMV = "AMV"
    ONDERTUSSENGROEP = "ONDERTUSSENGROEP"


class Leerroute(StrEnum):
    ONDERWIJS = "ONDERWIJS"
    B1 = "B1"
    Z = "Z"


class Regime(StrEnum):
    WI2021 = "WI2021"
    WI2013 = "WI2013"


ASIELGROEP = frozenset({Doelgroep.ASIELSTATUSHOUDER, Doelgroep.NAREIZIGER, Doelgroep.AMV})
EINDE_BIJSTAND = (FeitSoort.BIJSTAND_BEEINDIGD, FeitSoort.VERTREK, FeitSoort.OVERLIJDEN)
GROEP_MET_AANBOD = ASIELGROEP | {Doelgroep.GEZINSLID_STATUSHOUDER}
INWERKINGTREDING_WI2021 = date(2022, 1, 1)

DOELGROEP_LABELS: Mapping[Doelgroep, str] = MappingProxyType({
    Doelgroep.ASIELSTATUSHOUDER: "asielstatushouder",
    Doelgroep.NAREIZIGER: "nareiziger met eigen asielvergunning",
    Doelgroep.GEZINSLID_STATUSHOUDER: "gezinslid van een statushouder (reguliere vergunning)",
    Doelgroep.GEZINSMIGRANT: "gezinsmigrant",
    Doelgroep.OVERIGE_MIGRANT: "overige migrant",
    Doelgroep.GEESTELIJKE_BEDIENAAR: "geestelijke bedienaar",
    Doelgroep.AMV: "alleenstaande minderjarige vreemdeling (vanaf 18 jaar)",
    Doelgroep.ONDERTUSSENGROEP: "ondertussengroep (Wet inburgering 2013)",
})  # fmt: skip
LEERROUTE_LABELS: Mapping[Leerroute, str] = MappingProxyType(
    {Leerroute.ONDERWIJS: "onderwijsroute", Leerroute.B1: "B1-route", Leerroute.Z: "Z-route"}
)

# Label and one sentence of help per fact, for forms and history.
LABELS: Mapping[FeitSoort, tuple[str, str]] = MappingProxyType({
    FeitSoort.KOPPELING: ("Koppeling", "De dag waarop het COA de persoon aan de gemeente koppelde."),
    FeitSoort.EERSTE_CONTACT: ("Eerste contact", "De dag van het eerste bezoek of telefoongesprek."),
    FeitSoort.KENNISGEVING_DUO: (
        "Kennisgeving van DUO", "De datum van de brief waarin DUO de inburgeringsplicht meldt; de eerste brief telt."),
    FeitSoort.HUISVESTING: ("Huisvesting", "De dag waarop de woning in de gemeente beschikbaar is."),
    FeitSoort.BRP_INSCHRIJVING: ("Inschrijving in de BRP", "De dag van inschrijving in de BRP van deze gemeente."),
    FeitSoort.DOELGROEP: ("Doelgroep", "De groep waartoe de persoon vanaf deze dag voor de Wet inburgering hoort."),
    FeitSoort.VERBLIJFSVERGUNNING: ("Verblijfsvergunning", "De ingangsdatum en de soort van de vergunning."),
    FeitSoort.TE_HUISVESTEN: (
        "Te huisvesten door de gemeente", "Of de gemeente de persoon moet huisvesten (art. 28 Huisvestingswet 2014)."),
    FeitSoort.DERDEN_INFORMATIE_GEVRAAGD: (
        "Informatie van derden gevraagd", "De dag waarop informatie is gevraagd die voor het PIP nodig is."),
    FeitSoort.DERDEN_INFORMATIE_ONTVANGEN: (
        "Informatie van derden ontvangen", "De dag waarop de gevraagde informatie binnenkwam."),
    FeitSoort.PIP_VORIGE_GEMEENTE: (
        "PIP van een andere gemeente", "De dagtekening van het eerste PIP dat een andere gemeente vaststelde."),
    FeitSoort.PIP_VASTGESTELD: ("PIP vastgesteld", "De dagtekening van het PIP."),
    FeitSoort.BESCHIKKING_BEKENDGEMAAKT: (
        "Beschikking bekendgemaakt", "De dag waarop de beschikking is verzonden of uitgereikt."),
    FeitSoort.BESCHIKKING_HERROEPEN: ("Beschikking herroepen", "De dag waarop dat in bezwaar is bekendgemaakt."),
    FeitSoort.AANBOD_GEDAAN: ("Aanbod gedaan", "De dag waarop de gemeente een inburgeringsaanbod heeft gedaan."),
    FeitSoort.TAALSCHAKELTRAJECT_GESTART: ("Taalschakeltraject gestart", "De eerste lesdag van het traject."),
    FeitSoort.TERMIJN_DUO: ("Termijn volgens DUO", "De begin- en einddatum van de inburgeringstermijn die DUO meldt."),
    FeitSoort.BEZWAAR_ONTVANGEN: ("Bezwaar ontvangen", "De dag waarop het bezwaarschrift binnenkwam."),
    FeitSoort.BEZWAAR_VERZUIM_GEMELD: (
        "Herstel van een verzuim gevraagd", "De dag van de brief waarin om aanvulling van het bezwaar is gevraagd."),
    FeitSoort.BEZWAAR_VERZUIM_HERSTELD: ("Verzuim hersteld", "De dag waarop de aanvulling van het bezwaar binnenkwam."),
    FeitSoort.BEZWAAR_VERDAAGD: (
        "Beslissing op bezwaar verdaagd", "De dag van de brief waarin de beslissing is verdaagd."),
    FeitSoort.BEZWAAR_UITSTEL: (
        "Verder uitstel van de beslissing op bezwaar", "De dag van de brief waarin het verdere uitstel staat."),
    FeitSoort.BEZWAAR_INGETROKKEN: ("Bezwaar ingetrokken", "De dag waarop het bezwaar schriftelijk is ingetrokken."),
    FeitSoort.INGEBREKESTELLING: (
        "Ingebrekestelling ontvangen", "De dag waarop de brief binnenkwam dat de gemeente te laat beslist."),
    FeitSoort.BESLISSING_OP_BEZWAAR: ("Beslissing op bezwaar", "De dagtekening van de beslissing op het bezwaar."),
    FeitSoort.BEROEP_INGESTELD: ("Beroep ingesteld", "De dag waarop bij de rechtbank beroep is ingesteld."),
    FeitSoort.EINDE_PLICHT: ("Einde van de inburgeringsplicht", "De dag waarop de inburgeringsplicht eindigt."),
    FeitSoort.OVERLIJDEN: ("Overlijden", "De dag van overlijden."),
    FeitSoort.BIJSTAND_INGEGAAN: ("Bijstand ingegaan", "De eerste dag van het recht op bijstand."),
    FeitSoort.BIJSTAND_BEEINDIGD: ("Bijstand beëindigd", "De eerste dag waarop er geen recht op bijstand meer is."),
    FeitSoort.VERTREK: ("Vertrek uit de gemeente", "De dag waarop de persoon naar een andere gemeente is verhuisd."),
})  # fmt: skip


class OngeldigFeit(ValueError):
    """A fact whose gegevens cannot be read; the message is Dutch."""


def regime_voor(datum_vergunning: date) -> Regime:
    """A permit of before 1 January 2022 falls under the Wet inburgering 2013 (art. 54 Wet inburgering 2021)."""
    return Regime.WI2013 if datum_vergunning < INWERKINGTREDING_WI2021 else Regime.WI2021


@dataclass(frozen=True, slots=True)
class Feit:
    """Something that happened on `datum` and that the law counts from."""

    soort: FeitSoort
    datum: date
    id: str
    kenmerk: str = ""
    gegevens: Mapping[str, object] = field(default_factory=dict, hash=False)
    vastgelegd_op: datetime | date | None = None
    door: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "gegevens", MappingProxyType(dict(self.gegevens)))

    @property
    def label(self) -> str:
        return LABELS[self.soort][0]

    @property
    def volgorde(self) -> tuple[date, str, str, str]:
        """The order of facts: by day, and on one day in an order that does not depend on how they were read."""
        return (self.datum, str(self.id), self.kenmerk, repr(sorted(self.gegevens.items())))

    def tekst(self, sleutel: str) -> str:
        """The value under `sleutel` as text, '' when it is absent."""
        waarde = self.gegevens.get(sleutel)
        return "" if waarde is None else str(waarde)

    def dag(self, sleutel: str) -> date | None:
        """The ISO date under `sleutel`, None when it is absent; raises OngeldigFeit when it is no date."""
        tekst = self.tekst(sleutel)
        try:
            return date.fromisoformat(tekst) if tekst else None
        except ValueError:
            raise OngeldigFeit(f"{self.label}: '{tekst}' bij '{sleutel}' is geen datum (jjjj-mm-dd).") from None


@dataclass(frozen=True, slots=True)
class Dossierfeiten:
    """The facts of one dossier that are in force (corrected ones left out). The order of the tuple has no meaning."""

    regime: Regime
    feiten: tuple[Feit, ...] = ()

    def alle(self, soort: FeitSoort) -> tuple[Feit, ...]:
        """All facts of this kind, oldest first."""
        return tuple(sorted((f for f in self.feiten if f.soort is soort), key=lambda f: f.volgorde))

    def eerste(self, soort: FeitSoort) -> Feit | None:
        return next(iter(self.alle(soort)), None)

    def laatste(self, soort: FeitSoort) -> Feit | None:
        return next(reversed(self.alle(soort)), None)

    @property
    def pips(self) -> tuple[Feit, ...]:
        """Every PIP that was decided on, here or in a gemeente before this one, oldest first."""
        beide = (*self.alle(FeitSoort.PIP_VORIGE_GEMEENTE), *self.alle(FeitSoort.PIP_VASTGESTELD))
        return tuple(sorted(beide, key=lambda f: f.volgorde))

    @property
    def eerste_pip(self) -> Feit | None:
        """The PIP whose dagtekening starts the inburgeringstermijn, whatever became of it (art. 11 Wi 2021)."""
        return next(iter(self.pips), None)

    @property
    def doelgroep(self) -> Doelgroep | None:
        """The latest group; None when it is not recorded. Raises OngeldigFeit for a group that does not exist."""
        feit = self.laatste(FeitSoort.DOELGROEP)
        if feit is None:
            return None
        try:
            return Doelgroep(feit.tekst("doelgroep"))
        except ValueError:
            raise OngeldigFeit(f"Onbekende doelgroep: '{feit.tekst('doelgroep')}'.") from None

    @property
    def rechten_op_bijstand(self) -> tuple[tuple[Feit, Feit | None], ...]:
        """Every right to bijstand of this gemeente with what ended it (None while it runs), oldest first."""
        einden = sorted((feit for soort in EINDE_BIJSTAND for feit in self.alle(soort)), key=lambda f: f.volgorde)
        return tuple(
            (begin, next((einde for einde in einden if einde.datum >= begin.datum), None))
            for begin in self.alle(FeitSoort.BIJSTAND_INGEGAAN)
        )

    @property
    def bijstand(self) -> Feit | None:
        """The first day of the right to bijstand that runs; None when there never was one, or when it ended."""
        rechten = self.rechten_op_bijstand
        return rechten[-1][0] if rechten and rechten[-1][1] is None else None

    @property
    def einde_bijstand(self) -> Feit | None:
        """What ended the last right to bijstand; None while it runs, or when there never was one."""
        rechten = self.rechten_op_bijstand
        return rechten[-1][1] if rechten else None

    @property
    def reguliere_vergunning(self) -> bool:
        """Whether the latest permit is known and is a regular one, not an asylum permit."""
        feit = self.laatste(FeitSoort.VERBLIJFSVERGUNNING)
        return feit is not None and feit.tekst("soort").casefold().startswith("regulier")

    @property
    def te_huisvesten(self) -> bool:
        """Whether the gemeente must house this person (art. 28 Huisvestingswet 2014).

        The recorded fact decides. Without it: someone of the asylum group with a koppeling, unless the permit is known
        to be a regular one, because family that never applied for asylum is no vergunninghouder.
        """
        feit = self.laatste(FeitSoort.TE_HUISVESTEN)
        if feit is not None:
            return feit.gegevens.get("te_huisvesten") is True
        gekoppeld = self.eerste(FeitSoort.KOPPELING) is not None
        return self.doelgroep in ASIELGROEP and gekoppeld and not self.reguliere_vergunning
