"""What is frozen of a month and not paid: what of it a next run takes along, and why it was not paid before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from cases.models import Gemeente
from ontzorgen.enums_betaling import LOPEND_OF_BETAALD, NIET_BETAALD, Pogingstand
from ontzorgen.models import Betaalbatch, Betaalpoging, Betaalverplichting, Eenheidlid

from .crediteuren import betaalrekening
from .lasttoets import rekeningen_van, waarom_wacht

REKENINGREDEN = re.compile(r"\((?:AC0[1346]|AC13|AG01)\)")  # of sepa.redenen those that are about the account
ANDERE_REKENING = "De bank betaalt niet naar deze rekening. Vraag de crediteur om een andere, en leg die eerst vast."
_POGINGEN = Betaalpoging.objects.select_related("batch").order_by("pk")
EERDERE = Prefetch("pogingen", _POGINGEN)
EERDERE_VAN_POGING = Prefetch("verplichting__pogingen", _POGINGEN)


@dataclass(frozen=True, slots=True)
class Openstaand:
    """One cost of one month; `waarom_niet` says why a run made now leaves it out, '' when it takes it along."""

    verplichting: Betaalverplichting
    eerder: tuple[str, ...]
    waarom_niet: str

    @property
    def betaald(self) -> int:
        """Cents that a run made now pays of it."""
        return 0 if self.waarom_niet else self.verplichting.bedrag


def nog_te_betalen(gemeente: Gemeente, maand: date) -> QuerySet[Betaalverplichting]:
    """What is frozen and neither under way nor paid, and that of which the bank said two things."""
    rijen = Betaalverplichting.objects.van(gemeente, maand)
    onbeslist = Betaalpoging.objects.onbeslist().filter(verplichting=OuterRef("pk"))
    gevonden: QuerySet[Betaalverplichting] = rijen.te_betalen() | rijen.filter(Exists(onbeslist))
    return gevonden


def beschrijf(rijen: Sequence[Betaalverplichting], *, gemeente: Gemeente, op: date) -> list[Openstaand]:
    """These, in their order, each with what happened to it before."""
    rekeningen = rekeningen_van([rij.crediteur_id for rij in rijen])
    betaler = betaalrekening(gemeente)
    gestopt = _gestopt(rijen)
    pogingen = Betaalpoging.objects.onbeslist().filter(verplichting__in=rijen).select_related("batch")
    onbeslist = {poging.verplichting_id: poging.batch for poging in pogingen}

    def waarom_niet(rij: Betaalverplichting) -> str:
        if batch := onbeslist.get(rij.pk):
            return f"De bank meldde twee dingen over {batch}. Beslis eerst bij die run wat klopt."
        if (rij.afrekening.eenheid_id, rij.maand) in gestopt:
            return "De betalingen zijn gestopt."
        return waarom_wacht(rij.crediteur.actief, rekeningen.get(rij.crediteur_id), betaler)

    def wat_eerder(rij: Betaalverplichting) -> tuple[str, ...]:
        zinnen, rekening = eerder(rij.pogingen.all(), onbeslist.get(rij.pk)), rekeningen.get(rij.crediteur_id)
        return (*zinnen, ANDERE_REKENING) if rekening and _geweigerd(rij, rekening.iban) else zinnen

    return [Openstaand(rij, wat_eerder(rij), waarom_niet(rij)) for rij in rijen]


def _geweigerd(rij: Betaalverplichting, iban: str) -> bool:
    """Whether the bank said of an earlier attempt that this account cannot be paid to."""
    niet_betaald = (poging for poging in rij.pogingen.all() if poging.stand in NIET_BETAALD and poging.iban == iban)
    return any(REKENINGREDEN.search(poging.reden) for poging in niet_betaald)


def _gestopt(rijen: Sequence[Betaalverplichting]) -> set[tuple[int, date]]:
    """Per unit and month whose payments are stopped."""
    eenheden = {rij.afrekening.eenheid_id for rij in rijen}
    return {
        (eenheid, maand)
        for maand in {rij.maand for rij in rijen}
        for eenheid in Eenheidlid.objects.gestopt(maand).filter(eenheid__in=eenheden).values_list("eenheid", flat=True)
    }


def eerder(pogingen: Iterable[Betaalpoging], onbeslist: Betaalbatch | None = None) -> tuple[str, ...]:
    """What became of earlier attempts, a sentence each: 'RUN-2026-003: uit de run genomen. De meter klopt niet.'

    Also that of run `onbeslist`, of which the bank said two things, when it counts as under way or paid.
    """
    return tuple(
        f"{poging.batch}: {Pogingstand(poging.stand).label}. {poging.reden}".strip()
        for poging in pogingen
        if poging.stand not in LOPEND_OF_BETAALD or poging.batch == onbeslist
    )
