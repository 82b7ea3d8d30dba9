"""The versions of a plan: which one holds, what it says, and how it differs from the one before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.enums import BEEINDIGD, Beschikkingstatus
from cases.models import Dossier
from inburgering.recht.feiten import LEERROUTE_LABELS, Dossierfeiten, Leerroute
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.termijnen import einde_reden
from pip_plans.plan.enums import Pipstatus, Wijzigingssoort
from pip_plans.plan.models import Pip, Wijziging
from pip_plans.plan.verschil import Verschil, verschil

UITGEGEVEN = (Pipstatus.VASTGESTELD, Pipstatus.UITGEBRACHT)


def versies(dossier: Dossier) -> list[Pip]:
    """Every version but withdrawn concepts, the newest first, each with its decision or document."""
    rijen = list(Pip.objects.geldend().met_beschikking().select_related("wijziging__vorige").filter(dossier=dossier))
    for pip in rijen:
        pip.dossier = dossier
    return rijen


def uitgegeven_versie(dossier: Dossier) -> Pip | None:
    """What left the house and work goes on with, a new version first of all: see `huidige_uitgegeven`."""
    rijen = list(Pip.objects.met_beschikking().uitgegeven().filter(dossier=dossier))
    for pip in rijen:
        pip.dossier = dossier
    return huidige_uitgegeven(rijen)


def huidige(rijen: Sequence[Pip]) -> Pip | None:
    """The version that work goes on with, of rows with the newest first: the concept, else what must still be sent,
    else the one that stands, else the last. After a herroeping the one that stands need not be the last."""
    concept = next((pip for pip in rijen if not pip.stuk), None)
    return concept or huidige_uitgegeven(rijen)


def huidige_uitgegeven(rijen: Sequence[Pip]) -> Pip | None:
    """The same among the versions that were decided on or brought out; what was never sent never was one."""
    uit = [pip for pip in rijen if pip.stuk and not (pip.beschikking and pip.beschikking.nooit_verzonden)]
    te_verzenden = next((pip for pip in uit if pip.is_te_verzenden), None)
    return te_verzenden or geldende(rijen) or next(iter(uit), None)


def niet_verzonden_versie(rijen: Sequence[Pip]) -> Pip | None:
    """The last version that was decided on and kept back, of rows with the newest first. None without one."""
    return next((pip for pip in rijen if pip.beschikking and pip.beschikking.is_niet_verzonden), None)


def geldende(rijen: Sequence[Pip]) -> Pip | None:
    """The version that stands: made known, and not ended by a decision that was (Awb 3:40, 7:11). None without one."""
    return next((pip for pip in rijen if pip.beschikking and pip.beschikking.werkt), None)


@dataclass(frozen=True, slots=True)
class EerderPip:
    """A PIP from before this system; `nummer` and `leerroute` are '' when nobody wrote them down."""

    datum: date
    nummer: str
    leerroute: str

    @property
    def routenaam(self) -> str:
        return LEERROUTE_LABELS[Leerroute(self.leerroute)] if self.leerroute else ""


def eerder_pip(dossier: Dossier, feiten: Dossierfeiten) -> EerderPip | None:
    """The PIP from before this system, when it is the one that stands: nothing changed it, or what did was herroepen.

    Its number and leerroute as they were registered, else as they were asked for that change.
    """
    feit = staand_pip(feiten)
    if feit is None or dossier.pips.uitgegeven().exclude(beschikking__status__in=BEEINDIGD).exists():
        return None
    nummer, route = feit.tekst("beschikking"), feit.tekst("leerroute")
    if nummer and dossier.pips.filter(beschikking__nummer=nummer).exists():
        return None
    besloten = Wijziging.objects.filter(pip__dossier=dossier, pip__beschikking__isnull=False)
    wijziging = besloten.filter(eerder_datum=feit.datum).order_by("-pk").first()
    bekend = (wijziging.eerder_nummer, wijziging.eerder_leerroute) if wijziging else ("", "")
    return EerderPip(feit.datum, nummer or bekend[0], route if route in set(Leerroute) else bekend[1])


def gewijzigd_eerder(pip: Pip) -> Wijziging | None:
    """The change of a PIP from before this system with which this row of versions began; None without one."""
    wijziging = pip.wijziging_of_niets
    while wijziging is not None and wijziging.vorige is not None and wijziging.soort != Wijzigingssoort.OPNIEUW:
        wijziging = wijziging.vorige.wijziging_of_niets
    return wijziging if wijziging is not None and wijziging.eerder_datum is not None else None


def wijzigt_eerder(pip: Pip) -> bool:
    """Whether it changes, also by way of later versions, a PIP from before this system: its intake is elsewhere."""
    return gewijzigd_eerder(pip) is not None


def is_beeindigd(pip: Pip) -> bool:
    """Whether this decision was withdrawn or herroepen, so that no PIP holds until there is a new one."""
    einden = (Beschikkingstatus.INGETROKKEN, Beschikkingstatus.HERROEPEN)
    return pip.beschikking is not None and pip.beschikking.status in einden


def geen_vervolg(feiten: Dossierfeiten) -> str:
    """Why no new PIP comes here after one that ended, '' when it does: by the facts of now, whatever ended it."""
    reden = einde_reden(feiten)
    return f"{reden} Er komt geen nieuw PIP." if reden else ""


def bevroren(pip: Pip) -> Mapping[str, Any]:
    """What the letter of this version says; empty for a concept."""
    inhoud: Mapping[str, Any] = {}
    if pip.beschikking:
        inhoud = pip.beschikking.inhoud
    elif pip.document:
        inhoud = pip.document.inhoud
    return inhoud


def verschil_met_vorige(pip: Pip, nieuw: Mapping[str, Any] | None = None) -> tuple[Verschil, ...]:
    """What this version changes in the one it was started from; nothing for a first one.

    `nieuw` is what the letter of a concept would say; of a decided version its frozen content is taken.
    """
    wijziging = pip.wijziging_of_niets
    if wijziging is None or wijziging.vorige is None:
        return ()
    return verschil(bevroren(wijziging.vorige), bevroren(pip) if nieuw is None else nieuw)
