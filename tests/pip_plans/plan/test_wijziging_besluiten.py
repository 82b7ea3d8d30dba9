"""The decision on another version of a PIP: what it replaces, what hangs on it, and what the letter says."""

from datetime import date

import pytest

from cases.enums import Kanaal
from cases.models import Beschikking, Document
from cases.services.bezwaar import registreren, verloop
from cases.services.duo_portaal import noteer_gemeld, te_melden
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Regime
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bekendmaken import maak_bekend
from pip_plans.plan.services.beoordelen import bied_aan
from pip_plans.plan.services.opstellen import trek_concept_in
from pip_plans.plan.services.versies import uitgegeven_versie, verschil_met_vorige
from tests.fabriek import leg_vast

from .hulp import stel_tegelijk_vast, zet_document_gereed
from .wijziging import AFSCHALEN, EENS, HOOFDLIJN, LATER, NAAR_Z, beslis_herroepen, schrijf, verzend
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit


def test_the_decision_replaces_the_old_one_and_says_what_changes_and_why(bekend, begin, besluit):
    nieuw = besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))

    bekend.beschikking.refresh_from_db()
    assert (bekend.beschikking.status, nieuw.vervangt, nieuw.nummer) == (
        "bekendgemaakt", bekend.beschikking, "PIP-2027-0001",
    )  # fmt: skip
    verzend(nieuw)
    bekend.beschikking.refresh_from_db()
    assert bekend.beschikking.status == "vervangen"
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
    nieuw = besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))
    feiten = Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(bekend.dossier))
    wacht = dict(te_melden(bekend.dossier, feiten).waarden)
    assert wacht["Dagtekening van het PIP"] == "20-11-2026", "a version that was not sent does not count yet"

    verzend(nieuw)
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


def test_a_pending_objection_covers_every_later_version_until_it_is_over(bekend, begin, besluit, cast):
    bezwaar = registreren.registreer(
        beschikking=bekend.beschikking, gegevens={"ontvangen_op": date(2026, 12, 1), "kanaal": "email"},
        door=cast.consulent, op=LATER,
    )  # fmt: skip
    tweede = verzend(besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)))
    derde = verzend(besluit(schrijf(begin(Pip.objects.get(beschikking=tweede), **HOOFDLIJN), uren_per_week=14)))
    assert [een.inhoud["wijziging"]["bezwaar_tegen"] for een in (tweede, derde)] == ["PIP-2026-0001"] * 2

    verloop.trek_in(bezwaar=bezwaar, datum=LATER, door=cast.jurist, op=LATER)
    vierde = besluit(schrijf(begin(Pip.objects.get(beschikking=derde), **HOOFDLIJN), uren_per_week=12))
    assert vierde.inhoud["wijziging"]["bezwaar_tegen"] == ""


def test_a_version_keeps_its_parts_on_a2_until_the_leerroute_changes(bekend, begin, besluit):
    besluit(begin(bekend, **AFSCHALEN))
    tweede = uitgegeven_versie(bekend.dossier)
    assert [een.label for een in verschil_met_vorige(tweede)] == ["Examen op niveau A2"]
    zet_document_gereed(tweede.beschikking.document)
    maak_bekend(pip=tweede, datum=LATER, kanaal=Kanaal.POST, door=None, op=LATER)
    tweede = uitgegeven_versie(bekend.dossier)

    derde = begin(tweede, **HOOFDLIJN)
    assert derde.a2_onderdelen == ["schrijven"]
    trek_concept_in(pip=derde, reden="x", door=derde.opgesteld_door, op=LATER)
    assert begin(tweede, **NAAR_Z).a2_onderdelen == []


def test_after_herroepen_a_new_pip_starts_from_the_old_text(bekend, begin, besluit, cast):
    verzend(beslis_herroepen(cast, bekend.beschikking))
    feiten = Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(bekend.dossier))
    assert te_melden(bekend.dossier, feiten) is None  # DUO hears nothing of a PIP that no longer stands
    vorige = uitgegeven_versie(bekend.dossier)
    with pytest.raises(PlanFout, match="past niet bij een PIP dat herroepen is"):
        begin(vorige, **HOOFDLIJN)

    nieuw = besluit(begin(vorige, soort=Wijzigingssoort.OPNIEUW, reden="Het bezwaar was gegrond."))
    assert (nieuw.vervangt, nieuw.inhoud["wijziging"]["einde"]) == (None, "herroepen")
    assert nieuw.inhoud["wijziging"]["bezwaar_tegen"] == ""
    assert nieuw.inhoud["termijn"]["einde"] == "2029-11-20"


