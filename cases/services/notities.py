"""Notes, call notes, reminders and 'wacht op …' in a dossier."""

from datetime import date, timedelta

from django.db import transaction

from cases import handelingen
from cases.enums import Notitiesoort
from cases.models import Dossier, Medewerker, Notitie

from .gebeurtenissen import registreer_handeling

TWEEDE_KLIK = timedelta(minutes=1)


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

    The same note by the same person within a minute is a second click and returns the first. Raises ValidationError
    (Dutch) without a text, or for a reminder without a day.
    """
    notitie = Notitie(dossier=dossier, soort=soort, tekst=tekst.strip(), door=door, datum=datum)
    notitie.full_clean()
    if eerste := _net_geschreven(notitie):
        return eerste
    notitie.save()
    _schrijf(notitie, handelingen.NOTITIE_GESCHREVEN, door, op)
    return notitie


def _net_geschreven(notitie: Notitie) -> Notitie | None:
    Dossier.objects.select_for_update(of=("self",)).get(pk=notitie.dossier_id)
    zelfde = {veld: getattr(notitie, veld) for veld in ("dossier", "soort", "tekst", "door", "datum")}
    return Notitie.objects.filter(**zelfde, gemaakt_op__gt=notitie.gemaakt_op - TWEEDE_KLIK).first()


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
