"""Where payment runs show themselves in the core: menu, the piles of who has the next step, and the sweep."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

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

from .enums import Rekeningstand
from .enums_betaling import Afsluitstand, Batchstand, Bestandstand
from .maanden import maandnaam
from .models import Betaalbatch, Rekening, Runafsluiting
from .querysets_betaling import BatchQuerySet

Runs = Callable[[Werkblik], BatchQuerySet]

registreer_menu(Ingang("Betaalruns", "ontzorgen:betaalruns", Actie.BETAALRUN_LEZEN, 27))
registreer_achtergrondtaak(
    Achtergrondtaak(
        "betaalruns_veeg",
        "ontzorgen.tasks.veeg",
        "Betaalruns, betaalbestanden en inhoudingslijsten oppakken",
        "Kijkt elke minuut of er een betaalrun, betaalbestand of lijst blijft liggen, en zet die opnieuw klaar.",
        timedelta(minutes=5),
    )
)


def _te_beoordelen(blik: Werkblik) -> BatchQuerySet:
    return _runs(blik, Batchstand.VOORSTEL).exclude(gemaakt_door=blik.medewerker)


def _te_controleren(blik: Werkblik) -> BatchQuerySet:
    return _runs(blik, Batchstand.BEOORDEELD)


def _vrij_te_geven(blik: Werkblik) -> BatchQuerySet:
    """For who did no earlier step, and did not release the run as it is now."""
    rijen = _runs(blik, Batchstand.GECONTROLEERD).exclude(gemaakt_door=blik.medewerker)
    rijen = rijen.exclude(beoordeeld_door=blik.medewerker).exclude(gecontroleerd_door=blik.medewerker)
    return rijen.niet_vrijgegeven_door(blik.medewerker)


def _af_te_sluiten(blik: Werkblik) -> BatchQuerySet:
    """Proposals to close a run that somebody else made."""
    voorstellen = Runafsluiting.objects.filter(stand=Afsluitstand.VOORGESTELD)
    voorstellen = voorstellen.exclude(voorgesteld_door=blik.medewerker)
    return Betaalbatch.objects.van(blik.gemeente).filter(afsluitingen__in=voorstellen).order_by("pk")


def _mislukt(blik: Werkblik) -> BatchQuerySet:
    """Released runs without a file, about which nobody proposed anything yet."""
    rijen = _runs(blik, Batchstand.VRIJGEGEVEN).filter(bestand__stand=Bestandstand.MISLUKT)
    return rijen.exclude(afsluitingen__in=Runafsluiting.objects.exclude(stand=Afsluitstand.AFGEWEZEN))


def _niet_betaald(blik: Werkblik) -> BatchQuerySet:
    """Runs of which something was refused, came back or was closed, and is in no other run since."""
    return _runs(blik, Batchstand.VRIJGEGEVEN).met_aandacht().filter(terug__gt=0)


def _onbeslist(blik: Werkblik) -> BatchQuerySet:
    """Runs of which the bank said two things of a payment."""
    return _runs(blik, Batchstand.VRIJGEGEVEN).met_aandacht().filter(onbeslist__gt=0)


def _runs(blik: Werkblik, stand: Batchstand) -> BatchQuerySet:
    rijen: BatchQuerySet = Betaalbatch.objects.van(blik.gemeente).filter(stand=stand).order_by("pk")
    return rijen


def _tel(runs: Runs) -> Callable[[Werkblik], int]:
    return lambda blik: runs(blik).values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(runs: Runs, titel: str) -> Callable[[Werkblik, int], Sequence[Werkrij]]:
    def rijen(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
        return [_rij(batch, titel, blik.gemeente.slug) for batch in runs(blik)[:aantal]]

    return rijen


def _rij(batch: Betaalbatch, titel: str, gemeente: str) -> Werkrij:
    url = reverse("ontzorgen:betaalrun", kwargs={"gemeente": gemeente, "pk": batch.pk})
    return Werkrij(titel, f"{batch}, {maandnaam(batch.betaalmaand.maand)}", url, timezone.localdate(batch.gemaakt_op))


for _bron, _label, _kop, _titel, _actie in (
    (_te_beoordelen, "bij Betaalruns te beoordelen", "Betaalruns om te beoordelen", "Betaalrun beoordelen",
     Actie.BETAALRUN_BEOORDELEN),
    (_te_controleren, "bij Betaalruns te controleren", "Betaalruns om te controleren", "Betaalrun controleren",
     Actie.BETAALRUN_MAKEN),
    (_vrij_te_geven, "bij Betaalruns vrij te geven", "Betaalruns om vrij te geven", "Betaalrun vrijgeven",
     Actie.BETAALRUN_VRIJGEVEN),
    (_mislukt, "bij Betaalruns zonder bestand", "Betaalruns waarvan het bestand niet lukte", "Bestand niet gelukt",
     Actie.BETAALBESTAND),
    (_niet_betaald, "bij Betaalruns opnieuw te betalen", "Betaalruns met betalingen die niet zijn gedaan",
     "Opnieuw betalen of afhandelen", Actie.BETAALRUN_MAKEN),
    (_onbeslist, "bij Betaalruns uit te zoeken met de bank", "Betaalruns waarover de bank twee dingen meldde",
     "Beslissen wat klopt", Actie.BETAALRUN_VRIJGEVEN),
    (_af_te_sluiten, "bij Betaalruns af te sluiten", "Betaalruns om af te sluiten", "Afsluiten zonder betaling",
     Actie.BETAALRUN_VRIJGEVEN),
):  # fmt: skip
    registreer_werkstapel(Werkstapel(_label, _kop, _actie, _tel(_bron), _lijst(_bron, _titel), 20))


def _rekeningen(blik: Werkblik) -> QuerySet[Rekening]:
    """Accounts from which the gemeente would pay that somebody else proposed."""
    rijen = Rekening.objects.filter(gemeente=blik.gemeente, stand=Rekeningstand.VOORGESTELD)
    return rijen.exclude(voorgesteld_door=blik.medewerker)


def _rekeningrijen(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    url = reverse("ontzorgen:betaalrekening", kwargs={"gemeente": blik.gemeente.slug})
    return [Werkrij("Betaalrekening goedkeuren", str(rij), url, rij.voorgesteld_op)
            for rij in _rekeningen(blik)[:aantal]]  # fmt: skip


registreer_werkstapel(
    Werkstapel(
        "met een betaalrekening om goed te keuren", "Rekening waarvan de gemeente betaalt", Actie.BETAALREKENING,
        lambda blik: _rekeningen(blik).count(), _rekeningrijen, 20,
    )
)  # fmt: skip
