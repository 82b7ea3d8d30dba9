"""People and their roles: invite, appoint, end, and shut out at once."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction

from cases.enums import Rol
from cases.models import Aanstelling, Gemeente, Medewerker, Vervanging
from cases.querysets.medewerkers import AanstellingQuerySet
from inburgering.wachtrij import zet_in_wachtrij

EEN_DAG = timedelta(days=1)


class MedewerkerFout(Exception):
    """What cannot be done with an account; the text is Dutch and meant for the screen."""


@transaction.atomic
def nodig_uit(
    *, gemeente: Gemeente, email: str, naam: str, functie: str, telefoon: str, rollen: Iterable[str], van: date
) -> Medewerker:
    """Make an account with these roles and queue the invitation; a known e-mail address gets the roles only.

    Somebody who already works in another gemeente of the installation keeps name and password. Raises
    ValidationError (Dutch) for an impossible address or a role that overlaps one she has.
    """
    medewerker = Medewerker.objects.filter(email=email.lower()).first()
    nieuw = medewerker is None
    if medewerker is None:
        medewerker = Medewerker.objects.create_user(email=email, naam=naam)
        wijzig_gegevens(medewerker=medewerker, functie=functie, telefoon=telefoon)
    for rol in rollen:
        stel_aan(medewerker=medewerker, gemeente=gemeente, rol=rol, van=van, tot=None)
    if nieuw:
        stuur_uitnodiging(medewerker=medewerker)
    return medewerker


def stuur_uitnodiging(*, medewerker: Medewerker) -> None:
    """Queue the mail with the link to choose a password. May be repeated: every link works once."""
    zet_in_wachtrij("cases.tasks.medewerkers.stuur_uitnodiging", medewerker.pk)


def wijzig_gegevens(*, medewerker: Medewerker, functie: str, telefoon: str) -> None:
    medewerker.functie, medewerker.telefoon = functie, telefoon
    medewerker.full_clean(exclude=["password"])
    medewerker.save(update_fields=["functie", "telefoon"])


@transaction.atomic
def stel_aan(*, medewerker: Medewerker, gemeente: Gemeente, rol: str, van: date, tot: date | None) -> Aanstelling:
    """Give a role from a date on.

    Raises ValidationError (Dutch) when she has that role in that period already, and for somebody of an aanbieder.
    """
    if medewerker.is_extern:
        raise ValidationError("Dit e-mailadres is van iemand van een aanbieder. Zo iemand krijgt hier geen rol.")
    aanstelling = Aanstelling(medewerker=medewerker, gemeente=gemeente, rol=rol, van=van, tot=tot)
    aanstelling.full_clean()
    aanstelling.save()
    return aanstelling


@transaction.atomic
def beeindig_aanstelling(*, aanstelling: Aanstelling, op: date) -> None:
    """The role ends today: from the next request on it allows nothing. One that has yet to begin disappears.

    Raises MedewerkerFout for the last functioneel beheerder of a gemeente: nobody could undo that.
    """
    if aanstelling.rol == Rol.BEHEERDER and not _andere_beheerders(aanstelling, op).exists():
        raise MedewerkerFout("Dit is de laatste functioneel beheerder. Stel eerst een ander aan.")
    if aanstelling.van >= op:
        aanstelling.delete()
        return
    aanstelling.tot = op - EEN_DAG
    aanstelling.save(update_fields=["tot"])


def _andere_beheerders(aanstelling: Aanstelling, op: date) -> AanstellingQuerySet:
    zelfde = Aanstelling.objects.geldig_op(op).filter(gemeente=aanstelling.gemeente, rol=Rol.BEHEERDER)
    return zelfde.exclude(medewerker=aanstelling.medewerker)


@transaction.atomic
def uit_dienst(*, medewerker: Medewerker, gemeente: Gemeente, op: date) -> None:
    """End all roles here; without a role anywhere else the account closes and every session of it ends at once."""
    for aanstelling in Aanstelling.objects.geldig_op(op).filter(medewerker=medewerker, gemeente=gemeente):
        beeindig_aanstelling(aanstelling=aanstelling, op=op)
    if Aanstelling.objects.geldig_op(op).filter(medewerker=medewerker).exists():
        return
    sluit_account(medewerker=medewerker)


@transaction.atomic
def sluit_account(*, medewerker: Medewerker) -> None:
    """Nobody logs in with it any more, and every session of it ends at once."""
    medewerker.is_active = False
    medewerker.set_unusable_password()
    medewerker.save(update_fields=["is_active", "password"])
    _beeindig_sessies(medewerker)


def _beeindig_sessies(medewerker: Medewerker) -> None:
    sessies = (sessie for sessie in Session.objects.iterator() if _van(sessie, medewerker))
    Session.objects.filter(pk__in=[sessie.pk for sessie in sessies]).delete()


def _van(sessie: Session, medewerker: Medewerker) -> bool:
    return str(sessie.get_decoded().get("_auth_user_id")) == str(medewerker.pk)


@transaction.atomic
def terug_in_dienst(*, medewerker: Medewerker) -> None:
    """Open the account again; the person chooses a new password through a new invitation."""
    medewerker.is_active = True
    medewerker.save(update_fields=["is_active"])
    stuur_uitnodiging(medewerker=medewerker)


@transaction.atomic
def regel_vervanging(
    *, gemeente: Gemeente, afwezige: Medewerker, vervanger: Medewerker, van: date, tot: date
) -> Vervanging:
    """While `afwezige` is away her work also appears with `vervanger`. Raises ValidationError (Dutch)."""
    vervanging = Vervanging(gemeente=gemeente, afwezige=afwezige, vervanger=vervanger, van=van, tot=tot)
    vervanging.full_clean()
    vervanging.save()
    return vervanging


def verwijder_vervanging(*, vervanging: Vervanging) -> None:
    """Take back a replacement; the change history keeps that it was there."""
    vervanging.delete()
