"""Writing the confirmed rows: a piece at a time, every row in a transaction of its own."""

import logging
from datetime import date, datetime

import pghistory
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from cases.enums import Importstatus, Meldingernst, Regeluitkomst
from cases.models import Dossier, Gezin, Koppelbestand, Koppelregel, Medewerker
from cases.services.dossiers import open_dossier, wijzig_persoon
from cases.services.gebeurtenissen import GebeurtenisFout, NieuwFeit, registreer_feiten
from inburgering.recht.feiten import OngeldigFeit
from inburgering.wachtrij import zet_in_wachtrij

from .beoordelen import beoordeel
from .bestand import SCHRIJFTAAK, overige_regels
from .kolommen import BRON
from .meldingen import fout
from .vergelijken import Beoordeling, kenmerk

logger = logging.getLogger(__name__)
STUK = 100
_WAARDEN = ("bsn", "v_nummer", "persoonssleutel", "dossier", "uitkomst", "meldingen", "verwerkt_op")
_ANDERS = (
    "Sinds het voorbeeld is er iets aan dit dossier gewijzigd. Bekijk wat deze regel nu zou wijzigen en sla hem op; "
    "daarna kunt u opnieuw bevestigen."
)


def schrijf_stuk(*, bestand_id: int, op: date, moment: datetime) -> bool:
    """Write the next rows of a confirmed file; True while there are more. Safe to repeat and to run twice at once.

    Rows are judged again first: the database may have changed since the preview. A row that cannot be written, or that
    would now change more than the preview showed, becomes a faulty row with the reason; the others go on.
    """
    bestand = (
        Koppelbestand.objects.select_related("gemeente", "bevestigd_door")
        .filter(pk=bestand_id, status=Importstatus.BEVESTIGD)
        .first()
    )
    if bestand is None or bestand.bevestigd_door is None:
        return False
    regels = list(bestand.regels.te_schrijven()[:STUK])
    if not regels:
        _rond_af(bestand, moment)
        return False
    getoond = {regel.nummer: regel.meldingen for regel in regels}
    rest, door = overige_regels(bestand, regels), bestand.bevestigd_door
    beoordelingen = beoordeel(gemeente=bestand.gemeente, regels=regels, rest=rest, door=door, op=op)
    with pghistory.context(medewerker=door.pk):
        for regel in regels:
            _verwerk(regel, beoordelingen[regel.nummer], getoond[regel.nummer], bestand, op, moment)
    Koppelbestand.objects.filter(pk=bestand.pk).update(gewerkt_op=moment)
    return True


def schrijf_en_ga_door(*, bestand_id: int, op: date, moment: datetime) -> None:
    """Write one piece and queue the next, so that no piece of work takes longer than seconds."""
    if schrijf_stuk(bestand_id=bestand_id, op=op, moment=moment):
        zet_in_wachtrij(SCHRIJFTAAK, bestand_id)


def hervat(*, sinds: datetime) -> int:
    """Queue the confirmed files of which no piece was written since this moment; how many that were."""
    bestanden = list(Koppelbestand.objects.blijft_liggen(sinds).values_list("pk", flat=True))
    for bestand_id in bestanden:
        zet_in_wachtrij(SCHRIJFTAAK, bestand_id)
    return len(bestanden)


def _rond_af(bestand: Koppelbestand, moment: datetime) -> None:
    Koppelbestand.objects.filter(pk=bestand.pk, status=Importstatus.BEVESTIGD).update(
        status=Importstatus.KLAAR, klaar_op=moment
    )


@transaction.atomic
def _verwerk(
    regel: Koppelregel,
    beoordeling: Beoordeling,
    getoond: list[dict[str, str]],
    bestand: Koppelbestand,
    op: date,
    moment: datetime,
) -> None:
    """One row: taken only if nobody else has it, written or made faulty, and marked, in one transaction."""
    vrij = Koppelregel.objects.select_for_update(skip_locked=True).te_schrijven().filter(pk=regel.pk)
    if vrij.first() is None:
        return
    if beoordeling.uitkomst == Regeluitkomst.BIJGEWERKT and not _wijzigingen(regel.meldingen) <= _wijzigingen(getoond):
        _keur_af(regel, _ANDERS)
    if regel.uitkomst != Regeluitkomst.FOUT:
        _probeer(regel, beoordeling, bestand, op, moment)
    regel.save(update_fields=_WAARDEN)


def _probeer(regel: Koppelregel, beoordeling: Beoordeling, bestand: Koppelbestand, op: date, moment: datetime) -> None:
    try:
        with transaction.atomic():
            regel.dossier = schrijf_regel(beoordeling=beoordeling, bestand=bestand, door=bestand.bevestigd_door, op=op)
            regel.verwerkt_op = moment
    except ValidationError as reden:
        _keur_af(regel, " ".join(reden.messages))
    except (GebeurtenisFout, OngeldigFeit) as reden:
        _keur_af(regel, str(reden))
    except (IntegrityError, DataError) as reden:
        # The text of the database holds personal data: it goes to nobody.
        logger.warning("koppelbestand %s regel %s: %s", bestand.pk, regel.nummer, type(reden).__name__)
        _keur_af(
            regel, "Iemand anders legde deze persoon net vast. Sla de regel opnieuw op om te zien wat er nu staat."
        )


def _keur_af(regel: Koppelregel, reden: str) -> None:
    regel.uitkomst, regel.verwerkt_op = Regeluitkomst.FOUT, None
    regel.meldingen = [*regel.meldingen, fout("", reden).als_dict()]


def _wijzigingen(meldingen: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(m["veld"], m["reden"]) for m in meldingen if m["ernst"] == Meldingernst.WIJZIGING}


def schrijf_regel(*, beoordeling: Beoordeling, bestand: Koppelbestand, door: Medewerker | None, op: date) -> Dossier:
    """Open or change one dossier as judged: the person first, the facts second, the terms once.

    A dossier that is new has no consulent yet and so is the teamleider's. Call it inside a transaction. Raises
    ValidationError or GebeurtenisFout.
    """
    persoon = dict(beoordeling.persoon)
    if beoordeling.gezinsnummer:
        persoon["gezin"] = Gezin.objects.get_or_create(gemeente=bestand.gemeente, kenmerk=beoordeling.gezinsnummer)[0]
    dossier = beoordeling.dossier
    if dossier is None:
        dossier = open_dossier(gemeente=bestand.gemeente, persoon=persoon, regime=beoordeling.regime, door=door, op=op)
    elif persoon:
        wijzig_persoon(dossier=dossier, persoon=persoon, door=door, op=op)
    if beoordeling.feiten:
        feiten = [_met_kenmerk(feit, dossier) for feit in beoordeling.feiten]
        registreer_feiten(dossier=dossier, feiten=feiten, door=door, op=op, bron=BRON)
    return dossier


def _met_kenmerk(feit: NieuwFeit, dossier: Dossier) -> NieuwFeit:
    """A new fact gets its reference; a correction is guarded by the fact that it corrects."""
    if feit.corrigeert:
        return feit
    ref = kenmerk(dossier.inburgeraar_id, feit.soort, feit.datum, feit.gegevens)
    return NieuwFeit(feit.soort, feit.datum, feit.gegevens, ref)
