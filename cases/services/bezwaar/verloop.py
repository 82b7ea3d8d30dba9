"""The course of a bezwaar before the decision: receipt confirmed, verzuim, verdaging, too late, default, withdrawal."""

from datetime import date

from django.db import transaction

from cases import bezwaarstappen
from cases.enums_bezwaar import Bezwaarstatus, Uitstelgrond
from cases.models import Bezwaar, Gebeurtenis, Medewerker
from inburgering.recht.beslistermijn import MEESTE_WEKEN_VERDAGING
from inburgering.recht.feiten import FeitSoort

from . import brieven, brieven_termijn
from .basis import (
    BezwaarFout,
    beslistermijn,
    bewaar,
    eis_dag,
    leg_feit_vast,
    leg_stap_vast,
    schrijf_mee,
    vergrendel_lopend,
)
from .stand import tijdigheid


@transaction.atomic
def bevestig_ontvangst(*, bezwaar: Bezwaar, door: Medewerker, op: date) -> Bezwaar:
    """Make the letter of Awb 6:14, with the term and what happens next. Again changes nothing."""
    rij = vergrendel_lopend(bezwaar)
    if rij.bevestigd_op:
        return rij
    rij.bevestigd_op = op
    bewaar(rij, ["bevestigd_op"])
    brieven.ontvangstbevestiging(rij, door=door, op=op)
    leg_stap_vast(rij, bezwaarstappen.BEVESTIGD, op, door)
    return rij


@transaction.atomic
def vraag_herstel(*, bezwaar: Bezwaar, wat: str, tot: date, door: Medewerker, op: date) -> Bezwaar:
    """Ask to mend a verzuim before `tot` (Awb 6:6); the term to decide stands still meanwhile (7:10 lid 2).

    Raises BezwaarFout when it was asked before, without saying what is missing, and for a last day that is not ahead.
    """
    rij = vergrendel_lopend(bezwaar)
    if rij.verzuim:
        if (rij.verzuim, rij.verzuim_tot, rij.verzuim_gevraagd_op) == (wat.strip(), tot, op):
            return rij
        raise BezwaarFout("Om herstel is al gevraagd. Dat kan één keer (art. 6:6 Awb).")
    if not wat.strip():
        raise BezwaarFout("Schrijf op wat er aan het bezwaar ontbreekt (art. 6:5 en 6:6 Awb).")
    rij.verzuim, rij.verzuim_gevraagd_op, rij.verzuim_tot = wat.strip(), op, tot
    bewaar(rij, ["verzuim", "verzuim_gevraagd_op", "verzuim_tot"])
    leg_feit_vast(rij, FeitSoort.BEZWAAR_VERZUIM_GEMELD, op, door, op, tot=tot.isoformat())
    brieven.herstelverzoek(rij, door=door, op=op)
    return rij


@transaction.atomic
def meld_herstel(*, bezwaar: Bezwaar, datum: date, door: Medewerker | None, op: date) -> Bezwaar:
    """What was missing came in; the term runs on from that day. Raises BezwaarFout when nothing was asked."""
    rij = vergrendel_lopend(bezwaar)
    if rij.verzuim_gevraagd_op is None:
        raise BezwaarFout("Er is niet om herstel van een verzuim gevraagd (art. 6:6 Awb).")
    if rij.verzuim_hersteld_op:
        if rij.verzuim_hersteld_op == datum:
            return rij
        raise BezwaarFout(f"Het herstel is al vastgelegd op {rij.verzuim_hersteld_op:%d-%m-%Y}.")
    eis_dag(datum, vanaf=rij.verzuim_gevraagd_op, op=op, wat="het verzoek om herstel")
    rij.verzuim_hersteld_op = datum
    bewaar(rij, ["verzuim_hersteld_op"])
    leg_feit_vast(rij, FeitSoort.BEZWAAR_VERZUIM_HERSTELD, datum, door, op)
    return rij


@transaction.atomic
def verdaag(*, bezwaar: Bezwaar, weken: int, reden: str, door: Medewerker, op: date) -> Bezwaar:
    """Postpone the decision once, by six weeks at most, before the term is over (Awb 7:10 lid 3); makes the letter."""
    rij = vergrendel_lopend(bezwaar)
    if rij.verdaagd_op:
        raise BezwaarFout("De beslissing is al verdaagd. Dat kan één keer (art. 7:10 lid 3 Awb).")
    if not 1 <= weken <= MEESTE_WEKEN_VERDAGING:
        raise BezwaarFout("Verdagen kan met één tot zes weken (art. 7:10 lid 3 Awb).")
    if not reden.strip():
        raise BezwaarFout("Schrijf op waarom de beslissing later komt.")
    termijn = beslistermijn(rij)
    if termijn and termijn.laatste_dag < op:
        raise BezwaarFout(
            f"De beslistermijn liep tot en met {termijn.laatste_dag:%d-%m-%Y}. Daarna kan verdagen niet meer (art. "
            "7:10 lid 3 Awb)."
        )
    rij.verdaagd_op = op
    bewaar(rij, ["verdaagd_op"])
    leg_feit_vast(rij, FeitSoort.BEZWAAR_VERDAAGD, op, door, op, weken=weken)
    brieven.verdaging(rij, weken=weken, reden=reden.strip(), door=door, op=op)
    return rij


