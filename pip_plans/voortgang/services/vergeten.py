"""Who had a place at an aanbieder in the month of a report and does not stand in it."""

from datetime import date

from django.db.models import Q

from cases.enums import Dossierstatus
from cases.models import Dossier, Medewerker
from cases.querysets.dossiers import DossierQuerySet
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang.enums import VELDEN_VAN
from pip_plans.voortgang.models import Rapport

from .ontbrekend import laatste_dag


def niet_in_rapport(*, rapport: Rapport, door: Medewerker, op: date) -> DossierQuerySet:
    """Those whom `door` may see, by name. A row of which nobody knows whose it is, is of none of them."""
    bij = Q(contract__aanbieder=rapport.aanbieder) | Q(aanbieder=rapport.aanbieder)
    in_de_maand = Q(einde__isnull=True) | Q(einde__gte=rapport.maand)
    # A place that was recorded by mistake has no first day.
    plaatsen = Plaatsing.objects.filter(bij, in_de_maand, soort__in=VELDEN_VAN, start__lte=laatste_dag(rapport.maand))
    er_in = rapport.regels.filter(dossier__isnull=False).values("dossier")
    zichtbaar: DossierQuerySet = Dossier.objects.zichtbaar_voor(door, rapport.gemeente, op)
    rijen: DossierQuerySet = zichtbaar.filter(pk__in=plaatsen.values("dossier")).exclude(pk__in=er_in)
    rijen = rijen.exclude(status=Dossierstatus.SAMENGEVOEGD)
    return rijen.select_related("inburgeraar").order_by("inburgeraar__sorteernaam", "pk")
