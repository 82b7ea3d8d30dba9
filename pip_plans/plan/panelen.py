"""Where the PIP shows itself on the pages of the core: its tab, the pile of the tweede lezer, a word per dossier."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.urls import reverse

from cases.enums import Beschikkingsoort, Beschikkingstatus
from cases.herleving import EerderBesluit, registreer_eerder
from cases.models import Beschikking, Dossier, Medewerker
from cases.panelen import (
    MEESTE_TELLEN,
    Ingang,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_inzagegrond,
    registreer_stapwoorden,
    registreer_tab,
    registreer_werkstapel,
)
from cases.services.termijnen import feiten_per_dossier
from cases.toegang import Actie
from inburgering.recht.feiten import Regime

from .enums import LOPEND, Intrekkingstand, Pipstatus
from .models import Intrekking, Pip
from .services.beoordelen import ligt_ter_lezing_bij
from .services.versies import eerder_pip, gewijzigd_eerder

WOORDEN = {
    Pipstatus.CONCEPT: "PIP schrijven",
    Pipstatus.TERUGGEGEVEN: "PIP aanpassen",
    Pipstatus.TER_LEZING: "tweede lezer",
    Pipstatus.UITGEBRACHT: "PIP-advies uitgebracht",
}
WOORDEN_BESLUIT = {
    Beschikkingstatus.VASTGESTELD: "PIP bekendmaken",
    Beschikkingstatus.INGETROKKEN: "PIP ingetrokken",
    Beschikkingstatus.HERROEPEN: "PIP herroepen",
}
WOORDEN_EINDE = {WOORDEN_BESLUIT[Beschikkingstatus.INGETROKKEN], WOORDEN_BESLUIT[Beschikkingstatus.HERROEPEN]}
LOOPT = "PIP loopt"


def _tel(blik: Werkblik) -> int:
    wachtend = Pip.objects.te_beoordelen_door(blik.medewerker, blik.gemeente, blik.op)
    return wachtend.values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    wachtend = Pip.objects.te_beoordelen_door(blik.medewerker, blik.gemeente, blik.op)[:aantal]
    return [_rij(pip, blik.gemeente.slug) for pip in wachtend]


def _rij(pip: Pip, gemeente: str) -> Werkrij:
    url = reverse("plan:beoordelen", kwargs={"gemeente": gemeente, "nummer": pip.dossier.nummer})
    return Werkrij("PIP beoordelen", pip.dossier.inburgeraar.lijstnaam, url, pip.aangeboden_op)


registreer_tab(Ingang("PIP", "plan:overzicht", Actie.DOSSIER_LEZEN, 50))
registreer_werkstapel(
    Werkstapel("voor de tweede lezer", "Te beoordelen PIP's", Actie.PIP_BEOORDELEN, _tel, _lijst, volgorde=20)
)


def _voorstellen(blik: Werkblik) -> QuerySet:
    """Proposals to withdraw a PIP that somebody else made, in dossiers that this person may see."""
    zichtbaar = Dossier.objects.zichtbaar_voor(blik.medewerker, blik.gemeente, blik.op)
    rijen = Intrekking.objects.filter(stand=Intrekkingstand.VOORGESTELD, pip__dossier__in=zichtbaar)
    return rijen.exclude(opgesteld_door=blik.medewerker).select_related("pip__dossier__inburgeraar")


def _tel_voorstellen(blik: Werkblik) -> int:
    return _voorstellen(blik).values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst_voorstellen(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    rijen = _voorstellen(blik).order_by("opgesteld_op", "pk")[:aantal]
    return [_voorstel(rij, blik.gemeente.slug) for rij in rijen]


def _voorstel(rij: Intrekking, gemeente: str) -> Werkrij:
    dossier = rij.pip.dossier
    url = f"{reverse('plan:overzicht', kwargs={'gemeente': gemeente, 'nummer': dossier.nummer})}#intrekking"
    return Werkrij("Intrekking beoordelen", dossier.inburgeraar.lijstnaam, url, rij.opgesteld_op)


registreer_werkstapel(
    Werkstapel(
        "voor een besluit tot intrekking",
        "Voorstellen om een PIP in te trekken",
        Actie.PIP_BEOORDELEN,
        _tel_voorstellen,
        _lijst_voorstellen,
        volgorde=22,
    )
)


@registreer_stapwoorden
def stapwoorden(dossier_ids: Sequence[int]) -> Mapping[int, str]:
    """Where the PIP of each dossier is; nothing for dossiers without one."""
    rijen = Pip.objects.geldend().zonder_nooit_verzonden().filter(dossier__in=dossier_ids).order_by("versie")
    velden = rijen.values_list("dossier", "status", "beschikking__status", "dossier__regime", "versie")
    op_rang = sorted(velden, key=lambda rij: _rang(rij[1], rij[2]))  # stable: of equals the last version counts
    gevonden = {
        dossier: _woord(status, besluit, regime, versie) for dossier, status, besluit, regime, versie in op_rang
    }
    beeindigd = [dossier for dossier, woord in gevonden.items() if woord in WOORDEN_EINDE]
    return gevonden | dict.fromkeys(_eerder_geldt_weer(beeindigd), LOOPT)


def _eerder_geldt_weer(dossier_ids: Sequence[int]) -> list[int]:
    """Of dossiers whose versions here all ended: those with a PIP from before this system that stands again."""
    if not dossier_ids:
        return []
    dossiers = list(Dossier.objects.filter(pk__in=dossier_ids, pips__wijziging__eerder_datum__isnull=False).distinct())
    feiten = feiten_per_dossier(dossiers) if dossiers else {}
    return [dossier.pk for dossier in dossiers if eerder_pip(dossier, feiten[dossier.pk])]


def _eerder_besluit(besluit: Beschikking) -> EerderBesluit | None:
    """The decision from before this system that this PIP, or the row of versions behind it, changed."""
    pip = Pip.objects.filter(beschikking=besluit).first()
    wijziging = gewijzigd_eerder(pip) if pip else None
    if wijziging is None or wijziging.eerder_datum is None:
        return None
    return EerderBesluit(wijziging.eerder_nummer, wijziging.eerder_datum)


registreer_eerder(Beschikkingsoort.PIP, _eerder_besluit)


def _rang(status: str, besluit: str | None) -> int:
    """Which of several versions speaks, the highest: the order of `versies.huidige`."""
    if status in LOPEND:
        return 3
    return {Beschikkingstatus.VASTGESTELD.value: 2, Beschikkingstatus.BEKENDGEMAAKT.value: 1}.get(besluit or "", 0)


def _woord(status: str, besluit: str | None, regime: str, versie: int) -> str:
    if besluit is not None:
        return WOORDEN_BESLUIT.get(Beschikkingstatus(besluit), LOOPT)
    if status == Pipstatus.CONCEPT and regime == Regime.WI2013.value:
        return "PIP-advies schrijven"
    return "PIP wijzigen" if status == Pipstatus.CONCEPT and versie > 1 else WOORDEN[Pipstatus(status)]


@registreer_inzagegrond
def leest_het_pip(dossier: Dossier, medewerker: Medewerker, rollen: frozenset[str]) -> bool:
    """The tweede lezer sees special data while a PIP of this dossier lies before her."""
    return ligt_ter_lezing_bij(dossier=dossier, medewerker=medewerker, rollen=rollen)
