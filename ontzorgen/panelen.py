"""Where ontzorgen shows itself on the pages of the core: menu, tab, and the pile of team Sociale Zaken."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.urls import reverse

from cases.kopmeldingen import registreer_kopmelding
from cases.models import Dossier
from cases.panelen import (
    MEESTE_TELLEN,
    Dossierbeeld,
    Ingang,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_langer,
    registreer_menu,
    registreer_tab,
    registreer_termijnplek,
    registreer_werkstapel,
)
from cases.querysets.dossiers import DossierQuerySet
from cases.toegang import Actie
from inburgering.recht.feiten import Doelgroep
from inburgering.recht.verplichtingen import TermijnSoort

from .besluitwerk import Besluitwerk, besluitwerk, met_dossier
from .models import Ontzorgbesluit
from .querysets import te_beoordelen
from .services.oordeel import oordeel_over
from .services.perioden import langer_ontzorgd

registreer_menu(Ingang("Ontzorgen", "ontzorgen:lijst", Actie.ONTZORGEN_LEZEN, 25))
registreer_tab(Ingang("Ontzorgen", "ontzorgen:overzicht", Actie.ONTZORGEN_LEZEN, 60))
registreer_termijnplek(TermijnSoort.ONTZORGEN.value, "ontzorgen:overzicht")
registreer_langer(TermijnSoort.ONTZORGEN.value, langer_ontzorgd)


def _wijkt_af(beeld: Dossierbeeld) -> str:
    """On every tab of whom the gemeente leaves out against the law; nothing is asked of who is no nareiziger."""
    if beeld.feiten.doelgroep is not Doelgroep.NAREIZIGER:
        return ""
    return oordeel_over(dossier=beeld.dossier, feiten=beeld.feiten, op=beeld.op).wijkt_af


registreer_kopmelding(Actie.ONTZORGEN_LEZEN, _wijkt_af)


def zichtbaar(blik: Werkblik) -> DossierQuerySet:
    """The dossiers of which this person may see the ontzorgen part: no pile names anybody else."""
    rijen: DossierQuerySet = Dossier.objects.zichtbaar_voor(
        blik.medewerker, blik.gemeente, blik.op, Actie.ONTZORGEN_LEZEN
    )
    return rijen


def _wachtend(blik: Werkblik) -> DossierQuerySet:
    return te_beoordelen(zichtbaar(blik), blik.gemeente, blik.op)


def _tel(blik: Werkblik) -> int:
    return _wachtend(blik).values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    rijen = _wachtend(blik).select_related("inburgeraar").order_by("inburgeraar__sorteernaam", "pk")[:aantal]
    return [Werkrij("Bijstand beoordelen", rij.inburgeraar.lijstnaam, _adres(rij, blik)) for rij in rijen]


def _besluitrijen(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    """What she can do herself: never her own proposals."""
    werk = besluitwerk(zichtbaar(blik), blik.op)
    rijen = [
        *(("Beslissen", rij.dossier, rij.opgesteld_op) for rij in _te_beslissen(werk, blik)[:aantal]),
        *(("Einde voorstellen", rij.dossier, None) for rij in werk.te_beeindigen[:aantal]),
        *(("Brief versturen", rij.dossier, rij.opgesteld_op) for rij in werk.te_versturen[:aantal]),
        *(("Ontzorgen voorstellen", rij.dossier, rij.start) for rij in werk.voor_te_stellen[:aantal]),
        *(("Afwijkende betaling voorstellen", wie, rij.maand) for rij, wie in met_dossier(werk.af_te_wijken[:aantal])),
    ]  # fmt: skip
    return [
        Werkrij(titel, dossier.inburgeraar.lijstnaam, f"{_adres(dossier, blik)}#besluiten", sinds)
        for titel, dossier, sinds in rijen[:aantal]
    ]


def _tel_besluiten(blik: Werkblik) -> int:
    werk = besluitwerk(zichtbaar(blik), blik.op)
    delen = (_te_beslissen(werk, blik), werk.te_beeindigen, werk.te_versturen, werk.voor_te_stellen, werk.af_te_wijken)
    return sum(rijen.values("pk")[: MEESTE_TELLEN + 1].count() for rijen in delen)


def _te_beslissen(werk: Besluitwerk, blik: Werkblik) -> QuerySet[Ontzorgbesluit]:
    return werk.te_beslissen.exclude(opgesteld_door=blik.medewerker)


def _adres(dossier: Dossier, blik: Werkblik) -> str:
    return reverse("ontzorgen:overzicht", kwargs={"gemeente": blik.gemeente.slug, "nummer": dossier.nummer})


registreer_werkstapel(
    Werkstapel(
        label="besluiten over ontzorgen",
        kop="Besluiten over ontzorgen",
        actie=Actie.ONTZORGEN_BESLISSEN,
        tel=_tel_besluiten,
        lijst=_besluitrijen,
        volgorde=59,
    )
)
registreer_werkstapel(
    Werkstapel("zonder vastgelegde bijstand", "Is er recht op bijstand?", Actie.ONTZORGEN_BESLISSEN, _tel, _lijst, 60)
)
