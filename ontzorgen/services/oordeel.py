"""Who must be unburdened, under the policy of the gemeente on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.instellingen import beleid
from cases.models import Dossier, Gemeente
from cases.services.termijnen import feiten_per_dossier
from inburgering.recht.feiten import Dossierfeiten
from inburgering.recht.ontzorgen import Oordeel, beoordeel


@dataclass(frozen=True, slots=True)
class Lid:
    """A member of the gezin with the judgement on him."""

    dossier: Dossier
    oordeel: Oordeel


def oordeel_over(*, feiten: Dossierfeiten, gemeente: Gemeente, op: date) -> Oordeel:
    """The test of art. 56a Participatiewet on this day, with the policy in force on it."""
    return beoordeel(feiten, op=op, beleid=beleid(gemeente, op))


def oordelen_over(*, dossiers: Sequence[Dossier], gemeente: Gemeente, op: date) -> list[Lid]:
    """The same for several people, in the order given; one query for all their facts."""
    regels, feiten = beleid(gemeente, op), feiten_per_dossier(dossiers)
    return [Lid(dossier, beoordeel(feiten[dossier.pk], op=op, beleid=regels)) for dossier in dossiers]
