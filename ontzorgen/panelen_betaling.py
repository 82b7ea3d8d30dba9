"""Where payment runs show themselves in the core: menu, the piles of who must judge or release, and the sweep."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse

from cases.achtergrondtaken import Achtergrondtaak, registreer_achtergrondtaak
from cases.panelen import (
    MEESTE_TELLEN,
    Ingang,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_menu,
    registreer_werkstapel,
)
from cases.toegang import Actie

from .enums_betaling import Batchstand
from .maanden import maandnaam
from .models import Betaalbatch

registreer_menu(Ingang("Betaalruns", "ontzorgen:betaalruns", Actie.BETAALRUN_LEZEN, 27))
registreer_achtergrondtaak(
    Achtergrondtaak(
        "betaalruns_veeg",
        "ontzorgen.tasks.veeg",
        "Betaalruns en betaalbestanden oppakken",
        "Kijkt elke minuut of er een betaalrun of betaalbestand blijft liggen, en zet dat opnieuw klaar.",
        timedelta(minutes=5),
    )
)


def _wachtend(blik: Werkblik, stand: Batchstand) -> QuerySet[Betaalbatch]:
    rijen: QuerySet[Betaalbatch] = Betaalbatch.objects.van(blik.gemeente).filter(stand=stand).order_by("pk")
    return rijen.exclude(gemaakt_door=blik.medewerker).exclude(gecontroleerd_door=blik.medewerker)


def _tel(stand: Batchstand) -> Callable[[Werkblik], int]:
    return lambda blik: _wachtend(blik, stand).values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(stand: Batchstand, titel: str) -> Callable[[Werkblik, int], Sequence[Werkrij]]:
    def rijen(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
        return [_rij(batch, titel, blik.gemeente.slug) for batch in _wachtend(blik, stand)[:aantal]]

    return rijen


def _rij(batch: Betaalbatch, titel: str, gemeente: str) -> Werkrij:
    url = reverse("ontzorgen:betaalrun", kwargs={"gemeente": gemeente, "pk": batch.pk})
    return Werkrij(titel, f"{batch}, {maandnaam(batch.betaalmaand.maand)}", url, batch.gemaakt_op.date())


for _stand, _label, _kop, _titel, _actie in (
    (Batchstand.VOORSTEL, "bij Betaalruns te beoordelen", "Betaalruns om te beoordelen", "Betaalrun beoordelen",
     Actie.BETAALRUN_BEOORDELEN),
    (Batchstand.GECONTROLEERD, "bij Betaalruns vrij te geven", "Betaalruns om vrij te geven", "Betaalrun vrijgeven",
     Actie.BETAALRUN_VRIJGEVEN),
):  # fmt: skip
    registreer_werkstapel(Werkstapel(_label, _kop, _actie, _tel(_stand), _lijst(_stand, _titel), 20))
