"""The month on one page for the inburgeraar: what comes in, what is paid for him and to whom, what is left."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.models import Document, Dossier, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, kenmerk
from cases.services.brieven import Brief, BriefFout, stel_op
from ontzorgen.afrekening import RegelSoort
from ontzorgen.brieven import MAANDOVERZICHT
from ontzorgen.enums_betaling import Batchstand, Betaalwijze
from ontzorgen.enums_einde import Overnemer
from ontzorgen.inhoud import Rekenregel
from ontzorgen.inhoud_maand import Betaling, MaandoverzichtInhoud, Toeslagregel, Zelfbetaling
from ontzorgen.maanden import laatste_dag, maandnaam
from ontzorgen.models import Betaalpoging, Maandafrekening, Ontzorgperiode, Uitkeringseenheid, VasteLast
from ontzorgen.toeslagen import ToeslagSoort, ToeslagStatus, stand

from .afrekening import Maandrekening
from .besluitbrief import eis_in_leven, te_verzwijgen
from .betaalruns import gekozen_dag, wijze_van
from .fout import OntzorgFout
from .oordeel import afwijking_van_de_wet
from .zelf_betalen import te_dragen, zelf_in_vaste_maand, zelf_te_betalen

NAMEN = {
    RegelSoort.NORM: "Uw bijstand",
    RegelSoort.OVERBRUGGING: "Extra geld: bijzondere bijstand",
    RegelSoort.KORTING: "Eraf: {}",
    RegelSoort.VASTE_LAST: "Wij betalen voor u",
    RegelSoort.LEEFGELD: "Uw leefgeld",
}
ONGEZEGD = (ToeslagStatus.AFGEWEZEN, ToeslagStatus.AFGELOPEN)


@dataclass(frozen=True, slots=True)
class Maandbeeld:
    """A month of a unit: (kind, name, cents) of every row, each payment with what stays open of it, and what the
    household pays itself.
    """

    rijen: Sequence[tuple[RegelSoort, str, int]]
    betalingen: Sequence[Betaling]
    zelf: Collection[VasteLast]
    definitief: bool


def maak_maandoverzicht(
    *, dossier: Dossier, eenheid: Uitkeringseenheid, maand: date, door: Medewerker, op: date
) -> Document:
    """Queue the page for the worker; the same again makes nothing.

    A frozen month is told as it was frozen, with what the bank did not pay of it. Raises OntzorgFout for a month in
    which the gemeente pays nothing for this person, when it cannot be reckoned, and when the person died.
    """
    inhoud = overzicht_van(dossier=dossier, eenheid=eenheid, maand=maand, door=door, op=op)
    brief = Brief(f"{MAANDOVERZICHT.naam} {maandnaam(maand)}", inhoud)
    try:
        return stel_op(dossier=dossier, soort=MAANDOVERZICHT, brieven=[brief], door=door, op=op)[0]
    except BriefFout as fout:
        raise OntzorgFout(str(fout)) from fout


def overzicht_van(
    *, dossier: Dossier, eenheid: Uitkeringseenheid, maand: date, door: Medewerker, op: date
) -> MaandoverzichtInhoud:
    """What the page says, as known on `op`; raises as `maak_maandoverzicht`."""
    eis_in_leven(dossier)
    periode, gestopt = _periode(dossier, eenheid, maand)
    geheim = te_verzwijgen(eenheid, dossier)
    beeld = _vastgesteld(eenheid, maand, geheim, gestopt=gestopt) or _berekend(eenheid, maand, geheim)
    return MaandoverzichtInhoud(
        afzender=afzender(dossier.gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kenmerk(
            nummer=dossier.nummer,
            onderwerp=f"Uw geld in {maandnaam(maand)}",
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=dossier.consulent or door,
        ),
        naam=dossier.inburgeraar.naam,
        maand=maand.isoformat(),
        leefgeld=sum(bedrag for soort, _, bedrag in beeld.rijen if soort != RegelSoort.LEEFGELD),
        betaald=sum(betaling.bedrag for betaling in beeld.betalingen),
        tot_en_met=periode.laatste_dag.isoformat(),
        gestopt=gestopt,
        betalingen=tuple(beeld.betalingen),
        zelf=tuple(_zelf(last, maand, geheim) for last in beeld.zelf),
        rekening=tuple(_rekening(beeld)),
        toeslagen=tuple(_toeslagen(dossier, eenheid, maand, op)),
        betaaldag=_betaaldag(eenheid, maand),
        definitief=beeld.definitief,
        uitzoeken=sum(betaling.uitzoeken for betaling in beeld.betalingen),
        wijkt_af=afwijking_van_de_wet(dossier=dossier, op=op),
    )


def _periode(dossier: Dossier, eenheid: Uitkeringseenheid, maand: date) -> tuple[Ontzorgperiode, bool]:
    """The period of this month; or, with True, one that was ended before it while the month was fixed already.

    Raises OntzorgFout without either.
    """
    rijen = Ontzorgperiode.objects.filter(dossier=dossier)
    if periode := rijen.in_maand(maand).last():
        return periode, False
    eerder = rijen.filter(vanaf__lte=laatste_dag(maand), tot_en_met__gte=maand).last()
    if eerder and Maandafrekening.objects.filter(eenheid=eenheid, betaalmaand__maand=maand).exists():
        return eerder, True
    raise OntzorgFout(f"In {maandnaam(maand)} betaalt de gemeente geen vaste lasten voor deze persoon.")


def _vastgesteld(
    eenheid: Uitkeringseenheid, maand: date, geheim: Collection[int], *, gestopt: bool
) -> Maandbeeld | None:
    rijen = Maandafrekening.objects.filter(eenheid=eenheid, betaalmaand__maand=maand)
    rij = rijen.select_related("betaalmaand", "eenheid").first()
    if rij is None:
        return None
    regels = [
        (RegelSoort(r["soort"]), r["naam"], r["bedrag"]) for r in rij.regels if r["soort"] in RegelSoort.__members__
    ]
    kwijt = set(
        Betaalpoging.objects.uit_te_zoeken().filter(verplichting__afrekening=rij).values_list("verplichting", flat=True)
    )
    if gestopt and rij.betaalmaand.wijze == Betaalwijze.EIGEN_BATCH:  # what was not released, goes out no more
        vrij = Betaalpoging.objects.filter(batch__stand=Batchstand.VRIJGEGEVEN, verplichting__afrekening=rij)
        kwijt |= set(rij.verplichtingen.exclude(pogingen__in=vrij).values_list("pk", flat=True))
    tekorten = {tekort.last_id: tekort.gevraagd - tekort.betaald for tekort in rij.tekorten.all()}
    betalingen = [
        Betaling(soort=v.last.soort.naam, crediteur="" if v.last.dossier_id in geheim else v.crediteur_naam,
                 bedrag=v.bedrag, tekort=tekorten.get(v.last_id, 0), uitzoeken=v.pk in kwijt)
        for v in rij.verplichtingen.select_related("last__soort")
    ]  # fmt: skip
    return Maandbeeld(regels, betalingen, te_dragen(zelf_in_vaste_maand(rij)), definitief=True)


def _berekend(eenheid: Uitkeringseenheid, maand: date, geheim: Collection[int]) -> Maandbeeld:
    rekening = Maandrekening(eenheid, geheim=geheim)
    zelf = zelf_te_betalen(rekening, maand)
    afrekening = rekening.eis_maand(maand, zonder=zelf)
    if afrekening.geen_bijstand:
        raise OntzorgFout(afrekening.geen_bijstand)
    namen = {last.sleutel: last.soort.naam for last in rekening.lasten}
    betalingen = [
        Betaling(soort=namen[r.last.sleutel], crediteur=r.last.crediteur, bedrag=r.betaald, tekort=r.tekort)
        for r in afrekening.lasten
    ]
    rijen = [(r.soort, r.naam, r.bedrag) for r in afrekening.regels]
    return Maandbeeld(rijen, betalingen, te_dragen(zelf), definitief=False)


def _zelf(last: VasteLast, maand: date, geheim: Collection[int]) -> Zelfbetaling:
    """Since when is known of what was taken over."""
    overname = last.overname if last.is_overgenomen(maand) else None
    return Zelfbetaling(
        soort=last.soort.naam,
        crediteur="" if last.dossier_id in geheim else last.crediteur.naam,
        bedrag=last.bedrag,
        vanaf=overname.vanaf_maand.isoformat() if overname else "",
        door_ander=overname is not None and overname.wie == Overnemer.ANDER,
    )


def _rekening(beeld: Maandbeeld) -> Iterable[Rekenregel]:
    """One row per kind, kortingen one by one; the parts before the leefgeld add up to it."""
    for soort in (RegelSoort.NORM, RegelSoort.KORTING, RegelSoort.OVERBRUGGING, RegelSoort.VASTE_LAST):
        rijen = [(naam, bedrag) for eigen, naam, bedrag in beeld.rijen if eigen == soort]
        if soort == RegelSoort.KORTING:
            yield from (Rekenregel(naam=NAMEN[soort].format(naam.lower()), bedrag=bedrag) for naam, bedrag in rijen)
        elif rijen:
            yield Rekenregel(naam=NAMEN[soort], bedrag=sum(bedrag for _, bedrag in rijen))


def _toeslagen(dossier: Dossier, eenheid: Uitkeringseenheid, maand: date, op: date) -> Iterable[Toeslagregel]:
    """Those of the household and of the reader himself; what the partner gets for himself stays out."""
    for rij in eenheid.toeslagen.all():
        status = stand(rij.waarde, maand, op=op).status
        if rij.dossier_id in (None, dossier.pk) and status not in ONGEZEGD:
            vanaf = rij.ontvangen_vanaf or rij.verwacht_vanaf
            yield Toeslagregel(soort=ToeslagSoort(rij.soort).naam, status=status.value, bedrag=rij.waarde.bedrag,
                               vanaf=vanaf.isoformat() if vanaf else "")  # fmt: skip


def _betaaldag(eenheid: Uitkeringseenheid, maand: date) -> str:
    """The day on which creditors get their money, when the gemeente pays them itself; else ''."""
    wijze, _ = wijze_van(eenheid.gemeente, maand)
    return gekozen_dag(eenheid.gemeente, maand).isoformat() if wijze == Betaalwijze.EIGEN_BATCH else ""
