"""What the brede intake comes down to, read-only: the PIP is composed from this."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime

from cases.models import Dossier
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import BredeIntake, Intakegesprek, Leefgebied, Leerbaarheidstoets, Taalstart
from pip_plans.intake.referentielijsten import Thema

from .profiel import Profiel, profiel


@dataclass(frozen=True, slots=True)
class GesprekSamenvatting:
    """One talk. `waar` and `over` are finished Dutch: 'op het gemeentehuis', 'uw opleiding en werk'."""

    datum: date
    waar: str
    over: str
    individueel: bool


@dataclass(frozen=True, slots=True)
class ToetsSamenvatting:
    """The leerbaarheidstoets. Either `datum` and `uitslag` are filled, or `reden_geen`, or nothing is known yet."""

    datum: date | None = None
    uitslag: str = ""
    b1_haalbaar: bool | None = None
    uitslag_duo: str = ""
    reden_geen: str = ""
    richting: str = ""  # the code of Toetsrichting, when DUO names one


@dataclass(frozen=True, slots=True)
class TaalstartSamenvatting:
    """`oordelen`: per leerroute the code of Routeoordeel, '' where the report says nothing."""

    start: date
    eind: date | None
    advies: str
    toelichting: str
    aanbieder: str = ""
    rapport_op: date | None = None
    oordelen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GebiedSamenvatting:
    """One area: its texts, and what was answered as (label, words)."""

    gebied: Gebied
    situatie: str
    mogelijkheden: str
    belemmeringen: str
    antwoorden: tuple[tuple[str, str], ...] = ()
    bijgewerkt_op: date | None = None

    @property
    def label(self) -> str:
        return str(self.gebied.label)


@dataclass(frozen=True, slots=True)
class SubdoelSamenvatting:
    """A subdoel; `label` completes 'U werkt aan: …'."""

    thema: Thema
    label: str
    toelichting: str

    @property
    def in_woorden(self) -> str:
        """'werkervaring opdoen (in een keuken)'."""
        return f"{self.label} ({self.toelichting})" if self.toelichting else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeSamenvatting:
    """Everything a PIP needs to know of the intake; aandachtspunten as (label, note).

    `toets` is None where the law asks for none (Wi2013).
    """

    gestart_op: date
    afgerond_op: date | None
    wijze: str
    gewezen_op: date | None
    individueel_gewenst: bool | None
    individueel_gevoerd_op: date | None
    zienswijze: str
    gesprekken: tuple[GesprekSamenvatting, ...]
    gemiste_oproepen: tuple[tuple[date, str], ...]  # the day, and to the person what happened
    toets: ToetsSamenvatting | None
    taalstart: TaalstartSamenvatting | None
    leefgebieden: tuple[GebiedSamenvatting, ...]
    profiel: Profiel
    subdoelen: tuple[SubdoelSamenvatting, ...] = ()
    aandachtspunten: tuple[tuple[str, str], ...] = ()

    def gebied(self, gebied: Gebied) -> GebiedSamenvatting:
        """One area; empty texts when nothing was written, or when it may not be seen."""
        gevonden = (deel for deel in self.leefgebieden if deel.gebied == gebied)
        return next(gevonden, GebiedSamenvatting(gebied, "", "", ""))

    @property
    def wens(self) -> str:
        """What the person wants himself, in the words of the intake."""
        return self.gebied(Gebied.WENSEN).situatie

    @property
    def kinderen(self) -> str:
        """Children and childcare, as written down."""
        return self.gebied(Gebied.GEZIN).situatie


def samenvatting(dossier: Dossier, *, met_gezondheid: bool = False) -> IntakeSamenvatting | None:
    """The intake of this dossier, None when it was not started. Health only when the caller may see it (Wi 37)."""
    intake = BredeIntake.objects.met_alles().filter(dossier=dossier).first()
    if intake is None:
        return None
    return IntakeSamenvatting(
        gestart_op=intake.gestart_op,
        afgerond_op=intake.afgerond_op,
        wijze=intake.wijze,
        gewezen_op=intake.gewezen_op,
        individueel_gewenst=intake.individueel_gewenst,
        individueel_gevoerd_op=intake.individueel_gevoerd_op,
        zienswijze=intake.zienswijze,
        gesprekken=tuple(_gesprek(gesprek) for gesprek in intake.gesprekken.all()),
        gemiste_oproepen=tuple((oproep.dag, oproep.wat_gebeurde) for oproep in intake.gemiste_oproepen()),
        toets=_toets(intake.toets) if intake.toets_nodig else None,
        taalstart=_taalstart(intake.taalstart_of_niets),
        leefgebieden=tuple(_gebieden(intake.leefgebieden.all(), met_gezondheid)),
        profiel=profiel(intake.leefgebieden.all()),
        subdoelen=tuple(
            SubdoelSamenvatting(doel.thema, str(doel), doel.toelichting) for doel in intake.subdoelen.all()
        ),
        aandachtspunten=tuple(
            (str(punt), punt.toelichting)
            for punt in intake.aandachtspunten.all()
            if met_gezondheid or not punt.is_bijzonder
        ),
    )


def _gesprek(gesprek: Intakegesprek) -> GesprekSamenvatting:
    return GesprekSamenvatting(gesprek.datum, gesprek.waar, gesprek.onderwerpen, gesprek.individueel)


def _toets(toets: Leerbaarheidstoets | None) -> ToetsSamenvatting:
    if toets is None:
        return ToetsSamenvatting()
    return ToetsSamenvatting(
        datum=toets.afgenomen_op,
        uitslag=toets.resultaat.get_uitslag_display() if toets.resultaat else "",
        b1_haalbaar=toets.b1_haalbaar,
        uitslag_duo=toets.resultaat.woorden if toets.resultaat else "",
        reden_geen=toets.reden_geen,
        richting=toets.resultaat.richting if toets.resultaat else "",
    )


def _taalstart(taalstart: Taalstart | None) -> TaalstartSamenvatting | None:
    if taalstart is None:
        return None
    return TaalstartSamenvatting(
        taalstart.start,
        taalstart.eind,
        taalstart.advies,
        taalstart.toelichting,
        taalstart.aanbieder,
        taalstart.rapport_op,
        (("onderwijs", taalstart.advies_onderwijs), ("b1", taalstart.advies_b1), ("z", taalstart.advies_z)),
    )


def _gebieden(rijen: Iterable[Leefgebied], met_gezondheid: bool) -> Iterable[GebiedSamenvatting]:
    op_gebied = {rij.gebied: rij for rij in rijen if met_gezondheid or not rij.is_bijzonder}
    for gebied in Gebied:
        if rij := op_gebied.get(gebied):
            dag = localtime(rij.bijgewerkt_op).date()
            yield GebiedSamenvatting(gebied, rij.situatie, rij.mogelijkheden, rij.belemmeringen, rij.beantwoord, dag)
