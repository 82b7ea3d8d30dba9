"""The PVT in groups: planned by the gemeente, given by an aanbieder; who takes part, and who was there."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from cases.enums import Dossierstatus
from cases.models import Dossier, Gemeente, Medewerker
from cases.services.gebeurtenissen import registreer_handeling, registreer_handelingen
from cases.services.presentie import PresentieFout, leg_presentie_vast
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.modules import Module
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.modules import handelingen
from pip_plans.modules.models import Pvtbijeenkomst, Pvtdeelname, Pvtgroep
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur

from .stand import plicht_van

GROEPSVELDEN = ("aanbieder", "taal", "plaats", "plaatsen", "start")
LANGST = timedelta(days=366)


@transaction.atomic
def bewaar_groep(
    *, gemeente: Gemeente, gegevens: Mapping[str, Any], door: Medewerker, bestaand: Pvtgroep | None = None
) -> Pvtgroep:
    """A new group, or another set-up of `bestaand`; `gegevens` holds GROEPSVELDEN.

    Raises UitvoeringFout for an aanbieder of another gemeente or without PVT, for fewer places than there are people,
    and for a first day after a meeting.
    """
    aanbieder = gegevens["aanbieder"]
    if aanbieder.gemeente_id != gemeente.pk or Aanbodsoort.PVT not in aanbieder.aanbod:
        raise UitvoeringFout("Kies een aanbieder van deze gemeente die het PVT geeft.", "aanbieder")
    rij = bestaand or Pvtgroep(gemeente=gemeente, door=door)
    if bestaand:
        Pvtgroep.objects.select_for_update(of=("self",)).get(pk=bestaand.pk)
        if gegevens["plaatsen"] < (bezet := bezetting(bestaand)):
            raise UitvoeringFout(f"Er zitten al {bezet} mensen in deze groep.", "plaatsen")
        if bestaand.bijeenkomsten.filter(datum__lt=gegevens["start"]).exists():
            raise UitvoeringFout("Er is een bijeenkomst voor deze dag.", "start")
    for veld in GROEPSVELDEN:
        setattr(rij, veld, gegevens[veld])
    keur(rij)
    rij.save()
    return rij


@transaction.atomic
def plan_bijeenkomst(
    *, groep: Pvtgroep, datum: date, begin: time, uren: Decimal, excursie: bool, door: Medewerker
) -> Pvtbijeenkomst:
    """A day on which the group meets; the same day again changes it. Raises UitvoeringFout outside its year."""
    if not groep.start <= datum <= groep.start + LANGST:
        raise UitvoeringFout("Deze dag ligt voor de eerste bijeenkomst, of meer dan een jaar daarna.", "datum")
    slot = Pvtgroep.objects.select_for_update(of=("self",)).get(pk=groep.pk)
    rij = Pvtbijeenkomst.objects.filter(groep=slot, datum=datum).first() or Pvtbijeenkomst(groep=slot, datum=datum)
    rij.begin, rij.uren, rij.excursie, rij.door = begin, uren, excursie, door
    keur(rij)
    rij.save()
    return rij


@transaction.atomic
def meld_aan(*, groep: Pvtgroep, dossier: Dossier, door: Medewerker, op: date) -> Pvtdeelname:
    """A place in the group; who left takes part again. A second time changes nothing.

    Raises UitvoeringFout for a dossier of another gemeente or that does not run, for who need not do the PVT, and when
    the group is full.
    """
    if dossier.gemeente_id != groep.gemeente_id:
        raise UitvoeringFout("Dit dossier hoort bij een andere gemeente.")
    if dossier.status != Dossierstatus.LOPEND:
        raise UitvoeringFout("Dit dossier loopt niet meer.")
    if plicht_van(dossier, dossierfeiten_van(dossier), Module.PVT) is None:
        raise UitvoeringFout("Leg eerst de doelgroep vast.")
    slot = Pvtgroep.objects.select_for_update(of=("self",)).get(pk=groep.pk)
    rij = Pvtdeelname.objects.filter(groep=slot, dossier=dossier).first()
    if rij and rij.gestopt_op is None:
        return rij
    if bezetting(slot) >= slot.plaatsen:
        raise UitvoeringFout("Deze groep is vol. Kies een andere groep.", "groep")
    rij = rij or Pvtdeelname(groep=slot, dossier=dossier, door=door)
    rij.gestopt_op = None
    rij.save()
    _schrijf(rij, handelingen.AANGEMELD, door, op)
    return rij


@transaction.atomic
def stop(*, deelname: Pvtdeelname, door: Medewerker, op: date) -> Pvtdeelname:
    """Somebody leaves the group today; the hours that he followed stay. A second time changes nothing."""
    rijen = Pvtdeelname.objects.select_for_update(of=("self",)).select_related("groep", "dossier")
    rij: Pvtdeelname = rijen.get(pk=deelname.pk)
    if rij.gestopt_op is None:
        rij.gestopt_op = op
        rij.save(update_fields=["gestopt_op"])
        _schrijf(rij, handelingen.GESTOPT, door, op)
    return rij


@transaction.atomic
def leg_aanwezigheid_vast(
    *, bijeenkomst: Pvtbijeenkomst, standen: Mapping[int, str], door: Medewerker, op: date
) -> int:
    """Who was there, with a step in those dossiers that does not say whether or why; returns how many rows changed.

    Raises UitvoeringFout for a meeting that is still to come, and for who is not in the group.
    """
    if bijeenkomst.datum > op:
        raise UitvoeringFout("Deze bijeenkomst is nog niet geweest.")
    leden = bijeenkomst.groep.deelnames.select_related("dossier").in_bulk()
    try:
        veranderd = leg_presentie_vast(bijeenkomst=bijeenkomst, leden=leden, standen=standen)
    except PresentieFout as fout:
        raise UitvoeringFout(str(fout)) from fout
    woorden = {"groep": str(bijeenkomst.groep), "dag": datum_zonder_weekdag(bijeenkomst.datum)}
    registreer_handelingen(
        dossiers=[leden[pk].dossier for pk in veranderd], soort=handelingen.PRESENTIE, datum=op, door=door,
        gegevens=woorden,
    )  # fmt: skip
    return len(veranderd)


def bezetting(groep: Pvtgroep) -> int:
    """How many people have a place."""
    return groep.deelnames.filter(gestopt_op=None).count()


def _schrijf(deelname: Pvtdeelname, soort: str, door: Medewerker, op: date) -> None:
    gegevens = {"groep": str(deelname.groep)}
    registreer_handeling(dossier=deelname.dossier, soort=soort, datum=op, door=door, gegevens=gegevens)
