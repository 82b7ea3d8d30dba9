"""Letting somebody of an aanbieder in, and shutting the door again."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.models import Medewerker
from cases.services.medewerkers import sluit_account, stuur_uitnodiging
from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.uitvoering.models import Aanbieder
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur


@transaction.atomic
def nodig_uit(
    *, aanbieder: Aanbieder, naam: str, email: str, van: date, tot: date, door: Medewerker, op: date
) -> ExternAccount:
    """Make the account and queue the mail with the link, that works once, to choose a password.

    Who has an account at another aanbieder keeps name and password. Raises UitvoeringFout for the address of an
    employee, for a period that is over or longer than a year, and for one that overlaps what this person has here.
    """
    if tot < op:
        raise UitvoeringFout("Deze dag is al voorbij.", "tot")
    persoon = Medewerker.objects.filter(email=email.lower()).first() or _nieuw(naam, email)
    if not persoon.is_extern:
        raise UitvoeringFout("Dit e-mailadres is van een medewerker. Die krijgt geen extern account.", "email")
    account = ExternAccount(aanbieder=aanbieder, persoon=persoon, van=van, tot=tot, uitgenodigd_door=door)
    keur(account)
    account.save()
    if not persoon.is_active:
        persoon.is_active = True
        persoon.save(update_fields=["is_active"])
    if not persoon.has_usable_password():
        stuur_uitnodiging(medewerker=persoon)
    return account


def _nieuw(naam: str, email: str) -> Medewerker:
    try:
        return Medewerker.objects.create_user(email=email, naam=naam, is_extern=True)
    except ValidationError as fout:
        veld, teksten = next(iter(fout.message_dict.items()))
        raise UitvoeringFout(" ".join(teksten), veld) from fout


def nodig_opnieuw_uit(*, account: ExternAccount, op: date) -> None:
    """Another link, for who lost the first. Raises UitvoeringFout when the account is over."""
    if not ExternAccount.objects.nog_geldig(op).filter(pk=account.pk).exists():
        raise UitvoeringFout("Dit account geldt niet meer.")
    stuur_uitnodiging(medewerker=account.persoon)


@transaction.atomic
def trek_in(*, account: ExternAccount, reden: str, door: Medewerker, op: date, moment: datetime) -> None:
    """From now on this account opens nothing; without another one the login ends as well, with every session.

    A second time changes nothing. Raises UitvoeringFout without a reason.
    """
    rij = ExternAccount.objects.select_for_update(of=("self",)).select_related("persoon").get(pk=account.pk)
    if rij.ingetrokken_op:
        return
    if not reden.strip():
        raise UitvoeringFout("Schrijf in het kort op waarom.", "reden")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.reden = moment, door, reden.strip()
    keur(rij)
    rij.save(update_fields=["ingetrokken_op", "ingetrokken_door", "reden"])
    if not ExternAccount.objects.nog_geldig(op).filter(persoon=rij.persoon).exists():
        sluit_account(medewerker=rij.persoon)
