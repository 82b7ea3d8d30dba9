"""A decided PIP, and what a change of it needs."""

from datetime import date

import pytest

from cases.enums import Kanaal
from cases.enums_bezwaar import Bezwaaruitkomst, NietHoren
from cases.models import Beschikking, Document
from cases.services import beschikkingen
from cases.services.bezwaar import beslissen, horen, registreren
from pip_plans.plan.enums import Wijzigingssoort, Wisselgrond
from pip_plans.plan.models import Pip
from pip_plans.plan.services.bekendmaken import maak_bekend
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.wijzigen import begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag

from .hulp import vastgesteld_pip, zet_document_gereed

LATER = date(2027, 3, 1)
NA_HET_VENSTER = date(2028, 5, 21)
NAAR_Z = {
    "soort": Wijzigingssoort.LEERROUTE,
    "reden": "u leert langzamer dan verwacht",
    "leerroute": "Z",
    "grond": Wisselgrond.ONVOLDOENDE,
}
AFSCHALEN = {
    "soort": Wijzigingssoort.AFSCHALEN,
    "reden": "Schrijven op niveau B1 lukt niet.",
    "a2_onderdelen": ("schrijven",),
    "cursusuren": 640,
    "cursusuren_op": date(2027, 2, 20),
    "cursusuren_bron": "NL Training",
}
EENS = "u bent het eens met de wijziging."
HOOFDLIJN = {"soort": Wijzigingssoort.HOOFDLIJN, "reden": "U gaat meer uren naar school."}


@pytest.fixture
def besloten(cast) -> Pip:
    """A PIP in the B1-route that is decided and not yet made known."""
    pip = vastgesteld_pip(cast)
    if pip.beschikking.document.status != "gereed":  # with real commits the worker was there first
        zet_document_gereed(pip.beschikking.document)
    return Pip.objects.get(pk=pip.pk)


@pytest.fixture
def bekend(besloten, op) -> Pip:
    maak_bekend(pip=besloten, datum=op, kanaal=Kanaal.POST, door=None, op=op)
    return Pip.objects.get(pk=besloten.pk)


@pytest.fixture
def begin(cast):
    def start(vorige: Pip, op: date = LATER, **vraag) -> Pip:
        return begin_wijziging(vorige=vorige, vraag=Wijzigingsvraag(**vraag), door=cast.consulent, op=op)

    return start


@pytest.fixture
def besluit(cast):
    """Offer and decide; returns the decision."""

    def neem(pip: Pip, op: date = LATER) -> Beschikking:
        pip = pip if pip.zienswijze else schrijf(pip, op, zienswijze=EENS)
        bied_aan(pip=pip, door=cast.consulent, op=op)
        pip.refresh_from_db()
        return stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=op)

    return neem


def verzend(besluit: Beschikking, op: date = LATER) -> Beschikking:
    """The letter is ready and sent: from then on the decision works."""
    zet_document_gereed(Document.objects.get(pk=besluit.document_id))
    return beschikkingen.maak_bekend(beschikking=besluit, datum=op, kanaal=Kanaal.POST, door=None, op=op)


def beslis_herroepen(cast, besluit: Beschikking, op: date = LATER, vervanging: str = "") -> Beschikking:
    """A founded bezwaar that undoes this decision, decided and not yet sent."""
    gegevens = {"ontvangen_op": besluit.bekendgemaakt_op, "kanaal": "email", "gronden": "Dit klopt niet."}
    bezwaar = registreren.registreer(beschikking=besluit, gegevens=gegevens, door=cast.consulent, op=op)
    horen.zie_af_van_horen(bezwaar=bezwaar, grond=NietHoren.WIL_NIET, waarom="Zo gezegd.", door=cast.jurist, op=op)
    uitkomst = {"uitkomst": Bezwaaruitkomst.GEGROND, "motivering": "U krijgt gelijk.", "herroept": True}
    bezwaar = beslissen.stel_op(
        bezwaar=bezwaar, gegevens=uitkomst | {"vervanging": vervanging}, door=cast.jurist, op=op
    )
    return beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=op).beslissing


def schrijf(pip: Pip, op: date = LATER, **gegevens) -> Pip:
    return bewaar_concept(pip=pip, revisie=pip.revisie, door=pip.opgesteld_door, op=op, gegevens=gegevens)


def velden(fout) -> set[str]:
    return {gebrek.veld for gebrek in fout.value.gebreken}
