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
from tests.cases.bezwaar.hulp import zet_gereed
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

GEVOLGEN = [Beschikkingstatus.VERVANGEN, Beschikkingstatus.INGETROKKEN]


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


def bekend(beschikking: Beschikking) -> Beschikking:
    zet_gereed(beschikking.document)
    return maak_bekend(beschikking=beschikking, datum=VANDAAG, kanaal=Kanaal.POST, door=None, op=VANDAAG)


@pytest.mark.parametrize("gevolg", GEVOLGEN)
def test_a_decision_ends_when_the_later_one_is_sent_and_not_before(dossier, besluit, gevolg):
    oud = bekend(besluit(dossier))
    nieuw = besluit(dossier, vervangt=oud, gevolg=gevolg)

    oud.refresh_from_db()
    assert (oud.werkt, oud.opvolger, oud.opvolger_onderweg) == (True, None, nieuw)
    assert not dossier.gebeurtenissen.filter(soort="BESCHIKKING_BEEINDIGD").exists()
    with pytest.raises(IntegrityError, match="einde_met_opvolger"), transaction.atomic():
        Beschikking.objects.filter(pk=oud.pk).update(status=gevolg)

    nieuw = bekend(nieuw)
    oud.refresh_from_db()
    assert (oud.opvolger_onderweg, oud.werkt) == (None, False)
    assert (oud.status, oud.opvolger, oud.is_geldend) == (gevolg, nieuw, False)
    assert (nieuw.vervangt, nieuw.werkt, nieuw.opvolger) == (oud, True, None)
    handeling = dossier.gebeurtenissen.get(soort="BESCHIKKING_BEEINDIGD")
    assert handeling.gegevens == {"nieuw": nieuw.nummer, "oud": oud.nummer, "gevolg": gevolg.label}


def test_a_decision_ends_once(dossier, besluit):
    oud = besluit(dossier)
    besluit(dossier, vervangt=oud)

    with pytest.raises(BeschikkingFout, match="PIP-2026-0001 is al vervangen"):
        besluit(dossier, vervangt=oud, gevolg=Beschikkingstatus.INGETROKKEN)
    assert Beschikking.objects.count() == dossier.documenten.count() == 2


def test_a_second_decision_waits_until_the_first_is_sent_and_what_was_never_sent_is_not_withdrawn(dossier, besluit):
    oud = besluit(dossier)
    with pytest.raises(BeschikkingFout, match="nog niet verzonden en geldt dus nog niet"):
        besluit(dossier, vervangt=oud, gevolg=Beschikkingstatus.INGETROKKEN)
    bekend(oud)
    besluit(dossier, vervangt=oud)
    with pytest.raises(BeschikkingFout, match="PIP-2026-0002 is vastgesteld en nog niet verzonden"):
        besluit(dossier, vervangt=oud)


def test_what_was_replaced_before_it_was_sent_hands_its_place_on(dossier, besluit):
    """A slip of the pen in a change that lies ready: the corrected change ends the PIP that holds."""
    geldt = bekend(besluit(dossier))
    fout = besluit(dossier, vervangt=geldt)
    hersteld = besluit(dossier, vervangt=fout)
    geldt.refresh_from_db()
    assert (geldt.werkt, Beschikking.objects.get(pk=fout.pk).status) == (True, "vervangen")

    bekend(hersteld)
    geldt.refresh_from_db()
    assert geldt.status == "vervangen"


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
    oud = bekend(besluit(dossier))
    bekend(besluit(dossier, vervangt=oud, gevolg=Beschikkingstatus.INGETROKKEN))

    zinnen = [regel.zin for regel in regels(gebeurtenissen(dossier))]
    assert any(zin.endswith(": PIP-2026-0001 is ingetrokken door PIP-2026-0002.") for zin in zinnen)
