"""When the gemeente stops paying a fixed cost, who pays it from then on, and whether its creditor was told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max

from cases.models import Document, Dossier
from ontzorgen.brieven import CREDITEUR
from ontzorgen.enums import Besluitsoort, Besluitstand
from ontzorgen.enums_einde import Overnemer, Vervolgbetaler
from ontzorgen.maanden import eerste_dag, laatste_dag, vorige_maand
from ontzorgen.models import Ontzorgbesluit, Ontzorgperiode, Uitkeringseenheid, VasteLast

from .eenheden import eenheid_van
from .eindbericht import LANGER
from .vastgesteld import EEN_DAG

AANKONDIGEN = timedelta(weeks=8)
NAAR = {
    Overnemer.INBURGERAAR: Vervolgbetaler.KLANT,
    Overnemer.PARTNER: Vervolgbetaler.ANDER,
    Overnemer.ANDER: Vervolgbetaler.ANDER,
    Overnemer.VERVALT: Vervolgbetaler.NIEMAND,
}


@dataclass(frozen=True, slots=True)
class Lasteinde:
    """`maand` is the last month that the gemeente pays, None when it never does: the cost began after the end.

    `brief`: the letter about this end, when it was made.
    """

    last: VasteLast
    maand: date | None
    betaalt: Vervolgbetaler
    brief: Document | None = None

    @property
    def te_schrijven(self) -> bool:
        """Whether the creditor must still be told."""
        return self.maand is not None and self.brief is None

    def is_vers(self, op: date) -> bool:
        """Whether the end is still to come, or was there less than eight weeks ago."""
        return self.maand is not None and laatste_dag(self.maand) >= op - AANKONDIGEN


def einden_van(*, eenheid: Uitkeringseenheid, op: date) -> dict[int, Lasteinde]:
    """Of every fixed cost of which the end is known on this day, by its key; in a fixed number of queries.

    It ends because it stops, because somebody was seen to take it over, or because the months of ontzorgen end within
    eight weeks or ended; the first of these counts, but a month that was fixed goes out. A row that the next one
    continues at the same creditor has no end.
    """
    tot = _periode_einden(eenheid, op)
    lasten = _laatste_regels(eenheid)
    gevonden = {last.pk: einde for last, vast in lasten if (einde := _einde(last, vast, tot.get(last.dossier_id)))}
    return _met_brief(eenheid, gevonden)


def stopt_met(*, dossier: Dossier, laatste_dag: date) -> list[Lasteinde]:
    """What the gemeente no longer pays when ontzorgen of this person ends on a day, each with the last month it pays.

    A month is paid whole, and one that was fixed goes out. Of the household only when it does not go on for the
    partner. What stopped before that month, or was taken over, is not among them.
    """
    eenheid = eenheid_van(dossier=dossier, op=laatste_dag)
    if eenheid is None:
        return []
    partners = eenheid.leden.exclude(dossier=dossier).values("dossier")
    gaat_door_voor_partner = Ontzorgperiode.objects.op(laatste_dag + EEN_DAG).filter(dossier__in=partners).exists()
    van_wie = (dossier.pk,) if gaat_door_voor_partner else (dossier.pk, None)
    lasten = [(last, vast) for last, vast in _laatste_regels(eenheid) if last.dossier_id in van_wie]
    einden = [einde for last, vast in lasten if (einde := _einde(last, vast, laatste_dag))]
    return [einde for einde in einden if einde.maand and einde.maand >= eerste_dag(laatste_dag)]


def laatste_betaalmaand(periode: Ontzorgperiode) -> date | None:
    """Of a period that ended earlier the last month in which something is paid; None when nothing stopped with it."""
    einden = stopt_met(dossier=periode.dossier, laatste_dag=periode.laatste_dag)
    return max((einde.maand for einde in einden if einde.maand), default=None)


def _laatste_regels(eenheid: Uitkeringseenheid) -> list[tuple[VasteLast, date | None]]:
    """Its fixed costs without what the next row continues, each with the last month that was fixed with it."""
    lasten = VasteLast.objects.filter(eenheid=eenheid)
    rijen = lasten.select_related("soort", "crediteur", "overname", "vervolg")
    met_vast = rijen.annotate(vast=Max("verplichtingen__maand"))
    return [(last, last.vast) for last in met_vast if not gaat_door(last)]


def _einde(last: VasteLast, vast: date | None, periode_tot: date | None) -> Lasteinde | None:
    overname = getattr(last, "overname", None)
    maanden = [last.laatste_maand, eerste_dag(periode_tot) if periode_tot else None]
    if overname and overname.geldt_in(overname.vanaf_maand):
        maanden.append(vorige_maand(overname.vanaf_maand))
    bekend = [maand for maand in maanden if maand]
    if not bekend:
        return None
    maand = max(min(bekend), vast or min(bekend))
    stopt_zelf = last.laatste_maand == maand
    zonder_afspraak = Vervolgbetaler.ONBEKEND if stopt_zelf else Vervolgbetaler.KLANT
    betaalt = NAAR[Overnemer(overname.wie)] if overname else zonder_afspraak
    return Lasteinde(last, maand if maand >= last.eerste_maand else None, betaalt)


def gaat_door(last: VasteLast) -> bool:
    """Whether the next row continues it at the same creditor."""
    vervolg = getattr(last, "vervolg", None)
    return vervolg is not None and vervolg.crediteur_id == last.crediteur_id


def _periode_einden(eenheid: Uitkeringseenheid, op: date) -> dict[int | None, date]:
    """Per member, and under None for the household, the last day of ontzorgen; not while it runs longer than that or
    while somebody proposes to go on.
    """
    leden = [lid.dossier_id for lid in eenheid.leden.all() if lid.tot is None or lid.tot >= op]
    if Ontzorgbesluit.objects.filter(
        dossier__in=leden, soort=Besluitsoort.ARTIKEL_57, stand=Besluitstand.VOORGESTELD
    ).exists():
        return {}
    tot: dict[int | None, date] = {}
    for periode in Ontzorgperiode.objects.filter(dossier__in=leden):
        if periode.laatste_dag >= periode.vanaf:
            for wie in (None, periode.dossier_id):
                tot[wie] = max(tot.get(wie, date.min), periode.laatste_dag)
    return {wie: dag for wie, dag in tot.items() if dag <= op + AANKONDIGEN}


def _met_brief(eenheid: Uitkeringseenheid, einden: dict[int, Lasteinde]) -> dict[int, Lasteinde]:
    """The same with the letter that tells the creditor of exactly this end, whichever member's dossier it is in."""
    if not einden:
        return einden
    leden = eenheid.leden.values("dossier")
    rijen = Document.objects.filter(
        dossier__in=leden, soort=CREDITEUR.code, inhoud__wat__in=["einde", LANGER],
        inhoud__kenmerk__nummer=eenheid.nummer,
    )  # fmt: skip
    laatste = {_waarover(rij.inhoud): rij for rij in rijen.defer("bytes").order_by("pk")}
    brieven = {_sleutel(rij.inhoud): rij for rij in laatste.values() if rij.inhoud["wat"] == "einde"}
    return {
        pk: Lasteinde(einde.last, einde.maand, einde.betaalt, brieven.get(_sleutel_van(einde)))
        for pk, einde in einden.items()
    }


