"""Questions about many documents."""

from django.db.models import QuerySet

from cases.enums import Documentstatus


class DocumentQuerySet(QuerySet):
    def zonder_bytes(self) -> "DocumentQuerySet":
        """For lists: the row without the file itself."""
        return self.defer("bytes", "inhoud")

    def voor_lijst(self) -> "DocumentQuerySet":
        """With its decision, and how it was sent."""
        return self.zonder_bytes().select_related("beschikking").prefetch_related("verzendingen")

    def te_maken(self) -> "DocumentQuerySet":
        return self.exclude(status=Documentstatus.GEREED)
