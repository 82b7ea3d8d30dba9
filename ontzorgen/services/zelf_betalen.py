"""Which fixed costs of a month the household pays itself: everywhere the same ones that a payment run leaves out."""

from datetime import date

from ontzorgen.enums_einde import Overnemer
from ontzorgen.maanden import laatste_dag
from ontzorgen.models import Ontzorgperiode, VasteLast

from .afrekening import Maandrekening
from .lasttoets import Lasttoets

VOORBIJ = "Het ontzorgen is dan voorbij. Het huishouden betaalt dit zelf."


def zelf_te_betalen(rekening: Maandrekening, maand: date, *, voorbij: bool = False) -> dict[VasteLast, str]:
    """Every fixed cost that is due in this month and that the gemeente does not pay, with why.

    Nothing while nobody of the unit was decided on: then the month is shown as it becomes. `voorbij` says that the
    months that run are over, also before a decision.
    """
    toets = Lasttoets([rekening.eenheid], maand)
    lasten = rekening.lasten_in(maand)
    if toets.met_periode:
        redenen = {last: toets.waarom_buiten(last) for last in lasten}
        return {last: reden for last, reden in redenen.items() if reden}
    return dict.fromkeys(lasten, VOORBIJ) if voorbij or _is_voorbij(rekening, maand) else {}


def bedrag_zelf(zelf: dict[VasteLast, str]) -> int:
    """Cents that the household pays of these itself; what ended is paid by nobody."""
    return sum(last.bedrag for last in zelf if not _vervallen(last))


def _vervallen(last: VasteLast) -> bool:
    overname = getattr(last, "overname", None)
    return overname is not None and overname.wie == Overnemer.VERVALT


def _is_voorbij(rekening: Maandrekening, maand: date) -> bool:
    dossiers = [lid.dossier_id for lid in rekening.eenheid.leden.all()]
    return Ontzorgperiode.objects.filter(dossier__in=dossiers, vanaf__lte=laatste_dag(maand)).exists()
