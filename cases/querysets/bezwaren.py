"""Questions about many bezwaren."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform

from cases.enums import Termijnstatus
from cases.enums_bezwaar import Bezwaarstatus
from inburgering.recht.feiten import FeitSoort

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker


class BezwaarQuerySet(QuerySet):
    def lopend(self) -> "BezwaarQuerySet":
        return self.filter(status=Bezwaarstatus.IN_BEHANDELING)

    def te_doen(self) -> "BezwaarQuerySet":
        """To be decided on, or decided and not made known; also when a decision on the dwangsom is still to come."""
        onbekend = Q(beslissing__bekendgemaakt_op__isnull=True)
        termijnen = apps.get_model("cases", "Termijn").objects.filter(
            dossier=OuterRef("dossier"), soort="DWANGSOM", aanleiding=OuterRef("nummer")
        )
        te_laat = Q(Exists(termijnen.filter(gehaald_op__gt=F("laatste_dag") + timedelta(days=1))))
        dwangsom = te_laat & Q(dwangsombesluit__beschikking__bekendgemaakt_op__isnull=True)
        return self.filter(
            Q(status=Bezwaarstatus.IN_BEHANDELING) | Q(status=Bezwaarstatus.BESLIST) & (onbekend | dwangsom)
        )

    def loopt_nog(self) -> "BezwaarQuerySet":
        """Not withdrawn and not over: still to do, or with a case at the rechtbank."""
        zaken = apps.get_model("cases", "Beroepszaak").objects.filter(bezwaar=OuterRef("pk"), uitkomst="")
        na = Q(status=Bezwaarstatus.BESLIST) & (Q(beslissing__bekendgemaakt_op__isnull=True) | Exists(zaken))
        return self.filter(Q(status=Bezwaarstatus.IN_BEHANDELING) | na)

    def niet_geregistreerd_door(self, medewerker: "Medewerker") -> "BezwaarQuerySet":
        """Without those of which this person recorded the receipt; who corrected it later does not count."""
        feiten = apps.get_model("cases", "Gebeurtenis").objects.annotate(over=KeyTextTransform("bezwaar", "gegevens"))
        ontvangst = feiten.filter(
            dossier=OuterRef("dossier"),
            soort=FeitSoort.BEZWAAR_ONTVANGEN.value,
            over=OuterRef("nummer"),
            corrigeert__isnull=True,
            door=medewerker,
        )
        return self.exclude(Exists(ontvangst))

    def voor_vervolg(self) -> "BezwaarQuerySet":
        """With what `services.bezwaar.stand.volgende` reads, in a fixed number of queries."""
        ook = ("beschikking", "beslissing", "hoorzitting", "opgesteld_door", "dwangsombesluit__beschikking")
        return self.select_related(*ook, "dossier__inburgeraar", "dossier__gemeente").prefetch_related("zaken")

    def zichtbaar_voor(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "BezwaarQuerySet":
        """Of the dossiers that this person may see."""
        dossiers = apps.get_model("cases", "Dossier").objects.zichtbaar_voor(medewerker, gemeente, op)
        return self.filter(gemeente=gemeente, dossier__in=dossiers)

    def met_uiterlijk(self) -> "BezwaarQuerySet":
        """Annotates `uiterlijk`: the legal last day to decide, None when there is no open term."""
        termijnen = apps.get_model("cases", "Termijn").objects.filter(
            dossier=OuterRef("dossier"),
            soort="BESLIS_BEZWAAR",
            aanleiding=OuterRef("nummer"),
            status=Termijnstatus.OPEN,
        )
        return self.annotate(uiterlijk=Subquery(termijnen.values("laatste_dag")[:1]))
