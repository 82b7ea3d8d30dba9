"""Deciding on a proposal of ontzorgen: four eyes, a number, a frozen letter, and what follows from it."""

from datetime import date

from django.db import transaction

from cases.enums import Beschikkingsoort, Kanaal
from cases.enums_stukken import Stukonderwerp
from cases.models import Beschikking, Medewerker
from cases.opslag import lees
from cases.services import beschikkingen
from cases.services.gebeurtenissen import registreer_handeling
from cases.services.stukken import Bestand, ontvang
from cases.services.termijnen import actualiseer
from cases.toegang import Actie, mag
from ontzorgen import handelingen
from ontzorgen.brieven import BESLUITBRIEVEN
from ontzorgen.enums import Besluitsoort, Besluitstand
from ontzorgen.maanden import laatste_dag
from ontzorgen.models import Ontzorgbesluit

from .besluitbrief import brief, eis_eenheid
from .fout import OntzorgFout
from .lasten import leg_overbrugging_vast
from .perioden import MET_PERIODE, pas_toe
from .slot import vergrendel_dossier, zet_gemeente_op_slot
from .voorstellen import eis_actueel

VOORVOEGSEL = "ONT"
EIGEN_VOORSTEL = "U hebt dit zelf voorgesteld. Een collega van team Sociale Zaken moet beslissen."


@transaction.atomic
def stel_vast(*, besluit: Ontzorgbesluit, door: Medewerker, op: date) -> Beschikking:
    """Decide as proposed; again returns the decision that is there.

    Side effects: the number, the frozen letter, and by kind a period that begins or ends, or a Maandpost for a granted
    overbrugging. Raises OntzorgFout for who proposed it, without the role, and when the facts no longer allow it.
    """
    rij = _vergrendeld(besluit)
    if rij.beschikking:
        return rij.beschikking
    if reden := reden_niet_beslissen(rij, door):
        raise OntzorgFout(reden)
    if not mag(door.rollen_in(rij.dossier.gemeente_id, op), Actie.ONTZORGEN_BESLISSEN):
        raise OntzorgFout("Alleen team Sociale Zaken van deze gemeente kan hierover beslissen.")
    eis_actueel(rij, op)
    rij.beschikking = _neem_besluit(rij, door, op)
    rij.stand = Besluitstand.VASTGESTELD
    rij.save(update_fields=["beschikking", "stand"])
    pas_toe(rij)
    actualiseer(dossier=rij.dossier, op=op)  # the day on which it ends may be another one now
    _leg_overbrugging_vast(rij, door)
    _noteer(rij, handelingen.BESLUIT_GENOMEN, door, op, nummer=rij.beschikking.nummer)
    return rij.beschikking


@transaction.atomic
def wijs_af(*, besluit: Ontzorgbesluit, opmerkingen: str, door: Medewerker, op: date) -> Ontzorgbesluit:
    """Set a proposal aside with a reason; also for who proposed it. Again does nothing. Raises OntzorgFout."""
    rij = _vergrendeld(besluit)
    if rij.stand == Besluitstand.AFGEWEZEN:
        return rij
    if not rij.wacht:
        raise OntzorgFout("Over dit voorstel is al besloten. Een besluit trekt u niet in met deze knop.")
    if not opmerkingen.strip():
        raise OntzorgFout("Schrijf op waarom het voorstel niet wordt overgenomen.", "opmerkingen")
    rij.stand, rij.opmerkingen = Besluitstand.AFGEWEZEN, opmerkingen.strip()
    rij.save(update_fields=["stand", "opmerkingen"])
    _noteer(rij, handelingen.BESLUIT_AFGEWEZEN, door, op)
    return rij


