"""What who guides told us: accepted or not, how it goes, a taalcoach; and flags that somebody takes up."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.modules import handelingen
from pip_plans.modules.models import Begeleidingsbericht
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur

VELDEN = ("datum", "soort", "juridisch", "psychosociaal", "taalcoach", "tekst")


@transaction.atomic
def leg_bericht_vast(
    *, dossier: Dossier, gegevens: Mapping[str, Any], door: Medewerker, op: date
) -> Begeleidingsbericht:
    """Record one message; `gegevens` holds VELDEN. The same message again changes nothing.

    Raises UitvoeringFout for a day to come, and while nobody is asked to guide this person.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if gegevens["datum"] > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst.", "datum")
    aangemeld = dossier.plaatsingen.filter(soort=Aanbodsoort.BEGELEIDING, start__isnull=False)
    if not aangemeld.exists():
        raise UitvoeringFout("Meld deze inburgeraar eerst aan: regel een plaats voor maatschappelijke begeleiding.")
    velden = {veld: gegevens[veld] for veld in VELDEN}
    if al := dossier.begeleidingsberichten.filter(**velden).first():
        return al
    rij = Begeleidingsbericht(dossier=dossier, door=door, **velden)
    keur(rij)
    rij.save()
    _schrijf(rij, handelingen.BERICHT, door, op)
    return rij


@transaction.atomic
def pak_op(*, bericht: Begeleidingsbericht, door: Medewerker, op: date) -> Begeleidingsbericht:
    """Somebody saw to a flag. A second time changes nothing."""
    rijen = Begeleidingsbericht.objects.select_for_update(of=("self",)).select_related("dossier")
    rij: Begeleidingsbericht = rijen.get(pk=bericht.pk)
    if rij.vraagt_aandacht:
        rij.opgepakt_op = op
        rij.save(update_fields=["opgepakt_op"])
        _schrijf(rij, handelingen.OPGEPAKT, door, op)
    return rij


def _schrijf(rij: Begeleidingsbericht, soort: str, door: Medewerker, op: date) -> None:
    gegevens = {"wat": rij.get_soort_display()}
    registreer_handeling(dossier=rij.dossier, soort=soort, datum=op, door=door, gegevens=gegevens)
