"""The reminders of toeslagen as work: on the werkvoorraad of team Sociale Zaken and in *Wat nu?* of the dossier."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.urls import reverse

from cases.models import Dossier
from cases.panelen import (
    MEESTE_TELLEN,
    Dossierbeeld,
    Stap,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_stappen,
    registreer_werkstapel,
)
from cases.toegang import Actie
from inburgering.recht.uitleg import datum_zonder_weekdag

from .models import Eenheidlid, Toeslag
from .panelen import zichtbaar


def _na_te_vragen(blik: Werkblik) -> QuerySet[Dossier]:
    """Dossiers this person may see with a toeslag to ask after; one of two partners is enough."""
    toeslagen = Toeslag.objects.na_te_vragen(blik.op).filter(eenheid__gemeente=blik.gemeente)
    lopend = zichtbaar(blik).lopend()
    rijen: QuerySet[Dossier] = lopend.filter(
        uitkeringseenheden__eenheid__toeslagen__in=toeslagen, uitkeringseenheden__vanaf__lte=blik.op
    )
    return rijen.exclude(uitkeringseenheden__tot__lt=blik.op).distinct()


def _tel(blik: Werkblik) -> int:
    return _na_te_vragen(blik).values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    rijen = _na_te_vragen(blik).select_related("inburgeraar").order_by("inburgeraar__sorteernaam", "pk")[:aantal]
    return [
        Werkrij("Toeslag navragen", dossier.inburgeraar.lijstnaam, _url(blik.gemeente.slug, dossier))
        for dossier in rijen
    ]


@registreer_stappen
def stappen(beeld: Dossierbeeld) -> Iterator[Stap]:
    """Ask where a toeslag stays, 8 and 13 weeks after the application."""
    nu_lid = Eenheidlid.objects.filter(dossier=beeld.dossier, vanaf__lte=beeld.op).exclude(tot__lt=beeld.op)
    for toeslag in Toeslag.objects.na_te_vragen(beeld.op).filter(eenheid__in=nu_lid.values("eenheid")):
        sinds = datum_zonder_weekdag(toeslag.aangevraagd_op or beeld.op)
        reden = f"Aangevraagd op {sinds}, {toeslag.weken(beeld.op)} weken geleden."
        yield Stap(f"Navragen: {toeslag} is nog niet binnen", reden, _url(beeld.dossier.gemeente.slug, beeld.dossier),
                   toeslag.herinnering(beeld.op), 60)  # fmt: skip


def _url(gemeente: str, dossier: Dossier) -> str:
    return f"{reverse('ontzorgen:prognose', args=(gemeente, dossier.nummer))}#toeslagen"


registreer_werkstapel(
    Werkstapel(
        "met een toeslag om na te vragen", "Waar blijft de toeslag?", Actie.ONTZORGEN_BESLISSEN, _tel, _lijst, 62
    )
)
