"""The decision on a bezwaar: written by one, taken by another, never by who took the decision objected to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases import bezwaarstappen
from cases.bezwaarbrieven import BESLISSING
from cases.enums import Beschikkingsoort, Beschikkingstatus, Kanaal
from cases.enums_bezwaar import Bezwaarstatus, Bezwaaruitkomst, NietHoren
from cases.herleving import naast_herleefd, wat_herleeft
from cases.models import Beschikking, Bezwaar, Medewerker
from cases.services import beschikkingen
from inburgering.recht.feiten import FeitSoort

from . import brieven
from .basis import (
    BezwaarFout,
    bewaar,
    eis_behandelaar,
    leg_feit_vast,
    leg_stap_vast,
    schrijf_mee,
    vergrendel,
    vergrendel_lopend,
)
from .stand import grond_niet_ontvankelijk, is_ontvankelijk_in_tijd

VOORVOEGSEL = "BOB"
VELDEN = ("uitkomst", "geen_belang", "motivering", "herroept", "vervanging", "kosten")
# A hearing that was left out on one of these grounds leaves room for one outcome (Awb 7:3).
_UITKOMST_BIJ_AFZIEN = {
    NietHoren.NIET_ONTVANKELIJK: Bezwaaruitkomst.NIET_ONTVANKELIJK,
    NietHoren.ONGEGROND: Bezwaaruitkomst.ONGEGROND,
    NietHoren.TEGEMOET: Bezwaaruitkomst.GEGROND,
}


@transaction.atomic
def stel_op(*, bezwaar: Bezwaar, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Bezwaar:
    """Write the decision with the fields of VELDEN; may be rewritten until it is taken.

    Raises BezwaarFout without hearing (Awb 7:2), without motivering (7:12), for an outcome that does not fit being late
    (6:11), the ground on which nobody was heard (7:3) or a bezwaar without a ground to be niet-ontvankelijk (6:6), and
    for herroepen without a gegrond bezwaar or a replacement without herroepen (7:11).
    """
    rij = vergrendel_lopend(bezwaar)
    for veld in VELDEN:
        if veld in gegevens:
            setattr(rij, veld, gegevens[veld])
    rij.vervanging = rij.vervanging.strip()
    _eis_compleet(rij, op)
    rij.opgesteld_door = door
    bewaar(rij, [*VELDEN, "opgesteld_door"])
    schrijf_mee(rij, door)
    leg_stap_vast(rij, bezwaarstappen.OPGESTELD, op, door)
    return rij


@transaction.atomic
def stel_vast(*, bezwaar: Bezwaar, revisie: int, door: Medewerker, op: date) -> Bezwaar:
    """Take the decision: number, frozen letter, the fact that meets the duty.

    With herroepen the old decision ends when this one is made known, and not before (Awb 3:40).

    Again returns the bezwaar as it was decided. Raises BezwaarFout for who wrote on it, for who took the decision
    objected to (Awb 10:3 lid 3), without the role, and when it was rewritten since it was read.
    """
    rij = vergrendel(bezwaar)
    if rij.beslissing:
        return rij
    if reden := reden_niet_beslissen(rij, door):
        raise BezwaarFout(reden)
    eis_behandelaar(rij, door, op)
    if rij.revisie != revisie:
        raise BezwaarFout("De beslissing is gewijzigd sinds u haar opende. Lees haar opnieuw.")
    _eis_compleet(rij, op)
    rij.beslissing = _neem_besluit(rij, door, op)
    rij.status = Bezwaarstatus.BESLIST
    bewaar(rij, ["beslissing", "status"])
    gegevens = {"beslissing": rij.beslissing.nummer, "uitkomst": str(rij.get_uitkomst_display())}
    leg_feit_vast(rij, FeitSoort.BESLISSING_OP_BEZWAAR, op, door, op, **gegevens)
    return rij


def maak_bekend(*, bezwaar: Bezwaar, datum: date, kanaal: Kanaal, door: Medewerker | None, op: date) -> Beschikking:
    """Record that the decision was sent or handed over; the term for beroep counts from it (Awb 6:8)."""
    if bezwaar.beslissing is None:
        raise BezwaarFout("Op dit bezwaar is nog niet beslist.")
    try:
        return beschikkingen.maak_bekend(beschikking=bezwaar.beslissing, datum=datum, kanaal=kanaal, door=door, op=op)
    except beschikkingen.BeschikkingFout as fout:
        raise BezwaarFout(str(fout)) from fout


def reden_niet_beslissen(bezwaar: Bezwaar, medewerker: Medewerker) -> str:
    """Why this person cannot take this decision now, '' when she can; her role is another matter."""
    if not bezwaar.loopt:
        return f"Dit bezwaar is {bezwaar.get_status_display()}."
    if bezwaar.opgesteld_door is None:
        return "De beslissing is nog niet opgesteld."
    if bezwaar.opgesteld_door == medewerker:
        return "U hebt deze beslissing zelf opgesteld. Iemand anders moet haar vaststellen."
    if bezwaar.schrijvers.filter(pk=medewerker.pk).exists():
        return "U hebt aan deze beslissing meegeschreven. Iemand anders moet haar vaststellen."
    for besluit in bezwaar.bestreden():
        if besluit.vastgesteld_door_id == medewerker.pk:
            return (
                f"U hebt besluit {besluit.nummer} zelf genomen. Iemand anders moet op het bezwaar beslissen (art. 10:3 "
                "lid 3 Awb)."
            )
    return ""


def _eis_compleet(bezwaar: Bezwaar, op: date) -> None:
    if not bezwaar.is_gehoord:
        raise BezwaarFout(
            "Leg eerst het verslag van het horen vast, of zie met een reden af van horen (7:2 en 7:3 Awb)."
        )
    if not bezwaar.uitkomst:
        raise BezwaarFout("Kies de uitkomst van het bezwaar (art. 7:11 Awb).", "uitkomst")
    if not bezwaar.motivering.strip():
        raise BezwaarFout(
            "Schrijf de motivering: een beslissing op bezwaar berust op redenen (art. 7:12 Awb).", "motivering"
        )
    _eis_gevolg(bezwaar)
    _eis_ontvankelijkheid(bezwaar, op)
    _eis_uitkomst_bij_afzien(bezwaar)


def _eis_gevolg(bezwaar: Bezwaar) -> None:
    """What happens to the decision objected to."""
    if bezwaar.herroept and bezwaar.uitkomst not in Bezwaaruitkomst.geeft_gelijk():
        raise BezwaarFout(
            "Herroepen kan alleen als het bezwaar geheel of gedeeltelijk gegrond is (art. 7:11 Awb).", "herroept"
        )
    geldend = bezwaar.bestreden()[-1]
    if bezwaar.herroept and geldend.status == Beschikkingstatus.HERROEPEN:
        raise BezwaarFout(
            f"Besluit {geldend.nummer} is al herroepen met {geldend.opvolger}. Het wordt niet nog eens herroepen.",
            "herroept",
        )
    if bezwaar.herroept and (ander := naast_herleefd(bezwaar)) and (weer := wat_herleeft(bezwaar)):
        raise BezwaarFout(
            f"Met herroepen geldt {weer.nummer} weer, en er is ook al {ander}. Er is één PIP (art. 15 Wi 2021). "
            f"Schrijf wat er in de plaats komt: {ander} blijft het PIP. Of trek {ander} eerst in.",
            "vervanging",
        )
    if bezwaar.vervanging and not bezwaar.herroept:
        raise BezwaarFout(
            "Alleen voor een besluit dat wordt herroepen, komt iets in de plaats (art. 7:11 lid 2 Awb). Kies herroepen "
            "of haal deze tekst weg.",
            "vervanging",
        )


def _eis_ontvankelijkheid(bezwaar: Bezwaar, op: date) -> None:
    op_tijd = is_ontvankelijk_in_tijd(bezwaar)
    if op_tijd is None:
        raise BezwaarFout(
            "Het bezwaar is te laat. Beoordeel eerst of dat verschoonbaar is (art. 6:11 Awb).", "uitkomst"
        )
    if bezwaar.uitkomst != Bezwaaruitkomst.NIET_ONTVANKELIJK:
        if not op_tijd:
            raise BezwaarFout(
                "Het bezwaar is te laat en dat is niet verschoonbaar: dan is het niet-ontvankelijk (6:11 Awb).",
                "uitkomst",
            )
        if bezwaar.geen_belang:
            raise BezwaarFout("Zonder belang is een bezwaar niet-ontvankelijk (art. 7:1 en 8:1 Awb).", "geen_belang")
    elif grond_niet_ontvankelijk(bezwaar, op) is None:
        raise BezwaarFout(
            "Niet-ontvankelijk kan hier niet: het bezwaar is op tijd of verschoonbaar te laat (art. 6:9 en 6:11 Awb), "
            "en er is geen verzuim dat na een brief niet op tijd is hersteld (art. 6:6 Awb). Heeft de indiener geen "
            "belang? Vink dat dan aan.",
            "uitkomst",
        )


def _eis_uitkomst_bij_afzien(bezwaar: Bezwaar) -> None:
    if not bezwaar.niet_gehoord:
        return
    grond = NietHoren(bezwaar.niet_gehoord)
    past = _UITKOMST_BIJ_AFZIEN.get(grond)
    if past and bezwaar.uitkomst != past:
        raise BezwaarFout(
            f"Van horen is afgezien op deze grond: {grond.label}. Daar past alleen de uitkomst {past.label} bij. Hoor "
            "de indiener alsnog, of zie op een andere grond af van horen (art. 7:3 Awb).",
            "uitkomst",
        )


def _neem_besluit(bezwaar: Bezwaar, door: Medewerker, op: date) -> Beschikking:
    """With herroepen the last decision that the bezwaar covers ends, which is the one in force (Awb 6:19)."""
    geldend = bezwaar.bestreden()[-1]
    opsteller = bezwaar.opgesteld_door
    if opsteller is None:
        raise BezwaarFout("De beslissing is nog niet opgesteld.")
    try:
        return beschikkingen.neem_besluit(
            dossier=bezwaar.dossier,
            soort=Beschikkingsoort.BEZWAAR,
            voorvoegsel=VOORVOEGSEL,
            titel="Beslissing op bezwaar",
            sjabloon=BESLISSING.sjabloon,
            inhoud=lambda nummer: brieven.beslissing(bezwaar, nummer=nummer, tekent=door.naam, op=op),
            opgesteld_door=opsteller,
            door=door,
            op=op,
            vervangt=geldend if bezwaar.herroept else None,
            gevolg=Beschikkingstatus.HERROEPEN,
        )
    except beschikkingen.BeschikkingFout as fout:
        raise BezwaarFout(str(fout)) from fout
