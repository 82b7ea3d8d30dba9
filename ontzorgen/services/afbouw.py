"""Who takes over which payment when the ontzorgen ends, and whether it was seen to be taken over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from ontzorgen.enums import Besluitsoort
from ontzorgen.enums_einde import Overnemer
from ontzorgen.handelingen_einde import AFBOUW_AFGESPROKEN, AFBOUW_NIET_OVERGENOMEN, AFBOUW_OVERGENOMEN
from ontzorgen.maanden import eerste_dag, maandnaam
from ontzorgen.models import (
    Eenheidlid,
    Maandafrekening,
    Ontzorgperiode,
    Overname,
    Uitkeringseenheid,
    VasteLast,
)
from ontzorgen.querysets_einde import NAGAAN, begon_uiterlijk, om_over_te_nemen

from .fout import OntzorgFout, keur
from .perioden import laatste_periode, laatste_perioden

VELDEN = frozenset({"wie", "naam", "wijze", "vanaf_maand"})


@dataclass(frozen=True, slots=True)
class Afbouwrij:
    """One payment that goes on after the end: the fixed cost, and what was agreed on it."""

    last: VasteLast
    overname: Overname | None

    @property
    def klaar(self) -> bool:
        """Somebody else pays it now, or nobody has to."""
        overname = self.overname
        return overname is not None and (overname.wie == Overnemer.VERVALT or overname.overgenomen_op is not None)


@dataclass(frozen=True, slots=True)
class Afbouwplan:
    """The plan of a unit towards the last day of the ontzorgen."""

    einde: date
    gevraagd: bool
    rijen: Sequence[Afbouwrij]
    op: date

    @property
    def zonder_afspraak(self) -> list[Afbouwrij]:
        return [rij for rij in self.rijen if rij.overname is None]

    @property
    def open(self) -> list[Afbouwrij]:
        """What nobody was seen to have taken over."""
        return [rij for rij in self.rijen if not rij.klaar]

    @property
    def luid(self) -> bool:
        """The end is near or was there, and something is left open."""
        return bool(self.open) and self.einde <= self.op + NAGAAN


def afbouwplan(*, dossier: Dossier, eenheid: Uitkeringseenheid | None, op: date) -> Afbouwplan | None:
    """The plan for the last period of this dossier; None without a period or a unit.

    Asked for from the fourth month, and at once in months that art. 57 Participatiewet added. A payment that ended
    before the month of the end is no part of it.
    """
    periode = laatste_periode(dossier)
    return _plan(periode, _lasten([eenheid.pk]), op) if periode and eenheid else None


def afbouwplan_uit(*, perioden: Sequence[Ontzorgperiode], lasten: Iterable[VasteLast], op: date) -> Afbouwplan | None:
    """The same from what was fetched before: the periods of a dossier, and every fixed cost of its unit."""
    gehouden = [periode for periode in perioden if periode.laatste_dag >= periode.vanaf]
    laatste = [last for last in lasten if getattr(last, "vervolg", None) is None]
    return _plan(gehouden[-1], laatste, op) if gehouden else None


def afbouwplannen(*, dossiers: Sequence[Dossier], op: date) -> dict[int, Afbouwplan]:
    """The plans of these dossiers, by their id, as `afbouwplan` gives them; three queries, however many dossiers."""
    perioden = laatste_perioden(dossiers)
    leden = Eenheidlid.objects.filter(dossier__in=list(perioden), vanaf__lte=op).exclude(tot__lt=op)
    eenheden = dict(leden.values_list("dossier", "eenheid"))
    lasten: dict[int, list[VasteLast]] = {eenheid: [] for eenheid in eenheden.values()}
    for last in _lasten(lasten):
        lasten[last.eenheid_id].append(last)
    return {dossier: _plan(perioden[dossier], lasten[eenheid], op) for dossier, eenheid in eenheden.items()}


def _lasten(eenheden: Iterable[int]) -> QuerySet[VasteLast]:
    rijen = VasteLast.objects.filter(eenheid__in=eenheden).select_related("soort", "crediteur", "overname")
    return om_over_te_nemen(rijen)


def _plan(periode: Ontzorgperiode, lasten: Iterable[VasteLast], op: date) -> Afbouwplan:
    einde = periode.laatste_dag
    rijen = [
        Afbouwrij(last, getattr(last, "overname", None))
        for last in lasten
        if last.laatste_maand is None or last.laatste_maand >= eerste_dag(einde)
    ]
    gevraagd = periode.vanaf <= begon_uiterlijk(op) or periode.besluit.soort == Besluitsoort.ARTIKEL_57
    return Afbouwplan(einde, gevraagd, rijen, op)


@transaction.atomic
def spreek_overname_af(
    *, last: VasteLast, gegevens: Mapping[str, Any], dossier: Dossier, door: Medewerker, op: date
) -> Overname:
    """Agree who pays this from which month, or agree it anew while nobody took it over.

    The same agreement again changes nothing. Raises OntzorgFout for a payment that was taken over already, for a row
    that another one follows, for a first month that is past or fixed, and for what the database refuses.
    """
    rij = VasteLast.objects.select_for_update(of=("self",)).select_related("soort").get(pk=last.pk)
    if VasteLast.objects.filter(volgt_op=rij).exists():
        raise OntzorgFout("Deze vaste last is gewijzigd. Maak de afspraak bij de laatste regel.")
    overname = Overname.objects.filter(last=rij).first() or Overname(last=rij)
    if overname.overgenomen_op:
        raise OntzorgFout("Deze betaling is al overgenomen. Zet dat eerst terug.")
    nieuw = {veld: gegevens[veld] for veld in VELDEN}
    if nieuw["wie"] != Overnemer.ANDER:
        nieuw["naam"] = ""
    if overname.pk and all(getattr(overname, veld) == waarde for veld, waarde in nieuw.items()):
        return overname
    _eis_nog_te_betalen(rij, nieuw["vanaf_maand"], dossier, op)
    for veld, waarde in nieuw.items():
        setattr(overname, veld, waarde)
    overname.door = door
    keur(overname)
    overname.save()
    _schrijf(dossier, AFBOUW_AFGESPROKEN, overname, door, op)
    return overname


@transaction.atomic
def bevestig_overname(
    *, overname: Overname, datum: date, bewijs: str, dossier: Dossier, door: Medewerker, op: date
) -> Overname:
    """It was seen on this day that somebody else pays.

    A second time changes nothing. Raises OntzorgFout for a day that is still to come, and without what showed it.
    """
    rij = Overname.objects.select_for_update(of=("self",)).select_related("last__soort").get(pk=overname.pk)
    if rij.overgenomen_op:
        return rij
    if datum > op:
        raise OntzorgFout("Deze dag ligt in de toekomst.", "datum")
    if rij.wie == Overnemer.VERVALT:
        raise OntzorgFout("Deze last houdt op; er is niets over te nemen.")
    rij.overgenomen_op, rij.bewijs = datum, bewijs.strip()
    keur(rij)
    rij.save(update_fields=["overgenomen_op", "bewijs"])
    _schrijf(dossier, AFBOUW_OVERGENOMEN, rij, door, op)
    return rij


@transaction.atomic
def zet_overname_terug(*, overname: Overname, dossier: Dossier, door: Medewerker, op: date) -> Overname:
    """It was not taken over after all: the payment is open again. A second time changes nothing."""
    rij = Overname.objects.select_for_update(of=("self",)).select_related("last__soort").get(pk=overname.pk)
    if rij.overgenomen_op is None:
        return rij
    rij.overgenomen_op, rij.bewijs = None, ""
    rij.save(update_fields=["overgenomen_op", "bewijs"])
    _schrijf(dossier, AFBOUW_NIET_OVERGENOMEN, rij, door, op)
    return rij


def neem_afspraak_mee(*, van: VasteLast, naar: VasteLast) -> None:
    """Another amount from a month on keeps the agreement; another creditor asks for a new one."""
    if van.crediteur_id == naar.crediteur_id:
        Overname.objects.filter(last=van).update(last=naar)


def _eis_nog_te_betalen(last: VasteLast, vanaf_maand: date, dossier: Dossier, op: date) -> None:
    """Raises OntzorgFout for a first month that the gemeente paid or pays: past and in the period, or fixed."""
    periode = laatste_periode(dossier)
    if periode and vanaf_maand < eerste_dag(op) and vanaf_maand <= periode.laatste_dag:
        raise OntzorgFout("Deze maand is voorbij; toen betaalde de gemeente nog. Kies deze maand of een latere.",
                          "vanaf_maand")  # fmt: skip
    vast = Maandafrekening.objects.filter(eenheid=last.eenheid_id, betaalmaand__maand__gte=vanaf_maand)
    laatste = vast.order_by("-betaalmaand__maand").values_list("betaalmaand__maand", flat=True).first()
    if laatste:
        raise OntzorgFout(f"{maandnaam(laatste).capitalize()} is al vastgesteld; die betaalt de gemeente nog. Kies een "
                          "latere maand.", "vanaf_maand")  # fmt: skip


def _schrijf(dossier: Dossier, soort: str, overname: Overname, door: Medewerker, op: date) -> None:
    """In the dossier in which it was done; of a cost of one person in the dossier of that person."""
    gegevens = {"last": overname.last.soort.naam.lower()}
    registreer_handeling(dossier=overname.last.dossier or dossier, soort=soort, datum=op, door=door, gegevens=gegevens)
