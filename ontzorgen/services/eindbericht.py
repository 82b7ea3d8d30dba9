"""What a creditor read about an end that is no longer so: he expects his customer to pay, and we go on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.models import Document
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.brieven import CREDITEUR
from ontzorgen.maanden import eerste_dag, maandnaam, volgende_maand
from ontzorgen.models import Eenheidlid, Ontzorgperiode, Uitkeringseenheid, VasteLast

LANGER = "langer"
Sleutel = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Eindbericht:
    """`brief` says that `tot` is the last month that the gemeente pays, while it pays again from `vanaf` on."""

    last: VasteLast
    brief: Document
    tot: date
    vanaf: date

    @property
    def zin(self) -> str:
        return waarom_achterhaald(self.brief)


def achterhaald(*, eenheid: Uitkeringseenheid, op: date) -> dict[int, Eindbericht]:
    """Per fixed cost of the unit, by its key, the letter about the end that a month to come contradicts."""
    brieven = laatste_brieven([eenheid])
    if not brieven:
        return {}
    leden = [lid.dossier_id for lid in eenheid.leden.all()]
    perioden = list(Ontzorgperiode.objects.filter(dossier__in=leden))
    lasten = eenheid.lasten.select_related("soort", "crediteur", "overname", "eenheid")
    gevonden = (_bericht(last, brieven.get(sleutel_van(last)), perioden, op) for last in lasten)
    return {bericht.last.pk: bericht for bericht in gevonden if bericht}


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


def noemt_einde_voor(brief: Document | None, maand: date) -> bool:
    """Whether this letter says that a month before this one is the last that the gemeente pays."""
    return brief is not None and brief.inhoud["wat"] == "einde" and _maand(brief) < maand


def waarom_achterhaald(brief: Document) -> str:
    """What the creditor was told, and what is asked of who reads it."""
    dag, naam = date.fromisoformat(brief.inhoud["kenmerk"]["datum"]), brief.inhoud["geadresseerde"]["naam"]
    return (f"In de eindbrief van {datum_zonder_weekdag(dag)} staat dat {maandnaam(_maand(brief))} de laatste maand is "
            f"die wij betalen; {naam} vraagt het geld daarna niet meer aan ons. Spreek af wie betaalt: schrijf de "
            "crediteur opnieuw, of vink in het afbouwplan af dat een ander betaalt.")  # fmt: skip


def _bericht(
    last: VasteLast, brief: Document | None, perioden: Iterable[Ontzorgperiode], op: date
) -> Eindbericht | None:
    """Something is contradicted when a period pays this cost in a month to come after the one in the letter."""
    if brief is None or brief.inhoud["wat"] != "einde":
        return None
    vroegst = max(volgende_maand(_maand(brief)), last.eerste_maand, eerste_dag(op))
    van_wie = (periode for periode in perioden if last.dossier_id in (None, periode.dossier_id))
    maanden = ((periode, max(vroegst, eerste_dag(periode.vanaf))) for periode in van_wie)
    betaald = [maand for periode, maand in maanden if periode.geldt_in(maand) and last.geldt_in(maand)]
    vanaf = min((maand for maand in betaald if not last.is_overgenomen(maand)), default=None)
    return Eindbericht(last, brief, _maand(brief), vanaf) if vanaf else None


def _maand(brief: Document) -> date:
    return date.fromisoformat(brief.inhoud["maand"])


def _sleutel(brief: Document) -> Sleutel:
    inhoud = brief.inhoud
    return inhoud["kenmerk"]["nummer"], inhoud["geadresseerde"]["naam"], inhoud["soort"], inhoud["klantnummer"]
