"""Questions about many aanstellingen and vervangingen."""

from datetime import date

from django.db.models import Q, QuerySet


class AanstellingQuerySet(QuerySet):
    def geldig_op(self, op: date) -> "AanstellingQuerySet":
        """In force on this date, of people who may still log in."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=op), van__lte=op, medewerker__is_active=True)


class VervangingQuerySet(QuerySet):
    def geldig_op(self, op: date) -> "VervangingQuerySet":
        return self.filter(van__lte=op, tot__gte=op)
