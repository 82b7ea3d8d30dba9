"""The release of a run: by others than who made or checked it, as many as the amount asks for; then it is frozen."""

from datetime import date, datetime

from django.db import transaction

from cases.instellingen import instelling
from cases.models import Medewerker
from inburgering.recht.geld import euro
from inburgering.wachtrij import zet_in_wachtrij
from ontzorgen.enums_betaling import Batchstand, Pogingstand
from ontzorgen.models import Betaalbatch, Betaalbestand, Eenheidlid, Vrijgave

from .betaalruns import bevindingen
from .fout import OntzorgFout
from .slot import vergrendel_run

BESTANDSTAAK = "ontzorgen.tasks.maak_bestand"
GESTOPT = "De betalingen zijn gestopt."


def geef_vrij(
    *, batch: Betaalbatch, aantal: int, cents: int, door: Medewerker, op: date, moment: datetime
) -> Betaalbatch:
    """Release the run as this person saw it: `aantal` payments of `cents` together.

    With enough people the run is frozen and its file is queued; before that only this release is kept. Again by the
    same person changes nothing. Raises OntzorgFout for who made, judged or checked it, when the run is no longer what
    was on the screen, and for whatever the last check finds.
    """
    neem_gestopte_uit(batch=batch, op=op)
    return _geef_vrij(batch, aantal, cents, door, op, moment)


@transaction.atomic
def neem_gestopte_uit(*, batch: Betaalbatch, op: date) -> int:
    """Take out everybody whose payments were stopped; how many rows that were. Nothing after the release."""
    rij = vergrendel_run(batch)
    if rij.is_af:
        return 0
    gestopt = Eenheidlid.objects.gestopt(rij.betaalmaand.maand).values("eenheid")
    rijen = rij.pogingen.filter(stand=Pogingstand.OPEN, verplichting__afrekening__eenheid__in=gestopt)
    ids = list(rijen.values_list("pk", flat=True))
    return rij.pogingen.filter(pk__in=ids).update(stand=Pogingstand.UITGENOMEN, reden=GESTOPT, bericht_op=op)


@transaction.atomic
def _geef_vrij(
    batch: Betaalbatch, aantal: int, cents: int, door: Medewerker, op: date, moment: datetime
) -> Betaalbatch:
    rij = vergrendel_run(batch)
    if rij.vrijgaven.filter(door=door, aantal=aantal, cents=cents).exists():
        return rij
    if reden := waarom_niet_vrij(rij, door):
        raise OntzorgFout(reden)
    nu = rij.pogingen.totaal()
    if nu != (aantal, cents):
        raise OntzorgFout(f"De run is veranderd sinds u hem zag: het zijn nu {nu[0]} betalingen van samen "
                          f"{euro(nu[1])}. Kijk opnieuw.")  # fmt: skip
    if zinnen := bevindingen(rij, op):
        raise OntzorgFout(" ".join(zinnen))
    Vrijgave.objects.create(batch=rij, door=door, op=moment, aantal=aantal, cents=cents)
    if vrijgevers(rij) >= (rij.vrijgevers_nodig or 1):
        _bevries(rij, aantal, cents, op, moment)
    return rij


def waarom_niet_vrij(batch: Betaalbatch, medewerker: Medewerker) -> str:
    """Why this person cannot release the run now, '' when she can; her role is another matter."""
    if batch.is_vrij:
        wie = ", ".join(str(vrijgave.door) for vrijgave in batch.vrijgaven.select_related("door"))
        return f"{batch} is al vrijgegeven door {wie}."
    if batch.stand != Batchstand.GECONTROLEERD:
        return f"{batch} is nu {batch.get_stand_display()} en ligt niet ter vrijgave."
    if medewerker.pk in (batch.gemaakt_door_id, batch.beoordeeld_door_id, batch.gecontroleerd_door_id):
        return "U hebt deze run gemaakt, beoordeeld of gecontroleerd. Een ander geeft hem vrij."
    return ""


def wacht_op_ander(batch: Betaalbatch, medewerker: Medewerker) -> str:
    """What somebody is told who released the run as it is now, while more people are needed; '' for anybody else."""
    aantal, cents = batch.pogingen.totaal()
    if not batch.is_vrij and batch.vrijgaven.filter(door=medewerker, aantal=aantal, cents=cents).exists():
        nog = (batch.vrijgevers_nodig or 1) - vrijgevers(batch)
        return (
            f"U hebt deze run vrijgegeven. Er {'is' if nog == 1 else 'zijn'} nog {nog} ander{'en' * (nog > 1)} nodig."
        )
    return ""


def vrijgevers(batch: Betaalbatch) -> int:
    """How many people released the run as it is now."""
    aantal, cents = batch.pogingen.totaal()
    return batch.vrijgaven.filter(aantal=aantal, cents=cents).values("door").distinct().count()


def _bevries(batch: Betaalbatch, aantal: int, cents: int, op: date, moment: datetime) -> None:
    batch.versie, _ = instelling(batch.betaalmaand.gemeente, "ontzorgen_bestandsversie", op)
    batch.aantal, batch.cents, batch.vrijgegeven_op = aantal, cents, moment
    batch.stand = Batchstand.VRIJGEGEVEN
    batch.save(update_fields=["aantal", "cents", "vrijgegeven_op", "versie", "stand"])
    bestand = Betaalbestand.objects.create(batch=batch)
    zet_in_wachtrij(BESTANDSTAAK, bestand.pk)
