"""Questions about many gebeurtenissen."""

from django.db.models import QuerySet

from cases.enums import GebeurtenisAard


class GebeurtenisQuerySet(QuerySet):
    def feiten(self) -> "GebeurtenisQuerySet":
        return self.filter(aard=GebeurtenisAard.FEIT)

    def handelingen(self) -> "GebeurtenisQuerySet":
        return self.filter(aard=GebeurtenisAard.HANDELING)

    def geldend(self) -> "GebeurtenisQuerySet":
        """Neither replaced by a correction nor the withdrawal of an earlier one."""
        return self.filter(correctie__isnull=True, vervalt=False)