@transaction.atomic
def maak_bekend(*, besluit: Ontzorgbesluit, datum: date, kanaal: Kanaal, door: Medewerker, op: date) -> Beschikking:
    """The letter was sent or handed over; its bezwaartermijn starts, and 56a and 57 can be attached to the PIP.

    The same day and channel again changes nothing. Raises OntzorgFout (see beschikkingen).
    """
    if besluit.beschikking is None:
        raise OntzorgFout("Er is nog geen besluit om bekend te maken.")
    try:
        bekend = beschikkingen.maak_bekend(
            beschikking=besluit.beschikking, datum=datum, kanaal=kanaal, door=door, op=op
        )
    except beschikkingen.BeschikkingFout as fout:
        raise OntzorgFout(str(fout)) from fout
    if besluit.soort in MET_PERIODE:
        _leg_als_stuk_vast(bekend, door, op)
    return bekend


def _leg_als_stuk_vast(bekend: Beschikking, door: Medewerker, op: date) -> None:
    """The letter as a paper on bijstand: the PIP is one with the decisions under the Participatiewet (Wi 15 lid 3).

    A paper that is there already is not kept twice.
    """
    inhoud = lees(bekend.document)
    ontvang(
        gemeente=bekend.gemeente,
        dossier=bekend.dossier,
        bestanden=[Bestand(f"{bekend.nummer}.pdf", len(inhoud), lambda: inhoud)],
        gegevens={
            "onderwerp": Stukonderwerp.BIJSTAND,
            "omschrijving": f"{bekend.get_soort_display()} {bekend.nummer}",
            "over": "",
            "ontvangen_op": op,
        },
        door=door,
        op=op,
    )


def reden_niet_beslissen(besluit: Ontzorgbesluit, medewerker: Medewerker) -> str:
    """Why this person cannot decide on it now, '' when she can; her role is another matter."""
    if not besluit.wacht:
        return f"Dit voorstel is {besluit.get_stand_display()}."
    return EIGEN_VOORSTEL if besluit.opgesteld_door_id == medewerker.pk else ""


def _vergrendeld(besluit: Ontzorgbesluit) -> Ontzorgbesluit:
    """The same proposal read again, behind the locks on its gemeente and its dossier, in the order of paying."""
    zet_gemeente_op_slot(besluit.dossier.gemeente)
    vergrendel_dossier(besluit.dossier)
    dossier = [f"dossier__{deel}" for deel in ("gemeente", "inburgeraar", "consulent")]
    rijen = Ontzorgbesluit.objects.select_related(
        *dossier, "opgesteld_door", "beschikking", "periode__besluit__beschikking"
    )
    rij: Ontzorgbesluit = rijen.get(pk=besluit.pk)
    return rij


def _neem_besluit(rij: Ontzorgbesluit, door: Medewerker, op: date) -> Beschikking:
    soort = BESLUITBRIEVEN[Besluitsoort(rij.soort)]
    try:
        return beschikkingen.neem_besluit(
            dossier=rij.dossier,
            soort=Beschikkingsoort(soort.code),
            voorvoegsel=VOORVOEGSEL,
            titel=soort.naam,
            sjabloon=soort.sjabloon,
            inhoud=lambda nummer: brief(rij, nummer, door.naam, op),
            opgesteld_door=rij.opgesteld_door,
            door=door,
            op=op,
        )
    except beschikkingen.BeschikkingFout as fout:
        raise OntzorgFout(str(fout)) from fout


def _leg_overbrugging_vast(rij: Ontzorgbesluit, door: Medewerker) -> None:
    """A granted overbrugging counts in the months of the decision; nobody types it again."""
    if rij.soort != Besluitsoort.BIJZONDERE_BIJSTAND or not rij.toegekend:
        return
    leg_overbrugging_vast(eenheid=eis_eenheid(rij.dossier, laatste_dag(rij.vanaf)), besluit=rij, door=door)


def _noteer(rij: Ontzorgbesluit, soort: str, door: Medewerker, op: date, **gegevens: str) -> None:
    woorden = {"soort": str(rij.get_soort_display())} | gegevens
    registreer_handeling(dossier=rij.dossier, soort=soort, datum=op, door=door, gegevens=woorden)
