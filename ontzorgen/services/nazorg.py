"""Contacts after the ontzorgen: planned, and held with a short report."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.handelingen_einde import (
    NAZORG_GEHOUDEN,
    NAZORG_GEPLAND,
    NAZORG_GESCHRAPT,
    NAZORG_VERBETERD,
    NAZORG_VERZET,
)
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
    _eis_planbaar(dossier, gepland_op, op)
    contact = Nazorgcontact(dossier=dossier, gepland_op=gepland_op, wijze=wijze, door=door)
    keur(contact)
    contact.save()
    registreer_handeling(dossier=dossier, soort=NAZORG_GEPLAND, datum=op, door=door)
    return contact


@transaction.atomic
def verzet_nazorg(
    *, contact: Nazorgcontact, gepland_op: date, wijze: str, reden: str, gezien: int, door: Medewerker, op: date
) -> Nazorgcontact:
    """Another day or way for a contact that is to come, with the reason. The same again changes nothing.

    Raises OntzorgFout for a contact that was held, one that a colleague changed after version `gezien`, a day that
    cannot be planned, and for what the database refuses.
    """
    rij, oud = _open(contact, "verzetten")
    if (rij.gepland_op, rij.wijze) == (gepland_op, wijze):
        return rij
    if gezien != versie(rij):
        raise OntzorgFout(
            f"Een collega verzette dit contact intussen; het staat nu op {oud}. Er is niets overschreven."
        )
    if rij.gepland_op != gepland_op:
        _eis_planbaar(rij.dossier, gepland_op, op)
    rij.gepland_op, rij.wijze = gepland_op, wijze
    keur(rij)
    rij.save(update_fields=["gepland_op", "wijze"])
    _schrijf(rij, NAZORG_VERZET, reden, door, op, oud=oud, nieuw=_wanneer(rij))
    return rij


@transaction.atomic
def schrap_nazorg(*, contact: Nazorgcontact, reden: str, door: Medewerker, op: date) -> None:
    """A contact that is to come does not go on; the history keeps day and reason.

    Raises OntzorgFout when it was held.
    """
    rij, oud = _open(contact, "schrappen")
    _schrijf(rij, NAZORG_GESCHRAPT, reden, door, op, oud=oud)
    rij.delete()


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
    rij = _vergrendeld(contact)
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
    soort = NAZORG_VERBETERD if verbetering else NAZORG_GEHOUDEN
    _schrijf(rij, soort, reden, door, op, uitkomst=rij.get_uitkomst_display())
    return rij


def versie(contact: Nazorgcontact) -> int:
    """Which version of it this is: another one after every change."""
    laatste: int = contact.events.latest("pgh_id").pgh_id  # type: ignore[attr-defined]  # by pghistory
    return laatste


def _vergrendeld(contact: Nazorgcontact) -> Nazorgcontact:
    rijen = Nazorgcontact.objects.select_for_update(of=("self",)).select_related("dossier", "door")
    rij: Nazorgcontact | None = rijen.filter(pk=contact.pk).first()
    if rij is None:
        raise OntzorgFout("Een collega schrapte dit contact intussen.")
    return rij


def _open(contact: Nazorgcontact, wat: str) -> tuple[Nazorgcontact, str]:
    """The contact that is still to come, and when that was. Raises OntzorgFout for one that was recorded."""
    rij = _vergrendeld(contact)
    if rij.uitkomst:
        raise OntzorgFout(f"{rij.door} legde dit contact al vast ({rij.get_uitkomst_display()}); {wat} kan niet meer.")
    return rij, _wanneer(rij)


def _wanneer(contact: Nazorgcontact) -> str:
    return f"{datum_zonder_weekdag(contact.gepland_op)} ({contact.get_wijze_display()})"


def _schrijf(contact: Nazorgcontact, soort: str, reden: str, door: Medewerker, op: date, **gegevens: str) -> None:
    registreer_handeling(
        dossier=contact.dossier, soort=soort, datum=op, door=door, gegevens=gegevens, toelichting=reden.strip()
    )


def _eis_planbaar(dossier: Dossier, gepland_op: date, op: date) -> None:
    if gepland_op < op:
        raise OntzorgFout("Deze dag is al geweest.", "gepland_op")
    _eis_na_het_einde(dossier, gepland_op, op)


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
