"""The casusoverleg: partners, meetings, the agenda, minutes per dossier, and actions with an owner and a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction

from cases import handelingen
from cases.models import (
    Aanstelling,
    Casusoverleg,
    Dossier,
    Gemeente,
    Medewerker,
    Overlegactie,
    Overlegpartner,
    Overlegpunt,
)
from cases.toegang import TABEL, Actie
from inburgering.recht.uitleg import datum_zonder_weekdag

from .gebeurtenissen import registreer_handeling, registreer_handelingen

PARTNERVELDEN = ("naam", "soort", "actief")
OVERLEGVELDEN = ("partner", "onderwerp", "datum", "plaats")
R = TypeVar("R", bound=models.Model)
AFGEROND, AFGEZEGD = "Dit overleg is afgerond.", "Dit overleg is afgezegd."
TERUG, VOORUIT = timedelta(days=31), timedelta(days=366)  # a meeting is planned, or written down soon after


class OverlegFout(Exception):
    """What cannot be done with this overleg; the text is Dutch, and for the field `veld` if there is one."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


@transaction.atomic
def bewaar_partner(
    *, gemeente: Gemeente, gegevens: Mapping[str, Any], bestaand: Overlegpartner | None = None, door: Medewerker
) -> Overlegpartner:
    """Add a partner or change one. Raises OverlegFout for a name that is there already."""
    rij = bestaand or Overlegpartner(gemeente=gemeente)
    rij.door = door
    for veld in PARTNERVELDEN:
        setattr(rij, veld, gegevens[veld])
    return bewaar(rij)


