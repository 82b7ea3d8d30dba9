"""What the execution has to say when a dossier is closed."""

from collections.abc import Iterator
from datetime import date

from cases.models import Dossier
from cases.slot import registreer_slotbeletsel

from .models import Plaatsing


@registreer_slotbeletsel
def plaats_open(dossier: Dossier, op: date) -> Iterator[str]:
    """The aanbieder must know that nobody comes any more, and the place is free for somebody else."""
    for rij in Plaatsing.objects.open().filter(dossier=dossier).select_related("contract__aanbieder", "aanbieder"):
        yield f"Er staat nog een plaats open: {rij}. Stop die bij Leerroute en modules."
