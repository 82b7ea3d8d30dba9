"""Which fixed costs of a month the household pays itself: everywhere the same ones that a payment run leaves out."""

from datetime import date

from ontzorgen.enums_einde import Overnemer
from ontzorgen.maanden import laatste_dag
from ontzorgen.models import Maandafrekening, VasteLast

from .afrekening import Maandrekening, haal_lasten
from .lasttoets import Lasttoets

NIETS_INGEHOUDEN = "Hiervoor is deze maand niets ingehouden."
VOORBIJ = "Het ontzorgen is dan voorbij. Het huishouden betaalt dit zelf."


def zelf_te_betalen(rekening: Maandrekening, maand: date, *, voorbij: bool = False) -> dict[VasteLast, str]:
    """Every fixed cost that is due in this month and that the gemeente does not pay, with why.

    Nothing while nobody of the unit was decided on: then the month is shown as it becomes. `voorbij` says that the
    months that run are over, also before a decision.
    """
    toets = Lasttoets([rekening.eenheid], maand, rekening.gedeeld)
    lasten = rekening.lasten_in(maand)
    if toets.met_periode:
        redenen = {last: toets.waarom_buiten(last) for last in lasten}
        return {last: reden for last, reden in redenen.items() if reden}
    return dict.fromkeys(lasten, VOORBIJ) if voorbij or _is_voorbij(rekening, maand) else {}


def zelf_in_vaste_maand(afrekening: Maandafrekening) -> dict[VasteLast, str]:
    """The same of a month that was fixed: every fixed cost that was due in it and of which nothing is paid."""
    redenen = {regel["naam"]: regel["zin"] for regel in afrekening.regels if regel["soort"] == "NIET_BETAALD"}
    maand, betaald = afrekening.betaalmaand.maand, set(afrekening.verplichtingen.values_list("last", flat=True))
    haal_lasten([afrekening.eenheid])
    return {
        last: redenen.get(str(last), NIETS_INGEHOUDEN)
        for last in afrekening.eenheid.lasten.all()
        if last.geldt_in(maand) and last.pk not in betaald
    }


def te_dragen(zelf: dict[VasteLast, str]) -> dict[VasteLast, str]:
    """Of these what the household really has to pay: what ended is paid by nobody."""
    return {last: reden for last, reden in zelf.items() if not _vervallen(last)}


def bedrag_zelf(zelf: dict[VasteLast, str]) -> int:
    """Cents that the household pays of these itself."""
    return sum(last.bedrag for last in te_dragen(zelf))


def _vervallen(last: VasteLast) -> bool:
    overname = getattr(last, "overname", None)
    return overname is not None and overname.wie == Overnemer.VERVALT


def _is_voorbij(rekening: Maandrekening, maand: date) -> bool:
    dossiers = {lid.dossier_id for lid in rekening.eenheid.leden.all()}
    return any(p.dossier_id in dossiers and p.vanaf <= laatste_dag(maand) for p in rekening.gedeeld.perioden)
