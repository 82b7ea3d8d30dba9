"""About whom a report may be: the same answer for who is not in it as for who does not exist."""

from datetime import date

from django.utils.timezone import localdate

from cases.models import Dossier, Medewerker
from cases.querysets.dossiers import DossierQuerySet
from pip_plans.voortgang.models import Rapport
from pip_plans.voortgang.services.deelnemers import plaatsen_bij


def kring(*, rapport: Rapport, door: Medewerker, op: date) -> DossierQuerySet:
    """The dossiers that `door` may meet in this report.

    In one that the aanbieder made itself nobody meets anyone without a place there on the day it was made: what is
    said about a row is read by the aanbieder too, whoever judged it.
    """
    zichtbaar: DossierQuerySet
    if not rapport.door.is_extern:
        zichtbaar = Dossier.objects.zichtbaar_voor(door, rapport.gemeente, op)
        return zichtbaar
    dag = op if door.is_extern else localdate(rapport.aangemaakt_op)
    eigen = plaatsen_bij(aanbieder=rapport.aanbieder, op=dag).values("dossier")
    zichtbaar = Dossier.objects.all() if door.is_extern else Dossier.objects.zichtbaar_voor(door, rapport.gemeente, op)
    zichtbaar = zichtbaar.filter(pk__in=eigen)
    return zichtbaar
