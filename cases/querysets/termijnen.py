"""Questions about many terms and signals."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q, QuerySet

from cases.enums import Signaalstatus, Termijnstatus
from inburgering.recht.regels import Aard

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker


class TermijnQuerySet(QuerySet):
    def open(self) -> "TermijnQuerySet":
        return self.filter(status=Termijnstatus.OPEN)

    def zichtbaar_voor(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "TermijnQuerySet":
        dossiers = apps.get_model("cases", "Dossier").objects.zichtbaar_voor(medewerker, gemeente, op)
        return self.filter(gemeente=gemeente, dossier__in=dossiers)

    def te_laat(self, op: date) -> "TermijnQuerySet":
        """Duties whose legal last day has passed; a window that closed is not late."""
        return self.filter(aard=Aard.PLICHT.value, laatste_dag__lt=op)

    def actueel(self, op: date) -> "TermijnQuerySet":
        """Duties until they are met, windows and periods until they end."""
        return self.open().filter(Q(aard=Aard.PLICHT.value) | Q(laatste_dag__gte=op))


class SignaalQuerySet(QuerySet):
    def wachtend(self) -> "SignaalQuerySet":
        return self.filter(status=Signaalstatus.WACHT)
