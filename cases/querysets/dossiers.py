"""Questions about many dossiers. `zichtbaar_voor` is the only door to them."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.enums import Dossierstatus
from cases.toegang import ZIET_ALLES, Actie, mag
from inburgering.recht.feiten import FeitSoort

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker


class DossierQuerySet(QuerySet):
    def zichtbaar_voor(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "DossierQuerySet":
        """The dossiers of this gemeente that this person may see on this date; nothing without a fitting role."""
        rollen = set(medewerker.aanstellingen.geldig_op(op).filter(gemeente=gemeente).values_list("rol", flat=True))
        if not mag(rollen, Actie.DOSSIER_LEZEN):
            return self.none()
        zichtbaar = self.filter(gemeente=gemeente).niet_afgeschermd_voor(medewerker)
        return zichtbaar if rollen & ZIET_ALLES else zichtbaar.met_bezwaar()

    def niet_afgeschermd_voor(self, medewerker: "Medewerker") -> "DossierQuerySet":
        """Without the extra-protected dossiers on which this person is not named."""
        toegang = apps.get_model("cases", "Dossiertoegang")
        genoemd = toegang.objects.filter(dossier=OuterRef("pk"), medewerker=medewerker)
        return self.filter(Q(extra_beschermd=False) | Exists(genoemd))

    def met_bezwaar(self) -> "DossierQuerySet":
        gebeurtenis = apps.get_model("cases", "Gebeurtenis")
        bezwaar = gebeurtenis.objects.filter(
            dossier=OuterRef("pk"), aard="feit", soort=FeitSoort.BEZWAAR_ONTVANGEN.value
        )
        return self.filter(Exists(bezwaar))

    def lopend(self) -> "DossierQuerySet":
        return self.filter(status=Dossierstatus.LOPEND)

    def zonder_consulent(self) -> "DossierQuerySet":
        return self.filter(consulent__isnull=True)
