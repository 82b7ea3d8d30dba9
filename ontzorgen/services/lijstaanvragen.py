"""A list of withholdings is asked for on the page and made by a worker: freezing a month takes long for many people."""

from datetime import date, datetime

from django.db import transaction

from cases.models import Gemeente, Medewerker
from inburgering.wachtrij import zet_in_wachtrij
from ontzorgen.enums_betaling import Lijststand
from ontzorgen.maanden import maandnaam
from ontzorgen.models import Inhoudingslijst, Lijstaanvraag

from .fout import OntzorgFout
from .inhoudingen import maak_lijst
from .maandrun import STUK, eis_niet_te_ver, leg_deel_vast, nog_niet_vastgelegd, open_maand
from .slot import zet_gemeente_op_slot

LIJSTTAAK = "ontzorgen.tasks.maak_lijst"


@transaction.atomic
def vraag_lijst(*, gemeente: Gemeente, maand: date, door: Medewerker, op: date) -> Lijstaanvraag:
    """Ask for the list of a month; while one is being made that one comes back.

    Raises OntzorgFout for a month after the next one.
    """
    eis_niet_te_ver(maand, op)
    zet_gemeente_op_slot(gemeente)
    if wachtend := Lijstaanvraag.objects.wachtend().filter(gemeente=gemeente, maand=maand).first():
        return wachtend
    aanvraag: Lijstaanvraag = Lijstaanvraag.objects.create(gemeente=gemeente, maand=maand, door=door)
    zet_in_wachtrij(LIJSTTAAK, aanvraag.pk)
    return aanvraag


def maak_gevraagde_lijst(*, aanvraag_id: int, op: date, moment: datetime) -> bool:
    """Freeze the month piece by piece and make the list; True when this call finished it.

    Each piece is a transaction of its own, so that others do not wait long. Safe to repeat, to run twice at once and to
    be killed: what is frozen stays, and the list is made once.
    """
    gedaan = 0
    while (laatste := _leg_stuk_vast(aanvraag_id, gedaan, op, moment)) is not None:
        gedaan = laatste
    return _rond_af(aanvraag_id, op)


def hervat(*, sinds: datetime) -> int:
    """Queue the lists on which nobody has worked since this moment; how many that were."""
    ids = list(Lijstaanvraag.objects.blijft_liggen(sinds).values_list("pk", flat=True))
    for aanvraag_id in ids:
        zet_in_wachtrij(LIJSTTAAK, aanvraag_id)
    return len(ids)


@transaction.atomic
def _leg_stuk_vast(aanvraag_id: int, gedaan: int, op: date, moment: datetime) -> int | None:
    """The next units after number `gedaan`; the number of the last one, None when there are no more."""
    aanvraag = _wachtend(aanvraag_id)
    if aanvraag is None:
        return None
    zet_gemeente_op_slot(aanvraag.gemeente)
    eenheden = list(nog_niet_vastgelegd(aanvraag.gemeente, aanvraag.maand).filter(pk__gt=gedaan)[:STUK])
    if not eenheden:
        return None
    maand = open_maand(gemeente=aanvraag.gemeente, maand=aanvraag.maand, door=aanvraag.door)
    leg_deel_vast(betaalmaand=maand, eenheden=eenheden, door=aanvraag.door, op=op)
    Lijstaanvraag.objects.filter(pk=aanvraag_id).update(gewerkt_op=moment)
    return int(eenheden[-1].pk)


@transaction.atomic
def _rond_af(aanvraag_id: int, op: date) -> bool:
    aanvraag = _wachtend(aanvraag_id)
    if aanvraag is None:
        return False
    zet_gemeente_op_slot(aanvraag.gemeente)
    rij = Lijstaanvraag.objects.select_for_update(of=("self",)).get(pk=aanvraag_id)
    if rij.stand != Lijststand.WACHT:
        return False
    rij.lijst, rij.uitkomst = _lijst(aanvraag, op)
    rij.stand = Lijststand.KLAAR if rij.lijst else Lijststand.NIETS
    rij.save(update_fields=["lijst", "uitkomst", "stand"])
    return True


def _wachtend(aanvraag_id: int) -> Lijstaanvraag | None:
    rijen = Lijstaanvraag.objects.wachtend().select_related("gemeente", "door")
    gevonden: Lijstaanvraag | None = rijen.filter(pk=aanvraag_id).first()
    return gevonden


def _lijst(aanvraag: Lijstaanvraag, op: date) -> tuple[Inhoudingslijst | None, str]:
    """The new list, else why there is none."""
    eerder = set(Inhoudingslijst.objects.filter(betaalmaand__gemeente=aanvraag.gemeente).values_list("pk", flat=True))
    try:
        lijst = maak_lijst(gemeente=aanvraag.gemeente, maand=aanvraag.maand, door=aanvraag.door, op=op)
    except OntzorgFout as fout:
        return None, str(fout)
    if lijst.pk in eerder:
        return None, f"Er is in {maandnaam(aanvraag.maand)} niets nieuws sinds lijst {lijst.volgnummer}."
    return lijst, ""
