"""What stays when a dossier is destroyed: the gemeente that offered keeps its own trace of the overdracht."""

from collections.abc import Sequence

from cases.restanten import registreer_losmaker

from .models import Gemeenteoverdracht


@registreer_losmaker
def maak_overdracht_los(dossier_ids: Sequence[int]) -> None:
    """Who took over destroys its own dossier, not the row of the other gemeente."""
    Gemeenteoverdracht.objects.filter(ontvangen__in=dossier_ids).update(ontvangen=None)
