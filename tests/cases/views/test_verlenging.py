"""Verlenging, ontheffing and vrijstelling: recorded after seeing what moves; a what-if keeps nothing."""

from datetime import date

import pytest

from cases.instellingen import instelling
from cases.models import Gebeurtenis, Termijn
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.gebeurtenissen import GebeurtenisFout, corrigeer_feit
from cases.services.termijnen import dossierfeiten_van
from cases.services.verlenging import feiten_van_besluit, leg_besluit_vast, trek_besluit_in
from inburgering.recht.feiten import FeitSoort as F
from tests.fabriek import asielstatushouder, leg_vast

pytestmark = pytest.mark.usefixtures("vrijdag")
EINDE, LATER = date(2027, 3, 1), date(2027, 9, 1)
VERLENGD = {
    "datum": "19-11-2026", "aanvraag": "VERLENGING", "verlengingsgrond": "PERSOONLIJK", "uitkomst": "TOEGEKEND",
    "einde": "01-09-2027", "kenmerk": "a1",
}  # fmt: skip
ONTHEVEN = {
    "datum": "19-11-2026", "aanvraag": "ONTHEFFING", "uitkomst": "TOEGEKEND", "omvang": "GEHEEL", "kenmerk": "a2",
}  # fmt: skip


@pytest.fixture
def dossier(cast):
    """A term of DUO that ends on 1 March 2027, in the B1-route."""
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2024, 1, 8), kennisgeving=date(2024, 1, 5))
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2024, 3, 1), leerroute="B1", beschikking="PIP-1", eerste=True)
    leg_vast(dossier, F.TERMIJN_DUO, date(2024, 3, 20), start="2024-03-02", einde="2027-03-01")
    return dossier


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/verlenging/"


def einde(dossier):
    return dossier.termijnen.open().get(soort="INBURGERINGSTERMIJN").laatste_dag


def test_a_decision_first_shows_what_moves_and_stores_nothing(cast, inloggen, dossier, adres):
    voor = Gebeurtenis.objects.count()

    tekst = inloggen(cast.consulent).post(f"{adres}besluit/", {**VERLENGD, "bekijk": "1"}).content.decode()

    assert "maandag 1 maart 2027" in tekst
    assert "woensdag 1 september 2027" in tekst
    assert (Gebeurtenis.objects.count(), einde(dossier)) == (voor, EINDE)


def test_an_end_later_than_the_ground_gives_is_called_unusual(cast, inloggen, dossier, adres):
    half = {**VERLENGD, "verlengingsgrond": "INSPANNING", "bekijk": "1"}
    pagina = [
        inloggen(cast.consulent).post(f"{adres}besluit/", {**half, "einde": dag}).content.decode()
        for dag in ("01-09-2027", "02-09-2027")
    ]

    assert ["hoogstens 6 maanden: tot en met 1 september 2027" in tekst for tekst in pagina] == [False, True]


def test_a_decision_of_before_the_duty_is_refused_by_the_service_as_well(cast, dossier):
    feiten = feiten_van_besluit(
        datum=date(2020, 1, 1),
        gegevens={"aanvraag": "ONTHEFFING", "uitkomst": "TOEGEKEND", "omvang": "GEHEEL"},
        bekend=dossierfeiten_van(dossier),
    )
    with pytest.raises(GebeurtenisFout, match="gold de wet"):
        leg_besluit_vast(dossier=dossier, feiten=feiten, door=cast.consulent, op=date(2026, 11, 20))


def test_the_end_of_the_duty_by_hand_is_not_before_it_either(cast, inloggen, dossier):
    url = f"/diemen/dossiers/{dossier.nummer}/feiten/nieuw/EINDE_PLICHT/"
    antwoord = inloggen(cast.consulent).post(url, {"datum": "01-01-2020", "kenmerk": "e1"})

    assert "gold de wet van dit dossier nog niet" in antwoord.content.decode()
    assert not dossier.gebeurtenissen.filter(soort="EINDE_PLICHT").exists()


