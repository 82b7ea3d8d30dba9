"""Recording, correcting and withdrawing the hours of a week."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction

from cases.klok import stempel
from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur
from pip_plans.voortgang import handelingen
from pip_plans.voortgang.enums import KWARTIER, MEESTE_PER_WEEK, TELVELDEN, UREN, VELDEN_VAN, VERZUIM
from pip_plans.voortgang.models import Rapport, Weekstaat
from pip_plans.voortgang.weken import ZES_DAGEN, uren_tekst, weeknaam

Waarden = Mapping[str, Decimal]
Bezwaar = tuple[str, str]  # the field it belongs to ('' for none), and the reason in Dutch
LEEG: dict[str, Decimal] = dict.fromkeys(TELVELDEN, Decimal(0))


def bezwaren(*, plaatsing: Plaatsing, week: date, waarden: Waarden, op: date) -> Iterator[Bezwaar]:
    """Why these hours cannot be those of this place in the week of this Monday; nothing when they can."""
    yield from weekbezwaren(week=week, waarden=waarden, op=op)
    mag = VELDEN_VAN.get(plaatsing.soort, ())
    if not mag:
        yield "", f"Van {plaatsing.get_soort_display()} worden geen uren bijgehouden."
    for veld, naam in UREN.items():
        if mag and veld not in mag and waarden[veld]:
            yield veld, f"Uren {naam} horen niet bij {plaatsing.get_soort_display()}."
    if not loopt_in(plaatsing, week):
        yield "week", f"In {weeknaam(week)} was er geen plaats: {_periode(plaatsing)}."


def weekbezwaren(*, week: date, waarden: Waarden, op: date) -> Iterator[Bezwaar]:
    """The same, as far as it holds for every place."""
    if week >= op:
        yield "week", f"{weeknaam(week).capitalize()} {'begint vandaag pas' if week == op else 'moet nog komen'}."
    for veld, naam in TELVELDEN.items():
        if waarden[veld] < 0 or waarden[veld] % KWARTIER:
            yield veld, f"Schrijf {naam} in hele of kwart uren: 12 of 1,25."
    samen = sum(waarden.values())
    if samen > MEESTE_PER_WEEK:
        yield "", f"{uren_tekst(samen)} uur in één week kan niet: hoogstens {MEESTE_PER_WEEK}, verzuim meegeteld."


def loopt_in(plaatsing: Plaatsing, week: date) -> bool:
    """Whether this place was there on some day of the week of this Monday."""
    if plaatsing.start is None or plaatsing.start > week + ZES_DAGEN:
        return False
    return plaatsing.einde is None or plaatsing.einde >= week


@transaction.atomic
def leg_week_vast(
    *, plaatsing: Plaatsing, week: date, waarden: Waarden, door: Medewerker, op: date, rapport: Rapport | None = None
) -> Weekstaat:
    """Record one week. The same again changes nothing.

    Writes a Gebeurtenis, except for a `rapport`: that writes one for all its weeks. Raises UitvoeringFout for what
    `bezwaren` says, and when there are other hours of this week already.
    """
    plaatsing = _slot(plaatsing)
    _eis(plaatsing, week, waarden, op)
    if bestaand := Weekstaat.objects.filter(plaatsing=plaatsing, week=week).first():
        if bestaand.waarden == dict(waarden):
            return bestaand
        raise UitvoeringFout(f"Van {weeknaam(week)} staan er al uren ({in_woorden(bestaand.waarden)}).", "week")
    rij = Weekstaat(plaatsing=plaatsing, week=week, rapport=rapport, door=door, **waarden)
    keur(rij)
    rij.save()
    if rapport is None:
        _schrijf(rij, handelingen.VASTGELEGD, door, op, "", wat=in_woorden(waarden))
    return rij


@transaction.atomic
def corrigeer_week(
    *, weekstaat: Weekstaat, waarden: Waarden, reden: str, door: Medewerker, op: date, rapport: Rapport | None = None
) -> Weekstaat:
    """Other hours for a week that is there; what they were and why they change stays in the history.

    Raises UitvoeringFout without a reason, for what `bezwaren` says, and when somebody withdrew the week meanwhile.
    """
    plaatsing = _slot(weekstaat.plaatsing)
    rij = _haal(weekstaat)
    was = rij.waarden
    if was == dict(waarden):
        return rij
    _eis_reden(reden)
    _eis(plaatsing, rij.week, waarden, op)
    for veld, uren in waarden.items():
        setattr(rij, veld, uren)
    rij.rapport, rij.door, rij.vastgelegd_op = rapport, door, stempel()
    keur(rij)
    rij.save()
    _schrijf(rij, handelingen.GECORRIGEERD, door, op, reden, was=in_woorden(was), wordt=in_woorden(waarden))
    return rij


@transaction.atomic
def trek_week_in(*, weekstaat: Weekstaat, reden: str, door: Medewerker, op: date) -> None:
    """This week was recorded by mistake: it no longer counts. Raises UitvoeringFout without a reason."""
    _slot(weekstaat.plaatsing)
    rij = _haal(weekstaat)
    _eis_reden(reden)
    _schrijf(rij, handelingen.INGETROKKEN, door, op, reden, was=in_woorden(rij.waarden))
    rij.delete()


def in_woorden(waarden: Waarden) -> str:
    """'10 uur gevolgd, 2 uur ongeoorloofd verzuim'."""
    gevolgd = sum(waarden[veld] for veld in UREN)
    delen = [f"{uren_tekst(gevolgd)} uur gevolgd"]
    delen += [f"{uren_tekst(waarden[veld])} uur {naam}" for veld, naam in VERZUIM.items() if waarden[veld]]
    return ", ".join(delen)


def _slot(plaatsing: Plaatsing) -> Plaatsing:
    rijen = Plaatsing.objects.select_for_update(of=("self",)).select_related(
        "dossier", "contract__aanbieder", "aanbieder"
    )
    gevonden: Plaatsing = rijen.get(pk=plaatsing.pk)
    return gevonden


def _haal(weekstaat: Weekstaat) -> Weekstaat:
    rij = Weekstaat.objects.select_related("plaatsing__dossier").filter(pk=weekstaat.pk).first()
    if rij is None:
        raise UitvoeringFout("Iemand anders heeft deze week ingetrokken. Ververs de pagina.")
    return rij


def _eis(plaatsing: Plaatsing, week: date, waarden: Waarden, op: date) -> None:
    for veld, reden in bezwaren(plaatsing=plaatsing, week=week, waarden=waarden, op=op):
        raise UitvoeringFout(reden, veld)


def _eis_reden(reden: str) -> None:
    if not reden.strip():
        raise UitvoeringFout("Schrijf op waarom u dit corrigeert.", "reden")


def _periode(plaatsing: Plaatsing) -> str:
    if plaatsing.start is None:
        return "die is nog niet begonnen"
    begin = f"die begint op {datum_zonder_weekdag(plaatsing.start)}"
    return f"{begin} en eindigt op {datum_zonder_weekdag(plaatsing.einde)}" if plaatsing.einde else begin


def _schrijf(rij: Weekstaat, soort: str, door: Medewerker, op: date, reden: str, **gegevens: str) -> None:
    registreer_handeling(
        dossier=rij.plaatsing.dossier, soort=soort, datum=op, door=door, toelichting=reden,
        gegevens={"plaats": str(rij.plaatsing), "week": str(rij)} | gegevens,
    )  # fmt: skip
