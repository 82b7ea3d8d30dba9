"""On the werkvoorraad: what other gemeenten offer and nobody answered yet."""

from collections.abc import Sequence

from django.urls import reverse

from cases.panelen import MEESTE_TELLEN, Werkblik, Werkrij, Werkstapel, registreer_werkstapel
from cases.toegang import Actie

from .models import Gemeenteoverdracht


def _tel(blik: Werkblik) -> int:
    return Gemeenteoverdracht.objects.aan(blik.gemeente).open().values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    rijen = Gemeenteoverdracht.objects.aan(blik.gemeente).open().order_by("aangeboden_op", "pk")[:aantal]
    return [
        Werkrij(
            "Overnemen of weigeren",
            f"van de gemeente {rij.dossier.gemeente}",
            reverse("afronding:overdracht", kwargs={"gemeente": blik.gemeente.slug, "pk": rij.pk}),
            rij.aangeboden_op,
        )
        for rij in rijen
    ]


registreer_werkstapel(
    Werkstapel("aangeboden door een andere gemeente", "Overdrachten", Actie.DOSSIER_BEWERKEN, _tel, _lijst, 40)
)
