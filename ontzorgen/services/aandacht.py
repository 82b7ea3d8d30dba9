"""What a dossier asks of team Sociale Zaken now: a proposal, a decision, a letter, an end. Derived, never stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cases.models import Dossier
from inburgering.recht.feiten import Dossierfeiten
from inburgering.recht.ontzorgen import Antwoord, Oordeel
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.enums import Besluitsoort
from ontzorgen.models import Ontzorgbesluit, Ontzorgperiode

from .oordeel import oordeel_over
from .tekorten import te_besluiten


@dataclass(frozen=True, slots=True)
class Aandacht:
    """`titel` as a step, `reden` as its sentence; with `besluit` the page of that one, else a proposal of `soort`.

    `vraag` fills that proposal in beforehand.
    """

    titel: str
    reden: str
    soort: str = ""
    besluit: Ontzorgbesluit | None = None
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """The decisions and periods of a dossier, newest decision first, and what they ask for."""

    besluiten: Sequence[Ontzorgbesluit]
    perioden: Sequence[Ontzorgperiode]
    aandacht: Sequence[Aandacht]


def stand_van(*, dossier: Dossier, feiten: Dossierfeiten, op: date, oordeel: Oordeel | None = None) -> Stand:
    """In a fixed number of queries: the decisions, the periods, and what the judgement asks when there is bijstand.

    `oordeel` when it was asked before.
    """
    besluiten = list(
        Ontzorgbesluit.objects.filter(dossier=dossier).select_related(
            "beschikking__document", "opgesteld_door", "begonnen_periode"
        )
    )
    perioden = list(Ontzorgperiode.objects.filter(dossier=dossier).select_related("besluit__beschikking"))
    wacht = {rij.soort for rij in besluiten if rij.wacht}
    vragen = [*_openstaand(besluiten)]
    if feiten.bijstand or any(periode.loopt_op(op) for periode in perioden):
        oordeel = oordeel or oordeel_over(dossier=dossier, feiten=feiten, op=op)
        redenen = " ".join(oordeel.redenen)
        vragen += _nieuw(feiten, oordeel.antwoord, perioden, wacht)
        vragen += _einde(oordeel.antwoord, redenen, [rij for rij in perioden if rij.loopt_op(op)], wacht)
    if perioden:
        vragen += _tekorten(dossier)
    return Stand(besluiten, perioden, vragen)


def _tekorten(dossier: Dossier) -> Iterator[Aandacht]:
    for tekort in te_besluiten(dossier):
        titel = f"Afwijkende betaling voorstellen: {tekort.last.soort.naam.lower()}"
        reden = f"{tekort.zin} Minder betalen dan besloten is een besluit, met een brief en zes weken voor bezwaar."
        yield Aandacht(titel, reden, Besluitsoort.AFWIJKING, vraag=tekort.vraag)


def _openstaand(besluiten: Sequence[Ontzorgbesluit]) -> Iterator[Aandacht]:
    for rij in besluiten:
        naam = rij.get_soort_display()
        if rij.wacht:
            reden = f"{rij.opgesteld_door} stelde dit voor op {datum_zonder_weekdag(rij.opgesteld_op)}."
            yield Aandacht(f"Beslissen: {naam}", reden, besluit=rij)
        elif rij.beschikking and rij.is_te_versturen:
            reden = f"Besluit {rij.beschikking.nummer} is nog niet verstuurd; de zes weken voor bezwaar lopen nog niet."
            yield Aandacht(f"Brief versturen: {naam}", reden, besluit=rij)


def _nieuw(
    feiten: Dossierfeiten, antwoord: Antwoord, perioden: Sequence[Ontzorgperiode], wacht: set[str]
) -> Iterator[Aandacht]:
    begin = feiten.bijstand
    if begin is None or antwoord is not Antwoord.JA or Besluitsoort.ARTIKEL_56A in wacht:
        return
    if not any(rij.laatste_dag >= begin.datum for rij in perioden):
        reden = f"Er is bijstand sinds {datum_zonder_weekdag(begin.datum)}, en over het ontzorgen is nog niet besloten."
        yield Aandacht("Ontzorgen voorstellen", reden, Besluitsoort.ARTIKEL_56A)


def _einde(antwoord: Antwoord, redenen: str, lopend: Sequence[Ontzorgperiode], wacht: set[str]) -> Iterator[Aandacht]:
    if Besluitsoort.EINDE in wacht:
        return
    for periode in lopend:
        besluit = periode.besluit.beschikking
        if besluit and not besluit.is_geldend:
            reden = f"Besluit {besluit.nummer} is {besluit.get_status_display()}, en de periode loopt nog."
            yield Aandacht("Einde van het ontzorgen voorstellen", reden, Besluitsoort.EINDE)
        elif antwoord is Antwoord.NEE:
            reden = f"{redenen} De periode loopt nog; zij stopt door een besluit, niet vanzelf."
            yield Aandacht("Einde van het ontzorgen voorstellen", reden, Besluitsoort.EINDE)