@pytest.mark.django_db(transaction=True)
def test_two_people_who_decide_at_once_make_one_number_and_one_document(bekend, begin, cast):
    pip = schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16, zienswijze=EENS)
    bied_aan(pip=pip, door=cast.consulent, op=LATER)
    pip.refresh_from_db()

    assert stel_tegelijk_vast(pip, cast, op=LATER) == ["PIP-2027-0001", "PIP-2027-0001"]
    assert Beschikking.objects.filter(dossier=bekend.dossier).count() == 2
    assert Document.objects.filter(dossier=bekend.dossier, titel="Wijziging van het PIP").count() == 1
    assert pip.lezingen.count() == 1


def test_after_herroepen_of_the_first_pip_the_duty_is_there_again_with_its_own_days(bekend, begin, besluit, cast, op):
    termijn = bekend.dossier.termijnen.get(soort="PIP", status="gehaald")
    verzend(beslis_herroepen(cast, bekend.beschikking))

    weer = bekend.dossier.termijnen.open().get(soort="PIP")
    assert (weer.start, weer.ruwe_dag, weer.laatste_dag) == (termijn.start, termijn.ruwe_dag, termijn.laatste_dag)
    assert any("in bezwaar herroepen" in zin and "opnieuw, met dezelfde dagen" in zin for zin in weer.uitleg)
    blijft = dict(bekend.dossier.termijnen.open().values_list("soort", "laatste_dag"))
    assert (blijft["INBURGERINGSTERMIJN"], blijft["LEERROUTE_WISSEL"]) == (date(2029, 11, 20), date(2028, 5, 20))

    vorige = uitgegeven_versie(bekend.dossier)
    besluit(begin(vorige, soort=Wijzigingssoort.OPNIEUW, reden="Het bezwaar was gegrond."))
    assert bekend.dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == LATER


def test_when_bezwaar_puts_something_in_its_place_the_duty_stays_met(bekend, cast):
    verzend(beslis_herroepen(cast, bekend.beschikking, vervanging="Uw leerroute wordt de Z-route."))

    assert not bekend.dossier.termijnen.open().filter(soort="PIP").exists()


def test_after_herroepen_of_a_change_the_version_before_it_stands_and_is_the_one_to_change(
    bekend, begin, besluit, cast, inloggen
):
    tweede = verzend(besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)))
    beslissing = beslis_herroepen(cast, tweede)
    url = f"/diemen/dossiers/{bekend.dossier.nummer}/pip/"
    assert "Tot die dag geldt dit PIP." in inloggen(cast.consulent).get(url).text

    verzend(beslissing)
    staat = uitgegeven_versie(bekend.dossier)
    assert (staat, staat.beschikking.status, staat.uren_per_week) == (bekend, "bekendgemaakt", 12)
    assert not bekend.dossier.termijnen.open().filter(soort="PIP").exists()
    tab = inloggen(cast.consulent).get(url).text
    assert "Dit PIP geldt weer" in tab
    assert "Nieuw PIP maken" not in tab
    feiten = Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(bekend.dossier))
    melden = te_melden(bekend.dossier, feiten)
    assert dict(melden.waarden)["Waarom opnieuw"] == "PIP-2027-0001 is herroepen, dit PIP geldt weer"
    noteer_gemeld(dossier=bekend.dossier, feiten=feiten, door=cast.consulent, op=LATER)
    assert te_melden(bekend.dossier, feiten) is None

    derde = begin(staat, **HOOFDLIJN)
    assert (derde.versie, derde.wijziging.vorige, derde.uren_per_week) == (3, bekend, 12)


def test_a_change_that_is_not_sent_leaves_the_old_version_in_force_and_the_screen_says_so(
    bekend, begin, besluit, cast, inloggen
):
    nieuw = besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))
    tab = inloggen(cast.consulent).get(f"/diemen/dossiers/{bekend.dossier.nummer}/pip/").text
    assert "Vastgesteld, nog niet verzonden" in tab
    assert "De vorige, versie 1</a>, geldt nog." in tab

    bekend.beschikking.refresh_from_db()
    assert bekend.beschikking.werkt
    verzend(nieuw)
    bekend.beschikking.refresh_from_db()
    assert not bekend.beschikking.werkt


def test_a_concept_is_stopped_when_what_it_changes_was_herroepen_in_between(bekend, begin, besluit, cast):
    tweede = verzend(besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)))
    concept = schrijf(begin(Pip.objects.get(beschikking=tweede), **HOOFDLIJN), zienswijze=EENS, uren_per_week=14)
    verzend(beslis_herroepen(cast, tweede))

    with pytest.raises(PlanFout, match=r"PIP-2027-0001 is herroepen\. Trek dit concept in"):
        bied_aan(pip=concept, door=cast.consulent, op=LATER)
