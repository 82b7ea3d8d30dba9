"""The facts of one dossier, as values. They are the only input from which terms are derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from inburgering.recht.feitsoorten import (
    ASIELGROEP,
    DOELGROEP_LABELS,
    EINDE_BIJSTAND,
    GROEP_MET_AANBOD,
    GROEP_WI2013,
    INWERKINGTREDING_WI2021,
    LABELS,
    LEERROUTE_LABELS,
    Doelgroep,
    FeitSoort,
    Leerroute,
    Regime,
)

__all__ = [
    "ASIELGROEP",
    "DOELGROEP_LABELS",
    "EINDE_BIJSTAND",
    "GROEP_MET_AANBOD",
    "GROEP_WI2013",
    "INWERKINGTREDING_WI2021",
    "LABELS",
    "LEERROUTE_LABELS",
    "Doelgroep",
    "Dossierfeiten",
    "Feit",
    "FeitSoort",
    "Leerroute",
    "OngeldigFeit",
    "Regime",
    "regime_voor",
]


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
    def regime_van_vergunning(self) -> Regime | None:
        """The act that follows from the first permit (art. 54 Wi 2021); None while no permit is recorded."""
        vergunning = self.eerste(FeitSoort.VERBLIJFSVERGUNNING)
        return regime_voor(vergunning.datum) if vergunning else None

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
