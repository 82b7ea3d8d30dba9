"""Who must be unburdened, under the policy of the gemeente on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.instellingen import beleid
from cases.models import Dossier, Gebeurtenis, Gemeente
from cases.services.termijnen import dossierfeiten_van, feiten_per_dossier
from inburgering.recht.feiten import Dossierfeiten
from inburgering.recht.ontzorgen import WIJKT_AF, Oordeel, beoordeel
from ontzorgen.handelingen import GEEN_BIJSTAND


@dataclass(frozen=True, slots=True)
class Lid:
    """A member of the gezin with the judgement on him."""

    dossier: Dossier
    oordeel: Oordeel


def oordeel_over(*, dossier: Dossier, feiten: Dossierfeiten, op: date) -> Oordeel:
    """The test of art. 56a Participatiewet on this day, with the policy in force on it."""
    geen = feiten.bijstand is None and bool(_zonder_bijstand([dossier]))
    return beoordeel(feiten, op=op, beleid=beleid(dossier.gemeente, op), geen_bijstand=geen)


def afwijking_van_de_wet(*, dossier: Dossier, op: date) -> str:
    """What a letter to this person must say when the gemeente leaves him out against the law; '' when it does not."""
    oordeel = oordeel_over(dossier=dossier, feiten=dossierfeiten_van(dossier), op=op)
    return in_een_brief(dossier.gemeente, op) if oordeel.wijkt_af else ""


def in_een_brief(gemeente: Gemeente, op: date) -> str:
    """The departure from the law as a letter says it, with the source of the choice."""
    return f"{WIJKT_AF} De gemeente koos dit zelf ({beleid(gemeente, op).ontzorgen_nareizigers_bron})."


def wijkt_af_bij(*, dossiers: Iterable[Dossier], gemeente: Gemeente, op: date) -> frozenset[int]:
    """The keys of those whom the gemeente leaves out against the law; no query more where it follows the law."""
    mensen = list({dossier.pk: dossier for dossier in dossiers}.values())
    if not mensen or beleid(gemeente, op).ontzorgen_nareizigers == "wet":
        return frozenset()
    leden = oordelen_over(dossiers=mensen, gemeente=gemeente, op=op)
    return frozenset(lid.dossier.pk for lid in leden if lid.oordeel.wijkt_af)


def oordelen_over(*, dossiers: Sequence[Dossier], gemeente: Gemeente, op: date) -> list[Lid]:
    """The same for several people, in the order given; two queries for all they need, and none for nobody."""
    if not dossiers:
        return []
    regels, feiten, zonder = beleid(gemeente, op), feiten_per_dossier(dossiers), _zonder_bijstand(dossiers)
    return [
        Lid(dossier, beoordeel(feiten[dossier.pk], op=op, beleid=regels, geen_bijstand=dossier.pk in zonder))
        for dossier in dossiers
    ]


def _zonder_bijstand(dossiers: Sequence[Dossier]) -> set[int]:
    """Of whom somebody recorded that there is no right to bijstand; a first day that was recorded goes before it."""
    rijen = Gebeurtenis.objects.geldend().filter(dossier__in=dossiers, soort=GEEN_BIJSTAND)
    return set(rijen.values_list("dossier_id", flat=True))
