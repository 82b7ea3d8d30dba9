"""The sweep: work that is in a row but in no queue any more is queued again; missed daily jobs are caught up."""

from datetime import UTC, datetime, timedelta

from celery.schedules import crontab
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from cases.achtergrondtaken import achtergrondtaken
from cases.enums import Documentstatus
from cases.models import Document, Hartslag, Signaal, Zelfcontrole
from inburgering.wachtrij import zet_in_wachtrij

from . import koppelingen, stukken, toewijzen
from .hartslag import vraag_aan

NET_KLAARGEZET = timedelta(minutes=1)  # the queue itself deals with what is younger
NIEMAND_BEZIG = timedelta(minutes=2)  # a piece takes seconds; after this nobody is on it
OPNIEUW_VERSTUREN = timedelta(minutes=10)
TIJD_VOOR_BEAT = timedelta(minutes=10)
OPNIEUW_INHALEN = timedelta(minutes=15)
LANG = timedelta(minutes=15)
MEESTE_DOCUMENTEN = 200


def veeg(*, moment: datetime) -> dict[str, int]:
    """Queue again what nobody works on; returns how many of each kind. A second run only costs a few empty tasks."""
    return {
        "documenten": _documenten(moment),
        "stukken": stukken.hervat(sinds=moment - NIEMAND_BEZIG),
        "importbestanden": koppelingen.hervat(sinds=moment - NIEMAND_BEZIG),
        "toewijzingen": toewijzen.hervat(sinds=moment - NIEMAND_BEZIG),
        "signalen": _signalen(moment),
        "zelfcontroles": _zelfcontroles(moment),
        "ingehaald": haal_in(moment=moment),
    }


def blijft_liggen(*, moment: datetime) -> str:
    """What waits longer than it should, documents and papers, in sentences; '' when nothing does."""
    aantal = Document.objects.te_maken().filter(aangemaakt_op__lt=moment - LANG).count()
    documenten = f"Documenten die er na een kwartier nog niet zijn: {aantal}." if aantal else ""
    return " ".join(filter(None, (documenten, stukken.wachten_lang(sinds=moment - LANG))))


def haal_in(*, moment: datetime) -> int:
    """Queue the daily jobs that missed their hour (beat or worker was down) or failed; how many.

    What ran is in the heartbeat rows and not in beat's own file, so nothing is lost with that file. A job that keeps
    failing is tried four times an hour.
    """
    gelukt = dict(Hartslag.objects.values_list("taak", "gelukt_op"))
    gestart = dict(Hartslag.objects.values_list("taak", "gestart_op"))
    aantal = 0
    for sleutel, taak in achtergrondtaken().items():
        beurt = laatste_beurt(sleutel, moment)
        if beurt is None or beurt > moment - TIJD_VOOR_BEAT or _tussen(beurt, gelukt.get(sleutel), moment):
            continue
        net = moment - OPNIEUW_INHALEN
        if not _tussen(net, gestart.get(sleutel), moment) and vraag_aan(sleutel=sleutel, sinds=net, moment=moment):
            zet_in_wachtrij(taak.taak)
            aantal += 1
    return aantal


def laatste_beurt(sleutel: str, moment: datetime) -> datetime | None:
    """When a daily job should last have started; None for a job that is not daily."""
    schema = settings.CELERY_BEAT_SCHEDULE.get(sleutel, {}).get("schedule")
    if not isinstance(schema, crontab):
        return None
    uur, minuut = min(schema.hour), min(schema.minute)  # type: ignore[attr-defined]  # missing in the stubs
    lokaal = timezone.localtime(moment).replace(hour=uur, minute=minuut, second=0, microsecond=0)
    # In UTC: two moments of one zone compare by what the clock shows, and in March the clock skips half past two.
    return next(beurt for dag in (0, 1) if (beurt := (lokaal - timedelta(days=dag)).astimezone(UTC)) <= moment)


def _tussen(grens: datetime, wanneer: datetime | None, moment: datetime) -> bool:
    """A stamp later than now is of before the machine clock was set back, and says nothing."""
    return wanneer is not None and grens <= wanneer <= moment


def _documenten(moment: datetime) -> int:
    """What waits, and for a quarter of an hour what failed: after that a person looks at it (`blijft_liggen`)."""
    mislukt_en_oud = Q(status=Documentstatus.MISLUKT, aangemaakt_op__lt=moment - LANG)
    wachtend = Document.objects.te_maken().exclude(_tussentijds("aangemaakt_op", moment - NET_KLAARGEZET, moment))
    wachtend = wachtend.exclude(mislukt_en_oud)
    ids = list(wachtend.order_by("pk").values_list("pk", flat=True)[:MEESTE_DOCUMENTEN])
    for pk in ids:
        zet_in_wachtrij("cases.tasks.documenten.maak", pk)
    return len(ids)


def _signalen(moment: datetime) -> int:
    """Whether the mail was queued again: something waits, and nobody has tried for ten minutes."""
    wachtend = Signaal.objects.wachtend().exclude(_tussentijds("aangemaakt_op", moment - NET_KLAARGEZET, moment))
    if not wachtend.exists():
        return 0
    bezig = _tussentijds("gestart_op", moment - OPNIEUW_VERSTUREN, moment)
    if Hartslag.objects.filter(bezig, taak="signalen_versturen").exists():
        return 0
    if not vraag_aan(sleutel="signalen_versturen", sinds=moment - NIEMAND_BEZIG, moment=moment):
        return 0
    zet_in_wachtrij("cases.tasks.signalen.verstuur")
    return 1


def _zelfcontroles(moment: datetime) -> int:
    """Counting goes on after two minutes of silence; a mail that did not go out is tried again after ten."""
    stil = Zelfcontrole.objects.bezig().exclude(_tussentijds("gewerkt_op", moment - NIEMAND_BEZIG, moment))
    gemeld = _tussentijds("gewerkt_op", moment - OPNIEUW_VERSTUREN, moment)
    niet_gemeld = Zelfcontrole.objects.niet_gemeld().exclude(gemeld)
    taken = [("stuk", pk) for pk in stil.values_list("pk", flat=True)]
    taken += [("meld", pk) for pk in niet_gemeld.values_list("pk", flat=True)]
    Zelfcontrole.objects.filter(pk__in=[pk for _, pk in taken]).update(gewerkt_op=moment)
    for naam, pk in taken:
        zet_in_wachtrij(f"cases.tasks.zelfcontrole.{naam}", pk)
    return len(taken)


def _tussentijds(veld: str, grens: datetime, moment: datetime) -> Q:
    """Stamped between this limit and now: somebody is on it. See `_tussen` for a stamp later than now."""
    return Q(**{f"{veld}__gte": grens, f"{veld}__lte": moment})
