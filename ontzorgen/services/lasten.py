"""Fixed costs of a unit: recorded, changed from a month on, ended. What was paid stays as it was."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.instellingen import instelling
from cases.instellingen_ontzorgen import hoogste_bedragen
from cases.models import Medewerker
from inburgering.recht.geld import euro
from ontzorgen.enums import Besluitsoort, Besluitstand, Postsoort
from ontzorgen.handelingen_last import LAST_BEEINDIGD, LAST_GEWIJZIGD, LAST_VASTGELEGD, LAST_VERVALLEN, POST_VASTGELEGD
from ontzorgen.kenmerk import Kenmerkfout, Kenmerksoort, keur_kenmerk
from ontzorgen.maanden import eerste_dag, maandnaam, volgende_maand, vorige_maand
from ontzorgen.models import Maandafrekening, Maandpost, Ontzorgbesluit, Overname, Uitkeringseenheid, VasteLast

from .afbouw import neem_afspraak_mee
from .fout import OntzorgFout, keur
from .postkeur import keur_post
from .slot import zet_gemeente_op_slot
from .spoor import laat_spoor_na
from .vertrek import eis_niet_elders

VELDEN = frozenset({
    "dossier", "soort", "crediteur", "kenmerksoort", "kenmerk", "bedrag", "eerste_maand", "laatste_maand", "bron",
    "stuk", "machtiging_op",
})  # fmt: skip
TE_WIJZIGEN = frozenset({"crediteur", "kenmerksoort", "kenmerk", "bedrag", "bron", "stuk", "machtiging_op"})


@transaction.atomic
def leg_last_vast(*, eenheid: Uitkeringseenheid, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> VasteLast:
    """A fixed cost from a month on, with a step in the dossier of whom it is for, else of everybody in the unit.

    Raises OntzorgFout for what the fields and the database refuse, for a cost per person without the person, for a
    person who is no member of the unit, for a month that is frozen, for a machtiging signed after `op`, and for more
    than the gemeente thinks likely for this kind.
    """
    zet_gemeente_op_slot(eenheid.gemeente)
    last = VasteLast(eenheid=eenheid, door=door, **{veld: gegevens[veld] for veld in VELDEN & gegevens.keys()})
    _keur_persoon(last)
    _keur(last, op)
    _eis_niet_vastgesteld(last, "eerste_maand")
    last.save()
    _schrijf(last, LAST_VASTGELEGD, last.eerste_maand, door, op)
    return last


@transaction.atomic
def wijzig_last(
    *, last: VasteLast, vanaf_maand: date, gegevens: Mapping[str, Any], door: Medewerker, op: date
) -> VasteLast:
    """Another amount, creditor or reference from a month on: the old row ends the month before, a new one follows.

    From its own first month on, while no month was frozen with it, the row itself is put right; its history keeps what
    it was. The same change again returns the row that is there. Writes a step as `leg_last_vast` does. Raises
    OntzorgFout for a month in which the old row no longer or not yet ran, and as `leg_last_vast`.
    """
    zet_gemeente_op_slot(last.eenheid.gemeente)
    oud = VasteLast.objects.select_for_update().get(pk=last.pk)
    nieuw = {veld: gegevens[veld] for veld in TE_WIJZIGEN & gegevens.keys()}
    if vervolg := VasteLast.objects.filter(volgt_op=oud).first():
        if vervolg.eerste_maand == vanaf_maand and all(getattr(vervolg, v) == w for v, w in nieuw.items()):
            return vervolg
        raise OntzorgFout("Deze vaste last is al gewijzigd. Wijzig de laatste regel.")
    _eis_geen_afwijking(oud, vanaf_maand)
    _eis_eigen_machtiging(oud, nieuw)
    if vanaf_maand == oud.eerste_maand and not oud.verplichtingen.exists():
        return _verbeter(oud, nieuw, door, op)
    if vanaf_maand <= oud.eerste_maand:
        raise OntzorgFout(f"Deze regel begint in {maandnaam(oud.eerste_maand)}. Kies een latere maand.", "vanaf_maand")
    if oud.laatste_maand and vanaf_maand > volgende_maand(oud.laatste_maand):
        raise OntzorgFout("Deze vaste last is dan al geëindigd. Leg een nieuwe vast.", "vanaf_maand")
    opvolger = VasteLast(
        eenheid=oud.eenheid, dossier=oud.dossier, soort=oud.soort, volgt_op=oud, door=door, eerste_maand=vanaf_maand,
        laatste_maand=oud.laatste_maand if oud.laatste_maand and oud.laatste_maand >= vanaf_maand else None,
        **{veld: nieuw.get(veld, getattr(oud, veld)) for veld in TE_WIJZIGEN},
    )  # fmt: skip
    _eis_niet_vastgesteld(opvolger, "vanaf_maand")
    oud.laatste_maand = vorige_maand(vanaf_maand)
    oud.save(update_fields=["laatste_maand"])
    _keur(opvolger, op)
    opvolger.save()
    neem_afspraak_mee(van=oud, naar=opvolger)
    _schrijf(opvolger, LAST_GEWIJZIGD, vanaf_maand, door, op)
    return opvolger


def _verbeter(last: VasteLast, nieuw: Mapping[str, Any], door: Medewerker, op: date) -> VasteLast:
    """Put right what was recorded wrong and never counted; nothing when it was right."""
    if all(getattr(last, veld) == waarde for veld, waarde in nieuw.items()):
        return last
    for veld, waarde in nieuw.items():
        setattr(last, veld, waarde)
    last.door = door
    _keur(last, op)
    _eis_niet_vastgesteld(last, "vanaf_maand")
    last.save()
    _schrijf(last, LAST_GEWIJZIGD, last.eerste_maand, door, op)
    return last


def _eis_eigen_machtiging(oud: VasteLast, nieuw: Mapping[str, Any]) -> None:
    """Somebody signed for paying this creditor, not for another one."""
    ander = nieuw.get("crediteur", oud.crediteur) != oud.crediteur
    if ander and oud.machtiging_op and nieuw.get("machtiging_op", oud.machtiging_op) == oud.machtiging_op:
        raise OntzorgFout("De machtiging is getekend voor een andere crediteur. Vul de dag van de nieuwe machtiging "
                          "in, of laat dit leeg tot die er is.", "machtiging_op")  # fmt: skip


def _eis_geen_afwijking(last: VasteLast, vanaf_maand: date) -> None:
    """A decision on these months names this row; it would be left behind."""
    besluiten = [rij for rij in last.afwijkingen.select_related("beschikking") if rij.telt]
    laatste = max((rij.tot_en_met for rij in besluiten if rij.tot_en_met), default=None)
    if laatste and laatste >= vanaf_maand:
        raise OntzorgFout(f"Over {maandnaam(laatste)} is een afwijkend bedrag besloten. Kies "
                          f"{maandnaam(volgende_maand(eerste_dag(laatste)))} of later.", "vanaf_maand")  # fmt: skip


@transaction.atomic
def beeindig_last(*, last: VasteLast, laatste_maand: date, door: Medewerker, op: date) -> VasteLast:
    """The last month in which it is paid, with a step as `leg_last_vast` writes; the same month again changes nothing.

    Raises OntzorgFout for a month before its first one, for a row that another one follows, for a row that ends before
    this month, and while a later month was frozen with it.
    """
    zet_gemeente_op_slot(last.eenheid.gemeente)
    rij = VasteLast.objects.select_for_update().get(pk=last.pk)
    if VasteLast.objects.filter(volgt_op=rij).exists():
        raise OntzorgFout("Deze vaste last is al gewijzigd. Beëindig de laatste regel.")
    if rij.laatste_maand == laatste_maand:
        return rij
    if rij.laatste_maand and laatste_maand > rij.laatste_maand:
        raise OntzorgFout(f"Deze vaste last eindigt al in {maandnaam(rij.laatste_maand)}. Leg een nieuwe vast als hij "
                          "daarna doorgaat.", "laatste_maand")  # fmt: skip
    if vast := rij.verplichtingen.filter(maand__gt=laatste_maand).order_by("-maand").first():
        raise OntzorgFout(f"{maandnaam(vast.maand).capitalize()} is al vastgesteld en gaat toch uit. Kies "
                          f"{maandnaam(vast.maand)} of later.", "laatste_maand")  # fmt: skip
    rij.laatste_maand = laatste_maand
    keur(rij)
    rij.save(update_fields=["laatste_maand"])
    _schrijf(rij, LAST_BEEINDIGD, laatste_maand, door, op)
    return rij


@transaction.atomic
def neem_last_terug(*, last: VasteLast, door: Medewerker, op: date) -> None:
    """Take out a fixed cost that should not be there, with a step as `leg_last_vast` writes.

    Raises OntzorgFout once a month was fixed with it, and for a row that another one follows, that follows on one, that
    a decision names or of which it was agreed who takes it over.
    """
    zet_gemeente_op_slot(last.eenheid.gemeente)
    rij = VasteLast.objects.select_for_update(of=("self",)).get(pk=last.pk)
    if vast := rij.verplichtingen.order_by("-maand").first():
        raise OntzorgFout(f"{maandnaam(vast.maand).capitalize()} is al vastgesteld, met deze last erbij. Kies een "
                          "laatste maand.", "vervalt")  # fmt: skip
    vervolg = rij.volgt_op_id or VasteLast.objects.filter(volgt_op=rij).exists()
    if vervolg or rij.afwijkingen.exists() or Overname.objects.filter(last=rij).exists():
        raise OntzorgFout("Deze last is al gewijzigd, of er is een besluit of afspraak over. Kies een laatste maand.",
                          "vervalt")  # fmt: skip
    _schrijf(rij, LAST_VERVALLEN, rij.eerste_maand, door, op)
    rij.delete()


@transaction.atomic
def leg_post_vast(*, eenheid: Uitkeringseenheid, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Maandpost:
    """Income, a korting, beslag or an advance, with a step in the dossier of everybody in the unit.

    Raises OntzorgFout as `keur_post`, for a month that is frozen, and for an overbrugging: that comes from its
    decision.
    """
    if gegevens.get("soort") == Postsoort.OVERBRUGGING:
        raise OntzorgFout("Een overbrugging komt alleen uit een besluit over bijzondere bijstand.", "soort")
    zet_gemeente_op_slot(eenheid.gemeente)
    post = Maandpost(eenheid=eenheid, door=door, **gegevens)
    keur_post(post)
    _eis_niet_vastgesteld(post, "eerste_maand")
    post.save()
    woorden = {"post": post.get_soort_display(), "maand": maandnaam(post.eerste_maand)}
    laat_spoor_na(eenheid=eenheid, van=None, soort=POST_VASTGELEGD, gegevens=woorden, door=door, op=op)
    return post


@transaction.atomic
def leg_overbrugging_vast(*, eenheid: Uitkeringseenheid, besluit: Ontzorgbesluit, door: Medewerker) -> Maandpost:
    """The overbrugging that this decision grants counts in its months; nobody types it again.

    Raises OntzorgFout for a decision that grants none or was not taken, of somebody outside the unit, and for a month
    that is frozen.
    """
    zet_gemeente_op_slot(eenheid.gemeente)
    toegekend = besluit.soort == Besluitsoort.BIJZONDERE_BIJSTAND and besluit.toegekend and besluit.bedrag
    if not toegekend or besluit.beschikking is None or besluit.stand != Besluitstand.VASTGESTELD:
        raise OntzorgFout("Dit besluit kent geen overbrugging toe.")
    if not eenheid.leden.filter(dossier=besluit.dossier_id).exists():
        raise OntzorgFout("Dit besluit gaat over iemand die niet bij de uitkeringseenheid hoort.")
    post = Maandpost(
        eenheid=eenheid, door=door, soort=Postsoort.OVERBRUGGING, bedrag=besluit.bedrag, eerste_maand=besluit.vanaf,
        omschrijving="overbrugging tot de toeslagen komen", bron=f"besluit {besluit.beschikking.nummer}",
        laatste_maand=eerste_dag(besluit.tot_en_met) if besluit.tot_en_met else None,
    )  # fmt: skip
    keur(post)
    _eis_niet_vastgesteld(post, "")
    post.save()
    return post


def _schrijf(last: VasteLast, soort: str, maand: date, door: Medewerker, op: date) -> None:
    woorden = {"last": last.soort.naam.lower(), "maand": maandnaam(maand)}
    laat_spoor_na(eenheid=last.eenheid, van=last.dossier, soort=soort, gegevens=woorden, door=door, op=op)


def _eis_niet_vastgesteld(last: VasteLast | Maandpost, veld: str) -> None:
    """A month that was frozen takes in nothing new: it would be withheld by nobody and paid to nobody."""
    vast = Maandafrekening.objects.filter(eenheid=last.eenheid, betaalmaand__maand__gte=last.eerste_maand)
    if last.laatste_maand:
        vast = vast.filter(betaalmaand__maand__lte=last.laatste_maand)
    maand = vast.order_by("-betaalmaand__maand").values_list("betaalmaand__maand", flat=True).first()
    if maand:
        raise OntzorgFout(f"{maandnaam(maand).capitalize()} is al vastgesteld en verandert niet meer. Kies "
                          f"{maandnaam(volgende_maand(maand))} of later.", veld)  # fmt: skip


def _keur(last: VasteLast, op: date) -> None:
    """What every row must be, however it came to be; raises OntzorgFout at its field."""
    if last.machtiging_op and last.machtiging_op > op:
        raise OntzorgFout("Een machtiging die nog niet is getekend, telt niet. Vul de dag in als hij is getekend.",
                          "machtiging_op")  # fmt: skip
    grenzen, _ = instelling(last.eenheid.gemeente, "ontzorgen_grenzen", last.eerste_maand)
    hoogste = hoogste_bedragen(grenzen).get(last.soort.code)
    if hoogste and last.bedrag > hoogste:
        raise OntzorgFout(f"{last.soort} van meer dan {euro(hoogste)} per maand: kijk of de komma goed staat. Klopt "
                          "het, laat de beheerder dan de grens bij de instellingen aanpassen.", "bedrag")  # fmt: skip
    _keur_kenmerk(last)
    keur(last)


def _keur_persoon(last: VasteLast) -> None:
    if last.soort.per_persoon and last.dossier is None:
        raise OntzorgFout(f"Voor wie is deze {last.soort.naam.lower()}? Kies een persoon.", "dossier")
    if last.dossier and not last.eenheid.leden.filter(dossier=last.dossier).exists():
        raise OntzorgFout("Deze persoon hoort niet bij de uitkeringseenheid.", "dossier")
    eis_niet_elders(last)


def _keur_kenmerk(last: VasteLast) -> None:
    """The reference in the form of the bank file, without a BSN of anybody in the unit."""
    mensen = [last.dossier] if last.dossier else [lid.dossier for lid in last.eenheid.leden.select_related("dossier")]
    nummers = {dossier.inburgeraar.bsn for dossier in mensen if dossier.inburgeraar.bsn} or {""}
    try:
        for bsn in nummers:
            last.kenmerk = keur_kenmerk(Kenmerksoort(last.kenmerksoort), last.kenmerk, bsn=bsn).tekst
    except Kenmerkfout as fout:
        raise OntzorgFout(str(fout), "kenmerk") from fout
