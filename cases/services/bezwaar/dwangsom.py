"""The decision on the dwangsom (Awb 4:18): written by one, taken by another; its days and its sum are counted."""

from datetime import date

from django.db import transaction

from cases import bezwaarstappen
from cases.bezwaarbrieven import DWANGSOM
from cases.enums import Beschikkingsoort, Kanaal
from cases.enums_bezwaar import GeenDwangsom
from cases.inhoud_bezwaar import DwangsomInhoud
from cases.models import Beschikking, Bezwaar, Dwangsombesluit, Medewerker
from cases.services import beschikkingen

from . import brieven_termijn
from .basis import BezwaarFout, eis_behandelaar, leg_stap_vast, vergrendel
from .stand import Dwangsom, dwangsom

VOORVOEGSEL = "DWS"


@transaction.atomic
def stel_op(
    *, bezwaar: Bezwaar, uitzondering: GeenDwangsom | None, toelichting: str, door: Medewerker, op: date
) -> Dwangsombesluit:
    """Write it: the sum that was counted, or on a ground of Awb 4:17 lid 6 none.

    Raises BezwaarFout while the dwangsom still runs or nothing is owed, without a reason for none, when it was taken,
    and for another person than who wrote it first: she is the one who can take it.
    """
    rij = vergrendel(bezwaar)
    _eis_afgelopen(rij, op)
    if uitzondering and not toelichting.strip():
        raise BezwaarFout("Schrijf op waarom er geen dwangsom is (art. 4:17 lid 6 Awb).", "toelichting")
    besluit = Dwangsombesluit.objects.filter(bezwaar=rij).first() or Dwangsombesluit(bezwaar=rij, opgesteld_door=door)
    if besluit.beschikking:
        raise BezwaarFout("Dit besluit is al vastgesteld.")
    if besluit.opgesteld_door != door:
        raise BezwaarFout(f"{besluit.opgesteld_door} heeft dit besluit opgesteld. U kunt het vaststellen.")
    besluit.uitzondering, besluit.toelichting = uitzondering or "", toelichting.strip() if uitzondering else ""
    besluit.save()
    leg_stap_vast(rij, bezwaarstappen.DWANGSOM_OPGESTELD, op, door)
    return besluit


@transaction.atomic
def stel_vast(*, bezwaar: Bezwaar, door: Medewerker, op: date) -> Beschikking:
    """Take it: number and frozen letter. Again returns the decision that is there.

    Raises BezwaarFout for who wrote it, without the role, and when there is nothing written.
    """
    rij = vergrendel(bezwaar)
    besluit = Dwangsombesluit.objects.filter(bezwaar=rij).first()
    if besluit is None:
        raise BezwaarFout("Het besluit over de dwangsom is nog niet opgesteld.")
    if besluit.beschikking:
        return besluit.beschikking
    if reden := reden_niet_vaststellen(rij, door):
        raise BezwaarFout(reden)
    eis_behandelaar(rij, door, op)
    besluit.bezwaar = rij
    besluit.beschikking = _neem_besluit(besluit, _eis_afgelopen(rij, op), door, op)
    besluit.save(update_fields=["beschikking"])
    leg_stap_vast(rij, bezwaarstappen.DWANGSOM_VASTGESTELD, op, door, besluit=besluit.beschikking.nummer)
    return besluit.beschikking


def maak_bekend(*, bezwaar: Bezwaar, datum: date, kanaal: Kanaal, door: Medewerker | None, op: date) -> Beschikking:
    """Record that it was sent or handed over; it must be paid within six weeks after that (Awb 4:87)."""
    besluit = Dwangsombesluit.objects.filter(bezwaar=bezwaar).first()
    if besluit is None or besluit.beschikking is None:
        raise BezwaarFout("Het besluit over de dwangsom is nog niet vastgesteld.")
    try:
        return beschikkingen.maak_bekend(beschikking=besluit.beschikking, datum=datum, kanaal=kanaal, door=door, op=op)
    except beschikkingen.BeschikkingFout as fout:
        raise BezwaarFout(str(fout)) from fout


def concept(besluit: Dwangsombesluit, *, op: date) -> DwangsomInhoud:
    """The letter as it would be if it were taken on `op`. Raises BezwaarFout when nothing is owed or it still runs."""
    kosten = _eis_afgelopen(besluit.bezwaar, op)
    return brieven_termijn.dwangsom(besluit, kosten, nummer=f"{VOORVOEGSEL}-concept", tekent="[naam]", op=op)


def reden_niet_vaststellen(bezwaar: Bezwaar, medewerker: Medewerker) -> str:
    """Why this person cannot take the decision that is written, '' when she can; her role is another matter."""
    if bezwaar.dwangsombesluit.opgesteld_door == medewerker:
        return "U hebt dit besluit zelf opgesteld. Iemand anders moet het vaststellen."
    return ""


def _eis_afgelopen(bezwaar: Bezwaar, op: date) -> Dwangsom:
    stand = dwangsom(bezwaar, op)
    if stand is None or not stand.centen:
        raise BezwaarFout("Bij dit bezwaar is geen dwangsom gaan lopen (art. 4:17 Awb).")
    if not stand.afgelopen:
        raise BezwaarFout("De dwangsom loopt nog. Stel haar vast als er is beslist, of na 42 dagen (art. 4:18 Awb).")
    return stand


def _neem_besluit(besluit: Dwangsombesluit, stand: Dwangsom, door: Medewerker, op: date) -> Beschikking:
    try:
        return beschikkingen.neem_besluit(
            dossier=besluit.bezwaar.dossier,
            soort=Beschikkingsoort.DWANGSOM,
            voorvoegsel=VOORVOEGSEL,
            titel=f"Besluit over de dwangsom ({besluit.bezwaar.nummer})",
            sjabloon=DWANGSOM.sjabloon,
            inhoud=lambda nummer: brieven_termijn.dwangsom(besluit, stand, nummer=nummer, tekent=door.naam, op=op),
            opgesteld_door=besluit.opgesteld_door,
            door=door,
            op=op,
        )
    except beschikkingen.BeschikkingFout as fout:
        raise BezwaarFout(str(fout)) from fout
