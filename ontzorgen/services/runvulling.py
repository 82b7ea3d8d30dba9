"""Filling a run, a piece of units at a time: freeze who was not frozen yet, and take in what is due."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from inburgering.wachtrij import zet_in_wachtrij
from ontzorgen.enums_betaling import Batchstand
from ontzorgen.models import (
    Betaalbatch,
    Betaalpoging,
    Betaalverplichting,
    Eenheidlid,
    Maandafrekening,
    Uitkeringseenheid,
)

from .betaalruns import VULTAAK
from .crediteuren import betaalrekening
from .lasttoets import rekeningen_van, waarom_wacht
from .maandrun import STUK, leg_deel_vast, nog_niet_vastgelegd, open_maand
from .slot import vergrendel_run

NIETS = "Er was niets te betalen."


def vul_en_ga_door(*, batch_id: int, op: date, moment: datetime) -> None:
    """One piece, and queue the next."""
    if vul_stuk(batch_id=batch_id, op=op, moment=moment):
        zet_in_wachtrij(VULTAAK, batch_id)


@transaction.atomic
def vul_stuk(*, batch_id: int, op: date, moment: datetime) -> bool:
    """Take in the next units; True while there are more. Safe to repeat, to run twice at once and to be killed.

    After the last piece the run is a proposal; one without any payment withdraws itself.
    """
    gevonden = Betaalbatch.objects.select_related("betaalmaand__gemeente").filter(pk=batch_id).first()
    if gevonden is None or gevonden.stand != Batchstand.WORDT_GEMAAKT:
        return False
    batch = vergrendel_run(gevonden)
    if batch.stand != Batchstand.WORDT_GEMAAKT:
        return False
    eenheden = _volgende(batch)
    if not eenheden:
        _rond_af(batch)
        return False
    open_maand(gemeente=batch.betaalmaand.gemeente, maand=batch.betaalmaand.maand, door=batch.gemaakt_door)
    nieuw = nog_niet_vastgelegd(batch.betaalmaand.gemeente, batch.betaalmaand.maand)
    vast = list(nieuw.filter(pk__in=[eenheid.pk for eenheid in eenheden]))
    leg_deel_vast(betaalmaand=batch.betaalmaand, eenheden=vast, door=batch.gemaakt_door, op=op)
    neem_op(batch, eenheden, op)
    batch.tot_en_met, batch.gewerkt_op = eenheden[-1].pk, moment
    batch.save(update_fields=["tot_en_met", "gewerkt_op"])
    return True


def hervat(*, sinds: datetime) -> int:
    """Queue the runs on which nobody has worked since this moment; how many that were."""
    ids = Betaalbatch.objects.filter(stand=Batchstand.WORDT_GEMAAKT, gewerkt_op__lt=sinds).values_list("pk", flat=True)
    for batch_id in list(ids):
        zet_in_wachtrij(VULTAAK, batch_id)
    return len(ids)


def _volgende(batch: Betaalbatch) -> list[Uitkeringseenheid]:
    """The next units that were not frozen yet, or that were frozen by another and of which something is due.

    Asked apart, and behind what this run froze itself, so that a piece costs the same however far the run is.
    """
    maand = batch.betaalmaand
    nieuw = nog_niet_vastgelegd(maand.gemeente, maand.maand).filter(pk__gt=batch.tot_en_met)[:STUK]
    te_doen = Betaalverplichting.objects.filter(afrekening=OuterRef("pk")).te_betalen()
    eerder = Maandafrekening.objects.filter(betaalmaand=maand, eenheid__gt=batch.tot_en_met)
    eerder = eerder.filter(Exists(te_doen)).select_related("eenheid__gemeente")
    samen = {eenheid.pk: eenheid for eenheid in nieuw}
    samen |= {rij.eenheid_id: rij.eenheid for rij in eerder.order_by("eenheid_id")[:STUK]}
    return [samen[pk] for pk in sorted(samen)[:STUK]]


def neem_op(batch: Betaalbatch, eenheden: Sequence[Uitkeringseenheid], op: date) -> None:
    """Rows for what is due of these units; who was stopped and whose money cannot be sent yet is passed over."""
    rijen = _te_betalen(batch, eenheden)
    rekeningen = rekeningen_van([rij.crediteur_id for rij in rijen])
    betaler = betaalrekening(batch.betaalmaand.gemeente)
    laatste = batch.pogingen.order_by("-volgnummer").first()
    nummer = laatste.volgnummer if laatste else 0
    pogingen = []
    for rij in rijen:
        rekening = rekeningen.get(rij.crediteur_id)
        if rekening is None or waarom_wacht(rij.crediteur.actief, rekening, betaler):
            continue
        nummer += 1
        pogingen.append(
            Betaalpoging(
                batch=batch,
                verplichting=rij,
                volgnummer=nummer,
                referentie=f"{batch.bericht_id}-{nummer:06d}",
                cents=rij.bedrag,
                naam=rekening.tenaamstelling,
                iban=rekening.iban,
                kenmerksoort=rij.kenmerksoort,
                kenmerk=rij.kenmerk,
            )
        )
    Betaalpoging.objects.bulk_create(pogingen)


def _te_betalen(batch: Betaalbatch, eenheden: Sequence[Uitkeringseenheid]) -> list[Betaalverplichting]:
    """What is due of these units and not under way, without who was stopped; in the order of the units.

    In steps by key: while a large run is made the database does not know yet how large its tables have become.
    """
    leden = Eenheidlid.objects.gestopt(batch.betaalmaand.maand).filter(eenheid__in=eenheden)
    gestopt = set(leden.values_list("eenheid", flat=True))
    afrekeningen = {
        rij.pk: rij for rij in Maandafrekening.objects.filter(betaalmaand=batch.betaalmaand, eenheid__in=eenheden)
    }
    alle = Betaalverplichting.objects.filter(afrekening__in=list(afrekeningen)).select_related("crediteur")
    rijen = [rij for rij in alle if afrekeningen[rij.afrekening_id].eenheid_id not in gestopt]
    pogingen = Betaalpoging.objects.in_de_weg().filter(verplichting__in=[rij.pk for rij in rijen])
    bezig = set(pogingen.values_list("verplichting", flat=True))
    over = [rij for rij in rijen if rij.pk not in bezig]
    return sorted(over, key=lambda rij: (afrekeningen[rij.afrekening_id].eenheid_id, rij.pk))


def _rond_af(batch: Betaalbatch) -> None:
    if batch.pogingen.exists():
        batch.stand = Batchstand.VOORSTEL
    else:
        batch.stand, batch.ingetrokken_door, batch.reden = Batchstand.INGETROKKEN, batch.gemaakt_door, NIETS
    batch.save(update_fields=["stand", "ingetrokken_door", "reden"])
