"""The steps of handhaving in *Wat nu?*: of every case that runs, what the consulent does next."""

from collections.abc import Iterable

from django.urls import reverse

from cases.panelen import Dossierbeeld, Stap, registreer_stappen

from .enums import Trede
from .models import Handhavingszaak
from .stap import volgende

VOLGORDE = 60


@registreer_stappen
def stappen(beeld: Dossierbeeld) -> Iterable[Stap]:
    """What waits for the teamleider stands in her own pile."""
    zaken = Handhavingszaak.objects.lopend().filter(dossier=beeld.dossier).exclude(trede=Trede.VOORSTEL)
    for zaak in zaken.select_related("beschikking"):
        stap = volgende(zaak, beeld.op, "")
        if stap is not None:
            adres = {"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer, "pk": zaak.pk}
            titel = f"{stap.titel} (handhaving {zaak})"
            yield Stap(titel, stap.reden, reverse("handhaving:zaak", kwargs=adres), stap.uiterlijk, VOLGORDE)
