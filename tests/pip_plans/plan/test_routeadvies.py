"""What speaks for and against each leerroute: arguments with a source, never a choice."""

from dataclasses import fields, replace
from datetime import date

import pytest
from django.urls import reverse

from cases.models import Instelling
from inburgering.recht.feiten import Leerroute
from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Afgerond, Alfabetisering, Opleidingsniveau, Richting, Taalniveau
from pip_plans.plan.routeadvies import ROUTES, adviseer
from pip_plans.plan.routewaarden import Gegevens, Gewicht, Plek, Routeadvies, Routebeleid
from pip_plans.plan.services.routeadvies import leeftijd
from tests.pip_plans.plan.hulp import asiel_met_intake, pip_ter_lezing

BELEID = Routebeleid(stimuleren=True, bron="Beleidskader, paragraaf 5", jong_tot=28, jong_bron="werkafspraak")
NEUTRAAL = replace(BELEID, stimuleren=False)
KAAL = Gegevens(leeftijd=40, met_aanbod=True)


def spreekt(route: Leerroute, *, beleid: Routebeleid = NEUTRAAL, **anders) -> tuple[list[Plek], list[Plek]]:
    """Where the arguments for and against this route come from, without that of age."""
    beeld = next(deel for deel in adviseer(replace(KAAL, **anders), beleid).routes if deel.route == route)
    zonder = (Plek.PERSOON,)
    return [a.plek for a in beeld.voor if a.plek not in zonder], [a.plek for a in beeld.tegen if a.plek not in zonder]


def alle(advies: Routeadvies):
    return [argument for deel in advies.routes for argument in (*deel.voor, *deel.tegen)]


VOL = Gegevens(
    leeftijd=19,
    met_aanbod=True,
    b1_haalbaar=False,
    toets_woorden="B1 niet haalbaar",
    toets_richting="z",
    toets_op=date(2026, 10, 14),
    taalstart_oordelen=(("onderwijs", "past_niet"), ("b1", "past"), ("z", "twijfel")),
    taalstart_rapport_op=date(2026, 11, 2),
    school_jaren=12,
    opleiding=Opleidingsniveau.HBO,
    afgerond=Afgerond.JA,
    alfabetisering=Alfabetisering.NIET,
    niveaus=(Taalniveau.A2, Taalniveau.B1),
    richting=Richting.WERK,
    uren_per_week=6,
    werk_uren_nu=24,
    intake_op={Plek.TAAL: date(2026, 10, 1)},
)


@pytest.mark.parametrize("gegevens", [KAAL, VOL])
def test_no_route_is_ever_hidden_and_their_order_is_always_that_of_the_act(gegevens):
    routes = tuple(deel.route for deel in adviseer(gegevens, BELEID).routes)

    assert routes == ROUTES == (Leerroute.ONDERWIJS, Leerroute.B1, Leerroute.Z)


def test_an_advice_holds_no_score_and_no_choice():
    assert {veld.name for veld in fields(Routeadvies)} == {"routes", "ontbreekt"}
    assert all(not any(teken.isdigit() for teken in gewicht.value) for gewicht in Gewicht)


def test_every_argument_says_its_source_and_its_article_or_policy():
    argumenten = alle(adviseer(VOL, BELEID))

    assert len(argumenten) > 20
    assert all(argument.zin.endswith(".") and argument.bron and argument.grondslag for argument in argumenten)
    toets = [argument for argument in argumenten if argument.plek == Plek.TOETS]
    assert {argument.datum for argument in toets} == {date(2026, 10, 14)}
    assert all("B1 niet haalbaar" in argument.bron for argument in toets)
    assert {argument.datum for argument in argumenten if argument.plek == Plek.TAAL} == {date(2026, 10, 1)}


def test_a_test_without_b1_speaks_for_z_and_leaves_the_choice_open():
    assert spreekt(Leerroute.Z, b1_haalbaar=False) == ([Plek.TOETS], [])
    assert spreekt(Leerroute.B1, b1_haalbaar=False) == ([], [Plek.TOETS])
    assert spreekt(Leerroute.ONDERWIJS, b1_haalbaar=False) == ([], [Plek.TOETS])
    assert spreekt(Leerroute.B1, b1_haalbaar=True) == ([Plek.TOETS], [])
    assert spreekt(Leerroute.Z, b1_haalbaar=True) == ([], [Plek.TOETS])


