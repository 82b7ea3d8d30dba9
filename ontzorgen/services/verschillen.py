"""What the benefit system did beside what was expected: every difference, and what it did not report yet."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from cases.instellingen import instelling
from cases.models import Gemeente
from cases.querysets.dossiers import DossierQuerySet
from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen import querysets_terugmelding as vraag
from ontzorgen.models import (
    Betaalverplichting,
    Eenheidlid,
    Inhoudingsuitkomst,
    Maandafrekening,
    Nettouitkering,
    Uitkeringseenheid,
)


@dataclass(frozen=True, slots=True)
class Verschil:
    """One unit in one month with what differs, a sentence each, and the members whom the reader may know of."""

    eenheid: Uitkeringseenheid
    maand: date
    zinnen: tuple[str, ...]
    leden: tuple[Eenheidlid, ...] = ()


def gemeld_voor(gemeente: Gemeente, op: date) -> date:
    """What was asked on this day or before should have been reported by `op`; the gemeente sets the days between."""
    dagen, _ = instelling(gemeente, "ontzorgen_terugmelding", op)
    return op - timedelta(days=int(dagen))


def verschillend(*, gemeente: Gemeente, maand: date, zichtbaar: DossierQuerySet, op: date) -> QuerySet[Maandafrekening]:
    """The settlements of a month that differ, of units with anybody whom this reader may see."""
    eenheden = Eenheidlid.objects.in_maand(maand).filter(dossier__in=zichtbaar).values("eenheid")
    van_maand = Maandafrekening.objects.van(gemeente, maand).filter(eenheid__in=eenheden)
    rijen = vraag.verschillend(van_maand, gemeld_voor(gemeente, op))
    return rijen.select_related("betaalmaand", "eenheid__gemeente")


def beschrijf(rijen: Sequence[Maandafrekening], *, maand: date, zichtbaar: DossierQuerySet, op: date) -> list[Verschil]:
    """What differs of these settlements of one month, in their order, with the members whom the reader may see."""
    leden: dict[int, list[Eenheidlid]] = defaultdict(list)
    van_rijen = Eenheidlid.objects.in_maand(maand).filter(
        eenheid__in=[rij.eenheid_id for rij in rijen], dossier__in=zichtbaar
    )
    for lid in van_rijen.select_related("dossier__inburgeraar"):
        leden[lid.eenheid_id].append(lid)
    return [
        Verschil(v.eenheid, v.maand, v.zinnen, tuple(leden[v.eenheid.pk])) for v in _verschillen(rijen, zichtbaar, op)
    ]


def verschillen_van_eenheid(*, eenheid: Uitkeringseenheid, zichtbaar: DossierQuerySet, op: date) -> list[Verschil]:
    """The months of one unit that differ, the newest first; `zichtbaar`: whom the reader may see."""
    van_eenheid = Maandafrekening.objects.filter(eenheid=eenheid)
    rijen = vraag.verschillend(van_eenheid, gemeld_voor(eenheid.gemeente, op)).order_by("-betaalmaand__maand")
    return list(_verschillen(list(rijen.select_related("betaalmaand", "eenheid__gemeente")), zichtbaar, op))


def _verschillen(rijen: Sequence[Maandafrekening], zichtbaar: DossierQuerySet, op: date) -> Iterator[Verschil]:
    if not rijen:
        return
    leden = Eenheidlid.objects.filter(eenheid__in=[rij.eenheid_id for rij in rijen], dossier__in=zichtbaar)
    bekend = {None, *leden.values_list("dossier", flat=True)}
    tot = gemeld_voor(rijen[0].eenheid.gemeente, op)
    netto = {
        (n.eenheid_id, n.maand): n
        for n in Nettouitkering.objects.filter(
            eenheid__in=[rij.eenheid_id for rij in rijen],
            maand__in={rij.betaalmaand.maand for rij in rijen},
            vervangen=False,
        )
    }
    uitkomsten: dict[int, dict[int, Inhoudingsuitkomst]] = defaultdict(dict)
    gemeld = Inhoudingsuitkomst.objects.filter(verplichting__afrekening__in=rijen).order_by("pk")
    for uitkomst in gemeld.select_related("verplichting__last__soort"):
        uitkomsten[uitkomst.verplichting.afrekening_id][uitkomst.verplichting_id] = uitkomst  # the newest one counts
    stil: dict[int, list[Betaalverplichting]] = defaultdict(list)
    verplichtingen = Betaalverplichting.objects.filter(afrekening__in=rijen).order_by("pk")
    niets_gehoord = vraag.niet_teruggemeld(verplichtingen, tot)
    for verplichting in niets_gehoord.select_related("last__soort", "inhouding__lijst"):
        stil[verplichting.afrekening_id].append(verplichting)
    zonder: dict[int, list[Betaalverplichting]] = defaultdict(list)
    for verplichting in vraag.niet_ingehouden(verplichtingen, tot).select_related("last__soort"):
        zonder[verplichting.afrekening_id].append(verplichting)
    for rij in rijen:
        maand = rij.betaalmaand.maand
        zinnen = (
            *_over_netto(rij, netto.get((rij.eenheid_id, maand)), tot),
            *_over_inhouding(uitkomsten[rij.pk].values(), bekend),
            *(_over_stilte(verplichting, bekend) for verplichting in stil[rij.pk]),
            *(_over_gemis(verplichting, bekend) for verplichting in zonder[rij.pk]),
        )
        if zinnen:
            yield Verschil(rij.eenheid, maand, zinnen)


def _over_netto(rij: Maandafrekening, netto: Nettouitkering | None, tot: date) -> Iterator[str]:
    if netto is None:
        if rij.betaalmaand.maand < vraag.na_maand(tot):
            yield "De uitkering van deze maand is nog niet teruggemeld."
        return
    verwacht = rij.norm - rij.kortingen + rij.overbrugging
    if netto.netto != verwacht:
        yield (f"Uitkering voor inhouding: {euro(netto.netto)}, verwacht {euro(verwacht)} "
               f"({_meer(netto.netto - verwacht)}).")  # fmt: skip
    if netto.uitbetaald != rij.leefgeld:
        yield (f"Uitbetaald: {euro(netto.uitbetaald)}, verwacht leefgeld {euro(rij.leefgeld)} "
               f"({_meer(netto.uitbetaald - rij.leefgeld)}).")  # fmt: skip


def _over_inhouding(uitkomsten: Iterable[Inhoudingsuitkomst], bekend: Collection[int | None]) -> Iterator[str]:
    for uitkomst in uitkomsten:
        verplichting = uitkomst.verplichting
        if not uitkomst.gedaan:
            yield f"{_wat(verplichting, bekend)}: niet ingehouden. {uitkomst.reden}"
        elif uitkomst.bedrag != verplichting.bedrag:
            meer = _meer(uitkomst.bedrag - verplichting.bedrag)
            yield (f"{_wat(verplichting, bekend)}: {euro(uitkomst.bedrag)} ingehouden, verwacht "
                   f"{euro(verplichting.bedrag)} ({meer}).")  # fmt: skip


def _over_stilte(verplichting: Betaalverplichting, bekend: Collection[int | None]) -> str:
    lijst = verplichting.inhouding.lijst
    van = datum_zonder_weekdag(timezone.localdate(lijst.gemaakt_op))
    return f"{_wat(verplichting, bekend)}: nog niet teruggemeld (lijst {lijst.volgnummer} van {van})."


def _over_gemis(verplichting: Betaalverplichting, bekend: Collection[int | None]) -> str:
    return (
        f"{_wat(verplichting, bekend)}: {euro(verplichting.bedrag)} verzonden, maar het staat op geen inhoudingslijst."
    )


def _wat(verplichting: Betaalverplichting, bekend: Collection[int | None]) -> str:
    """The creditor only to who may know of whom it is for."""
    last = verplichting.last
    if last.dossier_id not in bekend:
        return str(last.soort)
    return f"{last.soort} aan {verplichting.crediteur_naam}"


def _meer(verschil: int) -> str:
    return f"{euro(abs(verschil))} {'meer' if verschil > 0 else 'minder'}"
