"""The training in financial self-reliance: groups and their meetings, who takes part, attendance and certificate."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from cases.enums_groep import Aanwezigheidsstand
from cases.models import Dossier, Gemeente, Medewerker
from cases.services.gebeurtenissen import registreer_handeling, registreer_handelingen
from cases.services.presentie import PresentieFout, leg_presentie_vast
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.enums_einde import Deelnamestand
from ontzorgen.handelingen_einde import (
    TRAINING_AANGEMELD,
    TRAINING_AANWEZIGHEID,
    TRAINING_CERTIFICAAT,
    TRAINING_CERTIFICAAT_VERBETERD,
    TRAINING_GEPLAATST,
    TRAINING_GESTOPT,
    TRAINING_STOP_VERBETERD,
)
from ontzorgen.models import Bijeenkomst, Deelname, Training, Trainingsgroep

from .fout import OntzorgFout, keur

GROEPSVELDEN = ("training", "taal", "vorm", "plaats", "plaatsen", "start")


@transaction.atomic
def bewaar_training(*, gemeente: Gemeente, naam: str, aanbieder: str, door: Medewerker) -> Training:
    """A training that this gemeente offers; the same name again only changes who gives it."""
    rij = Training.objects.filter(gemeente=gemeente, naam=naam).first() or Training(gemeente=gemeente, naam=naam)
    rij.aanbieder, rij.door = aanbieder, door
    keur(rij)
    rij.save()
    return rij


@transaction.atomic
def bewaar_groep(
    *,
    gemeente: Gemeente,
    gegevens: Mapping[str, Any],
    bestaand: Trainingsgroep | None = None,
    door: Medewerker,
    op: date,
) -> Trainingsgroep:
    """A new group, without meetings yet, or another set-up of `bestaand`; more places go to who waits longest.

    Raises OntzorgFout for a training of another gemeente, and for fewer places than there are people in it.
    """
    if gegevens["training"].gemeente_id != gemeente.pk:
        raise OntzorgFout("Deze training is van een andere gemeente.", "training")
    rij = bestaand or Trainingsgroep(gemeente=gemeente)
    if bestaand:
        Trainingsgroep.objects.select_for_update().get(pk=bestaand.pk)
        geplaatst = bestaand.deelnames.filter(stand=Deelnamestand.GEPLAATST).count()
        if gegevens["plaatsen"] < geplaatst:
            raise OntzorgFout(f"Er zitten al {geplaatst} mensen in deze groep.", "plaatsen")
    for veld in GROEPSVELDEN:
        setattr(rij, veld, gegevens[veld])
    keur(rij)
    rij.save()
    _vul_aan(rij, door, op)
    return rij


@transaction.atomic
def plan_bijeenkomst(*, groep: Trainingsgroep, datum: date, begin: time, door: Medewerker) -> Bijeenkomst:
    """A day on which the group meets; the same day again moves the hour. Raises OntzorgFout before `start`."""
    if datum < groep.start:
        raise OntzorgFout("Deze dag ligt voor de eerste bijeenkomst van de groep.", "datum")
    begin_door = {"begin": begin, "door": door}
    rij, nieuw = Bijeenkomst.objects.get_or_create(groep=groep, datum=datum, defaults=begin_door)
    if not nieuw and rij.begin != begin:
        rij.begin, rij.door = begin, door
        rij.save(update_fields=["begin", "door"])
    return rij


@transaction.atomic
def meld_aan(*, groep: Trainingsgroep, dossier: Dossier, door: Medewerker, op: date) -> Deelname:
    """A place when there is one, else the end of the waiting list. Open to everybody with a dossier, also of Wi2013.

    Again for the same group returns the row that is there, or starts anew for who stopped. Raises OntzorgFout for a
    dossier of another gemeente.
    """
    if dossier.gemeente_id != groep.gemeente_id:
        raise OntzorgFout("Dit dossier hoort bij een andere gemeente.")
    slot = Trainingsgroep.objects.select_for_update(of=("self",)).select_related("training").get(pk=groep.pk)
    bestaand = Deelname.objects.filter(groep=slot, dossier=dossier).first()
    if bestaand and bestaand.stand != Deelnamestand.GESTOPT:
        return bestaand
    rij = bestaand or Deelname(groep=slot, dossier=dossier, door=door)
    rij.stand = Deelnamestand.GEPLAATST if _vrij(slot) else Deelnamestand.WACHTLIJST
    rij.gestopt_op = None
    rij.save()
    _schrijf(rij, TRAINING_AANGEMELD, door, op, stand=rij.get_stand_display())
    return rij


@transaction.atomic
def stop(*, deelname: Deelname, datum: date, reden: str = "", door: Medewerker, op: date) -> Deelname:
    """Somebody leaves the group; the first on the waiting list takes the place. The same day again changes nothing.

    Another day than the one that stands takes a `reden`. Raises OntzorgFout for another day without one, for a day to
    come, one before the enrolment and the group, or before a meeting at which he was, and for who has the certificate.
    """
    groep = Trainingsgroep.objects.select_for_update(of=("self",)).get(pk=deelname.groep_id)
    rij = Deelname.objects.select_related("groep__training", "dossier").get(pk=deelname.pk)
    eerder = rij.gestopt_op
    if eerder == datum:
        return rij
    if eerder and not reden.strip():
        raise OntzorgFout(f"Er staat al: gestopt op {datum_zonder_weekdag(eerder)}. Er is niets overschreven. "
                          "Verbeteren kan op het tabblad, met een reden.")  # fmt: skip
    if rij.certificaat_op:
        raise OntzorgFout("Deze deelnemer heeft het certificaat al. Stoppen kan niet meer.")
    _eis_stopdag(rij, datum, op)
    rij.stand, rij.gestopt_op = Deelnamestand.GESTOPT, datum
    rij.save(update_fields=["stand", "gestopt_op"])
    if eerder:
        dagen = {"oud": datum_zonder_weekdag(eerder), "nieuw": datum_zonder_weekdag(datum)}
        _schrijf(rij, TRAINING_STOP_VERBETERD, door, op, reden.strip(), **dagen)
        return rij
    _schrijf(rij, TRAINING_GESTOPT, door, op)
    _vul_aan(groep, door, op)
    return rij


@transaction.atomic
def leg_aanwezigheid_vast(*, bijeenkomst: Bijeenkomst, standen: Mapping[int, str], door: Medewerker, op: date) -> int:
    """Who was there: id of the deelname → stand, '' to leave it open; who is not named stays as it was.

    Recording it again changes only what differs, with a step in those dossiers that does not say whether or why;
    returns how many rows changed. Raises OntzorgFout for a meeting that is still to come, for who is not in the group,
    and for a stand that does not exist.
    """
    if bijeenkomst.datum > op:
        raise OntzorgFout("Deze bijeenkomst is nog niet geweest.")
    leden = bijeenkomst.groep.deelnames.exclude(stand=Deelnamestand.WACHTLIJST).select_related("dossier").in_bulk()
    try:
        veranderd = leg_presentie_vast(bijeenkomst=bijeenkomst, leden=leden, standen=standen)
    except PresentieFout as fout:
        raise OntzorgFout(str(fout)) from fout
    woorden = {"training": bijeenkomst.groep.training.naam, "dag": datum_zonder_weekdag(bijeenkomst.datum)}
    registreer_handelingen(
        dossiers=[leden[pk].dossier for pk in veranderd], soort=TRAINING_AANWEZIGHEID, datum=op, door=door,
        gegevens=woorden,
    )  # fmt: skip
    return len(veranderd)


@transaction.atomic
def reik_certificaat_uit(*, deelname: Deelname, datum: date, reden: str = "", door: Medewerker, op: date) -> Deelname:
    """The day somebody got the certificate; another day than the one that stands takes a `reden`.

    Raises OntzorgFout for another day without a reason, a day to come, one before the last meeting of the group, and
    for who is not in the group. Locks the group first, as `stop` does: who stops and gets it at once does one of both.
    """
    groep = Trainingsgroep.objects.select_for_update(of=("self",)).get(pk=deelname.groep_id)
    rij: Deelname = Deelname.objects.select_related("groep__training", "dossier").get(pk=deelname.pk)
    eerder = rij.certificaat_op
    if eerder == datum:
        return rij
    if eerder and not reden.strip():
        raise OntzorgFout(f"Het certificaat van {datum_zonder_weekdag(eerder)} staat er al. Er is niets overschreven. "
                          "Verbeteren kan op het tabblad, met een reden.")  # fmt: skip
    _eis_certificaatdag(groep, datum, op)
    rij.certificaat_op = datum
    keur(rij)
    rij.save(update_fields=["certificaat_op"])
    if eerder:
        dagen = {"oud": datum_zonder_weekdag(eerder), "nieuw": datum_zonder_weekdag(datum)}
        _schrijf(rij, TRAINING_CERTIFICAAT_VERBETERD, door, op, reden.strip(), **dagen)
    else:
        _schrijf(rij, TRAINING_CERTIFICAAT, door, op)
    return rij


def _eis_stopdag(deelname: Deelname, datum: date, op: date) -> None:
    """Who was enrolled late may have come from the start of the group; who waits may stop before it starts."""
    if datum > op:
        raise OntzorgFout("Deze dag ligt in de toekomst.", "datum")
    vroegst = min(localdate(deelname.aangemeld_op), deelname.groep.start)
    if datum < vroegst:
        raise OntzorgFout(f"Kies {datum_zonder_weekdag(vroegst)} of een latere dag: eerder was er geen aanmelding en "
                          "geen groep.", "datum")  # fmt: skip
    geweest = deelname.aanwezigheid.filter(stand=Aanwezigheidsstand.AANWEZIG, bijeenkomst__datum__gt=datum)
    if laatste := geweest.order_by("bijeenkomst__datum").values_list("bijeenkomst__datum", flat=True).last():
        raise OntzorgFout(f"Deze persoon was er nog op {datum_zonder_weekdag(laatste)}.", "datum")


def _eis_certificaatdag(groep: Trainingsgroep, datum: date, op: date) -> None:
    if datum > op:
        raise OntzorgFout("Deze dag ligt in de toekomst.", "datum")
    bijeenkomst = groep.bijeenkomsten.last()
    vroegst, welke = (bijeenkomst.datum, "laatste") if bijeenkomst else (groep.start, "eerste")
    if datum < vroegst:
        raise OntzorgFout(f"De {welke} bijeenkomst is op {datum_zonder_weekdag(vroegst)}. Kies die dag of een latere.",
                          "datum")  # fmt: skip


def opkomst(deelname: Deelname) -> str:
    """How often somebody was there, as a sentence: of the meetings of the group that were, those with his presence."""
    standen = list(deelname.aanwezigheid.values_list("stand", flat=True))
    bijeenkomsten = deelname.groep.bijeenkomsten.count()
    if not standen:
        return "Er is nog geen presentie vastgelegd."
    aanwezig = standen.count(Aanwezigheidsstand.AANWEZIG)
    return f"Aanwezig bij {aanwezig} van de {bijeenkomsten} bijeenkomsten."


def _vul_aan(groep: Trainingsgroep, door: Medewerker, op: date) -> None:
    """Give free places to who waits longest. The caller holds the lock on the group."""
    wachtend = groep.deelnames.filter(stand=Deelnamestand.WACHTLIJST).select_related("groep__training", "dossier")
    for rij in wachtend[: max(_vrij(groep), 0)]:
        rij.stand = Deelnamestand.GEPLAATST
        rij.save(update_fields=["stand"])
        _schrijf(rij, TRAINING_GEPLAATST, door, op)


def _vrij(groep: Trainingsgroep) -> int:
    return groep.plaatsen - groep.deelnames.filter(stand=Deelnamestand.GEPLAATST).count()


def _schrijf(
    deelname: Deelname, soort: str, door: Medewerker, op: date, toelichting: str = "", **gegevens: str
) -> None:
    woorden = {"training": deelname.groep.training.naam} | gegevens
    registreer_handeling(
        dossier=deelname.dossier, soort=soort, datum=op, door=door, gegevens=woorden, toelichting=toelichting
    )