def _waarover(inhoud: dict[str, Any]) -> tuple[str, str, str]:
    return inhoud["geadresseerde"]["naam"], inhoud["soort"], inhoud["klantnummer"]


def _sleutel(inhoud: dict[str, str]) -> tuple[str, str, str]:
    return inhoud["soort"], inhoud["klantnummer"], inhoud["maand"]


def _sleutel_van(einde: Lasteinde) -> tuple[str, str, str]:
    last = einde.last
    return last.soort.naam, last.kenmerk, einde.maand.isoformat() if einde.maand else ""


def is_besloten(eenheid: Uitkeringseenheid) -> bool:
    """Whether it was ever decided to pay for anybody of the unit: before that a creditor has nothing to be told."""
    return Ontzorgperiode.objects.filter(dossier__in=eenheid.leden.values("dossier")).exists()


def aan_te_bieden(
    lasten: Iterable[VasteLast], einden: Mapping[int, Lasteinde], *, besloten: bool
) -> list[tuple[VasteLast, bool]]:
    """The fixed costs of which a letter to the creditor can be made, and whether that is the one about the end.

    Not before a decision, of a row that another one replaces, of one that the gemeente never pays, and of an end that
    was told.
    """
    gevraagd = ((last, einden.get(last.pk)) for last in lasten if besloten and not gaat_door(last))
    return [(last, einde is not None) for last, einde in gevraagd if einde is None or einde.te_schrijven]


def te_schrijven(einden: Iterable[Lasteinde], *, dossier_id: int, op: date) -> list[Lasteinde]:
    """The ends that are new and of which the creditor was not told, of the household and of this member."""
    return [e for e in einden if e.te_schrijven and e.is_vers(op) and e.last.dossier_id in (None, dossier_id)]
