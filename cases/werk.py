"""What the core itself adds to the werkvoorraad: the step of a dossier, and dossiers that nobody has yet."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

from inburgering.recht.feiten import FeitSoort

from .models import Dossier, Gebeurtenis, Stuk
from .panelen import MEESTE_TELLEN, Werkblik, Werkrij, Werkstapel, registreer_stapwoorden, registreer_werkstapel
from .querysets.dossiers import DossierQuerySet
from .querysets.stukken import StukQuerySet
from .toegang import Actie

# The furthest fact decides.
STAPPEN = (
    (FeitSoort.BESCHIKKING_BEKENDGEMAAKT, "uitvoering"),
    (FeitSoort.PIP_VASTGESTELD, "PIP bekendmaken"),
    (FeitSoort.EERSTE_CONTACT, "intake"),
)
BEGIN = "eerste contact"


@registreer_stapwoorden
def stap_volgens_feiten(dossier_ids: Sequence[int]) -> Mapping[int, str]:
    feiten = Gebeurtenis.objects.feiten().geldend().filter(dossier__in=dossier_ids)
    gezet = set(feiten.filter(soort__in=[soort.value for soort, _ in STAPPEN]).values_list("dossier_id", "soort"))
    return {pk: next((woord for soort, woord in STAPPEN if (pk, soort.value) in gezet), BEGIN) for pk in dossier_ids}


def _zonder_consulent(blik: Werkblik) -> DossierQuerySet:
    zichtbaar = Dossier.objects.zichtbaar_voor(blik.medewerker, blik.gemeente, blik.op)
    return zichtbaar.lopend().zonder_consulent().order_by("-aangemaakt_op", "-pk")


def _rijen(blik: Werkblik, meeste: int) -> list[Werkrij]:
    return [
        Werkrij(
            titel="Consulent toewijzen",
            van_wie=dossier.inburgeraar.lijstnaam,
            url=reverse("cases:dossier", kwargs={"gemeente": blik.gemeente.slug, "nummer": dossier.nummer}),
            sinds=dossier.aangemaakt_op.date(),
        )
        for dossier in _zonder_consulent(blik).select_related("inburgeraar")[:meeste]
    ]


registreer_werkstapel(
    Werkstapel(
        label="zonder consulent",
        kop="Dossiers zonder consulent",
        actie=Actie.TOEWIJZEN,
        tel=lambda blik: _zonder_consulent(blik)[: MEESTE_TELLEN + 1].count(),
        lijst=_rijen,
        volgorde=80,
    )
)


def _postvak(blik: Werkblik) -> StukQuerySet:
    return Stuk.objects.in_postvak(blik.medewerker, blik.gemeente).zonder_bytes().order_by("ontvangen_op", "pk")


registreer_werkstapel(
    Werkstapel(
        label="in het Postvak",
        kop="Stukken in het Postvak",
        actie=Actie.DOSSIER_BEWERKEN,
        tel=lambda blik: _postvak(blik)[: MEESTE_TELLEN + 1].count(),
        lijst=lambda blik, meeste: [
            Werkrij(
                titel="Koppelen aan een dossier",
                van_wie=f"stuk over {stuk.get_onderwerp_display()}",
                url=reverse("cases:postvak_stuk", kwargs={"gemeente": blik.gemeente.slug, "pk": stuk.pk}),
                sinds=stuk.ontvangen_op,
            )
            for stuk in _postvak(blik)[:meeste]
        ],
        volgorde=70,
    )
)
