"""Who chooses and pays his own course: our advice, the school he found, and the loan of DUO (art. 14 and 19 Wi)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Dossier, Medewerker
from pip_plans.uitvoering import handelingen
from pip_plans.uitvoering.enums import Aanbodsoort, Plaatsingstand, Wijze
from pip_plans.uitvoering.models import Plaatsing

from .fout import UitvoeringFout, keur
from .plaatsing import eis_passend, schrijf

VELDEN = ("advies", "instelling", "lening", "start", "einde", "uren_per_week")


@transaction.atomic
def adviseer(
    *, dossier: Dossier, soort: Aanbodsoort, gegevens: Mapping[str, Any], door: Medewerker, op: date
) -> Plaatsing:
    """Record the advice, and what is known of his own choice; `gegevens` holds the fields of VELDEN.

    Raises UitvoeringFout for who gets the course from the gemeente, for another leerroute, and without an advice.
    """
    eis_passend(dossier=dossier, soort=soort, wijze=Wijze.ZELF)
    rij = Plaatsing(dossier=dossier, soort=soort, wijze=Wijze.ZELF, voorgesteld_op=op, door=door)
    return _bewaar(rij, gegevens, handelingen.GEADVISEERD, door, op)


@transaction.atomic
def werk_bij(*, plaatsing: Plaatsing, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Plaatsing:
    """What became known of the school, the days or the loan. Raises UitvoeringFout once it was stopped."""
    rijen = Plaatsing.objects.select_for_update(of=("self",)).select_related("dossier")
    rij = rijen.get(pk=plaatsing.pk)
    if rij.wijze != Wijze.ZELF or not rij.is_open:
        raise UitvoeringFout("Deze eigen keuze loopt niet meer. Ververs de pagina.")
    if all(getattr(rij, veld) == gegevens[veld] for veld in VELDEN):
        return rij
    return _bewaar(rij, gegevens, handelingen.GEWIJZIGD, door, op)


def _bewaar(rij: Plaatsing, gegevens: Mapping[str, Any], soort: str, door: Medewerker, op: date) -> Plaatsing:
    """With a first day at a named school it is a place; until then it is an advice."""
    for veld in VELDEN:
        setattr(rij, veld, gegevens[veld])
    if not rij.advies.strip():
        raise UitvoeringFout("Schrijf op wat u hebt geadviseerd.", "advies")
    if rij.start and not rij.instelling:
        raise UitvoeringFout("Vul in bij welke cursusinstelling.", "instelling")
    rij.stand = Plaatsingstand.GEPLAATST if rij.start else Plaatsingstand.VOORGESTELD
    keur(rij)
    rij.save()
    schrijf(rij, soort, door, op, wat="de eigen keuze")
    return rij