@transaction.atomic
def stel_verder_uit(
    *, bezwaar: Bezwaar, tot: date, grond: Uitstelgrond, reden: str, door: Medewerker, op: date
) -> Bezwaar:
    """Further uitstel after the verdaging, on a ground of Awb 7:10 lid 4; makes the letter that lid 5 asks for.

    Raises BezwaarFout before the verdaging (lid 4 says *verder*), once the term is over, without a reason, and for a
    day that is not later than the last one.
    """
    rij = vergrendel_lopend(bezwaar)
    termijn = beslistermijn(rij)
    if rij.verdaagd_op is None:
        raise BezwaarFout("Verdaag eerst (art. 7:10 lid 3 Awb). Verder uitstel komt daarna (lid 4).")
    if not reden.strip():
        raise BezwaarFout("Schrijf op waarom de beslissing later komt.", "reden")
    if termijn is None or termijn.laatste_dag < op:
        raise BezwaarFout("De beslistermijn is voorbij. Verder uitstel kan niet meer (art. 7:10 lid 4 Awb).")
    if tot <= termijn.laatste_dag:
        raise BezwaarFout(f"Kies een dag na {termijn.laatste_dag:%d-%m-%Y}, nu de laatste dag om te beslissen.", "tot")
    leg_feit_vast(rij, FeitSoort.BEZWAAR_UITSTEL, op, door, op, tot=tot.isoformat(), grond=grond.value)
    brieven_termijn.uitstel(rij, grond=grond, reden=reden.strip(), door=door, op=op)
    return rij


@transaction.atomic
def oordeel_verschoonbaar(
    *, bezwaar: Bezwaar, verschoonbaar: bool, waarom: str, door: Medewerker | None, op: date
) -> Bezwaar:
    """Judge with reasons whether being late can be excused (Awb 6:11). Raises BezwaarFout for one that is in time."""
    rij = vergrendel_lopend(bezwaar)
    if tijdigheid(rij).op_tijd:
        raise BezwaarFout("Dit bezwaar is op tijd. Een oordeel over te laat komen is niet nodig (art. 6:9 Awb).")
    if not waarom.strip():
        raise BezwaarFout("Schrijf op waarom het wel of niet verschoonbaar is (art. 6:11 Awb).")
    rij.verschoonbaar, rij.verschoonbaar_waarom = verschoonbaar, waarom.strip()
    bewaar(rij, ["verschoonbaar", "verschoonbaar_waarom"])
    schrijf_mee(rij, door)
    oordeel = "verschoonbaar" if verschoonbaar else "niet verschoonbaar"
    leg_stap_vast(rij, bezwaarstappen.TIJDIGHEID, op, door, oordeel=oordeel)
    return rij


@transaction.atomic
def registreer_ingebrekestelling(*, bezwaar: Bezwaar, datum: date, door: Medewerker | None, op: date) -> Gebeurtenis:
    """A letter came that says the decision is late; two weeks later a dwangsom can run (Awb 4:17).

    Makes the letter that says what follows, also when it came too early. Safe to repeat.
    """
    rij = vergrendel_lopend(bezwaar)
    eis_dag(datum, vanaf=rij.ontvangen_op, op=op, wat="de ontvangst van het bezwaar")
    bekend = rij.dossier.gebeurtenissen.filter(soort=FeitSoort.INGEBREKESTELLING, datum=datum)
    nieuw = not bekend.filter(gegevens__bezwaar=rij.nummer).exists()
    feit = leg_feit_vast(rij, FeitSoort.INGEBREKESTELLING, datum, door, op)
    if nieuw:
        brieven_termijn.ingebrekestelling(rij, datum=datum, door=door, op=op)
    return feit


@transaction.atomic
def trek_in(*, bezwaar: Bezwaar, datum: date, door: Medewerker, op: date) -> Bezwaar:
    """The person withdraws the bezwaar in writing (Awb 6:21); its terms lapse and a letter confirms it."""
    rij = vergrendel_lopend(bezwaar)
    eis_dag(datum, vanaf=rij.ontvangen_op, op=op, wat="de ontvangst van het bezwaar")
    rij.status, rij.ingetrokken_op = Bezwaarstatus.INGETROKKEN, datum
    bewaar(rij, ["status", "ingetrokken_op"])
    leg_feit_vast(rij, FeitSoort.BEZWAAR_INGETROKKEN, datum, door, op)
    brieven.intrekking(rij, door=door, op=op)
    return rij
