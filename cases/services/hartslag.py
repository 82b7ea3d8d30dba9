"""The heartbeat of periodic jobs: start, success, duration, counts and the error in words, one row per job."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from smtplib import SMTPException

from billiard.exceptions import SoftTimeLimitExceeded
from django.db import DatabaseError

from cases.klok import nu
from cases.models import Hartslag

logger = logging.getLogger(__name__)


class TaakFout(Exception):
    """Why a job could not do its work, in Dutch words for the page; holds no personal data."""


@dataclass
class Slag:
    """What one run tells about itself. `waarschuwing`: it ran to its end, but somebody must look.

    `onderweg` means that another piece of the same job follows, so that this end is no success yet.
    """

    aantallen: dict[str, int] = field(default_factory=dict)
    waarschuwing: str = ""
    onderweg: bool = False

    def tel(self, **aantallen: int) -> None:
        for naam, aantal in aantallen.items():
            self.aantallen[naam] = self.aantallen.get(naam, 0) + aantal


@contextmanager
def hartslag(sleutel: str, *, vervolg: bool = False) -> Iterator[Slag]:
    """Around the body of a periodic task: `with hartslag("signalen") as slag: slag.tel(nieuw=3)`.

    Writes the start, then success with counts and duration, or the error in words; an exception goes on. A later piece
    of the same run (`vervolg`) goes on with what the pieces before it counted. Measures the real clock, for that is
    what it is about. Use it outside any transaction.
    """
    slag = _hervat(sleutel) if vervolg else Slag()
    if not vervolg:
        _noteer(sleutel, gestart_op=nu())
    try:
        yield slag
    except Exception as fout:
        _noteer(sleutel, fout=in_woorden(fout), aantallen=slag.aantallen)
        raise
    _noteer(sleutel, aantallen=slag.aantallen, fout=slag.waarschuwing[:500])
    if not slag.onderweg:
        _noteer_gelukt(sleutel, nu())


def in_woorden(fout: Exception) -> str:
    """An exception as a Dutch sentence for the page; never its own text, which may hold personal data."""
    if isinstance(fout, TaakFout):
        return str(fout)[:500]
    if isinstance(fout, SoftTimeLimitExceeded):
        return "De taak duurde te lang en is afgebroken."
    if isinstance(fout, SMTPException):
        return "De mailserver weigert berichten."
    if isinstance(fout, DatabaseError):
        return "De database gaf een fout."
    if isinstance(fout, OSError):
        return "Een andere server of schijf is niet bereikbaar."
    return f"Fout in het systeem ({type(fout).__name__}). De oorzaak staat in het logboek van de worker."


def vraag_aan(*, sleutel: str, sinds: datetime, moment: datetime) -> bool:
    """Note that a run was asked for; False when that happened since `sinds` already, so that nobody asks twice.

    A question later than `moment` is of before the machine clock was set back, and does not count.
    """
    Hartslag.objects.get_or_create(taak=sleutel)
    rijen = Hartslag.objects.filter(taak=sleutel).exclude(aangevraagd_op__gte=sinds, aangevraagd_op__lte=moment)
    return bool(rijen.update(aangevraagd_op=moment))


def _noteer(sleutel: str, **velden: object) -> None:
    Hartslag.objects.update_or_create(taak=sleutel, defaults=velden)


def _noteer_gelukt(sleutel: str, moment: datetime) -> None:
    begin = Hartslag.objects.values_list("gestart_op", flat=True).get(taak=sleutel)
    duur = int((moment - begin).total_seconds() * 1000) if begin else 0
    Hartslag.objects.filter(taak=sleutel).update(gelukt_op=moment, duur_ms=max(0, duur))


def _hervat(sleutel: str) -> Slag:
    rij = Hartslag.objects.filter(taak=sleutel).first()
    return Slag(aantallen=rij.aantallen, waarschuwing=rij.fout) if rij else Slag()
