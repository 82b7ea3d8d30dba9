"""Questions about the children of a gezin."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

if TYPE_CHECKING:
    from cases.models import Inburgeraar


class GezinskindQuerySet(QuerySet):
    def getoond_bij(self, inburgeraar: "Inburgeraar") -> "GezinskindQuerySet":
        """Of the gezin of this person, without those recorded in a protected dossier of somebody else in it."""
        beschermd = apps.get_model("cases", "Dossier").objects.filter(inburgeraar=OuterRef("bij"), extra_beschermd=True)
        return self.filter(Q(bij=inburgeraar) | ~Exists(beschermd), gezin=inburgeraar.gezin_id)
