"""Why a term of a dossier has its date: the facts behind it, who recorded them, and what it was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cases.enums import Termijnstatus
from cases.feitwoorden import gegevens_in_woorden
from cases.handelingen import label
from cases.instellingen import beleid
from cases.kalender import kalender
from cases.models import Dossier, Gebeurtenis, Termijn
from inburgering.recht.feiten import Feit
from inburgering.recht.regels import naam_van
from inburgering.recht.verplichtingen import waarom_geen

from .termijnen import dossierfeiten_van, feit_van, feiten_van, leid_af
from .termijnoorzaken import andere_oorzaken


@dataclass(frozen=True, slots=True)
class Feitregel:
    """A fact behind a term, and the one that it corrected, None when it was right at once."""

    feit: Gebeurtenis
    eerder: Gebeurtenis | None

    @property
    def label(self) -> str:
        return label(self.feit.soort)

    @property
    def gegevens(self) -> str:
        return ", ".join(gegevens_in_woorden(self.feit.gegevens))


@dataclass(frozen=True, slots=True)
class Vroeger:
    """An earlier value of a term, and why it changed: by a fact, or by the sentences in `oorzaken`."""

    termijn: Termijn
    gewijzigd_door: Gebeurtenis | None
    oorzaken: Sequence[str] = ()

    @property
    def label(self) -> str:
        return label(self.gewijzigd_door.soort) if self.gewijzigd_door else ""


def feiten_achter(*, termijn: Termijn, op: date) -> list[Feitregel]:
    """The facts that this term counts from; none when it no longer follows from them.

    Of a term that was replaced: the facts as they were known when it was computed.
    """
    toen = termijn.status == Termijnstatus.VERVANGEN
    feiten = _bekend_bij(termijn) if toen else feiten_van(termijn.dossier)
    dag = termijn.vastgelegd_op.date() if toen else op
    afgeleid = leid_af(dossier=termijn.dossier, feiten=feiten, op=dag)
    plicht = next((v for v in afgeleid if (str(v.soort), v.aanleiding) == (termijn.soort, termijn.aanleiding)), None)
    ids = [int(pk) for pk in plicht.feit_ids] if plicht else []
    rijen = Gebeurtenis.objects.filter(dossier_id=termijn.dossier_id, pk__in=ids)
    return [Feitregel(feit, feit.corrigeert) for feit in rijen.select_related("corrigeert")]


def _bekend_bij(termijn: Termijn) -> list[Feit]:
    moment = termijn.vastgelegd_op
    rijen = termijn.dossier.gebeurtenissen.feiten().filter(vervalt=False, vastgelegd_op__lte=moment)
    nog_niet_gecorrigeerd = Q(correctie__isnull=True) | Q(correctie__vastgelegd_op__gt=moment)
    return [feit_van(rij) for rij in rijen.filter(nog_niet_gecorrigeerd)]


def eerdere_waarden(*, termijn: Termijn) -> list[Vroeger]:
    """The chain of rows that this term replaced, newest first."""
    zelfde = Termijn.objects.filter(dossier_id=termijn.dossier_id, soort=termijn.soort, aanleiding=termijn.aanleiding)
    per_pk = zelfde.in_bulk()
    feiten = list(Gebeurtenis.objects.feiten().filter(dossier_id=termijn.dossier_id).order_by("vastgelegd_op", "pk"))
    keten: list[Vroeger] = []
    nieuw = termijn
    while nieuw.vervangt_id:
        oud = per_pk[nieuw.vervangt_id]
        feit = _aanleiding_van_wijziging(feiten, oud, nieuw)
        keten.append(Vroeger(oud, feit, () if feit else andere_oorzaken(oud, nieuw)))
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