def test_the_report_of_the_taalstart_stands_beside_the_test_and_may_contradict_it():
    tegen = {"b1_haalbaar": False, "taalstart_oordelen": (("b1", "past"), ("z", "past_niet"))}

    assert spreekt(Leerroute.B1, **tegen) == ([Plek.TAALSTART], [Plek.TOETS])
    assert spreekt(Leerroute.Z, **tegen) == ([Plek.TOETS], [Plek.TAALSTART])


@pytest.mark.parametrize(("jaren", "voor"), [(18, True), (27, True), (28, False), (55, False)])
def test_being_young_speaks_for_the_onderwijsroute_and_age_never_decides(jaren, voor):
    beeld = adviseer(replace(KAAL, leeftijd=jaren), NEUTRAAL).routes[0]
    van_leeftijd = [a for a in (beeld.voor if voor else beeld.tegen) if a.plek == Plek.PERSOON]

    assert [argument.gewicht for argument in van_leeftijd] == [Gewicht.MEE if voor else Gewicht.LICHT]
    assert "werkafspraak" in van_leeftijd[0].grondslag


@pytest.mark.parametrize(
    ("jaren", "onderwijs", "b1", "z"),
    [
        (12, ([Plek.OPLEIDING], []), ([Plek.OPLEIDING], []), ([], [])),
        (10, ([Plek.OPLEIDING], []), ([Plek.OPLEIDING], []), ([], [])),
        (9, ([], [Plek.OPLEIDING]), ([Plek.OPLEIDING], []), ([], [])),
        (6, ([], [Plek.OPLEIDING]), ([Plek.OPLEIDING], []), ([], [])),
        (5, ([], [Plek.OPLEIDING]), ([], [Plek.OPLEIDING]), ([Plek.OPLEIDING], [])),
        (0, ([], [Plek.OPLEIDING]), ([], [Plek.OPLEIDING]), ([Plek.OPLEIDING], [])),
    ],
)
def test_years_at_school(jaren, onderwijs, b1, z):
    assert [spreekt(route, school_jaren=jaren) for route in ROUTES] == [onderwijs, b1, z]


def test_a_diploma_counts_also_when_the_paper_is_gone_and_an_unfinished_school_does_not():
    hbo = {"opleiding": Opleidingsniveau.HBO}

    assert spreekt(Leerroute.ONDERWIJS, afgerond=Afgerond.ZONDER_PAPIER, **hbo) == ([Plek.OPLEIDING], [])
    assert spreekt(Leerroute.Z, afgerond=Afgerond.JA, **hbo) == ([], [Plek.OPLEIDING])
    assert spreekt(Leerroute.ONDERWIJS, afgerond=Afgerond.NEE, **hbo) == ([], [])


def test_who_cannot_read_needs_longer_and_the_article_is_named():
    beeld = adviseer(replace(KAAL, alfabetisering=Alfabetisering.NIET), NEUTRAAL).routes[1]

    assert [argument.grondslag for argument in beeld.tegen] == ["art. 4.1 Regeling inburgering 2021"]


def test_a_level_of_a2_speaks_against_z():
    assert spreekt(Leerroute.Z, niveaus=(Taalniveau.A1, Taalniveau.A2)) == ([], [Plek.TAAL])
    assert spreekt(Leerroute.ONDERWIJS, niveaus=(Taalniveau.A1, Taalniveau.A2)) == ([], [])
    assert spreekt(Leerroute.ONDERWIJS, niveaus=(Taalniveau.A2, Taalniveau.B1)) == ([Plek.TAAL], [])
    assert spreekt(Leerroute.Z, niveaus=(Taalniveau.A1, Taalniveau.GEEN)) == ([], [])


@pytest.mark.parametrize(
    ("richting", "onderwijs", "b1", "z"),
    [
        (Richting.OPLEIDING, ([Plek.WENSEN], []), ([], []), ([], [])),
        (Richting.WERK, ([], [Plek.WENSEN]), ([Plek.WENSEN], []), ([], [])),
        (Richting.PARTICIPATIE, ([], []), ([Plek.WENSEN], []), ([Plek.WENSEN], [])),
        (Richting.WEET_NIET, ([], []), ([], []), ([], [])),
    ],
)
def test_the_wish_of_the_person(richting, onderwijs, b1, z):
    assert [spreekt(route, richting=richting) for route in ROUTES] == [onderwijs, b1, z]


