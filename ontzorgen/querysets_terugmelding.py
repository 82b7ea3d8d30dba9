"""Questions about what the benefit system told of many withholdings and settlements, and what it did not tell."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from .enums_betaling import LOPEND_OF_BETAALD, Batchstand, Pogingstand
from .maanden import eerste_dag

if TYPE_CHECKING:
    from .models import Betaalverplichting, Maandafrekening

VERZONDEN = (*LOPEND_OF_BETAALD, Pogingstand.DUBBEL)


def na_maand(tot: date) -> date:
    """The first day of the month that was not over at the end of this day."""
    return eerste_dag(tot + date.resolution)


def verschillend(afrekeningen: "QuerySet[Maandafrekening]", tot: date) -> "QuerySet[Maandafrekening]":
    """Of which the benefit system did something else, or told nothing while the month was over by `tot`."""
    netto = _rijen("Nettouitkering").filter(
        eenheid=OuterRef("eenheid"), maand=OuterRef("betaalmaand__maand"), vervangen=False
    )
    verwacht = OuterRef("norm") - OuterRef("kortingen") + OuterRef("overbrugging")
    ander_bedrag = Exists(netto) & ~Exists(netto.filter(netto=verwacht, uitbetaald=OuterRef("leefgeld")))
    geen_bedrag = ~Exists(netto) & Q(betaalmaand__maand__lt=na_maand(tot))
    lasten = _rijen("Betaalverplichting").filter(afrekening=OuterRef("pk"))
    anders = (anders_gemeld(lasten), niet_teruggemeld(lasten, tot), niet_ingehouden(lasten, tot))
    inhouding = Q(*map(Exists, anders), _connector=Q.OR)
    return afrekeningen.filter(Q(ander_bedrag) | Q(geen_bedrag) | inhouding)


def niet_teruggemeld(verplichtingen: "QuerySet[Betaalverplichting]", tot: date) -> "QuerySet[Betaalverplichting]":
    """Of which nothing came back, while the list was made and the month was over by `tot`."""
    te_melden = verplichtingen.filter(inhouding__lijst__gemaakt_op__date__lte=tot, maand__lt=na_maand(tot))
    return te_melden.filter(uitkomsten__isnull=True)


def niet_ingehouden(verplichtingen: "QuerySet[Betaalverplichting]", tot: date) -> "QuerySet[Betaalverplichting]":
    """Which a run of ours sent, while they are on no list and one of the month was made, or the month was over."""
    verzonden = _rijen("Betaalpoging").filter(
        verplichting=OuterRef("pk"), batch__stand=Batchstand.VRIJGEGEVEN, stand__in=VERZONDEN
    )
    lijst = _rijen("Inhoudingslijst").filter(betaalmaand=OuterRef("afrekening__betaalmaand"))
    zonder_lijst = verplichtingen.filter(Exists(verzonden), inhouding__isnull=True)
    return zonder_lijst.filter(Q(Exists(lijst)) | Q(maand__lt=na_maand(tot)))


def anders_gemeld(verplichtingen: "QuerySet[Betaalverplichting]") -> "QuerySet[Betaalverplichting]":
    """Of which another amount was withheld, or nothing: what was done is told once, and last, or corrected."""
    gemeld = _rijen("Inhoudingsuitkomst").filter(verplichting=OuterRef("pk"), vervangen=False)
    gedaan = gemeld.filter(gedaan=True)
    return verplichtingen.filter(Exists(gedaan.exclude(bedrag=OuterRef("bedrag"))) | Exists(gemeld) & ~Exists(gedaan))


def _rijen(model: str) -> QuerySet[Any]:
    rijen: QuerySet[Any] = apps.get_model("ontzorgen", model)._default_manager.all()
    return rijen
