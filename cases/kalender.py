"""The calendar of the law as the functioneel beheerder keeps it."""

from datetime import datetime

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Max, Min
from django.utils.timezone import localtime

from inburgering.recht.kalender import Kalender
from inburgering.recht.uitleg import datum_lang

from .models import Kalenderjaar, Kbdag

VROEGST, LAATST = 7, 20  # hours between which people are expected for a talk


def kalender() -> Kalender:
    """The KB-dagen in the database and the first and last year for which they are complete (two small queries)."""
    jaren = Kalenderjaar.objects.aggregate(van=Min("jaar"), tot=Max("jaar"))
    if jaren["van"] is None:
        raise ImproperlyConfigured("Er is geen kalenderjaar geladen. Voer eerst `manage.py richt_in` uit.")
    dagen = {dag.datum: (dag.naam, dag.bron) for dag in Kbdag.objects.all()}
    return Kalender(dagen, geladen_van=jaren["van"], geladen_tot=jaren["tot"])


def ongewoon_moment(begin: datetime) -> str:
    """A Dutch warning for a talk on a weekend, a feestdag or at night; '' for an ordinary moment."""
    moment = localtime(begin)
    gewoon = VROEGST <= moment.hour < LAATST and not kalender().bijzondere_dag(moment.date())
    return "" if gewoon else f"Let op: dit is op {datum_lang(moment.date())} om {moment:%H:%M} uur. Klopt dat?"
