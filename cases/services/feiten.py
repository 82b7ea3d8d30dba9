"""Before a fact is corrected: which terms that would move, and which letters went out on the old date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cases.kalender import kalender
from cases.models import Beschikking, Document, Dossier, Gebeurtenis, Termijn
from inburgering.recht.duo_besluit import te_vroege_aanvragen
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, Regime
from inburgering.recht.regels import REGELS
from inburgering.recht.verplichtingen import Verplichting

from . import termijnen
from .gebeurtenissen import NieuwFeit
from .koppelingen.kolommen import FEITKOLOM
from .koppelingen.volgorde import ongewone_volgorde

# What people record by hand. A PIP and its bekendmaking are facts that the decision itself writes; bezwaar, bijstand,
# handhaving, exams and a decision of DUO have their own pages; a bekendmaking is put right with its decision.
HANDMATIG = tuple(
    soort
    for soort in FeitSoort
    if soort
    not in {
        FeitSoort.PIP_VASTGESTELD,
        FeitSoort.BESCHIKKING_BEKENDGEMAAKT,
        FeitSoort.BESCHIKKING_HERROEPEN,
        FeitSoort.BESLUIT_DUO,
        FeitSoort.BEZWAAR_ONTVANGEN,
        FeitSoort.BEZWAAR_VERZUIM_GEMELD,
        FeitSoort.BEZWAAR_VERZUIM_HERSTELD,
        FeitSoort.BEZWAAR_VERDAAGD,
        FeitSoort.BEZWAAR_UITSTEL,
        FeitSoort.BEZWAAR_INGETROKKEN,
        FeitSoort.INGEBREKESTELLING,
        FeitSoort.BESLISSING_OP_BEZWAAR,
        FeitSoort.BEROEP_INGESTELD,
        FeitSoort.BIJSTAND_INGEGAAN,
        FeitSoort.BOETERAPPORT,
        FeitSoort.BOETE_OPGELEGD,
        FeitSoort.BOETEZAAK_BEEINDIGD,
        FeitSoort.BETALINGSREGELING,
        FeitSoort.BOETE_BETAALD,
        FeitSoort.BOETE_DUO,
        FeitSoort.EXAMENUITSLAG,
        FeitSoort.ONDERDEEL_AFGEROND,
    }
)
_NOG_ZONDER_NUMMER = "9" * 12  # sorts behind every fact that is stored, as the corrected one will


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """One term before and after; either may be absent."""

    oud: Termijn | None
    nieuw: Verplichting | None

    @property
    def naam(self) -> str:
        return REGELS[self.nieuw.code if self.nieuw else self.oud.code].naam  # type: ignore[union-attr]

    @property
    def aanleiding(self) -> str:
        return (self.nieuw or self.oud).aanleiding  # type: ignore[union-attr]  # one of the two is there

    @property
    def vervalt(self) -> str:
        """Why the term disappears; '' when it stays."""
        if self.nieuw is None:
            return "Het feit waarop deze termijn rust, geldt dan niet meer."
        return self.nieuw.vervallen_reden


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """What a correction would do; nothing of it is stored."""

    verschuivingen: list[Verschuiving]
    beschikkingen: list[Beschikking]
    waarschuwingen: list[str]
    brieven: list[Document] = field(default_factory=list)  # other letters that went by the old fact


@dataclass(frozen=True, slots=True)
class Feitwijziging:
    """A fact that gets another date or other particulars, or with `vervalt` turns out never to have been."""

    gebeurtenis: Gebeurtenis
    datum: date
    gegevens: Mapping[str, Any]
    vervalt: bool = False


def gevolgen_van(
    *, gebeurtenis: Gebeurtenis, datum: date, gegevens: Mapping[str, Any], vervalt: bool, op: date
) -> Gevolgen:
    """What moves when this one fact changes so."""
    return gevolgen_van_samen(wijzigingen=[Feitwijziging(gebeurtenis, datum, gegevens, vervalt)], op=op)


def gevolgen_van_nieuw(*, dossier: Dossier, nieuw: Sequence[NieuwFeit], op: date) -> Gevolgen:
    """What moves when these facts are added; nothing is stored."""
    erbij = [
        Feit(feit.soort, feit.datum, f"{_NOG_ZONDER_NUMMER}{nummer}", gegevens=feit.gegevens)
        for nummer, feit in enumerate(nieuw)
    ]
    feiten = (*termijnen.feiten_van(dossier), *erbij)
    gevonden = termijnen.verschillen(dossier=dossier, feiten=feiten, op=op)
    return Gevolgen(
        [Verschuiving(verschil.oud, verschil.nieuw) for verschil in gevonden], [], ongewoon(dossier, feiten)
    )


def gevolgen_van_samen(*, wijzigingen: Sequence[Feitwijziging], op: date) -> Gevolgen:
    """What moves when these facts of one dossier change together.

    The decisions are those that were made while the first of them held as it was: somebody must judge whether they can
    stay.
    """
    eerste = wijzigingen[0].gebeurtenis
    dossier, nieuw = eerste.dossier, termijnen.feiten_van(eerste.dossier)
    for nummer, wijziging in enumerate(wijzigingen):
        nieuw = _vervang(nieuw, wijziging, nummer)
    gevonden = termijnen.verschillen(dossier=dossier, feiten=nieuw, op=op)
    verschuivingen = [Verschuiving(verschil.oud, verschil.nieuw) for verschil in gevonden]
    gemaakt = dossier.beschikkingen.filter(dagtekening__gte=eerste.vastgelegd_op.date())
    return Gevolgen(verschuivingen, list(gemaakt), ongewoon(dossier, nieuw))


def ongewoon(dossier: Dossier, feiten: Iterable[Feit]) -> list[str]:
    """Dutch sentences about dates that are possible but unusual: their order, or a request that comes early."""
    gekend = Dossierfeiten(regime=Regime(dossier.regime), feiten=tuple(feiten))
    data = {kolom: feit.datum for soort, kolom in FEITKOLOM.items() if (feit := gekend.eerste(soort))}
    volgorde = [melding.reden for melding in ongewone_volgorde(data, dossier.inburgeraar.geboortedatum)]
    return [*volgorde, *_pip_van_elders(gekend), *te_vroege_aanvragen(gekend, kalender())]


def _pip_van_elders(feiten: Dossierfeiten) -> Iterator[str]:
    """A PIP of another gemeente lies after the permit and before coming here, and there is one first PIP."""
    elders = feiten.alle(FeitSoort.PIP_VORIGE_GEMEENTE)
    vergunning, brp = feiten.eerste(FeitSoort.VERBLIJFSVERGUNNING), feiten.laatste(FeitSoort.BRP_INSCHRIJVING)
    if len(elders) > 1:
        wie = " en ".join(f"{feit.tekst('gemeente')} ({feit.datum:%d-%m-%Y})" for feit in elders)
        yield f"Er is meer dan één PIP van een andere gemeente vastgelegd: {wie}. Trek in wat niet klopt."
    for feit in elders:
        wat = f"Het PIP van {feit.tekst('gemeente')} ({feit.datum:%d-%m-%Y})"
        if vergunning and feit.datum < vergunning.datum:
            yield f"{wat} ligt voor de vergunning ({vergunning.datum:%d-%m-%Y})."
        if brp and feit.datum > brp.datum:
            yield f"{wat} ligt na de BRP-inschrijving hier ({brp.datum:%d-%m-%Y})."


def _vervang(feiten: Iterable[Feit], wijziging: Feitwijziging, nummer: int) -> tuple[Feit, ...]:
    pk = wijziging.gebeurtenis.pk
    blijft = [feit for feit in feiten if int(feit.id) != pk]
    if not wijziging.vervalt:
        oud = next(feit for feit in feiten if int(feit.id) == pk)
        straks = f"{_NOG_ZONDER_NUMMER}{nummer}"
        blijft.append(replace(oud, id=straks, datum=wijziging.datum, gegevens=wijziging.gegevens, kenmerk=""))
    return tuple(blijft)