def test_hours_in_the_week_are_held_against_the_hours_of_the_route_and_of_the_group():
    assert spreekt(Leerroute.ONDERWIJS, uren_per_week=20) == ([Plek.WENSEN], [])
    assert spreekt(Leerroute.ONDERWIJS, uren_per_week=19) == ([], [Plek.WENSEN])
    assert spreekt(Leerroute.Z, uren_per_week=13) == ([], [Plek.WENSEN])
    assert spreekt(Leerroute.Z, uren_per_week=14) == ([], [])
    assert spreekt(Leerroute.Z, uren_per_week=7, met_aanbod=False) == ([], [])
    assert spreekt(Leerroute.Z, uren_per_week=6, met_aanbod=False) == ([], [Plek.WENSEN])


def test_the_policy_of_the_gemeente_is_an_argument_with_its_source():
    assert spreekt(Leerroute.Z, beleid=BELEID) == ([], [Plek.BELEID])
    assert spreekt(Leerroute.B1, beleid=BELEID) == spreekt(Leerroute.ONDERWIJS, beleid=BELEID) == ([Plek.BELEID], [])
    assert spreekt(Leerroute.Z) == ([], [])
    assert [a.grondslag for a in alle(adviseer(KAAL, BELEID)) if a.plek == Plek.BELEID] == [BELEID.bron] * 3


def test_what_is_not_known_is_named_and_what_the_law_does_not_ask_is_not():
    gemist = [gemis.plek for gemis in adviseer(KAAL, BELEID).ontbreekt]
    verhuisd = replace(KAAL, toets_niet_nodig="verhuisd", opleiding_niet_nodig=True)

    assert gemist == [
        Plek.TOETS, Plek.TAALSTART, Plek.TAAL, Plek.TAAL, Plek.OPLEIDING, Plek.OPLEIDING, Plek.WENSEN, Plek.WENSEN,
    ]  # fmt: skip
    assert [gemis.plek for gemis in adviseer(verhuisd, BELEID).ontbreekt] == [
        Plek.TAALSTART, Plek.TAAL, Plek.TAAL, Plek.WENSEN, Plek.WENSEN,
    ]  # fmt: skip
    assert adviseer(VOL, BELEID).ontbreekt == ()


def test_age_is_in_whole_years():
    assert [leeftijd(date(2000, 3, 1), dag) for dag in (date(2026, 2, 28), date(2026, 3, 1))] == [25, 26]
    assert leeftijd(date(2008, 2, 29), date(2026, 2, 28)) == 17


@pytest.fixture
def vrijdag(time_machine):
    time_machine.move_to("2026-11-20 10:00+01:00", tick=False)


def pagina(dossier, naam):
    return reverse(f"plan:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})


@pytest.mark.usefixtures("vrijdag")
def test_writer_and_reader_see_the_arguments_and_only_the_writer_the_links(cast, inloggen):
    dossier = pip_ter_lezing(cast).dossier
    link = reverse("intake:leefgebieden", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})

    lezer = inloggen(cast.tweede_lezer).get(pagina(dossier, "beoordelen")).text
    consulent = inloggen(cast.consulent).get(pagina(dossier, "routeadvies")).text

    for tekst in (lezer, consulent):
        assert "Volgens de leerbaarheidstoets is B1 haalbaar." in tekst
        assert "Beleidskader Wet inburgering 2022, paragraaf 5" in tekst
    assert (f"{link}#wensen" in consulent, f"{link}#wensen" in lezer) == (True, False)


@pytest.mark.usefixtures("vrijdag")
def test_health_is_no_argument_and_the_policy_of_the_day_holds(cast, inloggen):
    dossier = asiel_met_intake(cast)
    assert dossier.brede_intake.leefgebieden.get(gebied=Gebied.GEZONDHEID).situatie
    Instelling.objects.create(
        gemeente=cast.gemeente,
        sleutel="leerroutebeleid",
        waarde="neutraal",
        bron="collegebesluit 2026-44",
        geldig_vanaf=date(2026, 11, 1),
    )

    tekst = inloggen(cast.consulent).get(pagina(dossier, "overzicht")).text

    assert "Argumenten voor en tegen elke leerroute" in tekst
    assert "De gemeente stimuleert" not in tekst
    assert "Diabetes" not in tekst
