"""The month of a unit, reckoned from what is recorded. Nothing is stored: a month that is paid is frozen elsewhere."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import Prefetch, prefetch_related_objects

from cases.instellingen import Keuzeverloop
from cases.services.termijnen import feiten_per_dossier
from inburgering.recht.feiten import Dossierfeiten
from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen import afrekening as som
from ontzorgen.bijstandsnorm import norm_van_maand
from ontzorgen.enums import Postsoort
from ontzorgen.kortingen import AfrekeningFout, Korting, KortingSoort
from ontzorgen.maandbedrag import Leefsituatie
from ontzorgen.maanden import Periode, laatste_dag
from ontzorgen.models import (
    Bijstandsnorm,
    Eenheidlid,
    Maandpost,
    Ontzorgbesluit,
    Ontzorgperiode,
    Uitkeringseenheid,
    VasteLast,
)
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, Norm, NormFout, Normtabel

from .fout import OntzorgFout
from .leefsituaties import als_waarde, naar_leeftijd, tegenspraak

EEN_DAG = date.resolution
KEUZES = ("ontzorgen_volgorde", "ontzorgen_minimum_leefgeld", "ontzorgen_machtiging")


class Maandrekening:
    """The months of one unit. What is recorded is read once, however many months are asked for.

    Of the fixed costs of who is in `geheim`, by dossier, neither creditor nor reference is named.
    """

    def __init__(
        self, eenheid: Uitkeringseenheid, gedeeld: "Gedeeld | None" = None, *, geheim: Collection[int] = ()
    ) -> None:
        if gedeeld is None:
            eenheid = copy(eenheid)  # what is fetched beforehand is not left on the row of the caller
            gedeeld = Gedeeld([eenheid])
        self.gedeeld = gedeeld
        self.eenheid, self.geheim = eenheid, geheim
        self.situaties = situaties(eenheid)
        self.recht = recht_op_bijstand(eenheid, self.gedeeld.feiten)
        self.posten = list(eenheid.posten.all())
        self.lasten = list(eenheid.lasten.all())

    def lasten_in(self, maand: date) -> list[VasteLast]:
        """The fixed costs that are due in this month: of the household, and of who belongs to the unit in it."""
        leden = {lid.dossier_id for lid in self.eenheid.leden.all() if lid.geldt_in(maand)}
        van_wie = leden | {None}
        return [last for last in self.lasten if last.geldt_in(maand) and last.dossier_id in van_wie]

    def eis_maand(self, maand: date, *, zonder: Collection[VasteLast]) -> som.Maandafrekening:
        """The same for a letter, also with a norm that is not known yet; raises OntzorgFout for what is missing."""
        try:
            return self.maand(maand, voorlopig=True, zonder=zonder)
        except (NormFout, AfrekeningFout) as fout:
            raise OntzorgFout(f"Het leefgeld is nog niet te berekenen. {fout}") from fout

    def maand(self, maand: date, *, voorlopig: bool = False, zonder: Collection[VasteLast] = ()) -> som.Maandafrekening:
        """The settlement of a month, under the settings in force on its first day.

        Without the fixed costs in `zonder` and those that were taken over.

        `voorlopig` lets the newest known norm stand in for one that is not known yet. Raises NormFout and
        AfrekeningFout, both with a Dutch sentence, for what is missing.
        """
        self._eis_passend(maand)
        norm = norm_van_maand(
            maand, situaties=self.situaties, recht=self.recht, tabel=self.gedeeld.tabel, voorlopig=voorlopig
        )
        posten = [post for post in self.posten if post.geldt_in(maand)]
        lasten = [x for x in self.lasten_in(maand) if x not in zonder and not x.is_overgenomen(maand)]
        keuzes = self.gedeeld.keuzes(maand)
        return som.reken_af(
            norm,
            kortingen=[_korting(post) for post in posten if post.soort != Postsoort.OVERBRUGGING],
            overbruggingen=[som.Overbrugging(p.bedrag, p.bron) for p in posten if p.soort == Postsoort.OVERBRUGGING],
            lasten=[_last(last, maand, geheim=last.dossier_id in self.geheim) for last in lasten],
            volgorde=_volgorde(keuzes.volgorde, lasten),
            minimum_leefgeld=keuzes.minimum_leefgeld,
            beslagvrije_voet=max((p.beslagvrije_voet for p in posten if p.beslagvrije_voet is not None), default=None),
        )

    def _eis_passend(self, maand: date) -> None:
        """Raises NormFout when on a day of the month the living situation contradicts who belongs to the unit.

        One person in a couple is no contradiction as long as nobody left: the record of the other may be destroyed.
        """
        leden = list(self.eenheid.leden.all())
        einden = (lid.tot + EEN_DAG for lid in leden if lid.tot)
        begonnen = {maand, *(lid.vanaf for lid in leden), *einden, *(rij.periode.vanaf for rij in self.situaties)}
        for dag in sorted(dag for dag in begonnen if maand <= dag <= laatste_dag(maand)):
            aantal = sum(lid.vanaf <= dag and (lid.tot is None or dag <= lid.tot) for lid in leden)
            if aantal == 1 and not any(lid.tot and lid.tot < dag for lid in leden):
                continue
            for rij in self.situaties:
                gehuwd, zonder = rij.leefvorm.gehuwd, rij.partner_zonder_recht
                reden = tegenspraak(gehuwd=gehuwd, partner_zonder_recht=zonder, leden=aantal)
                if dag in rij.periode and reden:
                    raise NormFout(f"Op {datum_zonder_weekdag(dag)} past de leefsituatie niet meer. {reden}")


class Maandkeuzes(NamedTuple):
    """The order of paying, the minimum leefgeld in cents, and whether a cost is paid only with a machtiging."""

    volgorde: Sequence[str]
    minimum_leefgeld: int
    machtiging_nodig: bool


class Gedeeld:
    """What many units of one gemeente share, and what they have recorded, in as many queries as for one."""

    def __init__(self, eenheden: Sequence[Uitkeringseenheid]) -> None:
        haal_leden(eenheden)
        haal_lasten(eenheden)
        prefetch_related_objects(eenheden, "leefsituaties", "posten")
        dossiers = {lid.dossier_id: lid.dossier for eenheid in eenheden for lid in eenheid.leden.all()}
        self.feiten = feiten_per_dossier(list(dossiers.values()))
        self.gemeente = eenheden[0].gemeente
        self.tabel = normtabel()
        self._dossiers = list(dossiers)

    @cached_property
    def perioden(self) -> list[Ontzorgperiode]:
        """Of everybody in these units, whenever they hold."""
        return list(Ontzorgperiode.objects.filter(dossier__in=self._dossiers))

    @cached_property
    def _verloop(self) -> Keuzeverloop:
        return Keuzeverloop(self.gemeente, KEUZES)

    def keuzes(self, maand: date) -> Maandkeuzes:
        """What the gemeente chose, in force on the first day of the month."""
        (volgorde, _), (minimum, _), (machtiging, _) = self._verloop.op(maand).values()
        return Maandkeuzes(volgorde, int(minimum) * 100, machtiging == "nodig")


def haal_leden(eenheden: Sequence[Uitkeringseenheid]) -> None:
    """Fetch beforehand who belongs to these units; what was fetched already is not asked again."""
    prefetch_related_objects(eenheden, Prefetch("leden", Eenheidlid.objects.select_related("dossier__inburgeraar")))


def haal_lasten(eenheden: Sequence[Uitkeringseenheid]) -> None:
    """The same of their fixed costs, with what is known of each."""
    afwijkingen = Prefetch("afwijkingen", Ontzorgbesluit.objects.select_related("beschikking"))
    lasten = VasteLast.objects.select_related("soort", "crediteur", "overname", "vervolg")
    prefetch_related_objects(eenheden, Prefetch("lasten", lasten.prefetch_related(afwijkingen)))


def maandrekeningen(eenheden: Sequence[Uitkeringseenheid]) -> list[Maandrekening]:
    """The same for many units of one gemeente, in a fixed number of queries."""
    gedeeld = Gedeeld(eenheden) if eenheden else None
    return [Maandrekening(eenheid, gedeeld) for eenheid in eenheden]


def normtabel() -> Normtabel:
    """All norms that are recorded."""
    return Normtabel(
        Norm(Leefvorm(rij.leefvorm), Leeftijdsgroep(rij.leeftijdsgroep), rij.vanaf, rij.bedrag, rij.vakantietoeslag,
             rij.bron)
        for rij in Bijstandsnorm.objects.all()
    )  # fmt: skip


def situaties(eenheid: Uitkeringseenheid) -> list[Leefsituatie]:
    """Every living situation up to the day before the next one, in parts where ages outgrow its group."""
    rijen = list(eenheid.leefsituaties.all())
    einden = [*(rij.vanaf - EEN_DAG for rij in rijen[1:]), None][: len(rijen)]
    waarden = (als_waarde(rij, einde) for rij, einde in zip(rijen, einden, strict=True))
    return [deel for waarde in waarden for deel in naar_leeftijd(waarde, list(eenheid.leden.all()))]


def recht_op_bijstand(eenheid: Uitkeringseenheid, feiten: Mapping[int, Dossierfeiten]) -> list[Periode]:
    """The periods in which at least one member has a right to bijstand, as far as he belongs to the unit."""
    perioden = []
    for lid in eenheid.leden.all():
        for recht in bijstandsperioden(feiten[lid.dossier_id]):
            begin = max(recht.vanaf, lid.vanaf)
            einden = [dag for dag in (recht.tot_en_met, lid.tot) if dag]
            if not einden or min(einden) >= begin:
                perioden.append(Periode(begin, min(einden) if einden else None))
    return perioden


def bijstandsperioden(feiten: Dossierfeiten) -> Iterable[Periode]:
    """Every right to bijstand, from its first day up to the day before it ended."""
    for begin, einde in feiten.rechten_op_bijstand:
        if einde is None:
            yield Periode(begin.datum)
        elif einde.datum > begin.datum:
            yield Periode(begin.datum, einde.datum - EEN_DAG)


def _korting(post: Maandpost) -> Korting:
    return Korting(KortingSoort(post.soort), post.bedrag, f"{post.omschrijving}; {post.bron}")


def _last(last: VasteLast, maand: date, *, geheim: bool) -> som.VasteLast:
    """What is due of it in this month: its amount, or that of the decision to deviate from it."""
    naam, crediteur = (last.soort.naam, "") if geheim else (f"{last.soort.naam} {last.kenmerk}", last.crediteur.naam)
    bedrag, waarom = last.bedrag, ""
    besluit = last.afwijking_in(maand)
    if besluit and besluit.beschikking and besluit.bedrag is not None:
        bedrag = besluit.bedrag
        waarom = f"In plaats van {euro(last.bedrag)}, volgens besluit {besluit.beschikking.nummer}."
    return som.VasteLast(last.sleutel, last.soort.code, naam, crediteur, bedrag, waarom)


def _volgorde(gekozen: Sequence[str], lasten: Iterable[VasteLast]) -> list[str]:
    """The order of the gemeente, and behind it the kinds it does not name, in their own order."""
    overige = sorted({last.soort for last in lasten if last.soort.code not in gekozen}, key=lambda s: s.volgorde)
    return [*gekozen, *(soort.code for soort in overige)]
