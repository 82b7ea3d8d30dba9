"""The terms for the person: bezwaar against every beschikking that was made known, beroep after it (Awb 6:7, 6:8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort
from inburgering.recht.kalender import Kalender
from inburgering.recht.termijnen import Afleiding, Omstandigheden, TermijnSoort, Verplichting, maak, op
from inburgering.recht.uitkomst import Uitkomst, bereken
from inburgering.recht.uitleg import datum_lang

GEEN_BEZWAAR = "Er is geen bezwaar ontvangen."


def leid_bezwaar_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """One window per beschikking, from its first bekendmaking; against a beslissing op bezwaar there is beroep instead.

    It stays open at the end of the plicht, departure or death: the right to object does not end with them. Of a
    beschikking that was herroepen it lapses: it no longer holds, also not for the time that went by.
    """
    op_bezwaar = beslissingen_op_bezwaar(dossier)
    bekend = {nummer: feit for nummer, feit in bekendmakingen(dossier).items() if nummer not in op_bezwaar}
    if not bekend:
        return "De bezwaartermijn begint als een beschikking is bekendgemaakt."
    return tuple(_bezwaartermijn(dossier, nummer, feit, omstandigheden) for nummer, feit in bekend.items())


def leid_beroep_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """One window per beslissing op bezwaar that was made known, to go to the rechtbank."""
    op_bezwaar = beslissingen_op_bezwaar(dossier)
    if not op_bezwaar:
        return "Er is geen beslissing op bezwaar." if dossier.eerste(FeitSoort.BEZWAAR_ONTVANGEN) else GEEN_BEZWAAR
    bekend = {nummer: feit for nummer, feit in bekendmakingen(dossier).items() if nummer in op_bezwaar}
    if not bekend:
        return "De beroepstermijn begint als de beslissing op bezwaar is bekendgemaakt."
    return tuple(_beroepstermijn(dossier, nummer, feit, omstandigheden) for nummer, feit in bekend.items())


def bekendmakingen(dossier: Dossierfeiten) -> dict[str, Feit]:
    """The first bekendmaking per beschikking, oldest first."""
    gevonden: dict[str, Feit] = {}
    for feit in dossier.alle(FeitSoort.BESCHIKKING_BEKENDGEMAAKT):
        # Only a fact without the number of its beschikking falls back on its own reference.
        gevonden.setdefault(feit.tekst("beschikking") or feit.kenmerk or str(feit.id), feit)
    return gevonden


def beslissingen_op_bezwaar(dossier: Dossierfeiten) -> frozenset[str]:
    """The numbers of the beschikkingen that decide on a bezwaar."""
    feiten = dossier.alle(FeitSoort.BESLISSING_OP_BEZWAAR)
    return frozenset(feit.tekst("beslissing") for feit in feiten if feit.tekst("beslissing"))


def bezwaarnummer(feit: Feit) -> str:
    """Which bezwaar a fact is about; one that was recorded without a number goes by its beschikking."""
    return feit.tekst("bezwaar") or feit.tekst("beschikking")


def bezwaren(dossier: Dossierfeiten) -> dict[str, Feit]:
    """The receipt of every bezwaar, oldest first."""
    gevonden: dict[str, Feit] = {}
    for feit in dossier.alle(FeitSoort.BEZWAAR_ONTVANGEN):
        if nummer := bezwaarnummer(feit):
            gevonden.setdefault(nummer, feit)
    return gevonden


def eerste_over(dossier: Dossierfeiten, soort: FeitSoort, bezwaar: str) -> Feit | None:
    """The first fact of this kind about this bezwaar."""
    return next((feit for feit in dossier.alle(soort) if bezwaarnummer(feit) == bezwaar), None)


@dataclass(frozen=True, slots=True)
class Tijdigheid:
    """Whether a bezwaar is in time, and the Dutch sentence that says why."""

    op_tijd: bool
    zin: str


def beoordeel_tijdigheid(
    *, bekendgemaakt_op: date, ontvangen_op: date, gepost_op: date | None, kalender: Kalender
) -> Tijdigheid:
    """In time when received before the end, or posted before the end and received within a week after it (Awb 6:9).

    One that came before the bekendmaking of a decision that was taken is in time too (Awb 6:10 lid 1 onder a).
    """
    uitkomst = bereken("BEZWAAR_6W", bekendgemaakt_op, kalender)
    post = bereken("BEZWAAR_POST_1W", uitkomst.laatste_dag, kalender)
    laatste, kop = datum_lang(uitkomst.laatste_dag), f"Ontvangen op {datum_lang(ontvangen_op)}"
    if ontvangen_op < bekendgemaakt_op:
        vroeg = f"{kop}, voor de bekendmaking op {datum_lang(bekendgemaakt_op)}. Het besluit was toen al genomen"
        return Tijdigheid(
            True, f"{vroeg}, dus dat het vroeg kwam telt niet (art. 6:10 lid 1 Algemene wet bestuursrecht)."
        )
    if ontvangen_op <= uitkomst.laatste_dag:
        return Tijdigheid(True, f"{kop}; de laatste dag was {laatste} (art. 6:9 lid 1 Algemene wet bestuursrecht).")
    if ontvangen_op > post.laatste_dag:
        week = f"de week voor bezwaar per post, die liep tot en met {datum_lang(post.laatste_dag)}"
        return Tijdigheid(False, f"{kop}, na de laatste dag {laatste} en na {week} ({post.regel.grondslag.kort}).")
    if gepost_op is None:
        return Tijdigheid(False, f"{kop}, na de laatste dag {laatste}, en niet per post verzonden binnen de termijn.")
    wanneer = f"Op de post gedaan op {datum_lang(gepost_op)} en ontvangen op {datum_lang(ontvangen_op)}"
    if gepost_op <= uitkomst.laatste_dag:
        return Tijdigheid(
            True, f"{wanneer}, binnen een week na de laatste dag {laatste} ({post.regel.grondslag.kort})."
        )
    return Tijdigheid(False, f"{wanneer}; de laatste dag was {laatste}.")


def _bezwaartermijn(dossier: Dossierfeiten, nummer: str, feit: Feit, omstandigheden: Omstandigheden) -> Verplichting:
    uitkomst = bereken("BEZWAAR_6W", feit.datum, omstandigheden.kalender)
    post = bereken("BEZWAAR_POST_1W", uitkomst.laatste_dag, omstandigheden.kalender)
    ontvangen = [b for b in dossier.alle(FeitSoort.BEZWAAR_ONTVANGEN) if b.tekst("beschikking") == nummer]
    wat = f"De beschikking {nummer}" + (f" ({feit.tekst('soort')})" if feit.tekst("soort") else "")
    waarom = (
        f"{wat} is bekendgemaakt op {op(feit)}. De zes weken beginnen de dag daarna.",
        *(_ontvangen(bezwaar, uitkomst, post) for bezwaar in ontvangen),
        f"Een bezwaar dat op tijd per post is verstuurd, telt nog mee als het uiterlijk {datum_lang(post.laatste_dag)} "
        f"binnen is ({post.regel.grondslag.kort}).",
    )
    herroeping = next(
        (weg for weg in dossier.alle(FeitSoort.BESCHIKKING_HERROEPEN) if weg.tekst("beschikking") == nummer), None
    )
    return maak(
        uitkomst,
        soort=TermijnSoort.BEZWAAR,
        feiten=(feit, *ontvangen, herroeping),
        waarom=waarom,
        aanleiding=nummer,
        vervallen_reden=_herroepen(nummer, herroeping),
    )


def _herroepen(nummer: str, herroeping: Feit | None) -> str:
    """Why nobody needs to object any more, '' while the beschikking was not undone."""
    if herroeping is None:
        return ""
    met = f" met beslissing {herroeping.tekst('beslissing')}" if herroeping.tekst("beslissing") else ""
    return f"Beschikking {nummer} is op {op(herroeping)} herroepen{met}. Zij geldt niet meer."


def _ontvangen(bezwaar: Feit, uitkomst: Uitkomst, post: Uitkomst) -> str:
    kop = f"Op {op(bezwaar)} is bezwaar ontvangen"
    if bezwaar.datum <= uitkomst.laatste_dag:
        return f"{kop}, binnen de termijn."
    if bezwaar.datum <= post.laatste_dag:
        return f"{kop}, na de termijn; het is op tijd als het binnen de termijn op de post is gedaan."
    return f"{kop}, na afloop van de termijn."


def _beroepstermijn(dossier: Dossierfeiten, nummer: str, feit: Feit, omstandigheden: Omstandigheden) -> Verplichting:
    beroepen = [b for b in dossier.alle(FeitSoort.BEROEP_INGESTELD) if b.tekst("beslissing") == nummer]
    waarom = (
        f"De beslissing op bezwaar {nummer} is bekendgemaakt op {op(feit)}. De zes weken voor beroep bij de rechtbank "
        "beginnen de dag daarna.",
        *(f"Op {op(beroep)} is beroep ingesteld." for beroep in beroepen),
    )
    uitkomst = bereken("BEROEP_6W", feit.datum, omstandigheden.kalender)
    return maak(uitkomst, soort=TermijnSoort.BEROEP, feiten=(feit, *beroepen), waarom=waarom, aanleiding=nummer)
