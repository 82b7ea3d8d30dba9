"""Writing the confirmed rows: a piece at a time, every row in a transaction of its own."""

import logging
from datetime import date, datetime
from typing import Any

import pghistory
from django.db import DataError, IntegrityError, transaction

from cases.enums import Importstatus, Meldingernst, Regeluitkomst
from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from cases.services.koppelingen.meldingen import fout
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.wachtrij import zet_in_wachtrij
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang import handelingen
from pip_plans.voortgang.models import Deelnemernummer, Rapport, Rapportregel, Weekstaat
from pip_plans.voortgang.services.niveaus import leg_niveaus_vast
from pip_plans.voortgang.services.uren import corrigeer_week, leg_week_vast

from .beoordelen import Beoordeling, beoordeel
from .bestand import SCHRIJFTAAK, overige

logger = logging.getLogger(__name__)
STUK = 100
BRON = "rapport"
_VELDEN = ("week", "dossier", "uitkomst", "meldingen", "verwerkt_op")
_ANDERS = "Sinds het voorbeeld is er iets gewijzigd. Kies ‘Foute regels opnieuw controleren’ en bekijk wat er nu staat."


def schrijf_stuk(*, rapport_id: int, op: date, moment: datetime) -> bool:
    """Write the next rows of a confirmed report; True while there are more. Safe to repeat and to run twice at once.

    Rows are judged again first. One that cannot be written, or that would change more than the preview showed, becomes
    a faulty row with the reason; the others go on.
    """
    bevestigd = Rapport.objects.select_related("gemeente", "aanbieder", "door", "bevestigd_door")
    rapport = bevestigd.filter(pk=rapport_id, status=Importstatus.BEVESTIGD).first()
    if rapport is None or rapport.bevestigd_door is None:
        return False
    regels, door = list(rapport.regels.te_schrijven()[:STUK]), rapport.bevestigd_door
    if not regels:
        Rapport.objects.filter(pk=rapport.pk, status=Importstatus.BEVESTIGD).update(
            status=Importstatus.KLAAR, klaar_op=moment
        )
        return False
    getoond = {regel.nummer: regel.meldingen for regel in regels}
    beoordelingen = beoordeel(rapport=rapport, regels=regels, rest=overige(rapport, regels), door=door, op=op)
    with pghistory.context(medewerker=door.pk):
        for regel in regels:
            _verwerk(regel, beoordelingen[regel.nummer], getoond[regel.nummer], rapport, door, op, moment)
    Rapport.objects.filter(pk=rapport.pk).update(gewerkt_op=moment)
    return True


def schrijf_en_ga_door(*, rapport_id: int, op: date, moment: datetime) -> None:
    """Write one piece and queue the next, so that no piece of work takes longer than seconds."""
    if schrijf_stuk(rapport_id=rapport_id, op=op, moment=moment):
        zet_in_wachtrij(SCHRIJFTAAK, rapport_id)


def hervat(*, sinds: datetime) -> int:
    """Queue the confirmed reports of which no piece was written since this moment; how many that were."""
    rapporten = list(Rapport.objects.blijft_liggen(sinds).values_list("pk", flat=True))
    for rapport_id in rapporten:
        zet_in_wachtrij(SCHRIJFTAAK, rapport_id)
    return len(rapporten)


@transaction.atomic
def _verwerk(
    regel: Rapportregel,
    beoordeling: Beoordeling,
    getoond: list[dict[str, str]],
    rapport: Rapport,
    door: Medewerker,
    op: date,
    moment: datetime,
) -> None:
    """One row: taken only if nobody else has it, written or made faulty, and marked, in one transaction."""
    vrij = Rapportregel.objects.select_for_update(skip_locked=True).te_schrijven().filter(pk=regel.pk)
    if vrij.first() is None:
        return
    if regel.uitkomst == Regeluitkomst.BIJGEWERKT and not _wijzigingen(regel.meldingen) <= _wijzigingen(getoond):
        _keur_af(regel, _ANDERS)
    if regel.uitkomst != Regeluitkomst.FOUT:
        try:
            with transaction.atomic():
                _schrijf_regel(beoordeling, rapport, door, op)
                regel.verwerkt_op = moment
        except UitvoeringFout as reden:
            _keur_af(regel, str(reden))
        except (IntegrityError, DataError) as reden:
            # The text of the database holds personal data: it goes to nobody.
            logger.warning("rapport %s regel %s: %s", rapport.pk, regel.nummer, type(reden).__name__)
            _keur_af(regel, "Iemand anders legde deze week net vast.")
    regel.save(update_fields=_VELDEN)


def _keur_af(regel: Rapportregel, reden: str) -> None:
    regel.uitkomst, regel.verwerkt_op = Regeluitkomst.FOUT, None
    regel.meldingen = [*regel.meldingen, fout("", reden).als_dict()]


def _wijzigingen(meldingen: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(m["veld"], m["reden"]) for m in meldingen if m["ernst"] == Meldingernst.WIJZIGING}


def _schrijf_regel(beoordeling: Beoordeling, rapport: Rapport, door: Medewerker, op: date) -> None:
    """The weeks, the levels, what the aanbieder calls him, and one line in the history for the whole report."""
    dossier, week = beoordeling.dossier, beoordeling.keuring.week
    if dossier is None or week is None:
        return
    wie: dict[str, Any] = {"door": door, "op": op, "rapport": rapport}
    for plaatsing, waarden in beoordeling.delen:
        if er_staat := Weekstaat.objects.filter(plaatsing=plaatsing, week=week).first():
            corrigeer_week(weekstaat=er_staat, waarden=waarden, reden=rapport.verbetering, **wie)
        else:
            leg_week_vast(plaatsing=plaatsing, week=week, waarden=waarden, **wie)
    if beoordeling.niveaus:
        niveaus, reden = beoordeling.keuring.niveaus, rapport.verbetering
        leg_niveaus_vast(dossier=dossier, gemeten_op=week, niveaus=niveaus, reden=reden, **wie)
    if beoordeling.nummer:
        Deelnemernummer.objects.get_or_create(aanbieder=rapport.aanbieder, dossier=dossier, nummer=beoordeling.nummer)
    if beoordeling.delen or beoordeling.niveaus:
        maand = datum_zonder_weekdag(rapport.maand).partition(" ")[2]
        registreer_handeling(
            dossier=dossier, soort=handelingen.UIT_RAPPORT, datum=op, door=door, bron=BRON, kenmerk=str(rapport.pk),
            gegevens={"aanbieder": str(rapport.aanbieder), "maand": maand},
        )  # fmt: skip
