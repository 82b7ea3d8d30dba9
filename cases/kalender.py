"""The calendar of the law as the functioneel beheerder keeps it."""

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Max, Min

from inburgering.recht.kalender import Kalender

from .models import Kalenderjaar, Kbdag


def kalender() -> Kalender:
    """The KB-dagen in the database and the first and last year for which they are complete (two small queries)."""
    jaren = Kalenderjaar.objects.aggregate(van=Min("jaar"), tot=Max("jaar"))
    if jaren["van"] is None:
        raise ImproperlyConfigured("Er is geen kalenderjaar geladen. Voer eerst `manage.py richt_in` uit.")
    dagen = {dag.datum: (dag.naam, dag.bron) for dag in Kbdag.objects.all()}
    return Kalender(dagen, geladen_van=jaren["van"], geladen_tot=jaren["tot"])
