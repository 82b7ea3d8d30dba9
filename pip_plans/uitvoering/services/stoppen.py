"""Ending a place, or the way to it."""

from datetime import date

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import corrigeer_feit
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering import handelingen
from pip_plans.uitvoering.enums import Plaatsingstand, Stopreden
from pip_plans.uitvoering.models import Plaatsing

from .brief import schrijf_aanbieder, schrijf_stop
from .fout import UitvoeringFout, keur
from .plaatsing import AL_GESTOPT, BRON, schrijf, slot


@transaction.atomic
def stop(
    *, plaatsing: Plaatsing, datum: date, reden: Stopreden, door: Medewerker, op: date, toelichting: str = ""
) -> Plaatsing:
    """Nobody has this place after `datum`; he and the aanbieder hear it, without the reason. Again changes nothing.

    A mistake (VERGISSING) withdraws the facts of this place as well, so that the terms run again. Raises UitvoeringFout
    for a day to come or before there was anything to stop, and when it was stopped otherwise already.
    """
    rij = slot(plaatsing)
    if not rij.is_open and (rij.gestopt_op, rij.stopreden, rij.stoptoelichting) == (datum, reden, toelichting):
        return rij
    _keur(rij, datum, reden, toelichting, op)
    was_geplaatst = rij.stand == Plaatsingstand.GEPLAATST
    rij.stand, rij.gestopt_op, rij.stopreden, rij.stoptoelichting = Plaatsingstand.GESTOPT, datum, reden, toelichting
    nooit = reden == Stopreden.VERGISSING or rij.start is None or datum < rij.start
    rij.start, rij.einde = (None, None) if nooit else (rij.start, min(datum, rij.einde or datum))
    keur(rij)
    rij.save()
    schrijf(rij, handelingen.GESTOPT, door, op, reden=reden.label)
    if reden == Stopreden.VERGISSING:
        _trek_feiten_in(rij, door, op)
    if was_geplaatst and rij.bij_wie:
        schrijf_stop(rij, door=door, op=op)
        if reden != Stopreden.AFGEROND:
            schrijf_aanbieder(rij, "afmelding", door=door, op=op)
    return rij


def _keur(rij: Plaatsing, datum: date, reden: Stopreden, toelichting: str, op: date) -> None:
    if not rij.is_open:
        raise UitvoeringFout(AL_GESTOPT)
    if datum > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst. Verander de laatste dag als het later stopt.", "datum")
    eerste = rij.begonnen_op or min(rij.voorgesteld_op, rij.start or rij.voorgesteld_op)
    if datum < eerste:
        wat = "begonnen" if rij.begonnen_op or rij.start == eerste else "voorgesteld"
        raise UitvoeringFout(f"Dit is pas op {datum_zonder_weekdag(eerste)} {wat}. Neem die dag of later.", "datum")
    if reden == Stopreden.AFGEROND and rij.start and datum < rij.start:
        raise UitvoeringFout("Dit was nog niet begonnen, dus ook niet afgerond. Kies een andere reden.", "reden")
    if reden == Stopreden.ANDERS and not toelichting.strip():
        raise UitvoeringFout("Schrijf in het kort op waarom.", "toelichting")


def _trek_feiten_in(rij: Plaatsing, door: Medewerker, op: date) -> None:
    """The offer and the start that were recorded with this place never were."""
    eigen = (
        rij.dossier.gebeurtenissen.feiten().geldend().filter(bron=BRON, kenmerk__in=[str(rij.pk), f"{rij.pk}-begin"])
    )
    for feit in eigen:
        corrigeer_feit(
            gebeurtenis=feit,
            datum=feit.datum,
            vervalt=True,
            toelichting="Vergissing bij de plaatsing",
            door=door,
            op=op,
        )
