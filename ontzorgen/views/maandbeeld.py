"""The months of a unit as rows that explain themselves, for the tab Ontzorgen."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.recht.geld import euro
from ontzorgen.afrekening import RegelSoort
from ontzorgen.kortingen import AfrekeningFout
from ontzorgen.maanden import eerste_dag, maanden_vanaf, maandnaam
from ontzorgen.models import Eenheidlid, Maandafrekening, VasteLast
from ontzorgen.normen import NormFout
from ontzorgen.services.afrekening import Maandrekening, haal_lasten
from ontzorgen.services.zelf_betalen import te_dragen, zelf_in_vaste_maand, zelf_te_betalen

AANTAL = 3
VAN_EEN_ANDER = "vaste last van een ander lid"


@dataclass(frozen=True, slots=True)
class Maandbeeld:
    """One month: rows of (naam, cents, zin), those of what the household pays itself, or the Dutch reason why not yet.

    `vast`: these are the rows that were fixed, whatever changed since. `geen`: there is no bijstand to reckon with.
    """

    naam: str
    regels: Sequence[tuple[str, int, str]] = ()
    zelf: Sequence[tuple[str, int, str]] = ()
    waarschuwing: str = ""
    reservering: str = ""
    voorbij: bool = False
    vast: bool = False
    geen: str = ""
    fout: str = ""


def maandbeelden(
    lid: Eenheidlid, op: date, laatste_maand: date | None, *, geheim: Collection[int] = ()
) -> list[Maandbeeld]:
    """This month and the next ones in which he belongs to this unit, from his first month on when that is to come.

    A norm that is not known yet is stood in for by the newest one, and says so. `laatste_maand` is the last one in
    which the gemeente pays, as far as known. `geheim`: of whom no creditor is named, see `Maandrekening`.
    """
    eenheid = lid.eenheid
    haal_lasten([eenheid])
    rekening = Maandrekening(eenheid, geheim=geheim)
    maanden = [maand for maand in maanden_vanaf(eerste_dag(max(op, lid.vanaf)), AANTAL) if lid.geldt_in(maand)]
    rijen = Maandafrekening.objects.filter(eenheid=eenheid, betaalmaand__maand__in=maanden)
    vast = {rij.betaalmaand.maand: rij for rij in rijen.select_related("betaalmaand")}
    for rij in vast.values():
        rij.eenheid = eenheid
    return [
        _vast(vast[maand], maand, geheim) if maand in vast
        else _beeld(rekening, maand, voorbij=laatste_maand is not None and maand > laatste_maand)
        for maand in maanden
    ]  # fmt: skip


def _vast(rij: Maandafrekening, maand: date, geheim: Collection[int]) -> Maandbeeld:
    wie = _noembaar(rij, geheim)
    regels = [(wie(r), r["bedrag"], r["zin"]) for r in rij.regels if r["soort"] in RegelSoort.__members__]
    opzij = f"Gereserveerd voor de vakantietoeslag: {euro(rij.vakantietoeslag)} (art. 19 lid 3)."
    return Maandbeeld(maandnaam(maand), regels, _zelf(zelf_in_vaste_maand(rij), geheim), reservering=opzij, vast=True)


def _noembaar(rij: Maandafrekening, geheim: Collection[int]) -> Callable[[dict[str, Any]], str]:
    """What a row that was fixed is called: it names the creditor, so of one that may not be named only what it is."""
    if not geheim:
        return lambda regel: regel["naam"]
    verplichtingen = rij.verplichtingen.exclude(last__dossier__in=geheim).select_related("last__soort")
    namen = {f"{v.last.soort.naam} {v.last.kenmerk} aan {v.crediteur_naam}" for v in verplichtingen}
    vast = RegelSoort.VASTE_LAST.value
    return lambda regel: VAN_EEN_ANDER if regel["soort"] == vast and regel["naam"] not in namen else regel["naam"]


def _zelf(zelf: dict[VasteLast, str], geheim: Collection[int]) -> list[tuple[str, int, str]]:
    """Each with what it is; of one that may not be named neither to whom nor why."""
    return [
        (last.soort.naam, last.bedrag, "") if last.dossier_id in geheim else (str(last), last.bedrag, reden)
        for last, reden in te_dragen(zelf).items()
    ]


def _beeld(rekening: Maandrekening, maand: date, *, voorbij: bool) -> Maandbeeld:
    zelf = zelf_te_betalen(rekening, maand, voorbij=voorbij)
    try:
        afrekening = rekening.maand(maand, voorlopig=True, zonder=zelf)
    except (NormFout, AfrekeningFout) as fout:
        return Maandbeeld(maandnaam(maand), fout=str(fout))
    if afrekening.geen_bijstand:
        return Maandbeeld(maandnaam(maand), geen=afrekening.geen_bijstand)
    return Maandbeeld(
        maandnaam(maand),
        [(regel.naam, regel.bedrag, regel.zin) for regel in afrekening.regels],
        _zelf(zelf, rekening.geheim),
        afrekening.waarschuwing,
        afrekening.reservering,
        voorbij,
    )
