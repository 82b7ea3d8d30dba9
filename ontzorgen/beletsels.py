"""What ontzorgen has to say when two records of one person are merged, and when a dossier is destroyed."""

from collections.abc import Iterable

from django.db.models import QuerySet

from cases.beletsels import registreer_beletsel
from cases.models import Dossier
from cases.restanten import registreer_restant
from inburgering.recht.uitleg import datum_zonder_weekdag

from .models import Eenheidlid, Ontzorgperiode, Uitkeringseenheid


@registreer_beletsel
def twee_eenheden_tegelijk(blijft: Dossier, vervallen: Dossier) -> Iterable[str]:
    """Nobody is in two units on one day: what was paid for the one may not vanish into the other unseen."""
    hier = list(Eenheidlid.objects.filter(dossier=blijft).select_related("eenheid"))
    for lid in Eenheidlid.objects.filter(dossier=vervallen).select_related("eenheid"):
        for ander in hier:
            if (lid.tot is None or ander.vanaf <= lid.tot) and (ander.tot is None or lid.vanaf <= ander.tot):
                dag = datum_zonder_weekdag(max(lid.vanaf, ander.vanaf))
                yield (f"Beide dossiers horen op {dag} bij een uitkeringseenheid ({ander.eenheid} en {lid.eenheid}). "
                       "Laat Sociale Zaken er eerst een beëindigen.")  # fmt: skip


@registreer_beletsel
def twee_perioden_tegelijk(blijft: Dossier, vervallen: Dossier) -> Iterable[str]:
    """Nobody is unburdened twice on one day."""
    hier = list(Ontzorgperiode.objects.filter(dossier=blijft))
    for periode in Ontzorgperiode.objects.filter(dossier=vervallen):
        for ander in hier:
            if max(periode.vanaf, ander.vanaf) <= min(periode.laatste_dag, ander.laatste_dag):
                dag = datum_zonder_weekdag(max(periode.vanaf, ander.vanaf))
                yield f"Beide dossiers worden op {dag} ontzorgd. Laat Sociale Zaken een van de perioden beëindigen."


@registreer_restant
def eenheden_zonder_leden() -> QuerySet:
    return Uitkeringseenheid.objects.filter(leden__isnull=True)
