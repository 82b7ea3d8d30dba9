"""Person × kind of fixed cost over a few months: what stands where, and what ends when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from cases.kort import Kort, kort
from cases.models import Dossier
from cases.querysets.dossiers import DossierQuerySet
from inburgering.recht.geld import euro
from ontzorgen.enums_betaling import LOPEND_OF_BETAALD, Betaalwijze, Pogingstand
from ontzorgen.enums_einde import Overnemer
from ontzorgen.maanden import laatste_dag
from ontzorgen.maandstand import POGING, Stand
from ontzorgen.models import (
    Betaalverplichting,
    Eenheidlid,
    Inhoudingsregel,
    Inhoudingsuitkomst,
    Lastsoort,
    Maandafrekening,
    Ontzorgbesluit,
    Ontzorgperiode,
    VasteLast,
)
from ontzorgen.querysets_terugmelding import niet_teruggemeld

from .nog_te_betalen import EERDERE, beschrijf
from .verschillen import gemeld_voor
from .verwacht import Verwachting, verwacht

MEESTE_EINDEN = 50
OVERNEMER = {Overnemer.VERVALT: Stand.VERVALLEN, Overnemer.INBURGERAAR: Stand.ZELF}


class Regel(NamedTuple):
    """One cost in one month: how it stands, the cents paid of what is due, and why, when that is not plain."""

    stand: Stand
    bedrag: int
    gevraagd: int
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Vak:
    """One month in a cell: every cost of this kind for this person."""

    maand: date
    standen: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """One person: his cells in the order of the kinds, and the last day on which the gemeente pays."""

    dossier: Dossier
    cellen: tuple[tuple[Vak, ...], ...]
    einde: date | None


@dataclass(frozen=True, slots=True)
class Einde:
    """What ends in these months, of whom, after which day."""

    dag: date
    dossier: Dossier
    wat: str


def in_maanden(dossiers: DossierQuerySet, maanden: Sequence[date]) -> DossierQuerySet:
    """Who has a fixed cost in these months, alone or with his unit, or for whom the gemeente pays in them."""
    eerste, laatste = maanden[0], laatste_dag(maanden[-1])
    lasten = _lasten(maanden).filter(eenheid=OuterRef("eenheid"))
    leden = Eenheidlid.objects.filter(dossier=OuterRef("pk"), vanaf__lte=laatste).exclude(tot__lt=eerste)
    perioden = Ontzorgperiode.objects.in_dagen(eerste, laatste).filter(dossier=OuterRef("pk"))
    rijen: DossierQuerySet = dossiers.filter(Exists(leden.filter(Exists(lasten))) | Exists(perioden))
    return rijen


def maandmatrix(
    dossiers: Sequence[Dossier], maanden: Sequence[date], *, op: date
) -> tuple[list[Lastsoort], list[Matrixrij]]:
    """The kinds in use and a row per dossier of one gemeente, in the order given; a fixed number of queries."""
    bron = _Bron(dossiers, maanden, op)
    soorten = sorted({last.soort for last in bron.lasten}, key=lambda soort: (soort.volgorde, soort.code))
    return soorten, [_rij(dossier, soorten, maanden, bron) for dossier in dossiers]


def einden(dossiers: DossierQuerySet, maanden: Sequence[date]) -> Kort[Einde]:
    """Periods and fixed costs of visible people that end in these months, the first one on top; at most MEESTE_EINDEN.

    A household cost stands at each member.
    """
    eerste, laatste = maanden[0], laatste_dag(maanden[-1])
    perioden = Ontzorgperiode.objects.in_dagen(eerste, laatste).zonder_vervolg().filter(dossier__in=dossiers)
    gevonden = [
        Einde(periode.laatste_dag, periode.dossier, "ontzorgen")
        for periode in perioden.select_related("dossier__inburgeraar")
        if periode.laatste_dag <= laatste
    ]
    zichtbaar = Eenheidlid.objects.filter(dossier__in=dossiers)
    eindigt = _lasten(maanden).filter(laatste_maand__lte=maanden[-1], vervolg__isnull=True)
    lasten = list(eindigt.filter(eenheid__in=zichtbaar.values("eenheid")).select_related("soort", "crediteur"))
    leden = zichtbaar.filter(eenheid__in={last.eenheid_id for last in lasten})
    van_eenheid = defaultdict(list)
    for lid in leden.select_related("dossier__inburgeraar"):
        van_eenheid[lid.eenheid_id].append(lid.dossier)
    for last in lasten:
        dag = laatste_dag(last.laatste_maand or maanden[-1])
        van_wie = [d for d in van_eenheid[last.eenheid_id] if last.dossier_id in (None, d.pk)]
        gevonden += [Einde(dag, dossier, str(last)) for dossier in van_wie]
    gevonden.sort(key=lambda einde: (einde.dag, einde.dossier.inburgeraar.sorteernaam, einde.dossier.pk, einde.wat))
    return kort(gevonden, MEESTE_EINDEN)


class _Bron:
    """What the rows are made of, read once."""

    def __init__(self, dossiers: Sequence[Dossier], maanden: Sequence[date], op: date) -> None:
        eerste, laatste = maanden[0], laatste_dag(maanden[-1])
        leden = Eenheidlid.objects.filter(vanaf__lte=laatste).exclude(tot__lt=eerste)
        self.eenheden: dict[int, set[int]] = defaultdict(set)
        for lid in leden.filter(dossier__in=dossiers):
            self.eenheden[lid.dossier_id].add(lid.eenheid_id)
        alle = {pk for eenheden in self.eenheden.values() for pk in eenheden}
        self.leden: dict[int, list[Eenheidlid]] = defaultdict(list)
        for lid in leden.filter(eenheid__in=alle):
            self.leden[lid.eenheid_id].append(lid)
        afwijkingen = Prefetch("afwijkingen", Ontzorgbesluit.objects.select_related("beschikking"))
        lasten = _lasten(maanden).filter(eenheid__in=alle).prefetch_related(afwijkingen)
        lasten = lasten.select_related("soort", "crediteur", "overname")
        self.lasten = [last for last in lasten if last.dossier_id is None or last.dossier_id in self.eenheden]
        self.perioden: dict[int, list[Ontzorgperiode]] = defaultdict(list)
        van_wie = {lid.dossier_id for rij in self.leden.values() for lid in rij} | {dossier.pk for dossier in dossiers}
        for periode in Ontzorgperiode.objects.in_dagen(eerste, laatste).filter(dossier__in=van_wie):
            self.perioden[periode.dossier_id].append(periode)
        vast = Maandafrekening.objects.filter(eenheid__in=alle, betaalmaand__maand__in=maanden)
        self.vast = set(vast.values_list("eenheid", "betaalmaand__maand"))
        self.verwacht = verwacht({last.eenheid_id for last in self.lasten}, maanden)
        self.verplichtingen = {
            (rij.last_id, rij.maand): rij
            for rij in Betaalverplichting.objects.filter(last__in=self.lasten, maand__in=maanden)
            .select_related("afrekening__betaalmaand", "crediteur")
            .prefetch_related(EERDERE)
        }
        self.pogingen = {rij.pk: list(rij.pogingen.all())[-1:] for rij in self.verplichtingen.values()}
        open_ = [rij for rij in self.verplichtingen.values() if self._is_te_betalen(rij)]
        beschreven = beschrijf(open_, gemeente=dossiers[0].gemeente, op=op) if open_ else []
        self.waarom_niet = {rij.verplichting.pk: rij.waarom_niet for rij in beschreven}
        regels = Inhoudingsregel.objects.filter(verplichting__in=list(self.verplichtingen.values()))
        self.op_lijst = set(regels.values_list("verplichting", flat=True))
        gemeld = Inhoudingsuitkomst.objects.filter(verplichting__in=self.op_lijst).order_by("pk")
        self.uitkomsten = {rij.verplichting_id: rij for rij in gemeld}  # the newest one stays
        tot = gemeld_voor(dossiers[0].gemeente, op) if dossiers else op
        te_laat = niet_teruggemeld(Betaalverplichting.objects.filter(pk__in=self.op_lijst), tot)
        self.te_laat = set(te_laat.values_list("pk", flat=True))

    def _is_te_betalen(self, rij: Betaalverplichting) -> bool:
        """Withheld, while no run pays it."""
        eigen = rij.afrekening.betaalmaand.wijze == Betaalwijze.EIGEN_BATCH
        return eigen and not any(poging.stand in LOPEND_OF_BETAALD for poging in self.pogingen[rij.pk])

    def eenheden_in(self, dossier: Dossier, maand: date) -> set[int]:
        """The units this person belongs to on any day of the month."""
        rijen = (lid for pk in self.eenheden[dossier.pk] for lid in self.leden[pk])
        return {lid.eenheid_id for lid in rijen if lid.dossier_id == dossier.pk and lid.geldt_in(maand)}

    def wordt_betaald(self, last: VasteLast, maand: date) -> bool:
        """Whether a period holds in this month: that of the person, or for the household of anybody in the unit."""
        einde = laatste_dag(maand)
        leden = [lid.dossier_id for lid in self.leden[last.eenheid_id] if lid.geldt_in(maand)]
        wie = [last.dossier_id] if last.dossier_id else leden
        perioden = [periode for dossier in wie for periode in self.perioden[dossier]]
        return any(periode.vanaf <= einde and periode.laatste_dag >= maand for periode in perioden)


def _lasten(maanden: Sequence[date]) -> QuerySet[VasteLast]:
    rijen = VasteLast.objects.filter(eerste_maand__lte=maanden[-1])
    return rijen.filter(Q(laatste_maand__isnull=True) | Q(laatste_maand__gte=maanden[0]))


def _rij(dossier: Dossier, soorten: Iterable[Lastsoort], maanden: Sequence[date], bron: _Bron) -> Matrixrij:
    eigen = [
        last
        for last in bron.lasten
        if last.eenheid_id in bron.eenheden[dossier.pk] and last.dossier_id in (None, dossier.pk)
    ]
    hoort_bij = {maand: bron.eenheden_in(dossier, maand) for maand in maanden}
    cellen = tuple(
        tuple(
            _vak([x for x in eigen if x.soort_id == soort.pk and x.eenheid_id in hoort_bij[maand]], maand, bron)
            for maand in maanden
        )
        for soort in soorten
    )
    return Matrixrij(dossier, cellen, max((p.laatste_dag for p in bron.perioden[dossier.pk]), default=None))


def _vak(lasten: Iterable[VasteLast], maand: date, bron: _Bron) -> Vak:
    return Vak(maand, tuple(_stand(last, maand, bron) for last in lasten if last.geldt_in(maand)))


def _stand(last: VasteLast, maand: date, bron: _Bron) -> Regel:
    verplichting = bron.verplichtingen.get((last.pk, maand))
    if verplichting is None:
        return _zonder_verplichting(last, maand, bron)
    bedrag, gevraagd = verplichting.bedrag, max(verplichting.bedrag, last.gevraagd_in(maand))
    waarom_niet = bron.waarom_niet.get(verplichting.pk, "")
    for poging in bron.pogingen[verplichting.pk]:
        stand = POGING[Pogingstand(poging.stand)]
        return Regel(stand, poging.betaald, gevraagd, (waarom_niet or poging.reden) if stand.let_op else "")
    if verplichting.afrekening.betaalmaand.wijze == Betaalwijze.UITKERINGSSYSTEEM:
        gemeld = bron.uitkomsten.get(verplichting.pk)
        return Regel(_inhouding(verplichting, bron), gemeld.bedrag if gemeld else bedrag, gevraagd)
    if waarom_niet:
        return Regel(Stand.NIET_TE_BETALEN, 0, gevraagd, waarom_niet)
    return Regel(Stand.VASTGESTELD, bedrag, gevraagd)


def _zonder_verplichting(last: VasteLast, maand: date, bron: _Bron) -> Regel:
    if last.is_overgenomen(maand):
        stand = OVERNEMER.get(Overnemer(last.overname.wie), Stand.OVERGENOMEN)
        bedrag = 0 if stand is Stand.VERVALLEN else last.bedrag
        return Regel(stand, bedrag, bedrag)
    besluit, bedrag, reden = last.afwijking_in(maand), last.gevraagd_in(maand), ""
    if besluit and besluit.beschikking:
        reden = f"In plaats van {euro(last.bedrag)}, besluit {besluit.beschikking.nummer}."
    if besluit and not bedrag:
        return Regel(Stand.VOLGENS_BESLUIT, 0, 0, reden)
    if (last.eenheid_id, maand) in bron.vast:
        return Regel(Stand.NIET_BETAALD, 0, bedrag, reden)
    if bron.wordt_betaald(last, maand):
        return _verwacht(bron.verwacht.get((last.pk, maand)), bedrag, reden)
    return Regel(Stand.ZELF, last.bedrag, last.bedrag)


def _verwacht(komt: Verwachting | None, bedrag: int, reden: str) -> Regel:
    if komt is None or komt.betaald >= bedrag:
        return Regel(Stand.VERWACHT, bedrag, bedrag, reden)
    return Regel(Stand.TE_WEINIG if komt.gaat_mee else Stand.GAAT_NIET_MEE, komt.betaald, bedrag, reden)


def _inhouding(verplichting: Betaalverplichting, bron: _Bron) -> Stand:
    """What the benefit system told of it, or that it was asked and did not answer in time."""
    if verplichting.pk not in bron.op_lijst:
        return Stand.VASTGESTELD
    uitkomst = bron.uitkomsten.get(verplichting.pk)
    if uitkomst is None:
        return Stand.NIET_GEMELD if verplichting.pk in bron.te_laat else Stand.OP_LIJST
    if not uitkomst.gedaan:
        return Stand.NIET_INGEHOUDEN
    return Stand.INGEHOUDEN if uitkomst.bedrag == verplichting.bedrag else Stand.ANDER_BEDRAG
