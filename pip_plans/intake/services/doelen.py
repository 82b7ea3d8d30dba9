"""The coded aandachtspunten and subdoelen of an intake: chosen from the reference lists, each with a note."""

from datetime import date

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.models import Aandachtspunt, BredeIntake, Subdoel
from pip_plans.intake.referentielijsten import Aandachtspuntsoort, Subdoelsoort

from .basis import vergrendel


@transaction.atomic
def kies_aandachtspunt(
    *, intake: BredeIntake, soort: Aandachtspuntsoort, toelichting: str = "", door: Medewerker | None, op: date
) -> Aandachtspunt:
    """Choose an aandachtspunt; choosing it again replaces its note. The event does not say which one: Wi 37."""
    intake = vergrendel(intake)
    velden = {"toelichting": toelichting.strip()}
    rij, _ = Aandachtspunt.objects.update_or_create(intake=intake, soort=soort, defaults=velden)
    registreer_handeling(dossier=intake.dossier, soort=handelingen.AANDACHTSPUNT_GEKOZEN, datum=op, door=door)
    return rij


@transaction.atomic
def kies_subdoel(
    *, intake: BredeIntake, soort: Subdoelsoort, toelichting: str = "", door: Medewerker | None, op: date
) -> Subdoel:
    """Choose a subdoel; choosing it again replaces its note."""
    intake = vergrendel(intake)
    velden = {"toelichting": toelichting.strip()}
    rij, _ = Subdoel.objects.update_or_create(intake=intake, soort=soort, defaults=velden)
    registreer_handeling(
        dossier=intake.dossier,
        soort=handelingen.SUBDOEL_GEKOZEN,
        datum=op,
        door=door,
        gegevens={"subdoel": Subdoelsoort(soort).label},
    )
    return rij


@transaction.atomic
def laat_vervallen(*, rij: Aandachtspunt | Subdoel, door: Medewerker | None, op: date) -> None:
    """Take an aandachtspunt or subdoel off again; the change history keeps it."""
    intake = vergrendel(rij.intake)
    rij.delete()
    registreer_handeling(dossier=intake.dossier, soort=handelingen.DOEL_VERVALLEN, datum=op, door=door)
