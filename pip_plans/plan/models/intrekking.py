"""Withdrawing a decided PIP: proposed by one, decided by another, with a letter of its own."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.models import Beschikking, Medewerker
from pip_plans.plan.enums import Intrekkingsgrond, Intrekkingstand

from .pip import Pip


@pghistory.track()
class Intrekking(models.Model):
    """A proposal to withdraw, and after the decision what it rests on."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="intrekkingen")
    grond = models.CharField("reden", max_length=15, choices=Intrekkingsgrond)
    motivering = models.TextField("toelichting voor de inburgeraar", max_length=2000)
    stand = models.CharField(max_length=15, choices=Intrekkingstand, default=Intrekkingstand.VOORGESTELD)
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opgesteld_op = models.DateField("voorgesteld op")
    opmerkingen = models.TextField("waarom niet overgenomen", max_length=2000, blank=True)
    beschikking = models.OneToOneField(Beschikking, models.PROTECT, null=True, related_name="pip_intrekking")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="intrekking_een_voorstel",
                fields=["pip"],
                condition=Q(stand="voorgesteld"),
                violation_error_message="Er ligt al een voorstel om dit PIP in te trekken.",
            ),
            models.CheckConstraint(name="intrekking_met_motivering", condition=~Q(motivering="")),
            models.CheckConstraint(
                name="intrekking_vastgesteld_met_beschikking",
                condition=Q(stand="vastgesteld", beschikking__isnull=False)
                | (~Q(stand="vastgesteld") & Q(beschikking__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"intrekking van {self.pip}"
