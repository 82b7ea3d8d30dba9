"""The piles of team Sociale Zaken around the end of ontzorgen: taper plans and aftercare."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from cases.models import Dossier
from cases.panelen import MEESTE_TELLEN, Werkblik, Werkrij, Werkstapel, registreer_werkstapel
from cases.querysets.dossiers import DossierQuerySet
from cases.toegang import Actie

from . import handelingen_einde  # noqa: F401  (registers the sentences of the history)
from .models import Eenheidlid, Nazorgcontact, Ontzorgperiode, VasteLast
from .querysets_einde import laatste_perioden, te_houden, vraagt_afbouw, zonder_nazorg


def _dossiers(blik: Werkblik) -> DossierQuerySet:
    zichtbaar = Dossier.objects.zichtbaar_voor(blik.medewerker, blik.gemeente, blik.op, Actie.ONTZORGEN_LEZEN)
    lopend: DossierQuerySet = zichtbaar.lopend()
    return lopend


def _perioden(blik: Werkblik) -> QuerySet[Any]:
    rijen = laatste_perioden(Ontzorgperiode.objects.all(), _dossiers(blik))
    return rijen.select_related("dossier__inburgeraar").order_by("einde", "pk")


def _afbouw(blik: Werkblik) -> QuerySet[Any]:
    return vraagt_afbouw(_perioden(blik), VasteLast.objects.all(), blik.op)


def _contacten(blik: Werkblik) -> QuerySet[Nazorgcontact]:
    rijen = te_houden(Nazorgcontact.objects.all(), _dossiers(blik), blik.op)
    return rijen.select_related("dossier__inburgeraar").order_by("gepland_op", "pk")


def _zonder_nazorg(blik: Werkblik) -> QuerySet[Any]:
    return zonder_nazorg(_perioden(blik), Nazorgcontact.objects.all(), blik.op)


def _nazorg(blik: Werkblik, meeste: int) -> Sequence[Werkrij]:
    """Contacts that are due, and who has none yet."""
    rijen = [_rij(blik, "Nazorg: contact opnemen", contact.dossier, sinds=contact.gepland_op)
             for contact in _contacten(blik)[:meeste]]  # fmt: skip
    over = meeste - len(rijen)
    rijen += [_rij(blik, "Nazorg plannen", periode.dossier, sinds=periode.laatste_dag)
              for periode in _zonder_nazorg(blik)[:over]]  # fmt: skip
    return rijen


def _tel_nazorg(blik: Werkblik) -> int:
    delen = (_contacten(blik), _zonder_nazorg(blik))
    return sum(rijen.values("pk")[: MEESTE_TELLEN + 1].count() for rijen in delen)


def _rij(blik: Werkblik, titel: str, *mensen: Dossier, sinds: date | None = None) -> Werkrij:
    url = reverse("ontzorgen:afbouw", kwargs={"gemeente": blik.gemeente.slug, "nummer": mensen[0].nummer})
    return Werkrij(titel, " en ".join(dossier.inburgeraar.lijstnaam for dossier in mensen), url, sinds)


def _afbouwrijen(blik: Werkblik, meeste: int) -> Sequence[Werkrij]:
    """One row per unit: partners have their fixed costs, and their plan, together."""
    dossiers = [periode.dossier for periode in _afbouw(blik)[: 2 * meeste]]
    leden = Eenheidlid.objects.filter(dossier__in=dossiers, vanaf__lte=blik.op).exclude(tot__lt=blik.op)
    eenheden = dict(leden.values_list("dossier", "eenheid"))
    samen: dict[tuple[str, int], list[Dossier]] = {}
    for dossier in dossiers:
        eenheid = eenheden.get(dossier.pk)
        samen.setdefault(("eenheid", eenheid) if eenheid else ("dossier", dossier.pk), []).append(dossier)
    return [_rij(blik, "Wie neemt de vaste lasten over?", *mensen) for mensen in list(samen.values())[:meeste]]


registreer_werkstapel(
    Werkstapel(
        label="met betalingen die niemand overneemt",
        kop="Afbouw van het ontzorgen",
        actie=Actie.ONTZORGEN_BESLISSEN,
        tel=lambda blik: len(_afbouwrijen(blik, MEESTE_TELLEN + 1)),
        lijst=_afbouwrijen,
        volgorde=62,
    )
)
registreer_werkstapel(
    Werkstapel(
        label="voor de nazorg",
        kop="Nazorg na het ontzorgen",
        actie=Actie.ONTZORGEN_BESLISSEN,
        tel=_tel_nazorg,
        lijst=_nazorg,
        volgorde=64,
    )
)
