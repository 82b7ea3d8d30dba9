"""Whom an aanbieder itself may know about: who has a place there, for what it reports hours of."""

from datetime import date, timedelta

from django.db.models import Q

from cases.enums import Dossierstatus
from pip_plans.uitvoering.enums import Plaatsingstand
from pip_plans.uitvoering.models import Aanbieder, Plaatsing
from pip_plans.uitvoering.querysets import PlaatsingQuerySet
from pip_plans.voortgang.enums import VELDEN_VAN

# The last month of who stopped is still reported, and mended; after that he is gone for the aanbieder.
NOG_TE_ZIEN = timedelta(days=62)


def plaatsen_bij(*, aanbieder: Aanbieder, op: date) -> PlaatsingQuerySet:
    """The places at this aanbieder, of its own gemeente, that run on this day or ended less than 62 days before it."""
    bij = Q(contract__aanbieder=aanbieder) | Q(aanbieder=aanbieder)
    zichtbaar = Q(einde__isnull=True) | Q(einde__gt=op - NOG_TE_ZIEN)
    rijen: PlaatsingQuerySet = Plaatsing.objects.filter(
        bij, zichtbaar, dossier__gemeente=aanbieder.gemeente_id, soort__in=VELDEN_VAN, start__lte=op,
        stand__in=(Plaatsingstand.GEPLAATST, Plaatsingstand.GESTOPT),
    ).exclude(dossier__status=Dossierstatus.SAMENGEVOEGD)  # fmt: skip
    return rijen
