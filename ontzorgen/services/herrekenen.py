"""Taking a unit out of a run to reckon its month anew, as long as nothing of that month was ever released."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handelingen
from ontzorgen.enums_betaling import Batchstand, Pogingstand
from ontzorgen.handelingen_betaling import MAAND_HERZIEN
from ontzorgen.maanden import maandnaam
from ontzorgen.models import (
    Afrekeningherziening,
    Betaalbatch,
    Betaalpoging,
    Betaalverplichting,
    Inhoudingsregel,
    Maandafrekening,
    Uitkeringseenheid,
)

from .eenheden import dossiers_van
from .fout import OntzorgFout, keur
from .maandrun import leg_deel_vast, nog_niet_vastgelegd, open_maand, voorstellen
from .runvulling import neem_op
from .slot import vergrendel_run

OPEN_STANDEN = (Batchstand.VOORSTEL, Batchstand.BEOORDEELD, Batchstand.GECONTROLEERD)
BEDRAGEN = ("norm", "kortingen", "overbrugging", "lasten", "leefgeld", "vakantietoeslag", "minimum_leefgeld")
REGEL = ("last_id", "bedrag", "crediteur_naam", "tenaamstelling", "iban", "kenmerk", "zin")


@transaction.atomic
def haal_uit_om_te_herrekenen(*, poging: Betaalpoging, reden: str, door: Medewerker, op: date) -> Afrekeningherziening:
    """Withdraw the settlement of the unit of this payment: its month is no longer frozen, and can be put right.

    What it said stays in the Afrekeningherziening; its payments leave the run. Raises OntzorgFout without a reason,
    for a run that is released or being made, and when something of this month was released or stands on a list of
    withholdings: what went out is corrected in a later month.
    """
    batch = vergrendel_run(poging.batch)
    afrekening = Maandafrekening.objects.filter(verplichtingen__pogingen=poging.pk).select_related("eenheid").first()
    if afrekening is None:
        raise OntzorgFout("Deze betaling zit niet meer in de run. Ververs de pagina.")
    _eis_te_herzien(batch, afrekening)
    herziening = Afrekeningherziening(
        batch=batch, eenheid=afrekening.eenheid, afrekening=afrekening.pk, inhoud=_inhoud(afrekening),
        reden=reden.strip(), door=door,
    )  # fmt: skip
    keur(herziening)
    herziening.save()
    Betaalpoging.objects.filter(verplichting__afrekening=afrekening).delete()
    afrekening.verplichtingen.all().delete()
    afrekening.delete()
    registreer_handelingen(
        dossiers=dossiers_van(eenheid=herziening.eenheid, op=op), soort=MAAND_HERZIEN, datum=op, door=door,
        gegevens={"maand": maandnaam(batch.betaalmaand.maand)},
    )  # fmt: skip
    return herziening


@transaction.atomic
def neem_weer_op(*, batch: Betaalbatch, eenheid: Uitkeringseenheid, op: date) -> int:
    """Reckon the month of this unit as it is recorded now and take it into the same run; how many payments that were.

    Again changes nothing. Raises OntzorgFout once the run was judged, and with the reason when nothing can be paid for
    this unit; a next run of the month takes in who stays out.
    """
    rij = vergrendel_run(batch)
    if rij.stand != Batchstand.VOORSTEL:
        raise OntzorgFout(f"{rij} is nu {rij.get_stand_display()}. Een volgende run van de maand neemt de eenheid mee.")
    maand = open_maand(gemeente=rij.betaalmaand.gemeente, maand=rij.betaalmaand.maand, door=rij.gemaakt_door)
    nieuw = list(nog_niet_vastgelegd(maand.gemeente, maand.maand).filter(pk=eenheid.pk))
    if nieuw and not leg_deel_vast(betaalmaand=maand, eenheden=nieuw, door=rij.gemaakt_door, op=op):
        redenen = voorstellen(nieuw, maand.maand, op=op)[0].redenen
        raise OntzorgFout(" ".join(redenen))
    voor = rij.pogingen.count()
    neem_op(rij, [eenheid], op)
    return rij.pogingen.count() - voor


def te_herrekenen(batch: Betaalbatch) -> QuerySet[Afrekeningherziening]:
    """The units that were taken out of this run and of which the month was not frozen again, the last one first."""
    vast = Maandafrekening.objects.filter(betaalmaand=batch.betaalmaand).values("eenheid")
    rijen: QuerySet[Afrekeningherziening] = batch.herzieningen.exclude(eenheid__in=vast)
    return rijen.select_related("eenheid", "door").order_by("eenheid_id", "-pk").distinct("eenheid_id")


def _eis_te_herzien(batch: Betaalbatch, afrekening: Maandafrekening) -> None:
    if batch.stand not in OPEN_STANDEN:
        raise OntzorgFout(f"{batch} is {batch.get_stand_display()}; de maand van deze eenheid verandert niet meer.")
    rijen = Betaalpoging.objects.filter(verplichting__afrekening=afrekening, batch__stand=Batchstand.VRIJGEGEVEN)
    if eerder := rijen.select_related("batch").first():
        raise OntzorgFout(f"Van deze maand is al betaald of vrijgegeven met {eerder.batch}. Corrigeer het in een "
                          "volgende maand.")  # fmt: skip
    regels = Inhoudingsregel.objects.filter(verplichting__afrekening=afrekening)
    if regel := regels.select_related("lijst__betaalmaand").first():
        raise OntzorgFout(f"Deze maand staat al op een lijst voor het uitkeringssysteem: {regel.lijst}. Corrigeer het "
                          "in een volgende maand.")  # fmt: skip


def _inhoud(afrekening: Maandafrekening) -> dict[str, Any]:
    """The settlement with its payments, as it was."""
    rijen = list(Betaalverplichting.objects.filter(afrekening=afrekening))
    pogingen = Betaalpoging.objects.filter(verplichting__in=rijen).exclude(stand=Pogingstand.UITGENOMEN)
    return {
        **{veld: getattr(afrekening, veld) for veld in BEDRAGEN},
        "regels": afrekening.regels,
        "vastgelegd_door": str(afrekening.door),
        "vastgelegd_op": afrekening.vastgelegd_op.isoformat(),
        "verplichtingen": [{veld: getattr(rij, veld) for veld in REGEL} for rij in rijen],
        "in_de_run": list(pogingen.values_list("referentie", flat=True)),
    }
