"""Which dossiers must stay because of a bezwaar or what follows it at the rechtbank."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from cases.enums_bezwaar import Bezwaarstatus
from cases.models import Beroepszaak, Bezwaar, Gebeurtenis, Termijn
from inburgering.recht.feiten import FeitSoort


def dossiers_met_lopend_bezwaar(*, gemeente_id: int, op: date) -> set[int]:
    """Ids of dossiers with a bezwaar that is not over, in two queries.

    Over is: withdrawn, or decided with the term for beroep past and no case pending. A receipt that was recorded
    without a bezwaar of its own counts as pending, because nobody can say how it ended.
    """
    feiten = Gebeurtenis.objects.feiten().geldend().filter(soort=FeitSoort.BEZWAAR_ONTVANGEN)
    ontvangen = feiten.filter(dossier__gemeente_id=gemeente_id).values_list("dossier_id", "gegevens__bezwaar")
    over = set(_over(gemeente_id, op))
    return {dossier for dossier, nummer in ontvangen if (dossier, nummer) not in over}


def _over(gemeente_id: int, op: date) -> list[tuple[int, str]]:
    beroep = Termijn.objects.filter(
        soort="BEROEP", dossier=OuterRef("dossier"), aanleiding=OuterRef("beslissing__nummer"), laatste_dag__lt=op
    )
    zaak = Beroepszaak.objects.filter(bezwaar=OuterRef("pk"), uitkomst="")
    klaar = Q(status=Bezwaarstatus.INGETROKKEN) | Q(Exists(beroep), status=Bezwaarstatus.BESLIST)
    rijen = Bezwaar.objects.filter(klaar, ~Exists(zaak), gemeente_id=gemeente_id)
    return list(rijen.values_list("dossier_id", "nummer"))
