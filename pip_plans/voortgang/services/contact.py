"""Contact about presence that fell: what makes the work of it done."""

from datetime import date

from django.db import models, transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang import handelingen


class Contactwijze(models.TextChoices):
    TELEFOON = "telefoon", "telefoon"
    GESPREK = "gesprek", "gesprek"
    BERICHT = "bericht", "bericht met antwoord"
    HUISBEZOEK = "huisbezoek", "huisbezoek"


@transaction.atomic
def leg_contact_vast(
    *, dossier: Dossier, datum: date, hoe: Contactwijze, afspraak: str, door: Medewerker, op: date
) -> None:
    """Record that somebody was spoken to and what was agreed. A second click changes nothing.

    Raises UitvoeringFout for a day to come.
    """
    if datum > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst. Leg het contact vast als het is geweest.", "datum")
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    gegevens = {"hoe": hoe.label, "afspraak": afspraak}
    zelfde = dossier.gebeurtenissen.filter(soort=handelingen.CONTACT, datum=datum, gegevens=gegevens)
    if not zelfde.exists():
        registreer_handeling(dossier=dossier, soort=handelingen.CONTACT, datum=datum, door=door, gegevens=gegevens)