def test_a_granted_verlenging_moves_the_term_once_and_keeps_its_start(cast, inloggen, dossier, adres):
    for _ in range(2):
        antwoord = inloggen(cast.consulent).post(f"{adres}besluit/", {**VERLENGD, "bevestig": "1"})

    assert antwoord.status_code == 302
    assert einde(dossier) == LATER
    nieuw = dossier.gebeurtenissen.get(soort="TERMIJN_DUO", datum=date(2026, 11, 19))
    assert nieuw.gegevens == {"start": "2024-03-02", "einde": "2027-09-01"}
    besluit = dossier.gebeurtenissen.get(soort="BESLUIT_DUO")
    assert besluit.gegevens == {
        "aanvraag": "VERLENGING", "verlengingsgrond": "PERSOONLIJK", "uitkomst": "TOEGEKEND",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "open_"),
    [
        ({}, False),
        ({"omvang": "DEEL"}, True),
        ({"uitkomst": "AFGEWEZEN", "omvang": ""}, True),
        ({"aanvraag": "VRIJSTELLING"}, False),
    ],
)
def test_only_a_whole_ontheffing_or_vrijstelling_that_was_granted_ends_the_duty(
    cast, inloggen, dossier, adres, anders, open_
):
    inloggen(cast.consulent).post(f"{adres}besluit/", {**ONTHEVEN, **anders, "bevestig": "1"})

    assert dossier.gebeurtenissen.filter(soort="BESLUIT_DUO").exists()
    assert dossier.termijnen.open().filter(soort="INBURGERINGSTERMIJN").exists() is open_


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({**VERLENGD, "einde": ""}, "Vul de nieuwe laatste dag in die DUO noemt"),
        ({**VERLENGD, "einde": "28-02-2027"}, "De termijn loopt al tot en met 01-03-2027"),
        ({**VERLENGD, "uitkomst": "AFGEWEZEN"}, "hoort alleen bij een toegekende verlenging"),
        ({**VERLENGD, "verlengingsgrond": ""}, "Kies de grond van de verlenging"),
        ({**VERLENGD, "verlengingsgrond": "ZIEKTE"}, "Grond van de verlenging"),
        ({**VERLENGD, "datum": "21-11-2026"}, "Deze datum ligt in de toekomst"),
        ({**ONTHEVEN, "datum": "01-01-2020"}, "Toen gold de wet van dit dossier nog niet"),
        ({**ONTHEVEN, "datum": "04-01-2024"}, "voor de kennisgeving van DUO op 5 januari 2024"),
        ({**VERLENGD, "einde": "01-01-2199"}, "meer dan 10 jaar na het bericht van DUO"),
        ({**ONTHEVEN, "omvang": ""}, "de hele plicht gaat of om een deel"),
    ],
)
def test_a_fault_is_said_and_nothing_is_stored(cast, inloggen, dossier, adres, invoer, zin):
    antwoord = inloggen(cast.consulent).post(f"{adres}besluit/", {**invoer, "bevestig": "1"})

    assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)
    assert not dossier.gebeurtenissen.filter(soort="BESLUIT_DUO").exists()


def test_a_request_gives_duo_eight_weeks_and_an_early_one_a_warning(cast, inloggen, dossier):
    url = f"/diemen/dossiers/{dossier.nummer}/feiten/nieuw/AANVRAAG_DUO/"
    invoer = {"aanvraag": "VERLENGING", "verlengingsgrond": "AANBIEDER"}
    client = inloggen(cast.consulent)

    vroeg = client.post(url, {**invoer, "datum": "31-08-2026", "kenmerk": "b1"}, follow=True).content.decode()
    client.post(url, {**invoer, "datum": "01-09-2026", "kenmerk": "b2"})

    assert "DUO kan een eerdere aanvraag afwijzen als te vroeg" in vroeg
    termen = dossier.termijnen.open().filter(soort="DUO_BESLIS")
    assert [(t.aanleiding, t.laatste_dag) for t in termen] == [
        ("verlenging 1", date(2026, 10, 26)), ("verlenging 2", date(2026, 10, 27)),
    ]  # fmt: skip


