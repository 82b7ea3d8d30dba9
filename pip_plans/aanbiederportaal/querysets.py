"""Questions about many accounts of aanbieders."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

if TYPE_CHECKING:
    from cases.models import Gemeente


class ExternAccountQuerySet(QuerySet):
    def geldig_op(self, op: date) -> "ExternAccountQuerySet":
        """What opens a page on this day; nothing else does."""
        return self.filter(van__lte=op, tot__gte=op, ingetrokken_op__isnull=True, persoon__is_active=True)

    def nog_geldig(self, op: date) -> "ExternAccountQuerySet":
        """In force on this day or later."""
        return self.filter(tot__gte=op, ingetrokken_op__isnull=True)

    def van_gemeente(self, gemeente: "Gemeente") -> "ExternAccountQuerySet":
        return self.filter(aanbieder__gemeente=gemeente)
