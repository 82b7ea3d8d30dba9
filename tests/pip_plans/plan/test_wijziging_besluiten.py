"""The decision on another version of a PIP: what it replaces, what hangs on it, and what the letter says."""

import threading
from datetime import date

import pytest
from django.db import connection

from cases.enums import Beschikkingsoort, Beschikkingstatus, Kanaal
from cases.inhoud import DagstaatInhoud
from cases.models import Beschikking, Document
from cases.services.beschikkingen import neem_besluit
from cases.services.duo_portaal import te_melden
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Regime
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bekendmaken import maak_bekend
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.opstellen import trek_concept_in
from pip_plans.plan.services.versies import laatste_uitgegeven, verschil_met_vorige
from tests.fabriek import leg_vast

from .hulp import zet_document_gereed
from .wijziging import AFSCHALEN, EENS, HOOFDLIJN, LATER, NAAR_Z, schrijf
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit


def test_the_decision_replaces_the_old_one_and_says_what_changes_and_why(bekend, begin, besluit):
    nieuw = besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))

    bekend.beschikking.refresh_from_db()
    assert (bekend.beschikking.status, nieuw.vervangt, nieuw.nummer) == (
        "vervangen", bekend.beschikking, "PIP-2027-0001",
    )  # fmt: skip
    assert nieuw.document.titel == "Wijziging van het PIP"
    wijziging = nieuw.inhoud["wijziging"]
    assert (wijziging["nummer"], wijziging["reden"]) == ("PIP-2026-0001", "U gaat meer uren naar school.")
    assert wijziging["punten"] == [
        {
            "wat": "Hoeveel les",
            "was": "12 uur les per week, ongeveer 18 maanden lang",
            "wordt": "16 uur les per week, ongeveer 18 maanden lang",
        }
    ]


def test_the_three_years_hang_on_the_first_pip_also_after_a_change(bekend, begin, besluit, op):
    nieuw = besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))

    assert (nieuw.dagtekening, nieuw.inhoud["termijn"]["eerste_pip"]) == (LATER, "2026-11-20")
    assert (nieuw.inhoud["termijn"]["start"], nieuw.inhoud["termijn"]["einde"]) == ("2026-11-21", "2029-11-20")
    open_ = dict(bekend.dossier.termijnen.open().values_list("soort", "laatste_dag"))
    assert (open_["INBURGERINGSTERMIJN"], open_["LEERROUTE_WISSEL"]) == (date(2029, 11, 20), date(2028, 5, 20))
    feiten = bekend.dossier.gebeurtenissen.filter(soort="PIP_VASTGESTELD").order_by("datum")
    assert [feit.gegevens["eerste"] for feit in feiten] == [True, False]


def test_a_change_is_reported_to_duo_with_both_dates(bekend, begin, besluit):
    besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))
    feiten = Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(bekend.dossier))

    waarden = dict(te_melden(bekend.dossier, feiten).waarden)
    assert (waarden["Dagtekening van het eerste PIP"], waarden["Dagtekening van het PIP"]) == (
        "20-11-2026", "01-03-2027",
    )  # fmt: skip


def test_the_dates_of_duo_go_first_in_a_later_letter(bekend, begin, besluit):
    leg_vast(bekend.dossier, FeitSoort.TERMIJN_DUO, date(2027, 1, 5), start="2026-11-25", einde="2029-11-24")
    termijn = besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)).inhoud["termijn"]

    assert (termijn["start"], termijn["einde"], termijn["wisselen_tot"]) == ("2026-11-25", "2029-11-24", "2028-05-24")
    assert termijn["door_duo_bevestigd"] is True


def test_an_objection_against_the_old_decision_covers_the_new_one(bekend, begin, besluit):
    leg_vast(bekend.dossier, FeitSoort.BEZWAAR_ONTVANGEN, date(2026, 12, 1), beschikking="PIP-2026-0001")

    assert besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)).inhoud["wijziging"]["bezwaar_loopt"] is True


def test_a_version_keeps_its_parts_on_a2_until_the_leerroute_changes(bekend, begin, besluit):
    besluit(begin(bekend, **AFSCHALEN))
    tweede = laatste_uitgegeven(bekend.dossier)
    assert [een.label for een in verschil_met_vorige(tweede)] == ["Examen op niveau A2"]
    zet_document_gereed(tweede.beschikking.document)
    maak_bekend(pip=tweede, datum=LATER, kanaal=Kanaal.POST, door=None, op=LATER)
    tweede = laatste_uitgegeven(bekend.dossier)

    derde = begin(tweede, **HOOFDLIJN)
    assert derde.a2_onderdelen == ["schrijven"]
    trek_concept_in(pip=derde, reden="x", door=derde.opgesteld_door, op=LATER)
    assert begin(tweede, **NAAR_Z).a2_onderdelen == []


def test_after_herroepen_a_new_pip_starts_from_the_old_text(bekend, begin, besluit, cast):
    neem_besluit(
        dossier=bekend.dossier, soort=Beschikkingsoort.PIP_INTREKKING, voorvoegsel="BEZ", titel="x", sjabloon="x/v1",
        inhoud=lambda nummer: STUB, opgesteld_door=cast.consulent, door=cast.tweede_lezer, op=LATER,
        vervangt=bekend.beschikking, gevolg=Beschikkingstatus.HERROEPEN,
    )  # fmt: skip
    feiten = Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(bekend.dossier))
    assert te_melden(bekend.dossier, feiten) is None  # DUO hears nothing of a PIP that no longer stands
    vorige = laatste_uitgegeven(bekend.dossier)
    with pytest.raises(PlanFout, match="past niet bij een PIP dat herroepen is"):
        begin(vorige, **HOOFDLIJN)

    nieuw = besluit(begin(vorige, soort=Wijzigingssoort.OPNIEUW, reden="Het bezwaar was gegrond."))
    assert (nieuw.vervangt, nieuw.inhoud["wijziging"]["einde"]) == (None, "herroepen")
    assert nieuw.inhoud["termijn"]["einde"] == "2029-11-20"


STUB = DagstaatInhoud(gemeente="x", datum="", locatie="x", adres="x", contact="", medewerker="x", regels=())


@pytest.mark.django_db(transaction=True)
def test_two_people_who_decide_at_once_make_one_number_and_one_document(bekend, begin, cast):
    pip = schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16, zienswijze=EENS)
    bied_aan(pip=pip, door=cast.consulent, op=LATER)
    pip.refresh_from_db()
    start, nummers = threading.Barrier(2), []

    def beslis(wie) -> None:
        try:
            start.wait(timeout=10)
            besluit = stel_vast(pip=Pip.objects.get(pk=pip.pk), revisie=pip.revisie, door=wie, op=LATER)
            nummers.append(besluit.nummer)
        finally:
            connection.close()

    draden = [threading.Thread(target=beslis, args=(wie,)) for wie in (cast.tweede_lezer, cast.teamleider)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)

    assert nummers == ["PIP-2027-0001", "PIP-2027-0001"]
    assert Beschikking.objects.filter(dossier=bekend.dossier).count() == 2
    assert Document.objects.filter(dossier=bekend.dossier, titel="Wijziging van het PIP").count() == 1
    assert pip.lezingen.count() == 1
