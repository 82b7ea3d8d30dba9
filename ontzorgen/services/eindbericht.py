"""What was said about an end that is no longer so: somebody else is expected to pay, and we go on.

A creditor read it in a letter, or it was agreed with the inburgeraar who takes over and nobody saw it happen yet. Both
could make a month paid twice: a creditor asks his customer, and who takes over often does so by direct debit. So both
hold that month back until a person chooses: the creditor is written again, or the agreement gets another first month;
or it is ticked off that somebody else pays. Not paying for a while is mended sooner than paying twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cases.models import Document
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.brieven import CREDITEUR
from ontzorgen.maanden import eerste_dag, maandnaam, volgende_maand, vorige_maand
from ontzorgen.models import Eenheidlid, Ontzorgperiode, Uitkeringseenheid, VasteLast

LANGER = "langer"
Sleutel = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Eindbericht:
    """`tot` is the last month that the gemeente pays, by the `brief` or without one by the agreement; it pays again
    from `vanaf` on.
    """

    last: VasteLast
    brief: Document | None
    tot: date
    vanaf: date

    @property
    def zin(self) -> str:
        return waarom_achterhaald(self.brief) if self.brief else _waarom_afspraak(self.last)


def achterhaald(*, eenheid: Uitkeringseenheid, op: date) -> dict[int, Eindbericht]:
    """Per fixed cost of the unit, by its key, what was said about the end that a month to come contradicts."""
    brieven = laatste_brieven([eenheid])
    lasten = eenheid.lasten.select_related("soort", "crediteur", "overname", "eenheid")
    gezegd = [(last, *_gezegd(last, brieven)) for last in lasten]
    if not any(tot for _, _, tot in gezegd):
        return {}
    leden = [lid.dossier_id for lid in eenheid.leden.all()]
    perioden = list(Ontzorgperiode.objects.filter(dossier__in=leden))
    gevonden = (_bericht(last, brief, tot, perioden, op) for last, brief, tot in gezegd if tot)
    return {bericht.last.pk: bericht for bericht in gevonden if bericht}


def in_de_weg(last: VasteLast, brieven: Mapping[Sleutel, Document], maand: date) -> Iterator[str]:
    """Why this cost cannot be paid in a month before a person chose."""
    brief, tot = _gezegd(last, brieven)
    if tot and tot < maand:
        yield f"{last.soort}: {waarom_achterhaald(brief) if brief else _waarom_afspraak(last)}"


def laatste_brieven(eenheden: Sequence[Uitkeringseenheid]) -> dict[Sleutel, Document]:
    """The last letter to each creditor about each fixed cost of the units that ever had one about an end."""
    leden = Eenheidlid.objects.filter(eenheid__in=eenheden).values("dossier")
    alle = Document.objects.filter(dossier__in=leden, soort=CREDITEUR.code)
    nummers = set(alle.filter(inhoud__wat="einde").values_list("inhoud__kenmerk__nummer", flat=True))
    if not nummers:
        return {}
    rijen = alle.filter(inhoud__kenmerk__nummer__in=sorted(nummers)).defer("bytes").order_by("pk")
    return {_sleutel(rij): rij for rij in rijen}


def sleutel_van(last: VasteLast) -> Sleutel:
    return last.eenheid.nummer, last.crediteur.naam, last.soort.naam, last.kenmerk


def waarom_achterhaald(brief: Document) -> str:
    """What the creditor was told, and what is asked of who reads it."""
    dag, naam = date.fromisoformat(brief.inhoud["kenmerk"]["datum"]), brief.inhoud["geadresseerde"]["naam"]
    return (f"In de eindbrief van {datum_zonder_weekdag(dag)} staat dat {maandnaam(_maand(brief))} de laatste maand is "
            f"die wij betalen; {naam} vraagt het geld daarna niet meer aan ons. Spreek af wie betaalt: schrijf de "
            "crediteur opnieuw, of vink in het afbouwplan af dat een ander betaalt.")  # fmt: skip


def _waarom_afspraak(last: VasteLast) -> str:
    """What was agreed with the inburgeraar, and what is asked of who reads it."""
    maand = maandnaam(last.overname.vanaf_maand)
    return (f"Afgesproken is dat een ander dit betaalt vanaf {maand}. Niemand zag dat nog, en de gemeente betaalt dan "
            "ook. Vink in het afbouwplan af dat een ander betaalt, of spreek een latere maand af.")  # fmt: skip


def _gezegd(last: VasteLast, brieven: Mapping[Sleutel, Document]) -> tuple[Document | None, date | None]:
    """The last month that the gemeente pays, with the letter that says so, or by an agreement that nobody saw happen.

    (None, None) when nothing was said.
    """
    brief = brieven.get(sleutel_van(last)) if brieven else None
    if brief and brief.inhoud["wat"] == "einde":
        return brief, _maand(brief)
    overname = getattr(last, "overname", None)
    if overname is None or overname.geldt_in(overname.vanaf_maand):
        return None, None
    return None, vorige_maand(overname.vanaf_maand)


def _bericht(
    last: VasteLast, brief: Document | None, tot: date, perioden: Iterable[Ontzorgperiode], op: date
) -> Eindbericht | None:
    """Something is contradicted when a period pays this cost in a month to come after the one that was said."""
    vroegst = max(volgende_maand(tot), last.eerste_maand, eerste_dag(op))
    van_wie = (periode for periode in perioden if last.dossier_id in (None, periode.dossier_id))
    maanden = ((periode, max(vroegst, eerste_dag(periode.vanaf))) for periode in van_wie)
    betaald = [maand for periode, maand in maanden if periode.geldt_in(maand) and last.geldt_in(maand)]
    vanaf = min((maand for maand in betaald if not last.is_overgenomen(maand)), default=None)
    return Eindbericht(last, brief, tot, vanaf) if vanaf else None


def _maand(brief: Document) -> date:
    return date.fromisoformat(brief.inhoud["maand"])


def _sleutel(brief: Document) -> Sleutel:
    inhoud = brief.inhoud
    return inhoud["kenmerk"]["nummer"], inhoud["geadresseerde"]["naam"], inhoud["soort"], inhoud["klantnummer"]
