"""Why a term of a dossier has its date: the facts behind it, who recorded them, and what it was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.handelingen import label
from cases.instellingen import beleid
from cases.kalender import kalender
from cases.models import Dossier, Gebeurtenis, Termijn
from inburgering.recht.regels import naam_van
from inburgering.recht.verplichtingen import waarom_geen

from .termijnen import dossierfeiten_van, feiten_van, leid_af


@dataclass(frozen=True, slots=True)
class Vroeger:
    """An earlier value of a term, and the fact that changed it; None when no fact did (a rule or a setting changed)."""

    termijn: Termijn
    gewijzigd_door: Gebeurtenis | None

    @property
    def label(self) -> str:
        return label(self.gewijzigd_door.soort) if self.gewijzigd_door else ""


def feiten_achter(*, termijn: Termijn, op: date) -> list[tuple[str, Gebeurtenis]]:
    """Name and row of the facts that this term counts from today; none when it no longer follows from the facts."""
    afgeleid = leid_af(dossier=termijn.dossier, feiten=feiten_van(termijn.dossier), op=op)
    plicht = next((v for v in afgeleid if (str(v.soort), v.aanleiding) == (termijn.soort, termijn.aanleiding)), None)
    ids = [int(pk) for pk in plicht.feit_ids] if plicht else []
    return [(label(feit.soort), feit) for feit in Gebeurtenis.objects.filter(dossier_id=termijn.dossier_id, pk__in=ids)]


def eerdere_waarden(*, termijn: Termijn) -> list[Vroeger]:
    """The chain of rows that this term replaced, newest first."""
    zelfde = Termijn.objects.filter(dossier_id=termijn.dossier_id, soort=termijn.soort, aanleiding=termijn.aanleiding)
    per_pk = zelfde.in_bulk()
    feiten = list(Gebeurtenis.objects.feiten().filter(dossier_id=termijn.dossier_id).order_by("vastgelegd_op", "pk"))
    keten: list[Vroeger] = []
    nieuw = termijn
    while nieuw.vervangt_id:
        oud = per_pk[nieuw.vervangt_id]
        keten.append(Vroeger(oud, _aanleiding_van_wijziging(feiten, oud, nieuw)))
        nieuw = oud
    return keten


def _aanleiding_van_wijziging(feiten: Sequence[Gebeurtenis], oud: Termijn, nieuw: Termijn) -> Gebeurtenis | None:
    """A fact is written just before the terms follow it: the last one recorded between the two rows."""
    tussen = [feit for feit in feiten if oud.vastgelegd_op < feit.vastgelegd_op <= nieuw.vastgelegd_op]
    return tussen[-1] if tussen else None


def geen_termijn(*, dossier: Dossier, op: date) -> list[tuple[str, str]]:
    """The terms that this dossier does not have (yet): name and reason."""
    feiten = dossierfeiten_van(dossier)
    redenen = waarom_geen(feiten, beleid=beleid(dossier.gemeente, op), kalender=kalender())
    return [(naam_van(soort.value), reden) for soort, reden in redenen.items()]
