"""Which fixed costs of a month the household pays itself: everywhere the same ones that a payment run leaves out."""

from datetime import date

from ontzorgen.enums_einde import Overnemer
from ontzorgen.maanden import laatste_dag
from ontzorgen.models import Maandafrekening, Uitkeringseenheid, VasteLast

from .afrekening import Maandrekening, haal_lasten
from .lasttoets import Lasttoets

NIETS_INGEHOUDEN = "Hiervoor is deze maand niets ingehouden."
ZELF_VERDER = "Volgens de afbouw betaalt het huishouden dit nu zelf."
HUISHOUDEN = (Overnemer.INBURGERAAR, Overnemer.PARTNER)
VOORBIJ = "Het ontzorgen is dan voorbij. Het huishouden betaalt dit zelf."


def zelf_te_betalen(rekening: Maandrekening, maand: date, *, voorbij: bool = False) -> dict[VasteLast, str]:
    """Every fixed cost that is due in this month and that the gemeente does not pay, with why.

    Nothing while nobody of the unit was decided on: then the month is shown as it becomes. `voorbij` says that the
    months that run are over, also before a decision.
    """
    toets = Lasttoets([rekening.eenheid], maand, rekening.gedeeld)
    lasten, voortgezet = rekening.lasten_in(maand), _voortgezet(rekening.eenheid, maand)
    if toets.met_periode:
        redenen = {last: toets.waarom_buiten(last) for last in lasten}
        return {last: reden for last, reden in redenen.items() if reden} | voortgezet
    return dict.fromkeys([*lasten, *voortgezet], VOORBIJ) if voorbij or _is_voorbij(rekening, maand) else {}


def zelf_in_vaste_maand(afrekening: Maandafrekening) -> dict[VasteLast, str]:
    """The same of a month that was fixed: every fixed cost that was due in it and of which nothing is paid."""
    redenen = {regel["naam"]: regel["zin"] for regel in afrekening.regels if regel["soort"] == "NIET_BETAALD"}
    maand, betaald = afrekening.betaalmaand.maand, set(afrekening.verplichtingen.values_list("last", flat=True))
    haal_lasten([afrekening.eenheid])
    eigen = {
        last: redenen.get(str(last), NIETS_INGEHOUDEN)
        for last in afrekening.eenheid.lasten.all()
        if last.geldt_in(maand) and last.pk not in betaald
    }
    return eigen | _voortgezet(afrekening.eenheid, maand)


def te_dragen(zelf: dict[VasteLast, str]) -> dict[VasteLast, str]:
    """Of these what the household really has to pay: what ended is paid by nobody."""
    return {last: reden for last, reden in zelf.items() if not _vervallen(last)}


def bedrag_zelf(zelf: dict[VasteLast, str]) -> int:
    """Cents that the household pays of these itself."""
    return sum(last.bedrag for last in te_dragen(zelf))


def _voortgezet(eenheid: Uitkeringseenheid, maand: date) -> dict[VasteLast, str]:
    """What stopped for the gemeente and goes on for the household, by the afbouwplan; not what another cost of the same
    kind came in the place of.
    """
    alle = list(eenheid.lasten.all())
    gevonden = [last for last in alle if _gaat_zelf_door(last, maand) and not _is_vervangen(last, alle, maand)]
    leden = {lid.dossier_id for lid in eenheid.leden.all() if lid.geldt_in(maand)} if gevonden else set()
    return {last: ZELF_VERDER for last in gevonden if last.dossier_id is None or last.dossier_id in leden}


def _gaat_zelf_door(last: VasteLast, maand: date) -> bool:
    overname = getattr(last, "overname", None)
    voorbij = last.laatste_maand is not None and last.laatste_maand < maand
    return voorbij and overname is not None and overname.wie in HUISHOUDEN and overname.vanaf_maand <= maand


def _is_vervangen(last: VasteLast, alle: list[VasteLast], maand: date) -> bool:
    soort = (last.soort_id, last.dossier_id)
    begin = [ander.eerste_maand for ander in alle if (ander.soort_id, ander.dossier_id) == soort]
    return last.laatste_maand is not None and any(last.laatste_maand < eerste <= maand for eerste in begin)


def _vervallen(last: VasteLast) -> bool:
    overname = getattr(last, "overname", None)
    return overname is not None and overname.wie == Overnemer.VERVALT


def _is_voorbij(rekening: Maandrekening, maand: date) -> bool:
    dossiers = {lid.dossier_id for lid in rekening.eenheid.leden.all()}
    return any(p.dossier_id in dossiers and p.vanaf <= laatste_dag(maand) for p in rekening.gedeeld.perioden)
