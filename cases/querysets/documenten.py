"""Questions about many documents."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from cases.enums import Documentstatus


class DocumentQuerySet(QuerySet):
    def zonder_bytes(self) -> "DocumentQuerySet":
        """For lists: the row without the file itself."""
        return self.defer("bytes", "inhoud")

    def voor_lijst(self) -> "DocumentQuerySet":
        """With its decision, and how it was sent."""
        return self.zonder_bytes().select_related("beschikking").prefetch_related("verzendingen")

    def bij_besluiten(self, nummers: Iterable[str]) -> "DocumentQuerySet":
        """The letters of these decisions, and what is in the same envelope: their content names the number."""
        nummers = list(nummers)
        return self.filter(Q(inhoud__kenmerk__nummer__in=nummers) | Q(inhoud__besluit__in=nummers))

    def te_maken(self) -> "DocumentQuerySet":
        return self.exclude(status=Documentstatus.GEREED)
