"""Rows of reports do not lie around: old previews go, old reports keep their outcome only."""

from datetime import datetime, timedelta

from django.db import transaction

from cases.enums import Importstatus
from pip_plans.voortgang.models import Rapport, Rapportregel

VOORBEELD_BLIJFT = timedelta(days=14)
INHOUD_BLIJFT = timedelta(days=60)  # an aanbieder mends a report with the next one


@transaction.atomic
def ruim_op(*, moment: datetime) -> dict[str, int]:
    """Remove previews that nobody confirmed or sent in in 14 days, and the cells of reports that were done 60 days ago.

    The row numbers, weeks, outcomes and dossiers stay. Returns how many of each; safe to repeat.
    """
    oud = Rapport.objects.filter(
        status=Importstatus.VOORBEELD, aangemaakt_op__lt=moment - VOORBEELD_BLIJFT, ingestuurd_op__isnull=True
    )
    weggegooid = oud.count()
    oud.delete()
    klaar = Rapport.objects.filter(
        status=Importstatus.KLAAR, klaar_op__lt=moment - INHOUD_BLIJFT, opgeruimd_op__isnull=True
    )
    rapporten = list(klaar.select_for_update().values_list("pk", flat=True))
    Rapportregel.objects.filter(rapport__in=rapporten).update(waarden={}, meldingen=[])
    Rapport.objects.filter(pk__in=rapporten).update(opgeruimd_op=moment)
    return {"voorbeelden": weggegooid, "rapporten": len(rapporten)}
