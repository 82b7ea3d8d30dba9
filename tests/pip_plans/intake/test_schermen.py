"""The pages of the intake, as the cast sees them."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import make_aware

from cases.enums import Gezinsrol, Plaatssoort
from cases.kalender import ongewoon_moment
from cases.models import Gezin
from cases.services.afspraken import plan_afspraak
from inburgering.recht.feiten import Regime
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.afronding import rond_af_bij_verstek
from pip_plans.intake.services.intake import start_intake
from tests.conftest import VANDAAG
from tests.fabriek import asielstatushouder, maak_dossier

from .conftest import OP, adres, gegevens, mis_drie_oproepen, roep_op, schrijf, voer_gesprek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_de_dag")]


def test_before_the_start_the_page_offers_to_start(dossier, cast, inloggen):
    client = inloggen(cast.consulent)
    assert "nog niet gestart" in client.get(adres(dossier)).content.decode()

    antwoord = client.post(adres(dossier, "starten"), {"datum": "05-10-2026"})

    assert antwoord.url == adres(dossier)
    assert BredeIntake.objects.get(dossier=dossier).gestart_op == date(2026, 10, 5)


def test_a_start_in_the_future_comes_back_with_the_reason(dossier, cast, inloggen):
    antwoord = inloggen(cast.consulent).post(adres(dossier, "starten"), {"datum": "05-12-2026"})

    assert antwoord.status_code == 422
    assert "ligt in de toekomst" in antwoord.content.decode()


def test_the_overview_says_what_is_missing(intake, cast, inloggen):
    tekst = inloggen(cast.consulent).get(adres(intake.dossier)).content.decode()

    assert "Er is nog geen gesprek vastgelegd." in tekst
    assert "recht op een individueel gesprek is nog niet vastgelegd" in tekst
    assert "0 van 10" not in tekst
    assert "Brede intake afronden" not in tekst


def test_the_intake_of_wi2013_says_that_there_is_no_test(cast, inloggen):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    start_intake(dossier=dossier, datum=OP, door=cast.consulent, op=OP)

    tekst = inloggen(cast.consulent).get(adres(dossier)).content.decode()

    assert "er is geen leerbaarheidstoets" in tekst


def test_a_talk_with_who_was_there_is_kept(intake, cast, inloggen):
    velden = {
        "datum": "19-11-2026",
        "plaatssoort": Plaatssoort.AZC,
        "verslag": "Kennisgemaakt.",
        "bij-TOTAL_FORMS": 3,
        "bij-INITIAL_FORMS": 0,
        "bij-0-naam": "Rania",
        "bij-0-hoedanigheid": "partner",
    }

    inloggen(cast.consulent).post(adres(intake.dossier, "gesprek"), velden)

    gesprek = intake.gesprekken.get()
    assert (gesprek.gevoerd_door, [str(wie) for wie in gesprek.aanwezigen.all()]) == (
        cast.consulent,
        ["Rania (partner)"],
    )


def test_a_talk_that_is_refused_keeps_what_was_typed(intake, cast, inloggen):
    velden = {
        "datum": "19-11-2026",
        "plaatssoort": Plaatssoort.AZC,
        "verslag": "Een lang verslag.",
        "individueel": "on",
        "bij-TOTAL_FORMS": 1,
        "bij-INITIAL_FORMS": 0,
        "bij-0-hoedanigheid": "partner",
    }

    antwoord = inloggen(cast.consulent).post(adres(intake.dossier, "gesprek"), velden)

    assert antwoord.status_code == 422
    assert "Een lang verslag." in antwoord.content.decode()
    assert "zonder partner, familie" in antwoord.content.decode()


def test_an_area_is_saved_by_the_button(intake, cast, inloggen):
    antwoord = inloggen(cast.consulent).post(
        adres(intake.dossier, "leefgebied", gebied="taal"), {"situatie": "Leest Latijns schrift.", "versie": 0}
    )

    assert antwoord.url.endswith("#taal")
    assert intake.leefgebieden.get().situatie == "Leest Latijns schrift."


def test_an_autosave_says_when_and_hands_out_the_next_version(intake, cast, inloggen):
    antwoord = inloggen(cast.consulent).post(
        adres(intake.dossier, "leefgebied", gebied="taal"),
        {"situatie": "Leest", "versie": 0},
        headers={"HX-Request": "true"},
    )

    tekst = antwoord.content.decode()
    assert "Bewaard om 10:00" in tekst
    assert 'value="1"' in tekst


def test_two_writers_get_both_texts_beside_each_other(intake, cast, inloggen):
    schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya.", door=cast.collega)

    antwoord = inloggen(cast.consulent).post(
        adres(intake.dossier, "leefgebied", gebied="taal"), {"situatie": "Spreekt Engels.", "versie": 0}
    )

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Spreekt Tigrinya." in tekst
    assert "Spreekt Engels." in tekst
    assert 'name="versie" value="1"' in tekst


def test_the_test_is_planned_and_its_result_recorded(intake, cast, inloggen):
    client = inloggen(cast.consulent)
    client.post(adres(intake.dossier, "toets"), {"plannen": "x", "plannen-dag": "19-11-2026"})
    velden = {"afgenomen_op": "19-11-2026", "ontvangen_op": "20-11-2026", "uitslag": "haalbaar", "bron": "portaal"}
    client.post(adres(intake.dossier, "toetsuitslag"), velden)

    toets = BredeIntake.objects.met_alles().get(pk=intake.pk).toets
    assert (toets.gepland_op, toets.b1_haalbaar) == (date(2026, 11, 19), True)


def test_an_oproep_is_made_with_its_letter(intake, cast, inloggen):
    velden = {
        "dag": "04-12-2026",
        "tijd": "10.30",
        "duur": 90,
        "plaatssoort": "gemeentehuis",
        "locatie": "Gemeentehuis Diemen",
        "adres": "D.J. den Hartoglaan 1, Diemen",
        "afbellen_voor": "03-12-2026",
    }

    antwoord = inloggen(cast.consulent).post(adres(intake.dossier, "oproep", soort="intake"), velden)

    assert antwoord.url.endswith("#oproepen")
    oproep = intake.oproepen.get()
    assert (oproep.nummer, oproep.document.inhoud["tijd"]) == (1, "10:30")


def test_an_oproep_in_a_weekend_or_at_night_is_made_with_a_warning(intake):
    nacht, dag = (make_aware(datetime(2026, 12, 4, uur)) for uur in (3, 10))  # noqa: DTZ001  (made aware here)
    zaterdag = make_aware(datetime(2026, 12, 5, 10))  # noqa: DTZ001  (made aware here)

    assert "vrijdag 4 december 2026 om 03:00 uur" in ongewoon_moment(nacht)
    assert "zaterdag 5 december 2026" in ongewoon_moment(zaterdag)
    assert ongewoon_moment(dag) == ""


def test_the_page_says_why_no_oproep_can_follow(intake, cast, inloggen):
    roep_op(intake, dag=date(2026, 12, 1), op=VANDAAG)

    tekst = inloggen(cast.consulent).get(adres(intake.dossier, "oproep", soort="intake")).content.decode()

    assert "Leg eerst de uitkomst van de vorige oproep vast." in tekst


def test_after_three_oproepen_the_page_offers_completion_in_absence(intake, cast, inloggen):
    mis_drie_oproepen(intake)
    client = inloggen(cast.consulent)
    assert "Afronden zonder inburgeraar" in client.get(adres(intake.dossier)).content.decode()

    client.post(adres(intake.dossier, "verstek"))

    intake.refresh_from_db()
    assert intake.is_bij_verstek


def test_completing_too_early_says_every_reason(intake, cast, inloggen):
    antwoord = inloggen(cast.consulent).post(adres(intake.dossier, "afronden"), follow=True)

    tekst = antwoord.content.decode()
    assert "De intake is nog niet afgerond." in tekst
    assert "Het leefgebied werk is nog leeg." in tekst


def test_a_completed_intake_shows_no_way_to_change_it_but_opening_again(intake, cast, inloggen):
    mis_drie_oproepen(intake)
    rond_af_bij_verstek(intake=intake, door=cast.consulent, op=VANDAAG)
    client = inloggen(cast.consulent)

    tekst = client.get(adres(intake.dossier)).content.decode()
    assert "Gesprek vastleggen" not in tekst
    client.post(adres(intake.dossier, "heropenen"), {"reden": "Kwam alsnog."})

    intake.refresh_from_db()
    assert not intake.is_afgerond


@pytest.mark.parametrize("pagina", ["overzicht", "leefgebieden"])
def test_a_reader_sees_no_forms(intake, cast, inloggen, pagina):
    tekst = inloggen(cast.raadpleger).get(adres(intake.dossier, pagina)).content.decode()

    assert "<textarea" not in tekst
    assert "vastleggen</a>" not in tekst


@pytest.mark.parametrize(
    "pagina", ["individueel", "zienswijze", "taalstart", "gesprek", "toets", "verstek", "heropenen"]
)
def test_changing_is_for_consulent_and_teamleider(intake, cast, inloggen, pagina):
    url = adres(intake.dossier, pagina)

    assert inloggen(cast.consulent).get(url).status_code == 200
    assert inloggen(cast.raadpleger).get(url).status_code == 403
    assert inloggen(cast.buitenstaander).get(url).status_code == 404


def test_partners_with_talks_at_one_time_are_pointed_out(intake, cast, inloggen):
    gezin = Gezin.objects.create(gemeente=cast.gemeente, kenmerk="G-1")
    ander = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    for dossier, rol in ((intake.dossier, Gezinsrol.AANVRAGER), (ander, Gezinsrol.PARTNER)):
        dossier.inburgeraar.gezin, dossier.inburgeraar.gezinsrol = gezin, rol
        dossier.inburgeraar.save()
        moment = {"soort": "intake", "begin": gegevens(date(2026, 11, 27)).begin, "plaatssoort": "thuis"}
        plan_afspraak(
            dossier=dossier,
            gegevens=moment | {"met": cast.consulent, "duur_minuten": 60},
            door=cast.consulent,
            op=VANDAAG,
        )

    assert "Twee gesprekken tegelijk" in inloggen(cast.consulent).get(adres(intake.dossier)).content.decode()


def test_the_overview_costs_the_same_with_one_talk_and_with_many(intake, cast, inloggen, django_assert_num_queries):
    client = inloggen(cast.consulent)
    voer_gesprek(intake)
    client.get(adres(intake.dossier))
    with CaptureQueriesContext(connection) as een:
        client.get(adres(intake.dossier))
    for _ in range(5):
        voer_gesprek(intake)

    with django_assert_num_queries(len(een)):
        client.get(adres(intake.dossier))
