"""How the periodic jobs are doing, for the page Achtergrondtaken; and starting one by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from cases.achtergrondtaken import Achtergrondtaak, achtergrondtaken
from cases.models import Hartslag
from inburgering.wachtrij import zet_in_wachtrij

from .hartslag import vraag_aan
from .veeg import laatste_beurt

DUBBELKLIK = timedelta(seconds=30)
LABELS = {
    "nieuw": "nieuwe signalen",
    "vervallen": "vervallen signalen",
    "mails": "e-mails",
    "signalen": "signalen",
    "afgerond": "afgeronde signalen",
    "dossiers": "dossiers nagerekend",
    "afwijkend": "dossiers met een verschil",
    "documenten": "documenten opnieuw klaargezet",
    "importbestanden": "importbestanden opnieuw klaargezet",
    "toewijzingen": "toewijzingen opnieuw klaargezet",
    "zelfcontroles": "zelfcontroles hervat",
    "ingehaald": "taken ingehaald",
    "voorbeelden": "oude voorbeelden",
    "bestanden": "oude importbestanden",
}


@dataclass(frozen=True, slots=True)
class Taakstand:
    """One job on a moment. `stil`: it should have succeeded more recently, or at all."""

    taak: Achtergrondtaak
    hartslag: Hartslag
    volgende: datetime | None
    stil: bool

    @property
    def badge(self) -> tuple[str, str]:
        """The shape of the status badge and its word."""
        if self.mislukt:
            return "te_laat", "mislukt"
        if self.stil:
            return "te_laat", "te lang stil" if self.hartslag.gelukt_op else "nog nooit gelukt"
        if self.hartslag.fout:
            return "binnenkort", "let op"
        return ("gehaald", "goed") if self.hartslag.gelukt_op else ("later", "nog niet nodig geweest")

    @property
    def mislukt(self) -> bool:
        """The last run that began ended in an error."""
        gelukt, gestart = self.hartslag.gelukt_op, self.hartslag.gestart_op
        return bool(self.hartslag.fout) and (gelukt is None or (gestart is not None and gelukt < gestart))

    @property
    def duur(self) -> str:
        """'0,4 seconde', '12 seconden', '3 minuten'."""
        seconden = self.hartslag.duur_ms / 1000
        if seconden < 1:
            return f"{seconden:.1f} seconde".replace(".", ",")
        return f"{seconden:.0f} seconden" if seconden < 120 else f"{seconden / 60:.0f} minuten"

    @property
    def tellingen(self) -> list[tuple[str, int]]:
        return [(LABELS.get(naam, naam), aantal) for naam, aantal in self.hartslag.aantallen.items()]


def overzicht(*, moment: datetime) -> list[Taakstand]:
    """Every job with its last run, the next, and whether it has been silent too long."""
    rijen = {rij.taak: rij for rij in Hartslag.objects.all()}
    return [
        _stand(taak, rijen.get(sleutel) or Hartslag(taak=sleutel), moment)
        for sleutel, taak in achtergrondtaken().items()
    ]


def _stand(taak: Achtergrondtaak, rij: Hartslag, moment: datetime) -> Taakstand:
    stil = taak.stil_na is not None and (rij.gelukt_op is None or moment - rij.gelukt_op > taak.stil_na)
    return Taakstand(taak=taak, hartslag=rij, volgende=_volgende(taak.sleutel, rij, moment), stil=stil)


def _volgende(sleutel: str, rij: Hartslag, moment: datetime) -> datetime | None:
    """When it runs next; None for a job without a schedule of its own."""
    if beurt := laatste_beurt(sleutel, moment):
        return beurt + timedelta(days=1)
    tussen = settings.CELERY_BEAT_SCHEDULE.get(sleutel, {}).get("schedule")
    if not isinstance(tussen, timedelta) or rij.gestart_op is None:
        return None
    return max(moment, rij.gestart_op + tussen)


@transaction.atomic
def draai_nu(*, sleutel: str, moment: datetime) -> bool:
    """Queue a job by hand; False when that was done half a minute ago (a double click). KeyError when it is no job."""
    taak = achtergrondtaken()[sleutel]
    gevraagd = vraag_aan(sleutel=sleutel, sinds=moment - DUBBELKLIK, moment=moment)
    if gevraagd:
        zet_in_wachtrij(taak.taak)
    return gevraagd
