"""Lists of withholdings of which not everything came back in time, as work of the uitkeringsadministratie."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone

from cases.panelen import MEESTE_TELLEN, Werkblik, Werkrij, Werkstapel, registreer_werkstapel
from cases.toegang import Actie

from .maanden import maandnaam
from .models import Betaalmaand, Betaalverplichting, Inhoudingslijst
from .querysets_terugmelding import niet_ingehouden, niet_teruggemeld
from .services.verschillen import gemeld_voor


def _lijsten(blik: Werkblik) -> QuerySet[Inhoudingslijst]:
    """With `stil`: how many of their withholdings nothing was told about."""
    stil = niet_teruggemeld(Betaalverplichting.objects.all(), gemeld_voor(blik.gemeente, blik.op))
    rijen = Inhoudingslijst.objects.filter(betaalmaand__gemeente=blik.gemeente, regels__verplichting__in=stil)
    return rijen.annotate(stil=Count("regels")).select_related("betaalmaand").order_by("pk")


def _maanden(blik: Werkblik) -> QuerySet[Betaalmaand]:
    """With `zonder`: how much of them was sent to creditors and stands on no list."""
    zonder = niet_ingehouden(Betaalverplichting.objects.all(), gemeld_voor(blik.gemeente, blik.op))
    rijen = Betaalmaand.objects.filter(gemeente=blik.gemeente, afrekeningen__verplichtingen__in=zonder)
    return rijen.annotate(zonder=Count("afrekeningen__verplichtingen")).order_by("pk")


def _tel_maanden(blik: Werkblik) -> int:
    return _maanden(blik).values("pk")[: MEESTE_TELLEN + 1].count()


def _maandrijen(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    return [_maandrij(maand, blik.gemeente.slug) for maand in _maanden(blik)[:aantal]]


def _maandrij(rij: Betaalmaand, gemeente: str) -> Werkrij:
    zonder = rij.zonder  # type: ignore[attr-defined]  # annotated
    wat = "1 betaling" if zonder == 1 else f"{zonder} betalingen"
    url = f"{reverse('ontzorgen:verschillen', args=(gemeente,))}?maand={rij.maand:%Y-%m}"
    return Werkrij(f"Inhouden: {wat} zonder inhouding", maandnaam(rij.maand), url, rij.maand)


def _tel(blik: Werkblik) -> int:
    return _lijsten(blik).values("pk")[: MEESTE_TELLEN + 1].count()


def _rijen(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    return [_rij(lijst, blik.gemeente.slug) for lijst in _lijsten(blik)[:aantal]]


def _rij(lijst: Inhoudingslijst, gemeente: str) -> Werkrij:
    maand, stil = lijst.betaalmaand.maand, lijst.stil  # type: ignore[attr-defined]  # annotated
    wat = "1 inhouding" if stil == 1 else f"{stil} inhoudingen"
    url = f"{reverse('ontzorgen:verschillen', args=(gemeente,))}?maand={maand:%Y-%m}"
    van = f"{maandnaam(maand)}, lijst {lijst.volgnummer}"
    return Werkrij(f"Navragen: {wat} zonder terugmelding", van, url, timezone.localdate(lijst.gemaakt_op))


registreer_werkstapel(
    Werkstapel(
        label="met betalingen die op geen inhoudingslijst staan",
        kop="Betaald en niet ingehouden",
        actie=Actie.INHOUDINGEN,
        tel=_tel_maanden,
        lijst=_maandrijen,
        volgorde=21,
    )
)
registreer_werkstapel(
    Werkstapel(
        label="met inhoudingen die niet zijn teruggemeld",
        kop="Inhoudingen zonder terugmelding",
        actie=Actie.INHOUDINGEN,
        tel=_tel,
        lijst=_rijen,
        volgorde=21,
    )
)
