"""The level per skill, as measured on a day."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from cases.klok import stempel
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang import handelingen
from pip_plans.voortgang.enums import Taalniveau, Vaardigheid
from pip_plans.voortgang.models import Niveaumeting, Rapport

Niveaus = Mapping[Vaardigheid, Taalniveau]


@transaction.atomic
def leg_niveaus_vast(
    *,
    dossier: Dossier,
    gemeten_op: date,
    niveaus: Niveaus,
    door: Medewerker,
    op: date,
    reden: str = "",
    rapport: Rapport | None = None,
) -> None:
    """Record the levels of one day; the same again changes nothing.

    What differs from what stands on that day is a correction and needs a reason. Raises UitvoeringFout without one,
    without any level, and for a day to come.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if not niveaus:
        raise UitvoeringFout("Kies ten minste één niveau.")
    if gemeten_op > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst.", "gemeten_op")
    er_staat = {rij.vaardigheid: rij for rij in Niveaumeting.objects.filter(dossier=dossier, gemeten_op=gemeten_op)}
    anders = {wat: niveau for wat, niveau in niveaus.items() if wat not in er_staat or er_staat[wat].niveau != niveau}
    correctie = any(wat in er_staat for wat in anders)
    if correctie and not reden.strip():
        raise UitvoeringFout("Op deze dag staat er al een ander niveau. Schrijf op waarom u het corrigeert.", "reden")
    for wat, niveau in anders.items():
        rij = er_staat.get(wat) or Niveaumeting(dossier=dossier, vaardigheid=wat, gemeten_op=gemeten_op)
        rij.niveau, rij.door, rij.rapport, rij.vastgelegd_op = niveau, door, rapport, stempel()
        rij.save()
    if anders and (correctie or rapport is None):
        _schrijf(dossier, anders, gemeten_op, correctie, door, op, reden)


def verschil(*, dossier_id: int, gemeten_op: date, niveaus: Niveaus) -> Niveaus:
    """Which of these levels differ from another that stands on that day."""
    er_staat = Niveaumeting.objects.filter(dossier=dossier_id, gemeten_op=gemeten_op)
    oud = dict(er_staat.values_list("vaardigheid", "niveau"))
    return {wat: niveau for wat, niveau in niveaus.items() if oud.get(wat, niveau) != niveau}


def _schrijf(
    dossier: Dossier, niveaus: Niveaus, dag: date, correctie: bool, door: Medewerker, op: date, reden: str
) -> None:
    wat = ", ".join(f"{Vaardigheid(v).label} {Taalniveau(n).label}" for v, n in niveaus.items())
    registreer_handeling(
        dossier=dossier,
        soort=handelingen.NIVEAU_GECORRIGEERD if correctie else handelingen.NIVEAU,
        datum=op,
        door=door,
        gegevens={"niveaus": f"{wat}, op {datum_zonder_weekdag(dag)}"},
        toelichting=reden,
    )
