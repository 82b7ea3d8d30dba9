"""Contacts after the ontzorgen: planned, and held with a short report."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.handelingen_einde import NAZORG_GEHOUDEN, NAZORG_GEPLAND, NAZORG_VERBETERD
from ontzorgen.models import Nazorgcontact

from .fout import OntzorgFout, keur
from .perioden import laatste_periode
from .slot import vergrendel_dossier

UITKOMSTVELDEN = ("uitkomst", "gehouden_op", "verslag", "afspraak")
HOOGSTENS_VOORUIT = timedelta(days=366)


@transaction.atomic
def plan_nazorg(*, dossier: Dossier, gepland_op: date, wijze: str, door: Medewerker, op: date) -> Nazorgcontact:
    """Plan a contact. The same again returns the one that is there.

    Raises OntzorgFout for another contact on that day, a day that is over, that comes before the end of the ontzorgen
    or more than a year after it.
    """
    vergrendel_dossier(dossier)
    if bestaand := Nazorgcontact.objects.filter(dossier=dossier, gepland_op=gepland_op).select_related("door").first():
        if bestaand.wijze == wijze and not bestaand.uitkomst:
            return bestaand
        hoe = f"{bestaand.get_wijze_display()}, {bestaand.get_uitkomst_display()}"
        raise OntzorgFout(f"Op deze dag staat al een contact ({hoe}). Kies een andere dag.", "gepland_op")
    if gepland_op < op:
        raise OntzorgFout("Deze dag is al geweest.", "gepland_op")
    _eis_na_het_einde(dossier, gepland_op, op)
    contact = Nazorgcontact(dossier=dossier, gepland_op=gepland_op, wijze=wijze, door=door)
    keur(contact)
    contact.save()
    registreer_handeling(dossier=dossier, soort=NAZORG_GEPLAND, datum=op, door=door)
    return contact


@transaction.atomic
def leg_nazorg_vast(
    *,
    contact: Nazorgcontact,
    gegevens: Mapping[str, Any],
    reden: str = "",
    gezien: int | None = None,
    door: Medewerker,
    op: date,
) -> Nazorgcontact:
    """What came of a contact, and who wrote it. What was recorded is improved with a `reden`; the same changes nothing.

    `gezien` is the version that was read, as `versie` gives it. The report never stands in the history. Raises
    OntzorgFout for another outcome without a reason or over what a colleague wrote meanwhile, for a day that is still
    to come or before the aftercare, and for what the database refuses.
    """
    rijen = Nazorgcontact.objects.select_for_update(of=("self",)).select_related("dossier", "door")
    rij: Nazorgcontact = rijen.get(pk=contact.pk)
    if all(getattr(rij, veld) == gegevens[veld] for veld in UITKOMSTVELDEN):
        return rij
    verbetering = bool(rij.uitkomst)
    if verbetering and (not reden.strip() or (gezien is not None and gezien != versie(rij))):
        raise OntzorgFout(f"{rij.door} legde dit contact intussen vast. Er is niets overschreven. Open het contact "
                          "opnieuw om te zien wat er staat.")  # fmt: skip
    _eis_dag(rij, gegevens["gehouden_op"], op)
    for veld in UITKOMSTVELDEN:
        setattr(rij, veld, gegevens[veld])
    rij.door = door
    keur(rij)
    rij.save(update_fields=[*UITKOMSTVELDEN, "door"])
    registreer_handeling(
        dossier=rij.dossier, soort=NAZORG_VERBETERD if verbetering else NAZORG_GEHOUDEN, datum=op, door=door,
        gegevens={"uitkomst": rij.get_uitkomst_display()}, toelichting=reden.strip(),
    )  # fmt: skip
    return rij


def versie(contact: Nazorgcontact) -> int:
    """Which version of it this is: another one after every change."""
    laatste: int = contact.events.latest("pgh_id").pgh_id  # type: ignore[attr-defined]  # by pghistory
    return laatste


def _eis_na_het_einde(dossier: Dossier, dag: date, op: date) -> None:
    periode = laatste_periode(dossier)
    if periode is None:
        raise OntzorgFout("Dit dossier heeft geen periode van ontzorgen. Nazorg komt na het einde.", "gepland_op")
    einde = periode.laatste_dag
    if dag <= einde:
        raise OntzorgFout(f"Het ontzorgen eindigt op {datum_zonder_weekdag(einde)}. Kies een dag erna.", "gepland_op")
    uiterlijk = max(einde, op) + HOOGSTENS_VOORUIT
    if dag > uiterlijk:
        raise OntzorgFout(f"Plan een contact uiterlijk op {datum_zonder_weekdag(uiterlijk)}.", "gepland_op")


def _eis_dag(contact: Nazorgcontact, dag: date | None, op: date) -> None:
    """After the end of the ontzorgen; or from the planned day on, when the end moved past it."""
    if dag and dag > op:
        raise OntzorgFout("Deze dag ligt in de toekomst.", "gehouden_op")
    periode = laatste_periode(contact.dossier)
    na_het_einde = periode.laatste_dag + timedelta(days=1) if periode else contact.gepland_op
    eerste = min(contact.gepland_op, na_het_einde)
    if dag and dag < eerste:
        zin = f"De nazorg begint op {datum_zonder_weekdag(eerste)}. Kies die dag of een latere."
        raise OntzorgFout(zin, "gehouden_op")
