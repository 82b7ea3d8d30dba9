"""One e-mail per person with the signals of the day: case numbers, dates and links, no names."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from cases.enums import Dossierstatus, Signaalstatus, Termijnstatus
from cases.models import Bezorging, Dossiertoegang, Gemeente, Medewerker
from cases.panelen import termijnplek
from cases.teksten import alineas
from inburgering.recht.regels import REGELS

MEESTE_REGELS = 100
# The server is there but will not have this one message: the next person may well be reached.
ALLEEN_DIT_BERICHT = (SMTPRecipientsRefused, SMTPDataError, SMTPSenderRefused)


@dataclass(frozen=True, slots=True)
class Regel:
    """One term in the mail. Without `nummer` the reader may not know which dossier it is about."""

    gemeente: str
    wat: str
    laatste_dag: date
    te_laat: bool
    nummer: str
    url: str


@dataclass(frozen=True, slots=True)
class Deel:
    """What the mail says about one gemeente, in its own words around the lines."""

    gemeente: str
    begin: tuple[str, ...]
    regels: list[Regel]
    slot: tuple[str, ...]


def wachtende_mensen(*, na: int, meeste: int) -> list[int]:
    """The next persons with something to send, by id."""
    rijen = Bezorging.objects.te_doen().filter(medewerker_id__gt=na, signaal__status=Signaalstatus.WACHT)
    return list(rijen.order_by("medewerker_id").values_list("medewerker_id", flat=True).distinct()[:meeste])


@transaction.atomic
def verstuur_aan(*, medewerker_id: int, op: date, moment: datetime, verbinding: BaseEmailBackend) -> int:
    """Send this person one e-mail about all that waits for her; returns how many signals it held.

    Claims the rows (what another worker holds is left to it), looks again whether the term is open with that last day,
    sends, marks. The mark is committed after the sending: a crash in between repeats the mail with the same Message-ID,
    and never loses it. Raises what the mail server raises; then nothing is marked.
    """
    bezorgingen = list(
        Bezorging.objects.te_doen()
        .filter(
            medewerker_id=medewerker_id,
            signaal__status=Signaalstatus.WACHT,
            signaal__termijn__status=Termijnstatus.OPEN,
            signaal__termijn__dossier__status=Dossierstatus.LOPEND,
            signaal__laatste_dag=F("signaal__termijn__laatste_dag"),
        )
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("signaal__termijn__dossier__gemeente")
        .order_by("pk")
    )
    if not bezorgingen:
        return 0
    medewerker = Medewerker.objects.get(pk=medewerker_id)
    verbinding.send_messages([_bericht(medewerker, bezorgingen, op)])
    Bezorging.objects.filter(pk__in=[bezorging.pk for bezorging in bezorgingen]).update(verzonden_op=moment)
    return len(bezorgingen)


def _bericht(medewerker: Medewerker, bezorgingen: list[Bezorging], op: date) -> EmailMultiAlternatives:
    regels = _regels(medewerker, bezorgingen, op)
    inhoud = {
        "delen": _delen(regels[:MEESTE_REGELS], op),
        "meer": max(0, len(regels) - MEESTE_REGELS),
        "op": op,
        "basis_url": settings.BASIS_URL,
    }
    bericht = EmailMultiAlternatives(
        "Inburgering: termijnen die aandacht vragen",
        render_to_string("mail/signalen.txt", inhoud),
        settings.DEFAULT_FROM_EMAIL,
        [medewerker.email],
        headers={"Message-ID": _kenmerk(bezorgingen), "Auto-Submitted": "auto-generated"},
    )
    bericht.attach_alternative(render_to_string("mail/signalen.html", inhoud), "text/html")
    return bericht


def _kenmerk(bezorgingen: list[Bezorging]) -> str:
    """The same rows give the same Message-ID, by which mail servers recognise a repeated mail."""
    som = sha256(",".join(str(bezorging.pk) for bezorging in bezorgingen).encode()).hexdigest()[:24]
    domein = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    return f"<signalen-{som}@{domein}>"


def _delen(regels: list[Regel], op: date) -> list[Deel]:
    """The lines per gemeente; they come sorted by gemeente."""
    gemeenten = {gemeente.naam: gemeente for gemeente in Gemeente.objects.filter(naam__in={r.gemeente for r in regels})}
    return [
        Deel(
            gemeente=naam,
            begin=alineas(gemeenten[naam], "signalen-begin", op),
            regels=list(groep),
            slot=alineas(gemeenten[naam], "signalen-slot", op),
        )
        for naam, groep in groupby(regels, key=lambda regel: regel.gemeente)
    ]


def _regels(medewerker: Medewerker, bezorgingen: list[Bezorging], op: date) -> list[Regel]:
    """One line per term, however many thresholds it passed, the earliest last day first."""
    termijnen = {bezorging.signaal.termijn_id: bezorging.signaal.termijn for bezorging in bezorgingen}
    genoemd = set(
        Dossiertoegang.objects.filter(medewerker=medewerker, dossier__termijnen__in=termijnen).values_list(
            "dossier_id", flat=True
        )
    )
    regels = [_regel(termijn, genoemd, op) for termijn in termijnen.values()]
    return sorted(regels, key=lambda regel: (regel.gemeente, regel.laatste_dag, regel.nummer))


def _regel(termijn: Any, genoemd: set[int], op: date) -> Regel:
    dossier, gemeente = termijn.dossier, termijn.dossier.gemeente
    geheim = dossier.extra_beschermd and dossier.pk not in genoemd
    pad = (
        ""
        if geheim
        else reverse(termijnplek(termijn.soort), kwargs={"gemeente": gemeente.slug, "nummer": dossier.nummer})
    )
    return Regel(
        gemeente=gemeente.naam,
        wat=REGELS[termijn.code].naam,
        laatste_dag=termijn.laatste_dag,
        te_laat=termijn.stand(op) == "te_laat",
        nummer="" if geheim else dossier.nummer,
        url=f"{settings.BASIS_URL}{pad}" if pad else "",
    )
