"""Contacts after the ontzorgen: planned, and held with a short report."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from ontzorgen.handelingen_einde import NAZORG_GEHOUDEN, NAZORG_GEPLAND
from ontzorgen.models import Nazorgcontact

from .fout import OntzorgFout, keur
from .slot import vergrendel_dossier

UITKOMSTVELDEN = ("uitkomst", "gehouden_op", "verslag", "afspraak")


@transaction.atomic
def plan_nazorg(*, dossier: Dossier, gepland_op: date, wijze: str, door: Medewerker, op: date) -> Nazorgcontact:
    """Plan a contact. The same day again returns the one that is there; raises OntzorgFout for a day that is over."""
    vergrendel_dossier(dossier)
    if bestaand := Nazorgcontact.objects.filter(dossier=dossier, gepland_op=gepland_op).first():
        return bestaand
    if gepland_op < op:
        raise OntzorgFout("Deze dag is al geweest.", "gepland_op")
    contact = Nazorgcontact(dossier=dossier, gepland_op=gepland_op, wijze=wijze, door=door)
    keur(contact)
    contact.save()
    registreer_handeling(dossier=dossier, soort=NAZORG_GEPLAND, datum=op, door=door)
    return contact


@transaction.atomic
def leg_nazorg_vast(
    *, contact: Nazorgcontact, gegevens: Mapping[str, Any], door: Medewerker, op: date
) -> Nazorgcontact:
    """What came of a contact; recording it again improves it. The report never stands in the history.

    Raises OntzorgFout for a day that is still to come, and for what the database refuses.
    """
    rij = Nazorgcontact.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=contact.pk)
    for veld in UITKOMSTVELDEN:
        setattr(rij, veld, gegevens[veld])
    if rij.gehouden_op and rij.gehouden_op > op:
        raise OntzorgFout("Deze dag ligt in de toekomst.", "gehouden_op")
    keur(rij)
    rij.save(update_fields=UITKOMSTVELDEN)
    uitkomst = {"uitkomst": rij.get_uitkomst_display()}
    registreer_handeling(dossier=rij.dossier, soort=NAZORG_GEHOUDEN, datum=op, door=door, gegevens=uitkomst)
    return rij
