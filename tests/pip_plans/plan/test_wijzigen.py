"""Another version of a PIP: what the law asks per kind of change, what is copied, and what the letter says."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import Beschikkingsoort, Beschikkingstatus, Kanaal
from cases.inhoud import DagstaatInhoud
from cases.models import Beschikking, Document
from cases.services.beschikkingen import neem_besluit
from cases.services.duo_portaal import te_melden
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Regime
from pip_plans.plan.enums import Pipstatus, Uitzondering, Wijzigingssoort, Wisselgrond
from pip_plans.plan.models import Pip, Wijziging
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bekendmaken import maak_bekend
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import trek_concept_in
from pip_plans.plan.services.versies import laatste_uitgegeven, verschil_met_vorige, versies
from pip_plans.plan.services.wijzigen import WijzigingGeweigerd, begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag
from tests.fabriek import leg_vast

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
        bied_aan(pip=pip, door=cast.consulent, op=op)
        pip.refresh_from_db()
        return stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=op)

    return neem


def schrijf(pip: Pip, op: date = LATER, **gegevens) -> Pip:
    return bewaar_concept(pip=pip, revisie=pip.revisie, door=pip.opgesteld_door, op=op, gegevens=gegevens)


def velden(fout) -> set[str]:
    return {gebrek.veld for gebrek in fout.value.gebreken}


def test_the_new_version_starts_with_everything_of_the_old_one(bekend, begin):
    pip = begin(bekend, **HOOFDLIJN)

    assert (pip.versie, pip.status, pip.beschikking) == (2, Pipstatus.CONCEPT, None)
    assert (pip.motivering, pip.school, pip.uren_per_week) == (bekend.motivering, "NL Training", 12)
    assert list(pip.afspraken.values_list("wat", "hoeveel")) == list(bekend.afspraken.values_list("wat", "hoeveel"))
    assert pip.pw_beschikkingen.get().kenmerk == "PW-2026-1187"
    assert (pip.wijziging.vorige, pip.wijziging.reden) == (bekend, "U gaat meer uren naar school.")
    assert [rij.versie for rij in versies(bekend.dossier)] == [2, 1]
    assert laatste_uitgegeven(bekend.dossier) == bekend


def test_a_change_has_a_reason(bekend, begin):
    with pytest.raises(WijzigingGeweigerd, match=r"art\. 3:46 Awb") as fout:
        begin(bekend, **HOOFDLIJN | {"reden": " "})
    assert velden(fout) == {"reden"}


def test_a_switch_within_the_window_needs_a_ground(bekend, begin):
    with pytest.raises(WijzigingGeweigerd, match=r"art\. 17 lid 2 Wet inburgering 2021") as fout:
        begin(bekend, **NAAR_Z | {"grond": ""})
    assert velden(fout) == {"grond"}

    pip = begin(bekend, **NAAR_Z)
    assert (pip.leerroute, pip.wijziging.grond) == ("Z", "onvoldoende")


def test_a_switch_after_the_window_is_refused_at_the_leerroute_with_the_article(bekend, begin):
    with pytest.raises(WijzigingGeweigerd, match=r"tot en met 20 mei 2028.*art. 5.4 Besluit") as fout:
        begin(bekend, NA_HET_VENSTER, **NAAR_Z)
    assert velden(fout) == {"leerroute"}


def test_a_special_case_after_the_window_needs_reasons(bekend, begin):
    vraag = NAAR_Z | {"uitzondering": Uitzondering.BIJZONDER}
    with pytest.raises(WijzigingGeweigerd) as fout:
        begin(bekend, NA_HET_VENSTER, **vraag)
    assert velden(fout) == {"uitzondering_reden"}

    pip = begin(bekend, NA_HET_VENSTER, **vraag | {"uitzondering_reden": "lange tijd in het ziekenhuis"})
    assert pip.wijziging.uitzondering == "bijzonder"


def test_a_window_that_closes_while_the_concept_is_written_stops_the_decision(bekend, begin, cast):
    pip = begin(bekend, **NAAR_Z)
    pip = schrijf(pip, motivering="De Z-route past nu beter.", motivering_afwijking="Het leren gaat te langzaam.")

    with pytest.raises(PlanFout, match="Wisselen van leerroute kon tot en met 20 mei 2028"):
        bied_aan(pip=pip, door=cast.consulent, op=NA_HET_VENSTER)


def test_the_reasons_of_the_old_leerroute_are_not_those_of_the_new(bekend, begin, cast):
    with pytest.raises(PlanFout, match="De motivering is nog die van de vorige leerroute"):
        bied_aan(pip=begin(bekend, **NAAR_Z), door=cast.consulent, op=LATER)


def test_only_a_change_of_leerroute_changes_the_leerroute(bekend, begin, cast):
    pip = schrijf(begin(bekend, **HOOFDLIJN), leerroute="Z", motivering_afwijking="x")

    with pytest.raises(PlanFout, match=r"alleen met een wijziging van de leerroute \(art. 17 lid 2"):
        bied_aan(pip=pip, door=cast.consulent, op=LATER)


def test_going_down_to_a2_is_per_part_and_after_six_hundred_hours(bekend, begin):
    for vraag, veld, artikel in [
        ({"cursusuren": 599}, "cursusuren", "art. 5.5 Besluit"),
        ({"cursusuren": None}, "cursusuren", "600 cursusuren"),
        ({"a2_onderdelen": ()}, "a2_onderdelen", "ten minste één onderdeel"),
        ({"cursusuren_bron": ""}, "cursusuren_bron", "waar het aantal uren vandaan komt"),
        ({"cursusuren_op": date(2027, 3, 2)}, "cursusuren_op", "niet later dan vandaag"),
    ]:
        with pytest.raises(WijzigingGeweigerd, match=artikel) as fout:
            begin(bekend, **AFSCHALEN | vraag)
        assert velden(fout) == {veld}

    pip = begin(bekend, **AFSCHALEN)
    assert (pip.a2_onderdelen, pip.wijziging.cursusuren) == (["schrijven"], 640)


def test_going_down_to_a2_is_for_the_b1_route_only(bekend, begin):
    Pip.objects.filter(pk=bekend.pk).update(leerroute="Z", motivering_afwijking="x")
    bekend.refresh_from_db()

    with pytest.raises(WijzigingGeweigerd, match=r"art\. 17 lid 3 Wet inburgering 2021") as fout:
        begin(bekend, **AFSCHALEN)
    assert velden(fout) == {"soort"}


def test_the_database_refuses_a_change_without_what_the_law_asks(bekend, begin):
    rij = begin(bekend, **HOOFDLIJN).wijziging
    for naam, anders in [
        ("wijziging_met_reden", {"reden": ""}),
        ("wijziging_leerroute_met_grond", {"soort": "leerroute"}),
        ("wijziging_afschalen_met_uren", {"soort": "afschalen"}),
        ("wijziging_afschalen_met_uren", {"cursusuren": 700}),
        ("wijziging_met_vorige", {"vorige": None}),
        ("wijziging_bijzonder_met_redenen", {"soort": "leerroute", "grond": "meer", "uitzondering": "bijzonder"}),
    ]:
        with pytest.raises(IntegrityError, match=naam), transaction.atomic():
            Wijziging.objects.filter(pk=rij.pk).update(**anders)


def test_before_it_is_made_known_only_a_clerical_error_is_put_right(besloten, begin):
    with pytest.raises(PlanFout, match="Maak het PIP eerst bekend"):
        begin(besloten, **HOOFDLIJN)

    assert begin(besloten, soort=Wijzigingssoort.VERSCHRIJVING, reden="De school heet anders.").versie == 2


def test_there_is_one_concept_and_an_old_page_starts_no_other(bekend, begin, besluit):
    pip = begin(bekend, **HOOFDLIJN)
    with pytest.raises(PlanFout, match="Er is al een concept"):
        begin(bekend, **HOOFDLIJN)
    besluit(schrijf(pip, uren_per_week=16))

    with pytest.raises(PlanFout, match="nieuwere versie"):
        begin(bekend, **HOOFDLIJN)


def test_a_withdrawn_concept_leaves_the_pip_and_makes_room(bekend, begin, cast):
    trek_concept_in(pip=begin(bekend, **HOOFDLIJN), reden="toch niet", door=cast.consulent, op=LATER)

    assert begin(bekend, **HOOFDLIJN).versie == 2
    bekend.beschikking.refresh_from_db()
    assert bekend.beschikking.status == "bekendgemaakt"


def test_the_same_text_again_is_no_change(bekend, begin, cast):
    pip = begin(bekend, **HOOFDLIJN)

    with pytest.raises(PlanFout, match="Er is nog niets veranderd"):
        bied_aan(pip=pip, door=cast.consulent, op=LATER)


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
    vorige = laatste_uitgegeven(bekend.dossier)
    with pytest.raises(PlanFout, match="past niet bij een PIP dat herroepen is"):
        begin(vorige, **HOOFDLIJN)

    nieuw = besluit(begin(vorige, soort=Wijzigingssoort.OPNIEUW, reden="Het bezwaar was gegrond."))
    assert (nieuw.vervangt, nieuw.inhoud["wijziging"]["einde"]) == (None, "herroepen")
    assert nieuw.inhoud["termijn"]["einde"] == "2029-11-20"


STUB = DagstaatInhoud(gemeente="x", datum="", locatie="x", adres="x", contact="", medewerker="x", regels=())


@pytest.mark.django_db(transaction=True)
def test_two_people_who_decide_at_once_make_one_number_and_one_document(bekend, begin, cast):
    pip = schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)
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
