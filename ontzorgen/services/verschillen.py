"""What the benefit system did beside what was expected: every difference, and what it did not report yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cases.models import Gemeente
from cases.querysets.dossiers import DossierQuerySet
from inburgering.recht.geld import euro
from ontzorgen.maanden import eerste_dag
from ontzorgen.models import (
    Eenheidlid,
    Inhoudingsuitkomst,
    Maandafrekening,
    Nettouitkering,
    Uitkeringseenheid,
)

from .maandrun import leden_in

MEESTE = 200


@dataclass(frozen=True, slots=True)
class Verschil:
    """One unit in one month with what differs, a sentence each, and the members whom the reader may know of."""

    eenheid: Uitkeringseenheid
    maand: date
    zinnen: tuple[str, ...]
    leden: tuple[Eenheidlid, ...] = ()


def verschillen_van_maand(*, gemeente: Gemeente, maand: date, zichtbaar: DossierQuerySet, op: date) -> list[Verschil]:
    """The differences of a month, by unit, of people this reader may see; at most MEESTE."""
    leden: dict[int, list[Eenheidlid]] = defaultdict(list)
    for lid in leden_in(maand).filter(dossier__in=zichtbaar).select_related("dossier__inburgeraar"):
        leden[lid.eenheid_id].append(lid)
    afrekeningen = Maandafrekening.objects.van(gemeente, maand).filter(eenheid__in=list(leden))
    gevonden = _verschillen(afrekeningen, op)
    return [Verschil(v.eenheid, v.maand, v.zinnen, tuple(leden[v.eenheid.pk])) for v in gevonden][:MEESTE]


def verschillen_van_eenheid(*, eenheid: Uitkeringseenheid, op: date) -> list[Verschil]:
    """The months of one unit that differ, the newest first."""
    return list(_verschillen(Maandafrekening.objects.filter(eenheid=eenheid).order_by("-betaalmaand__maand"), op))


def _verschillen(afrekeningen: "QuerySet[Maandafrekening]", op: date) -> Iterator[Verschil]:
    rijen = list(afrekeningen.select_related("betaalmaand", "eenheid"))
    eenheden = {rij.eenheid_id for rij in rijen}
    netto = {(n.eenheid_id, n.maand): n for n in Nettouitkering.objects.filter(eenheid__in=eenheden, vervangen=False)}
    uitkomsten: dict[int, dict[int, Inhoudingsuitkomst]] = defaultdict(dict)
    gemeld = Inhoudingsuitkomst.objects.filter(verplichting__afrekening__in=rijen).order_by("pk")
    for uitkomst in gemeld.select_related("verplichting__last__soort"):
        uitkomsten[uitkomst.verplichting.afrekening_id][uitkomst.verplichting_id] = uitkomst  # the newest one counts
    for rij in rijen:
        maand = rij.betaalmaand.maand
        zinnen = [
            *_over_netto(rij, netto.get((rij.eenheid_id, maand)), op),
            *_over_inhouding(uitkomsten[rij.pk].values()),
        ]
        if zinnen:
            yield Verschil(rij.eenheid, maand, tuple(zinnen))


def _over_netto(rij: Maandafrekening, netto: Nettouitkering | None, op: date) -> Iterator[str]:
    if netto is None:
        if rij.betaalmaand.maand < eerste_dag(op):
            yield "De uitkering van deze maand is nog niet teruggemeld."
        return
    verwacht = rij.norm - rij.kortingen + rij.overbrugging
    if netto.netto != verwacht:
        yield (f"Uitkering voor inhouding: {euro(netto.netto)}, verwacht {euro(verwacht)} "
               f"({_meer(netto.netto - verwacht)}).")  # fmt: skip
    if netto.uitbetaald != rij.leefgeld:
        yield (f"Uitbetaald: {euro(netto.uitbetaald)}, verwacht leefgeld {euro(rij.leefgeld)} "
               f"({_meer(netto.uitbetaald - rij.leefgeld)}).")  # fmt: skip


def _over_inhouding(uitkomsten: Iterable[Inhoudingsuitkomst]) -> Iterator[str]:
    for uitkomst in uitkomsten:
        verplichting = uitkomst.verplichting
        wat = f"{verplichting.last.soort} aan {verplichting.crediteur_naam}"
        if not uitkomst.gedaan:
            yield f"{wat}: niet ingehouden. {uitkomst.reden}"
        elif uitkomst.bedrag != verplichting.bedrag:
            yield (f"{wat}: {euro(uitkomst.bedrag)} ingehouden, verwacht {euro(verplichting.bedrag)} "
                   f"({_meer(uitkomst.bedrag - verplichting.bedrag)}).")  # fmt: skip


def _meer(verschil: int) -> str:
    return f"{euro(abs(verschil))} {'meer' if verschil > 0 else 'minder'}"
