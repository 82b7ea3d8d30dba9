"""How somebody wants to see a list: filters under a name of her own, and columns."""

from django.db import models
from django.db.models import Q

from cases.enums_werk import Lijst

from .gemeente import Gemeente
from .medewerker import Medewerker


class Lijstfilter(models.Model):
    """A filter that was kept. `vraag` is the query string of the list, without a page: codes and numbers only."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="lijstfilters")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    lijst = models.CharField(max_length=20, choices=Lijst)
    naam = models.CharField("naam", max_length=60)
    vraag = models.CharField(max_length=400, blank=True)
    standaard = models.BooleanField(default=False)

    class Meta:
        ordering = ["naam", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="lijstfilter_naam",
                fields=["medewerker", "gemeente", "lijst", "naam"],
                violation_error_message="U hebt al een filter met deze naam.",
            ),
            models.UniqueConstraint(
                name="lijstfilter_een_standaard",
                fields=["medewerker", "gemeente", "lijst"],
                condition=Q(standaard=True),
                violation_error_message="U hebt al een standaardfilter voor deze lijst.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Kolomkeuze(models.Model):
    """Which of the columns that can be left out somebody wants to see."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="kolomkeuzes")
    lijst = models.CharField(max_length=20, choices=Lijst)
    kolommen = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(name="kolomkeuze_een_per_lijst", fields=["medewerker", "lijst"])]

    def __str__(self) -> str:
        return f"kolommen van {self.lijst}"
