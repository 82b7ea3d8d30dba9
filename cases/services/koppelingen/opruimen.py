"""Personal data in imports do not lie around: old previews go, old imports keep their outcome only."""

from datetime import datetime, timedelta

from django.db import transaction

from cases.enums import Importstatus
from cases.models import Koppelbestand, Koppelregel

VOORBEELD_BLIJFT = timedelta(days=14)
INHOUD_BLIJFT = timedelta(days=30)


@transaction.atomic
def ruim_op(*, moment: datetime) -> dict[str, int]:
    """Remove previews that nobody confirmed in 14 days, and the contents of imports that were done 30 days ago.

    Of a finished import the line numbers, outcomes and dossiers stay. Returns how many of each; safe to repeat.
    """
    oud = Koppelbestand.objects.filter(status=Importstatus.VOORBEELD, aangemaakt_op__lt=moment - VOORBEELD_BLIJFT)
    weggegooid = oud.count()
    oud.delete()
    klaar = Koppelbestand.objects.filter(
        status=Importstatus.KLAAR, klaar_op__lt=moment - INHOUD_BLIJFT, opgeruimd_op__isnull=True
    )
    bestanden = list(klaar.select_for_update().values_list("pk", flat=True))
    Koppelregel.objects.filter(bestand__in=bestanden).update(
        waarden={}, meldingen=[], bsn="", v_nummer="", persoonssleutel=""
    )
    Koppelbestand.objects.filter(pk__in=bestanden).update(opgeruimd_op=moment)
    return {"voorbeelden": weggegooid, "bestanden": len(bestanden)}
