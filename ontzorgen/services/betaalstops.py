"""Stopping the payments of somebody, up to the moment of release."""

from collections import defaultdict
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag, opsomming
from ontzorgen import handelingen_betaling as handelingen
from ontzorgen.enums_betaling import Batchstand, Pogingstand
from ontzorgen.maanden import eerste_dag
from ontzorgen.models import (
    Betaalbatch,
    Betaalpoging,
    Betaalstop,
    Eenheidlid,
    Inhoudingslijst,
    Inhoudingsuitkomst,
)

from .fout import keur
from .slot import zet_gemeente_op_slot
from .vrijgave import neem_gestopte_uit


@transaction.atomic
def stop_betalingen(*, dossier: Dossier, reden: str, door: Medewerker, op: date) -> tuple[Betaalstop, int | None]:
    """Nothing of the unit of this person is released until the stop is lifted; returns how many rows were taken out.

    Takes the rows out of every run that was not released. Again while it holds changes nothing, and gives None. Raises
    OntzorgFout without a reason.
    """
    zet_gemeente_op_slot(dossier.gemeente)
    bestaand = Betaalstop.objects.filter(dossier=dossier, opgeheven_op__isnull=True).first()
    if bestaand:
        return bestaand, None
    stop = Betaalstop(dossier=dossier, reden=reden.strip(), gezet_door=door)
    keur(stop)
    stop.save()
    runs = Betaalbatch.objects.van(dossier.gemeente).niet_af().order_by("pk")
    uitgenomen = sum(neem_gestopte_uit(batch=batch, op=op) for batch in runs)
    registreer_handeling(
        dossier=dossier, soort=handelingen.BETALINGEN_GESTOPT, datum=op, door=door, toelichting=stop.reden
    )
    return stop, uitgenomen


@transaction.atomic
def hervat_betalingen(*, stop: Betaalstop, door: Medewerker, op: date, moment: datetime) -> Betaalstop:
    """Lift the stop: a next run takes in what was left. Again changes nothing."""
    zet_gemeente_op_slot(stop.dossier.gemeente)
    rij: Betaalstop = Betaalstop.objects.select_for_update(of=("self",)).get(pk=stop.pk)
    if rij.opgeheven_op:
        return rij
    rij.opgeheven_op, rij.opgeheven_door = moment, door
    rij.save(update_fields=["opgeheven_op", "opgeheven_door"])
    registreer_handeling(dossier=stop.dossier, soort=handelingen.BETALINGEN_HERVAT, datum=op, door=door)
    return rij


def al_op_lijst(*, dossier: Dossier, op: date) -> list[Inhoudingslijst]:
    """The lists from this month on that withhold for the unit of this person, and of which nobody said it was done."""
    lijsten = Inhoudingslijst.objects.filter(
        betaalmaand__gemeente=dossier.gemeente_id, betaalmaand__maand__gte=eerste_dag(op)
    )
    return [lijst for lijst in lijsten.select_related("betaalmaand") if _houdt_in_voor(lijst, dossier)]


def gaat_nog_door(*, dossier: Dossier, op: date) -> list[str]:
    """Per released run what a stop comes too late for: number, amounts and the day, in a Dutch sentence each.

    Creditors are not named: one may be of a partner who is nobody's business.
    """
    leden = list(Eenheidlid.objects.filter(dossier=dossier))
    rijen = Betaalpoging.objects.filter(
        stand=Pogingstand.OPEN, batch__stand=Batchstand.VRIJGEGEVEN,
        verplichting__afrekening__eenheid__in=[lid.eenheid_id for lid in leden],
    ).select_related("batch", "verplichting__afrekening")  # fmt: skip
    per_run: dict[Betaalbatch, list[int]] = defaultdict(list)
    for rij in rijen.order_by("batch", "volgnummer"):
        eenheid, maand = rij.verplichting.afrekening.eenheid_id, rij.verplichting.maand
        if any(lid.eenheid_id == eenheid and lid.geldt_in(maand) for lid in leden):
            per_run[rij.batch].append(rij.cents)
    return [_te_laat(batch, bedragen, op) for batch, bedragen in per_run.items()]


def _te_laat(batch: Betaalbatch, bedragen: list[int], op: date) -> str:
    dag, samen = datum_zonder_weekdag(batch.uitvoerdag), euro(sum(bedragen))
    wat = f"{samen} in {batch}"
    if len(bedragen) > 1:
        wat = f"{opsomming([euro(cents) for cents in bedragen])}, samen {wat}"
    gaat = "gaat nog weg op" if batch.uitvoerdag >= op else "ging weg op"
    return f"Al vrijgegeven: {wat} {gaat} {dag}. Alleen de bank kan dat nog tegenhouden."


def _houdt_in_voor(lijst: Inhoudingslijst, dossier: Dossier) -> bool:
    leden = Eenheidlid.objects.in_maand(lijst.betaalmaand.maand).filter(dossier=dossier)
    regels = lijst.regels.filter(verplichting__afrekening__eenheid__in=leden.values("eenheid"))
    gedaan = Inhoudingsuitkomst.objects.filter(verplichting=OuterRef("verplichting"), gedaan=True, vervangen=False)
    return regels.filter(~Exists(gedaan)).exists()


def loopt(dossier: Dossier) -> Betaalstop | None:
    """The stop that holds, if any."""
    rijen = Betaalstop.objects.filter(dossier=dossier, opgeheven_op__isnull=True)
    gevonden: Betaalstop | None = rijen.select_related("gezet_door").first()
    return gevonden
