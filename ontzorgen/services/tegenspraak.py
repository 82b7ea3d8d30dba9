"""A payment of which the bank said two things: held back, until a person decides with a reason which one holds."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handelingen
from ontzorgen.enums_betaling import LOPEND_OF_BETAALD, NIET_BETAALD, Bankantwoord, Bankuitkomst, Pogingstand
from ontzorgen.handelingen_betaling import BANK_BESLIST
from ontzorgen.maanden import maandnaam
from ontzorgen.models import Bankregel, Betaalbatch, Betaalpoging, Tegenspraak

from .eenheden import dossiers_van
from .fout import OntzorgFout
from .slot import vergrendel_run

ANDERS = "Er is intussen iets veranderd. Kijk opnieuw."


def houd_vast(regels: Iterable[Bankregel]) -> None:
    """Hold every payment of which one of these lines contradicts what was known; again changes nothing.

    What was taken out before the release was never sent: its line is only to be looked into.
    """
    ids = {regel.poging_id for regel in regels if regel.uitkomst == Bankuitkomst.TEGENSTRIJDIG and regel.poging_id}
    rijen = Betaalpoging.objects.filter(pk__in=ids).exclude(stand=Pogingstand.UITGENOMEN)
    Tegenspraak.objects.bulk_create(
        (Tegenspraak(poging=poging) for poging in rijen), batch_size=1000, ignore_conflicts=True
    )


def onbeslist(batch: Betaalbatch) -> QuerySet[Tegenspraak]:
    """What of this run waits for a person, in the order of the run."""
    rijen: QuerySet[Tegenspraak] = Tegenspraak.objects.filter(poging__batch=batch, uitkomst="")
    return rijen.order_by("poging__volgnummer")


@transaction.atomic
def beslis(
    *,
    batch: Betaalbatch,
    rijen: Sequence[int],
    uitkomst: Bankantwoord,
    reden: str,
    door: Medewerker,
    op: date,
    moment: datetime,
) -> int:
    """Decide for these payments of the run whether they were made; how many that were.

    What was not made can be paid by a next run of the month. What was made while another attempt was made as well,
    becomes *twee keer betaald*. Raises OntzorgFout without a reason, when one of them was decided in between, and when
    a payment that was made lies in a run that is not released yet.
    """
    vast = vergrendel_run(batch)
    if not reden.strip():
        raise OntzorgFout("Schrijf op waarom dit klopt.", "reden")
    open_rijen = list(onbeslist(vast).filter(pk__in=rijen).select_for_update(of=("self",)))
    if not rijen or len(open_rijen) != len(set(rijen)):
        raise OntzorgFout(ANDERS)
    ids = [rij.poging_id for rij in open_rijen]
    Tegenspraak.objects.filter(pk__in=[rij.pk for rij in open_rijen]).update(
        uitkomst=uitkomst, reden=reden.strip(), beslist_door=door, beslist_op=moment
    )
    pogingen = Betaalpoging.objects.filter(pk__in=ids)
    zin = f"{door} stelde vast dat dit {uitkomst.label} is: {reden.strip()}"[:500]
    if uitkomst == Bankantwoord.BETAALD:
        _zet_betaald(pogingen, zin, op)
    else:
        pogingen.exclude(stand__in=NIET_BETAALD).update(stand=Pogingstand.GEWEIGERD, reden=zin, bericht_op=op)
    _noteer(pogingen, uitkomst, door, op)
    return len(ids)


def _zet_betaald(pogingen: QuerySet[Betaalpoging], zin: str, op: date) -> None:
    """Where another attempt is under way or done as well, the payment was made twice."""
    anderen = Betaalpoging.objects.filter(stand__in=LOPEND_OF_BETAALD, verplichting__pogingen__in=pogingen)
    anderen = anderen.exclude(pk__in=pogingen).select_related("batch")
    for ander in anderen:
        if not ander.batch.is_af:
            raise OntzorgFout(f"Deze betaling zit ook in {ander.batch}. Neem haar daar eerst uit.")
    twee_keer = [ander.verplichting_id for ander in anderen]
    pogingen.filter(verplichting__in=twee_keer).update(stand=Pogingstand.DUBBEL, reden=zin, bericht_op=op)
    pogingen.exclude(verplichting__in=twee_keer).update(stand=Pogingstand.UITGEVOERD, reden=zin, bericht_op=op)


def _noteer(pogingen: QuerySet[Betaalpoging], uitkomst: Bankantwoord, door: Medewerker, op: date) -> None:
    """In the dossier of whom the cost is, else of everybody in the unit."""
    for poging in pogingen.select_related("verplichting__last__dossier", "verplichting__afrekening__eenheid"):
        verplichting, eigen = poging.verplichting, poging.verplichting.last.dossier
        registreer_handelingen(
            dossiers=[eigen] if eigen else dossiers_van(eenheid=verplichting.afrekening.eenheid, op=op),
            soort=BANK_BESLIST,
            datum=op,
            door=door,
            gegevens={
                "maand": maandnaam(verplichting.maand),
                "uitkomst": uitkomst.label,
                "wat": verplichting.crediteur_naam,
            },
        )
