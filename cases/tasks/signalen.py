"""The daily signals: make the rows, then mail them."""

from celery import shared_task
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from cases.klok import nu, vandaag
from cases.models import Gemeente
from cases.services import signaalpost, signalen
from cases.services.hartslag import Slag, TaakFout, hartslag
from inburgering.wachtrij import zet_in_wachtrij

VERSTUUR = "cases.tasks.signalen.verstuur"
MENSEN_PER_STUK = 50
NIET_BEREIKBAAR = "De mailserver is niet bereikbaar. De signalen blijven staan; over tien minuten proberen we het weer."


@shared_task(name="cases.tasks.signalen.maak")
def maak() -> None:
    """Make the signals of today in every gemeente and queue the mail; running it twice adds nothing."""
    with hartslag("signalen") as slag:
        for gemeente in Gemeente.objects.all():
            slag.tel(nieuw=signalen.maak(gemeente=gemeente, op=vandaag(), moment=nu()))
    zet_in_wachtrij(VERSTUUR)


@shared_task(name=VERSTUUR)
def verstuur(na: int = 0) -> None:
    """Mail the next persons with waiting signals and queue the rest; safe to run twice and to resume."""
    with hartslag("signalen_versturen", vervolg=na > 0) as slag:
        zonder = _bereid_voor(slag) if na == 0 else 0
        mensen = signaalpost.wachtende_mensen(na=na, meeste=MENSEN_PER_STUK)
        mislukt = _verstuur_aan(mensen, slag) if mensen else 0
        slag.tel(afgerond=signalen.rond_af(moment=nu()))
        slag.waarschuwing = f"{slag.waarschuwing} {_waarschuwing(zonder, mislukt)}".strip()
        slag.onderweg = len(mensen) == MENSEN_PER_STUK
    if slag.onderweg:
        zet_in_wachtrij(VERSTUUR, mensen[-1])


def _bereid_voor(slag: Slag) -> int:
    slag.tel(vervallen=signalen.laat_vervallen())
    verdelingen = [signalen.verdeel(gemeente=gemeente, op=vandaag()) for gemeente in Gemeente.objects.all()]
    return sum(verdeling.zonder_ontvanger for verdeling in verdelingen)


def _verstuur_aan(mensen: list[int], slag: Slag) -> int:
    """Mail these persons over one connection; returns how many of the mails the server would not have."""
    mislukt = 0
    verbinding: BaseEmailBackend = get_connection()
    try:
        verbinding.open()
        for wie in mensen:
            try:
                aantal = signaalpost.verstuur_aan(medewerker_id=wie, op=vandaag(), moment=nu(), verbinding=verbinding)
            except signaalpost.ALLEEN_DIT_BERICHT:
                mislukt += 1
            else:
                slag.tel(mails=bool(aantal), signalen=aantal)
    except OSError as fout:  # SMTPException is one too
        raise TaakFout(NIET_BEREIKBAAR) from fout
    finally:
        verbinding.close()
    return mislukt


def _waarschuwing(zonder_ontvanger: int, mislukt: int) -> str:
    zinnen = []
    if zonder_ontvanger:
        zinnen.append(
            f"Signalen zonder ontvanger: {zonder_ontvanger}. Stel een consulent, teamleider of beheerder aan."
        )
    if mislukt:
        zinnen.append(f"E-mails geweigerd door de mailserver: {mislukt}. We proberen ze opnieuw.")
    return " ".join(zinnen)
