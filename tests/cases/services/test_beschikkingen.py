"""How a decision ends: through another one of the same dossier, once, and the database sees to it."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from cases.enums import Beschikkingsoort, Beschikkingstatus, Kanaal
from cases.inhoud import Inhoud
from cases.models import Beschikking, Dossier
from cases.services.beschikkingen import BeschikkingFout, maak_bekend, neem_besluit
from cases.services.geschiedenis import gebeurtenissen, regels
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

GEVOLGEN = [Beschikkingstatus.VERVANGEN, Beschikkingstatus.INGETROKKEN, Beschikkingstatus.HERROEPEN]


@dataclass(frozen=True)
class Brief(Inhoud):
    nummer: str


@pytest.fixture
def dossier(cast) -> Dossier:
    return maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9))


@pytest.fixture
def besluit(cast):
    """A function that takes a decision in a dossier, with the cast as two pairs of eyes."""

    def neem(dossier: Dossier, **anders) -> Beschikking:
        return neem_besluit(
            dossier=dossier, soort=Beschikkingsoort.PIP, voorvoegsel="PIP", titel="PIP", sjabloon="pip/v1",
            inhoud=Brief, opgesteld_door=cast.consulent, door=cast.tweede_lezer, op=VANDAAG, **anders,
        )  # fmt: skip

    return neem


@pytest.mark.parametrize("gevolg", GEVOLGEN)
def test_a_decision_ends_through_a_later_one_in_the_way_that_one_says(dossier, besluit, gevolg):
    oud = besluit(dossier)
    nieuw = besluit(dossier, vervangt=oud, gevolg=gevolg)

    oud.refresh_from_db()
    assert (oud.status, oud.opvolger, oud.is_geldend) == (gevolg, nieuw, False)
    assert (nieuw.vervangt, nieuw.is_geldend, nieuw.opvolger) == (oud, True, None)
    handeling = dossier.gebeurtenissen.get(soort="BESCHIKKING_BEEINDIGD")
    assert handeling.gegevens == {"nieuw": nieuw.nummer, "oud": oud.nummer, "gevolg": gevolg.label}


def test_a_decision_ends_once(dossier, besluit):
    oud = besluit(dossier)
    besluit(dossier, vervangt=oud)

    with pytest.raises(BeschikkingFout, match="PIP-2026-0001 is al vervangen"):
        besluit(dossier, vervangt=oud, gevolg=Beschikkingstatus.INGETROKKEN)
    assert Beschikking.objects.count() == dossier.documenten.count() == 2


def test_what_no_longer_holds_cannot_be_made_known(dossier, besluit):
    oud = besluit(dossier)
    besluit(dossier, vervangt=oud)

    with pytest.raises(BeschikkingFout, match="is vervangen en kan niet bekend"):
        maak_bekend(beschikking=oud, datum=VANDAAG, kanaal=Kanaal.POST, door=None, op=VANDAAG)


def test_a_decision_of_another_dossier_is_left_alone(cast, dossier, besluit):
    ander = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9))
    oud = besluit(ander)

    with pytest.raises(Beschikking.DoesNotExist):
        besluit(dossier, vervangt=oud)
    oud.refresh_from_db()
    assert oud.is_geldend


def test_the_database_knows_no_end_without_a_successor_and_no_way_back(dossier, besluit):
    oud = besluit(dossier)
    with pytest.raises(IntegrityError, match="einde_met_opvolger"), transaction.atomic():
        Beschikking.objects.filter(pk=oud.pk).update(status="ingetrokken")
    besluit(dossier, vervangt=oud)

    for status in ("vastgesteld", "herroepen"):
        with pytest.raises(IntegrityError, match="einde_met_opvolger"), transaction.atomic():
            Beschikking.objects.filter(pk=oud.pk).update(status=status)
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Beschikking.objects.filter(vervangt=oud).update(vervangt=None)


def test_the_database_refuses_a_second_successor_and_one_elsewhere(cast, dossier, besluit):
    oud, ander = besluit(dossier), maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9))
    elders = besluit(ander)
    velden = {
        veld.name: getattr(oud, veld.name) for veld in Beschikking._meta.fields if veld.name not in {"id", "document"}
    }
    los = {"document": elders.document, "vervangt": elders}
    with pytest.raises(IntegrityError, match="opvolger_past"), transaction.atomic():
        Beschikking.objects.create(**velden | los)


def test_the_history_says_how_a_decision_ended(dossier, besluit):
    besluit(dossier, vervangt=besluit(dossier), gevolg=Beschikkingstatus.HERROEPEN)

    zinnen = [regel.zin for regel in regels(gebeurtenissen(dossier))]
    assert any(zin.endswith("nam besluit PIP-2026-0002; PIP-2026-0001 is herroepen.") for zin in zinnen)
