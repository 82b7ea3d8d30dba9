"""Questions about many terms and signals."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from cases.enums import Dossierstatus, Signaalstatus, Termijnstatus
from inburgering.recht.regels import Aard

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker

VENSTER_IN_ZICHT = timedelta(weeks=6)
# No row of holidays moves a last day further than this.
RUIM_VOOR_VERSCHUIVING = timedelta(days=14)


class TermijnQuerySet(QuerySet):
    def open(self) -> "TermijnQuerySet":
        return self.filter(status=Termijnstatus.OPEN)

    def geldend(self) -> "TermijnQuerySet":
        """The last row of every term, also when it was met or lapsed."""
        return self.filter(vervangen_door__isnull=True).exclude(status=Termijnstatus.VERVANGEN)

    def eindigt_rond(self, dag: date) -> "TermijnQuerySet":
        """Which a free day on this date can move: it lies from the raw to the legal last day.

        Every term about a bezwaar counts, because that on which it is decided counts on from other days.
        """
        rond = Q(ruwe_dag__gte=dag - RUIM_VOOR_VERSCHUIVING, ruwe_dag__lte=dag, laatste_dag__gte=dag)
        return self.geldend().filter(rond | Q(soort="BESLIS_BEZWAAR"))

    def zichtbaar_voor(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "TermijnQuerySet":
        dossiers = apps.get_model("cases", "Dossier").objects.zichtbaar_voor(medewerker, gemeente, op)
        return self.filter(gemeente=gemeente, dossier__in=dossiers)

    def te_laat(self, op: date) -> "TermijnQuerySet":
        """Duties whose legal last day has passed; a window that closed is not late."""
        return self.plichten().filter(laatste_dag__lt=op, ruwe_dag__lt=op)

    def plichten(self) -> "TermijnQuerySet":
        return self.filter(aard=Aard.PLICHT.value)

    def sluit_binnenkort(self, op: date) -> "TermijnQuerySet":
        """Windows and periods that still run and end within six weeks; the raw day is at most days before the last."""
        return self.exclude(aard=Aard.PLICHT.value).filter(
            ruwe_dag__gte=op - RUIM_VOOR_VERSCHUIVING, ruwe_dag__lte=op + VENSTER_IN_ZICHT, laatste_dag__gte=op
        )

    def actueel(self, op: date) -> "TermijnQuerySet":
        """Duties until they are met, windows and periods until they end."""
        return self.open().filter(Q(aard=Aard.PLICHT.value) | Q(laatste_dag__gte=op))

    def niet_uitgesteld(self, op: date) -> "TermijnQuerySet":
        """Without what somebody put aside until a later day."""
        lopend = apps.get_model("cases", "Uitstel").objects.lopend(op)
        return self.filter(~Exists(lopend.filter(termijn=OuterRef("pk"))))


class UitstelQuerySet(QuerySet):
    def lopend(self, op: date) -> "UitstelQuerySet":
        """What is still put aside on this date."""
        return self.filter(beeindigd_op__isnull=True, tot__gt=op)

    def zichtbaar_voor(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "UitstelQuerySet":
        termijnen = apps.get_model("cases", "Termijn").objects.open()
        return self.filter(termijn__in=termijnen.zichtbaar_voor(medewerker, gemeente, op))


class SignaalQuerySet(QuerySet):
    def wachtend(self) -> "SignaalQuerySet":
        return self.filter(status=Signaalstatus.WACHT)

    def achterhaald(self) -> "SignaalQuerySet":
        """About a closed dossier, or a term that is met, lapsed or replaced, or that has another last day by now."""
        return self.exclude(
            termijn__status=Termijnstatus.OPEN,
            termijn__dossier__status=Dossierstatus.LOPEND,
            laatste_dag=F("termijn__laatste_dag"),
        )


class BezorgingQuerySet(QuerySet):
    def te_doen(self) -> "BezorgingQuerySet":
        return self.filter(verzonden_op__isnull=True)

    def van(self, medewerker: "Medewerker", gemeente: "Gemeente") -> "BezorgingQuerySet":
        """What this person is, or was, told here about terms that are still open with that last day."""
        return self.filter(
            medewerker=medewerker,
            signaal__termijn__gemeente=gemeente,
            signaal__termijn__status=Termijnstatus.OPEN,
            signaal__termijn__dossier__status=Dossierstatus.LOPEND,
            signaal__laatste_dag=F("signaal__termijn__laatste_dag"),
        )
