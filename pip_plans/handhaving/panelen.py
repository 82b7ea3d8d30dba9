"""Where handhaving shows itself on the pages of the core: its tab, and the pile of the teamleider."""

from collections.abc import Sequence

from django.urls import reverse

from cases.panelen import (
    MEESTE_TELLEN,
    Ingang,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_tab,
    registreer_termijnplek,
    registreer_werkstapel,
)
from cases.toegang import Actie
from inburgering.recht.termijnen import TermijnSoort

from .models import Handhavingszaak

registreer_tab(Ingang("Handhaving", "handhaving:overzicht", Actie.DOSSIER_LEZEN, 65))
registreer_termijnplek(TermijnSoort.BOETE_BESLIS.value, "handhaving:overzicht")
registreer_termijnplek(TermijnSoort.BETALING_BOETE.value, "handhaving:overzicht")


def _tel(blik: Werkblik) -> int:
    wachtend = Handhavingszaak.objects.te_beslissen_door(blik.medewerker, blik.gemeente, blik.op)
    return wachtend.values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    wachtend = Handhavingszaak.objects.te_beslissen_door(blik.medewerker, blik.gemeente, blik.op)[:aantal]
    return [_rij(zaak, blik.gemeente.slug) for zaak in wachtend]


def _rij(zaak: Handhavingszaak, gemeente: str) -> Werkrij:
    url = reverse("handhaving:zaak", kwargs={"gemeente": gemeente, "nummer": zaak.dossier.nummer, "pk": zaak.pk})
    return Werkrij("Boete beoordelen", zaak.dossier.inburgeraar.lijstnaam, url, zaak.voorgesteld_op)


registreer_werkstapel(
    Werkstapel("voor een besluit over een boete", "Voorstellen voor een boete", Actie.BOETE_BESLISSEN, _tel, _lijst, 26)
)
