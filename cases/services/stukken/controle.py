"""The virus scan of papers: a row that waits first, a task second; the sweep picks up what the queue lost."""

import logging
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cases import handelingen
from cases.enums_stukken import Stukstatus
from cases.models import Stuk
from cases.opslag import lees, wis
from inburgering.wachtrij import zet_in_wachtrij

from .ontvangen import CONTROLETAAK, noteer
from .scanner import ScannerFout, scan

logger = logging.getLogger(__name__)
MEESTE = 200
VELDEN = ["status", "reden", "scanfout", "geprobeerd_op", "gescand_op"]


@transaction.atomic
def controleer(*, stuk_id: int, moment: datetime) -> None:
    """Scan one paper. Safe to repeat: what was scanned stays, what another worker holds is left to it.

    A virus: the bytes go, the proof stays, and the dossier gets an event. A scanner that does not answer leaves the
    paper waiting with the reason on it. When the setting was emptied meanwhile the paper becomes *niet gescand*.
    """
    stuk = Stuk.objects.te_controleren().select_for_update(skip_locked=True, of=("self",)).filter(pk=stuk_id).first()
    if stuk is None:
        return
    stuk.geprobeerd_op = moment
    try:
        virus = scan(lees(stuk), settings.VIRUSSCANNER) if settings.VIRUSSCANNER else None
    except ScannerFout as fout:
        logger.warning("viruscontrole van stuk %s lukt niet: %s", stuk.pk, fout)
        stuk.scanfout = str(fout)[:250]
        stuk.save(update_fields=VELDEN)
        return
    _noteer_uitslag(stuk, virus, moment)


def _noteer_uitslag(stuk: Stuk, virus: str | None, moment: datetime) -> None:
    """`virus` is its name, '' for none, None when nobody looked."""
    stuk.scanfout = ""
    if virus is None:
        stuk.status = Stukstatus.NIET_GESCAND
    elif not virus:
        stuk.status, stuk.gescand_op = Stukstatus.SCHOON, moment
    else:
        stuk.status, stuk.gescand_op = Stukstatus.GEWEIGERD, moment
        stuk.reden = f"De virusscanner vond: {virus}"[:250]
        wis(stuk)
    stuk.save(update_fields=[*VELDEN, "bytes"] if stuk.bytes is None else VELDEN)
    if stuk.is_weg and stuk.dossier:
        noteer(stuk.dossier, handelingen.STUK_GEWEIGERD, [stuk], None, timezone.localdate(moment))


def hervat(*, sinds: datetime) -> int:
    """Queue again what waits since before `sinds` and was not tried after it; how many.

    Once there is a scanner also what was kept before, a few hundred at a time, so that every sweep goes on with it.
    """
    rijen = Stuk.objects.blijft_liggen(sinds)
    if not settings.VIRUSSCANNER:
        rijen = rijen.wacht()
    ids = list(rijen.order_by("pk").values_list("pk", flat=True)[:MEESTE])
    for pk in ids:
        zet_in_wachtrij(CONTROLETAAK, pk)
    return len(ids)


def wachten_lang(*, sinds: datetime) -> str:
    """A sentence when papers wait for the scanner since before `sinds`, '' otherwise."""
    aantal = Stuk.objects.wacht().filter(toegevoegd_op__lt=sinds).count()
    return f"Stukken die langer dan een kwartier op de viruscontrole wachten: {aantal}." if aantal else ""