@transaction.atomic
def plan_overleg(*, gemeente: Gemeente, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Casusoverleg:
    """Plan a meeting; the same partner, subject and day again returns the one that is there.

    Raises OverlegFout for a partner of another gemeente, and for a day more than a month ago or a year ahead.
    """
    velden = {veld: gegevens[veld] for veld in OVERLEGVELDEN}
    if velden["partner"].gemeente_id != gemeente.pk:
        raise OverlegFout("Deze partner is van een andere gemeente.", "partner")
    sleutel = {veld: velden[veld] for veld in ("partner", "onderwerp", "datum")}
    if bestaand := Casusoverleg.objects.filter(**sleutel, afgezegd_op=None).first():
        return bestaand
    eis_dag(velden["datum"], op)
    return bewaar(Casusoverleg(gemeente=gemeente, door=door, **velden))


@transaction.atomic
def agendeer(*, overleg: Casusoverleg, dossier: Dossier, vraag: str, door: Medewerker, op: date) -> Overlegpunt:
    """Put a dossier on the agenda; the same again returns the point that is there.

    Raises OverlegFout for another gemeente, a meeting that was held, without a question, and when the dossier is on
    the agenda with another question.
    """
    if dossier.gemeente_id != overleg.gemeente_id:
        raise OverlegFout("Dit dossier hoort bij een andere gemeente.", "dossier")
    if not vraag.strip():
        raise OverlegFout("Schrijf op waarom dit dossier op de agenda staat.", "vraag")
    slot = Casusoverleg.objects.select_for_update(of=("self",)).select_related("partner").get(pk=overleg.pk)
    if bestaand := Overlegpunt.objects.filter(overleg=slot, dossier=dossier).first():
        if bestaand.vraag == vraag.strip():
            return bestaand
        raise OverlegFout(f"Dit dossier staat al op deze agenda, met de vraag: ‘{bestaand.vraag}’. Kies daar ‘Verslag "
                          "en acties’ om de vraag te wijzigen.", "vraag")  # fmt: skip
    if not slot.komt_nog:
        raise OverlegFout(f"{AFGEROND if slot.gehouden_op else AFGEZEGD} Kies een ander overleg.", "overleg")
    punt = bewaar(Overlegpunt(overleg=slot, dossier=dossier, vraag=vraag.strip(), door=door))
    _schrijf(punt, handelingen.OVERLEG_GEAGENDEERD, door, op)
    return punt


@transaction.atomic
def wijzig_vraag(*, punt: Overlegpunt, vraag: str, eerder: str, door: Medewerker, op: date) -> Overlegpunt:
    """Another question than `eerder`, the one that was read. The same again changes nothing.

    Raises OverlegFout after the meeting closed, without a question, and when a colleague changed it meanwhile.
    """
    rij, vraag = _vergrendeld(punt), vraag.strip()
    if rij.vraag == vraag:
        return rij
    eis_komt_nog(rij.overleg)
    if rij.vraag != eerder:
        zin = f"Een collega wijzigde de vraag intussen in: ‘{rij.vraag}’. Er is niets overschreven."
        raise OverlegFout(f"{zin} Open de pagina opnieuw.", "vraag")
    rij.vraag = vraag
    bewaar(rij)
    _schrijf(rij, handelingen.OVERLEG_VRAAG, door, op)
    return rij


@transaction.atomic
def haal_van_agenda(*, punt: Overlegpunt, door: Medewerker, op: date) -> None:
    """Take a dossier off the agenda. Raises OverlegFout when something was said or agreed on it."""
    rij = _vergrendeld(punt)
    if rij.overleg.afgezegd_op:
        raise OverlegFout(AFGEZEGD)
    if rij.verslag or rij.acties.exists():
        raise OverlegFout("Hier is al iets over vastgelegd. Dat blijft staan.")
    _schrijf(rij, handelingen.OVERLEG_AFGEHAALD, door, op)
    rij.delete()


@transaction.atomic
def leg_verslag_vast(
    *, punt: Overlegpunt, verslag: str, gezien: int | None = None, door: Medewerker, op: date
) -> Overlegpunt:
    """What was said on a dossier. The same words again change nothing.

    `gezien` is the version that was read, as `versie` gives it. Raises OverlegFout after the meeting closed, and over
    what a colleague wrote meanwhile, with her words.
    """
    rij = _vergrendeld(punt)
    if rij.verslag == verslag.strip():
        return rij
    eis_komt_nog(rij.overleg)
    if gezien is not None and gezien != versie(rij):
        raise OverlegFout(f"Een collega wijzigde dit punt intussen. Er is niets overschreven. Nu staat er: "
                          f"‘{rij.verslag or 'nog geen verslag'}’. Neem over wat u wilt houden, en sla nog eens op.",
                          "verslag")  # fmt: skip
    rij.verslag = verslag.strip()
    rij.save(update_fields=["verslag"])
    _schrijf(rij, handelingen.OVERLEG_VERSLAG, door, op)
    return rij


@transaction.atomic
def rond_af(*, overleg: Casusoverleg, aanwezig: str, door: Medewerker, op: date) -> Casusoverleg:
    """The meeting was held and the minutes are done, with a step in every dossier; a second time changes nothing.

    Raises OverlegFout before its day, when it was cancelled, and while a dossier on the agenda has no minutes.
    """
    rij = Casusoverleg.objects.select_for_update(of=("self",)).select_related("partner").get(pk=overleg.pk)
    if rij.gehouden_op:
        return rij
    eis_komt_nog(rij)
    if rij.datum > op:
        raise OverlegFout("Dit overleg is nog niet geweest.")
    if zonder := rij.punten.filter(verslag="").count():
        raise OverlegFout(f"Van {zonder} {'dossier' if zonder == 1 else 'dossiers'} is nog geen verslag.")
    rij.gehouden_op, rij.aanwezig = op, aanwezig.strip()
    rij.save(update_fields=["gehouden_op", "aanwezig"])
    registreer_handelingen(
        dossiers=[punt.dossier for punt in rij.punten.select_related("dossier")],
        soort=handelingen.OVERLEG_AFGEROND,
        datum=op,
        door=door,
        gegevens={"partner": rij.partner.naam, "dag": datum_zonder_weekdag(rij.datum)},
    )
    return rij


@transaction.atomic
def voeg_actie_toe(
    *, punt: Overlegpunt, wat: str, eigenaar: Medewerker, uiterlijk: date, bij_partner: bool, door: Medewerker, op: date
) -> Overlegactie:
    """An action with who sees to it and by when; the same again returns the one that is there.

    Raises OverlegFout for an owner who may not see this dossier: nobody gets work that he cannot open; for a day that
    is over; and for an open action that he has already, with another day or another doer.
    """
    rij = _vergrendeld(punt)
    gemeente = rij.dossier.gemeente
    zichtbaar = Overlegpunt.objects.voor(eigenaar, gemeente, op)
    if not zichtbaar.filter(pk=rij.pk).exists():
        raise OverlegFout("Deze collega mag dit dossier of dit overleg niet zien. Kies een ander.", "eigenaar")
    if uiterlijk < op:
        raise OverlegFout("Deze dag is al voorbij. Kies vandaag of later.", "uiterlijk")
    if bestaand := rij.acties.filter(wat=wat.strip(), eigenaar=eigenaar, gedaan_op=None).first():
        if (bestaand.uiterlijk, bestaand.bij_partner) == (uiterlijk, bij_partner):
            return bestaand
        raise OverlegFout(f"Deze actie is er al voor {eigenaar}, uiterlijk {datum_zonder_weekdag(bestaand.uiterlijk)}. "
                          "Meld die eerst gedaan, of schrijf op wat er anders is.", "wat")  # fmt: skip
    actie = bewaar(
        Overlegactie(punt=rij, wat=wat.strip(), eigenaar=eigenaar, uiterlijk=uiterlijk, bij_partner=bij_partner)
    )
    _schrijf(rij, handelingen.OVERLEG_ACTIE, door, op, wie=eigenaar.naam)
    return actie


@transaction.atomic
def meld_gedaan(*, actie: Overlegactie, door: Medewerker, op: date) -> Overlegactie:
    """The action is done; a second time changes nothing."""
    rij = Overlegactie.objects.select_for_update(of=("self",)).get(pk=actie.pk)
    if rij.gedaan_op is None:
        rij.gedaan_op, rij.gedaan_door = op, door
        rij.save(update_fields=["gedaan_op", "gedaan_door"])
        _schrijf(_vergrendeld(rij.punt), handelingen.OVERLEG_ACTIE_GEDAAN, door, op)
    return rij


def mogelijke_eigenaars(*, gemeente: Gemeente, op: date) -> "models.QuerySet[Medewerker]":
    """Who may take part in a casusoverleg of this gemeente on this day."""
    rollen = [rol.value for rol in TABEL[Actie.CASUSOVERLEG]]
    aangesteld = Aanstelling.objects.geldig_op(op).filter(gemeente=gemeente, rol__in=rollen)
    return Medewerker.objects.filter(pk__in=aangesteld.values("medewerker")).order_by("naam")


def versie(rij: Casusoverleg | Overlegpunt) -> int:
    """Which version of a meeting or of a point this is: another one after every change."""
    laatste: int = rij.events.latest("pgh_id").pgh_id  # type: ignore[union-attr]  # by pghistory
    return laatste


def eis_komt_nog(overleg: Casusoverleg) -> None:
    """Raises OverlegFout after the meeting closed or was cancelled."""
    if not overleg.komt_nog:
        raise OverlegFout(AFGEROND if overleg.gehouden_op else AFGEZEGD)


def eis_dag(dag: date, op: date) -> None:
    """Raises OverlegFout for a day that is too long ago, or too far ahead."""
    if not op - TERUG <= dag <= op + VOORUIT:
        eerste, laatste = datum_zonder_weekdag(op - TERUG), datum_zonder_weekdag(op + VOORUIT)
        raise OverlegFout(f"Kies een dag van {eerste} tot en met {laatste}.", "datum")


def _vergrendeld(punt: Overlegpunt) -> Overlegpunt:
    rijen = Overlegpunt.objects.select_for_update(of=("self",))
    rij: Overlegpunt = rijen.select_related("overleg__partner", "dossier__gemeente").get(pk=punt.pk)
    return rij


def bewaar(rij: R) -> R:
    """Save a row; what the database would refuse is raised as OverlegFout at its field."""
    try:
        rij.full_clean()
    except ValidationError as fout:
        velden = fout.message_dict if hasattr(fout, "error_dict") else {"": fout.messages}
        veld, zinnen = next(iter(velden.items()))
        raise OverlegFout(zinnen[0], veld) from None
    rij.save()
    return rij


def _schrijf(punt: Overlegpunt, soort: str, door: Medewerker, op: date, **gegevens: str) -> None:
    """The history names the partner and never what was said."""
    wie = {"partner": punt.overleg.partner.naam}
    registreer_handeling(dossier=punt.dossier, soort=soort, datum=op, door=door, gegevens=wie | gegevens)
