"""Notes, call notes, reminders and 'wacht op …' in a dossier."""

from datetime import date

from django.db import transaction

from cases import handelingen
from cases.enums import Notitiesoort
from cases.models import Dossier, Medewerker, Notitie

from .gebeurtenissen import registreer_handeling


@transaction.atomic
def schrijf_notitie(
    *,
    dossier: Dossier,
    soort: Notitiesoort,
    tekst: str,
    door: Medewerker,
    op: date,
    datum: date | None = None,
) -> Notitie:
    """Add a note; `datum` is the day to come back to it. The event says that there is one, not what it says.

    Raises ValidationError (Dutch) without a text, or for a reminder without a day.
    """
    notitie = Notitie(dossier=dossier, soort=soort, tekst=tekst.strip(), door=door, datum=datum)
    notitie.full_clean()
    notitie.save()
    _schrijf(notitie, handelingen.NOTITIE_GESCHREVEN, door, op)
    return notitie


@transaction.atomic
def handel_af(*, notitie: Notitie, door: Medewerker, op: date) -> Notitie:
    """What had to be done is done; a second time does nothing."""
    rij = Notitie.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=notitie.pk)
    if rij.afgehandeld_op is None:
        rij.afgehandeld_op = op
        rij.save(update_fields=["afgehandeld_op"])
        _schrijf(rij, handelingen.NOTITIE_AFGEHANDELD, door, op)
    return rij


def _schrijf(notitie: Notitie, soort: str, door: Medewerker, op: date) -> None:
    naam = notitie.get_soort_display().lower().removesuffix(" …")
    gegevens = {"soort": f"aantekening ‘{naam}’" if notitie.soort == Notitiesoort.WACHT_OP else naam}
    registreer_handeling(dossier=notitie.dossier, soort=soort, datum=op, door=door, gegevens=gegevens)
