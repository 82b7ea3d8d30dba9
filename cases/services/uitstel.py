"""Putting a term aside until a day, with the reason; never past the day that the law gives."""

from datetime import date, datetime

from django.db import transaction

from cases import handelingen
from cases.enums import Dossierstatus, Termijnstatus
from cases.models import Medewerker, Termijn, Uitstel

from .gebeurtenissen import registreer_handeling


class UitstelFout(Exception):
    """Why this term cannot be put off until that day; the text is Dutch and meant for the screen."""


@transaction.atomic
def stel_uit(*, termijn: Termijn, tot: date, reden: str, door: Medewerker, op: date, moment: datetime) -> Uitstel:
    """Take the term out of the werkvoorraad until the day `tot`, on which it is back by itself.

    The last day does not move, and the warnings to others than the consulent go on. Locks the term. Another day for a
    term that is put off replaces the first; the same day and reason again changes nothing. Raises UitstelFout for a
    term that is done, a day that is not later than `op`, a day past the legal last day, and no reason.
    """
    termijn = Termijn.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=termijn.pk)
    if fout := weigering(termijn=termijn, tot=tot, reden=reden, op=op):
        raise UitstelFout(fout)
    staand: Uitstel | None = termijn.uitstellen.filter(beeindigd_op__isnull=True).first()
    if staand and (staand.tot, staand.reden, staand.door_id) == (tot, reden.strip(), door.pk):
        return staand
    termijn.uitstellen.filter(beeindigd_op__isnull=True).update(beeindigd_op=moment)
    uitstel: Uitstel = termijn.uitstellen.create(
        tot=tot, laatste_dag=termijn.laatste_dag, reden=reden.strip(), door=door, aangemaakt_op=moment
    )
    _schrijf(uitstel, handelingen.TERMIJN_UITGESTELD, door, op, toelichting=uitstel.reden)
    return uitstel


def weigering(*, termijn: Termijn, tot: date, reden: str, op: date) -> str:
    """Why this term cannot be put off until that day, or '' when it can."""
    if termijn.status != Termijnstatus.OPEN or termijn.dossier.status != Dossierstatus.LOPEND:
        return "Deze termijn staat niet meer open. Er is niets uit te stellen."
    if termijn.laatste_dag <= op:
        return "De wettelijke laatste dag is vandaag of al voorbij. Uitstellen kan niet meer."
    if tot <= op:
        return "Kies een dag na vandaag."
    if tot > termijn.laatste_dag:
        return f"Uitstellen kan tot en met {termijn.laatste_dag:%d-%m-%Y}, de wettelijke laatste dag."
    return "" if reden.strip() else "Noem de reden van het uitstel."


@transaction.atomic
def haal_terug(*, uitstel: Uitstel, door: Medewerker, op: date, moment: datetime) -> bool:
    """Back in the werkvoorraad before its day; False when it was back already."""
    uitstel = Uitstel.objects.select_for_update(of=("self",)).select_related("termijn__dossier").get(pk=uitstel.pk)
    if not uitstel.loopt(op):
        return False
    uitstel.beeindigd_op = moment
    uitstel.save(update_fields=["beeindigd_op"])
    _schrijf(uitstel, handelingen.TERMIJN_TERUG, door, op)
    return True


def _schrijf(uitstel: Uitstel, soort: str, door: Medewerker, op: date, toelichting: str = "") -> None:
    gegevens = {"termijn": uitstel.termijn.naam, "dag": f"{uitstel.tot:%d-%m-%Y}"}
    registreer_handeling(
        dossier=uitstel.termijn.dossier, soort=soort, datum=op, door=door, gegevens=gegevens, toelichting=toelichting
    )
