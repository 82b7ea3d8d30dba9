"""Questions about many groups of the training."""

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

if TYPE_CHECKING:
    from .models import Trainingsgroep


def met_bezetting(groepen: "QuerySet[Trainingsgroep]") -> "QuerySet[Trainingsgroep]":
    """Annotates `bezet` and `wachtend`: how many people have a place, and how many wait for one."""
    return groepen.annotate(
        bezet=Count("deelnames", filter=Q(deelnames__stand="geplaatst")),
        wachtend=Count("deelnames", filter=Q(deelnames__stand="wachtlijst")),
    ).select_related("training")