def test_a_withdrawn_decision_takes_its_date_along_even_when_that_was_corrected(cast, inloggen, dossier, adres):
    client = inloggen(cast.consulent)
    client.post(f"{adres}besluit/", {**VERLENGD, "bevestig": "1"})
    gevolg = dossier.gebeurtenissen.get(soort="TERMIJN_DUO", datum=date(2026, 11, 19))
    corrigeer_feit(
        gebeurtenis=gevolg, datum=gevolg.datum, gegevens={"einde": "2027-10-01"}, toelichting="Tikfout.",
        door=cast.consulent, op=date(2026, 11, 20),
    )  # fmt: skip
    besluit = dossier.gebeurtenissen.get(soort="BESLUIT_DUO")
    url = f"{adres}besluit/{besluit.pk}/intrekken/"

    vooraf = client.post(url, {"toelichting": "Verkeerd dossier."}).content.decode()
    assert "maandag 1 maart 2027" in vooraf
    assert einde(dossier) == date(2027, 10, 1)
    client.post(url, {"toelichting": "Verkeerd dossier.", "bevestig": "1"})

    assert einde(dossier) == EINDE
    assert client.get(url).status_code == 404
    with pytest.raises(GebeurtenisFout, match="al ingetrokken"):
        trek_besluit_in(besluit=besluit, toelichting="Nog eens.", door=cast.consulent, op=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"grond": "BEVALLING"}, "tot en met maandag 21 juni 2027"),
        ({"grond": "ZIEKTE", "van": "01-01-2026", "tot": "31-03-2026"}, "tot en met zondag 30 mei 2027"),
        ({"grond": "ZIEKTE", "van": "01-01-2026", "tot": "30-03-2026"}, "korter dan drie maanden achter elkaar"),
        ({"grond": "ZIEKTE", "van": "01-01-2026", "tot": "01-01-2199"}, "meer dan 5 jaar vooruit"),
        ({"grond": "ONDERWIJSROUTE"}, "De leerroute is niet de onderwijsroute"),
        ({"grond": "OPLEIDING", "opleiding": "ENTREE", "keer": "1"}, "tot en met donderdag 1 maart 2029"),
        (
            {"grond": "INSPANNING", "taaldelen": "1", "gedaan": ["knm", "pvt", "map_gedaan", "lessen"]},
            "twee van de vier",
        ),
        ({"grond": "GEEN_AANBOD"}, "Van 2 juni 2024 tot en met 20 november 2026"),
        ({"grond": "ONTHEFFING"}, "De plicht zou eindigen"),
    ],
)
def test_what_if_tells_old_and_new_with_the_reason_and_saves_nothing(cast, inloggen, dossier, adres, vraag, zin):
    rijen = (Gebeurtenis.objects.count(), Termijn.objects.count(), list(Termijn.objects.values("pk", "laatste_dag")))

    tekst = inloggen(cast.consulent).post(f"{adres}wat-als/", vraag).content.decode()

    assert zin in tekst
    assert rijen == (
        Gebeurtenis.objects.count(), Termijn.objects.count(), list(Termijn.objects.values("pk", "laatste_dag")),
    )  # fmt: skip


def test_who_reads_may_ask_but_not_record_and_an_outsider_sees_nothing(cast, inloggen, dossier, adres):
    lezer, vreemde = inloggen(cast.raadpleger), inloggen(cast.buitenstaander)

    assert "Wat als de grond" in lezer.get(adres).content.decode()
    assert "Besluit van DUO vastleggen" not in lezer.get(adres).content.decode()
    assert lezer.get(f"{adres}wat-als/").status_code == 200
    assert lezer.post(f"{adres}besluit/", {**VERLENGD, "bevestig": "1"}).status_code == 403
    assert {vreemde.get(f"{adres}{deel}").status_code for deel in ("", "wat-als/", "besluit/")} == {404}


def test_the_tab_lists_requests_and_decisions_in_words(cast, inloggen, dossier, adres):
    leg_vast(dossier, F.AANVRAAG_DUO, date(2026, 10, 1), aanvraag="VERLENGING", verlengingsgrond="PERSOONLIJK")

    tekst = inloggen(cast.consulent).get(adres).content.decode()

    assert "verlenging van de termijn, grond: een persoonlijke omstandigheid" in tekst
    assert "Verlenging vragen kan vanaf dinsdag 1 september 2026" in tekst


@pytest.mark.parametrize(
    ("op", "titel"),
    [
        (date(2026, 12, 2), ""),
        (date(2026, 12, 3), "Besluit van DUO: ontheffing"),
        (date(2026, 12, 17), "Besluit van DUO: ontheffing"),
        (date(2026, 12, 18), "Navragen bij DUO: ontheffing"),
    ],
)
def test_a_request_that_waits_for_duo_becomes_work_when_the_eight_weeks_end(cast, dossier, op, titel):
    leg_vast(dossier, F.AANVRAAG_DUO, date(2026, 10, 22), aanvraag="ONTHEFFING")
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), list(dossier.termijnen.all()), cast.consulent, op)

    assert [stap.titel for stap in wat_nu(beeld) if "DUO: " in stap.titel] == ([titel] if titel else [])


def test_once_duo_decided_nobody_has_to_ask(cast, dossier):
    leg_vast(dossier, F.AANVRAAG_DUO, date(2026, 9, 1), aanvraag="ONTHEFFING")
    leg_vast(dossier, F.BESLUIT_DUO, date(2026, 11, 2), aanvraag="ONTHEFFING", uitkomst="AFGEWEZEN")
    termijnen = list(dossier.termijnen.all())
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), termijnen, cast.consulent, date(2026, 11, 20))

    assert not any("DUO: " in stap.titel for stap in wat_nu(beeld))


def test_the_consulent_is_told_the_day_after_the_eight_weeks(cast, dossier):
    leg_vast(dossier, F.AANVRAAG_DUO, date(2026, 9, 1), aanvraag="VERLENGING")
    assert dossier.termijnen.open().get(soort="DUO_BESLIS").laatste_dag == date(2026, 10, 27)
    drempels, _ = instelling(cast.gemeente, "signaal_drempels", date(2026, 11, 20))

    assert {"soort": "DUO_BESLIS", "dagen": -1, "aan": "consulent"} in drempels
