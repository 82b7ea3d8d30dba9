"""The secret address at which a calendar program reads what somebody has to do in a gemeente."""

from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import Q

from cases.klok import stempel

from .gemeente import Gemeente
from .medewerker import Medewerker

ONDERTEKENAAR = Signer(salt="cases.agendalink")


class Agendalink(models.Model):
    """The row says whose it is and whether it still works; the secret is derived, so that no copy of it is kept."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="agendalinks")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=stempel)
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="agendalink_een_per_persoon",
                fields=["medewerker", "gemeente"],
                condition=Q(ingetrokken_op__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"agendalink {self.pk}"

    @property
    def geheim(self) -> str:
        """What stands in the address: the number of this row and our signature under it."""
        return ONDERTEKENAAR.sign(str(self.pk))

    @classmethod
    def met_geheim(cls, geheim: str) -> "Agendalink | None":
        """The link that works under this secret; None for one that was withdrawn, altered or made up."""
        try:
            pk = ONDERTEKENAAR.unsign(geheim)
        except BadSignature:
            return None
        return cls.objects.filter(pk=pk, ingetrokken_op__isnull=True, medewerker__is_active=True).first()
