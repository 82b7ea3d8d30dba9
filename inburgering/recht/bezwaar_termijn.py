"""The bezwaartermijn of every beschikking that was made known (art. 6:7 and 6:8 Awb)."""

from __future__ import annotations

from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort
from inburgering.recht.termijnen import Afleiding, Omstandigheden, TermijnSoort, Verplichting, maak, op
from inburgering.recht.uitkomst import Uitkomst, bereken
from inburgering.recht.uitleg import datum_lang


def leid_bezwaar_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """One window per beschikking, from its first bekendmaking.

    It stays open at the end of the plicht, departure or death: the right to object does not end with them.
    """
    per_beschikking: dict[str, Feit] = {}
    for feit in dossier.alle(FeitSoort.BESCHIKKING_BEKENDGEMAAKT):
        per_beschikking.setdefault(_kenmerk(feit), feit)
    if not per_beschikking:
        return "De bezwaartermijn begint als een beschikking is bekendgemaakt."
    return tuple(_termijn(dossier, kenmerk, feit, omstandigheden) for kenmerk, feit in per_beschikking.items())


def _kenmerk(feit: Feit) -> str:
    """The reference of the beschikking; only a fact without one falls back on its own reference."""
    return feit.tekst("beschikking") or feit.kenmerk or str(feit.id)


def _termijn(dossier: Dossierfeiten, kenmerk: str, feit: Feit, omstandigheden: Omstandigheden) -> Verplichting:
    uitkomst = bereken("BEZWAAR_6W", feit.datum, omstandigheden.kalender)
    post = bereken("BEZWAAR_POST_1W", uitkomst.laatste_dag, omstandigheden.kalender)
    bezwaren = [b for b in dossier.alle(FeitSoort.BEZWAAR_ONTVANGEN) if b.tekst("beschikking") == kenmerk]
    wat = f"De beschikking {kenmerk}" + (f" ({feit.tekst('soort')})" if feit.tekst("soort") else "")
    waarom = (
        f"{wat} is bekendgemaakt op {op(feit)}. De zes weken beginnen de dag daarna.",
        *(_ontvangen(bezwaar, uitkomst, post) for bezwaar in bezwaren),
        f"Een bezwaar dat op tijd per post is verstuurd, telt nog mee als het uiterlijk {datum_lang(post.laatste_dag)} "
        f"binnen is ({post.regel.grondslag.kort}).",
    )
    return maak(uitkomst, soort=TermijnSoort.BEZWAAR, feiten=(feit, *bezwaren), waarom=waarom, aanleiding=kenmerk)


def _ontvangen(bezwaar: Feit, uitkomst: Uitkomst, post: Uitkomst) -> str:
    kop = f"Op {op(bezwaar)} is bezwaar ontvangen"
    if bezwaar.datum <= uitkomst.laatste_dag:
        return f"{kop}, binnen de termijn."
    if bezwaar.datum <= post.laatste_dag:
        return f"{kop}, na de termijn; het is op tijd als het binnen de termijn op de post is gedaan."
    return f"{kop}, na afloop van de termijn."
