"""Every ground to extend the term (Wi 12, Ri 4.1, Bi 4.2-4.5): what it would do to the end date, and when it fails."""

from dataclasses import replace
from datetime import date

import pytest

from inburgering.recht.feiten import Doelgroep, Leerroute
from inburgering.recht.uitkomst import bereken
from inburgering.recht.verlenging import Grond, Inspanning, Verlenging, te_vroeg, verleng, vroegste_aanvraag
from inburgering.recht.verlengingsgronden import GRONDEN, OPLEIDING_MAANDEN, Opleiding
from inburgering.recht.verlengingsgronden import Verlengingsgrond as G
from tests.recht.dossiers import KALENDER

EINDE = date(2028, 2, 29)
VAN = date(2027, 1, 1)
GOED = Inspanning(taaldelen=2, knm=True, pvt=True, map_gedaan=True, lessen=True, uren=450)


def als(
    grond: Grond,
    *,
    einde: date = EINDE,
    route: Leerroute | None = Leerroute.B1,
    groep: Doelgroep = Doelgroep.ASIELSTATUSHOUDER,
) -> Verlenging:
    return verleng(grond, einde=einde, leerroute=route, doelgroep=groep)


@pytest.mark.parametrize("soort", [G.ZIEKTE, G.OPVANGHUIS])
@pytest.mark.parametrize(
    ("tot", "nieuw"),
    [
        (date(2027, 3, 31), date(2028, 5, 29)),  # ninety days, exactly three months
        (date(2028, 12, 31), date(2030, 3, 1)),  # two years, 731 days: no maximum
        (date(2027, 3, 30), None),
    ],
)
def test_ri_4_1_illness_and_shelter_give_their_duration_from_three_months_on_end(
    soort: G, tot: date, nieuw: date | None
) -> None:
    uitkomst = als(Grond(soort, VAN, tot))
    assert uitkomst.nieuw == nieuw
    assert (uitkomst.ontbreekt == ()) is (nieuw is not None)


@pytest.mark.parametrize(
    ("soort", "code"),
    [(G.OVERLIJDEN, "VERLENGING_3M"), (G.BEVALLING, "VERLENGING_16W"), (G.INSPANNING, "VERLENGING_6M")],
)
@pytest.mark.parametrize("einde", [EINDE, date(2027, 11, 30), date(2026, 11, 30), date(2027, 3, 15), date(2026, 8, 31)])
def test_ri_4_1_and_bi_4_4_fixed_lengths_agree_with_the_table_of_terms(soort: G, code: str, einde: date) -> None:
    nieuw = als(Grond(soort, inspanning=GOED), einde=einde).nieuw
    assert nieuw == bereken(code, einde, KALENDER).laatste_dag


@pytest.mark.parametrize(
    ("soort", "tot", "nieuw"),
    [
        (G.ALFABETISERING, date(2027, 4, 30), date(2028, 6, 28)),  # 120 days
        (G.ALFABETISERING, date(2028, 1, 1), date(2028, 8, 29)),  # six months at most
        (G.ALFABETISERING, date(2027, 3, 30), None),
        (G.DAKLOOS, date(2031, 1, 1), date(2030, 2, 28)),  # two years at most
        (G.DAKLOOS, date(2027, 2, 28), None),
        (G.AANBIEDER, date(2028, 1, 1), date(2028, 8, 29)),
        (G.AANBIEDER, date(2027, 2, 28), None),
        (G.BIJZONDER, date(2031, 1, 1), date(2030, 2, 28)),
        (G.BIJZONDER, date(2027, 2, 28), None),
    ],
)
def test_ri_4_1_maxima_and_the_three_months_on_end(soort: G, tot: date, nieuw: date | None) -> None:
    assert als(Grond(soort, VAN, tot)).nieuw == nieuw


def test_ri_4_1_alfabetisering_is_no_ground_in_the_z_route() -> None:
    uitkomst = als(Grond(G.ALFABETISERING, VAN, date(2027, 6, 30)), route=Leerroute.Z)
    assert (uitkomst.nieuw, uitkomst.ontbreekt) == (None, ("Alfabetisering is geen grond in de Z-route.",))


@pytest.mark.parametrize(
    ("tot", "nieuw"),
    [
        (date(2025, 5, 27), None),  # the last of the three months: in time
        (date(2025, 5, 28), date(2028, 3, 1)),  # one day beyond
        (date(2025, 6, 26), date(2028, 3, 30)),
    ],
)
def test_ri_4_1_no_offer_gives_the_time_beyond_three_months_after_the_pip(tot: date, nieuw: date | None) -> None:
    uitkomst = als(Grond(G.GEEN_AANBOD, pip=date(2025, 2, 27), tot=tot))
    assert uitkomst.nieuw == nieuw


@pytest.mark.parametrize("groep", [Doelgroep.GEZINSMIGRANT, Doelgroep.OVERIGE_MIGRANT, Doelgroep.GEESTELIJKE_BEDIENAAR])
def test_art_16_wi_no_offer_is_no_ground_for_who_gets_none(groep: Doelgroep) -> None:
    assert als(Grond(G.GEEN_AANBOD, pip=date(2025, 2, 27), tot=date(2026, 1, 1)), groep=groep).nieuw is None


@pytest.mark.parametrize(
    ("route", "nieuw"), [(Leerroute.ONDERWIJS, date(2028, 8, 29)), (Leerroute.B1, None), (Leerroute.Z, None)]
)
def test_ri_4_1_onderwijsroute_not_started_gives_six_months(route: Leerroute, nieuw: date | None) -> None:
    assert als(Grond(G.ONDERWIJSROUTE), route=route).nieuw == nieuw


@pytest.mark.parametrize(
    ("tot", "nieuw"), [(date(2027, 1, 10), date(2028, 3, 10)), (date(2029, 1, 1), date(2029, 2, 28))]
)
def test_bi_4_2_a_period_in_between_gives_one_year_at_most(tot: date, nieuw: date) -> None:
    assert als(Grond(G.TUSSENPERIODE, VAN, tot)).nieuw == nieuw


@pytest.mark.parametrize(
    ("opleiding", "keer", "nieuw"),
    [
        (Opleiding.PRAKTIJKONDERWIJS, 1, date(2030, 2, 28)),
        (Opleiding.VSO, 2, date(2029, 2, 28)),
        (Opleiding.VSO, 3, date(2029, 2, 28)),
        (Opleiding.VSO, 4, None),
        (Opleiding.ENTREE, 1, date(2030, 2, 28)),
        (Opleiding.ENTREE, 2, None),
        (None, 1, None),
    ],
)
def test_bi_4_3_and_ri_4_2_courses_that_do_not_exempt(opleiding: Opleiding | None, keer: int, nieuw: date) -> None:
    assert als(Grond(G.OPLEIDING, opleiding=opleiding, keer=keer)).nieuw == nieuw


def test_ri_4_2_entree_is_two_years_in_all() -> None:
    assert {opleiding: sum(keren) for opleiding, keren in OPLEIDING_MAANDEN.items()} == {
        Opleiding.PRAKTIJKONDERWIJS: 48, Opleiding.VSO: 48, Opleiding.ENTREE: 24,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tekort", "woord"),
    [
        ({"taaldelen": 1}, "twee van de vier"),
        ({"knm": False}, "KNM"),
        ({"pvt": False}, "PVT"),
        ({"map_gedaan": False}, "MAP"),
        ({"lessen": False}, "lessen"),
    ],
)
def test_bi_4_4_effort_asks_every_condition(tekort: dict[str, int], woord: str) -> None:
    uitkomst = als(Grond(G.INSPANNING, inspanning=replace(GOED, **tekort)))
    assert uitkomst.nieuw is None
    [zin] = uitkomst.ontbreekt
    assert woord in zin


@pytest.mark.parametrize(
    ("groep", "uren", "mag"),
    [
        (Doelgroep.GEZINSMIGRANT, 449, False),
        (Doelgroep.GEZINSMIGRANT, 450, True),
        (Doelgroep.ASIELSTATUSHOUDER, 0, True),
    ],
)
def test_bi_4_4_asks_450_hours_of_who_chooses_his_own_course(groep: Doelgroep, uren: int, mag: bool) -> None:
    assert bool(als(Grond(G.INSPANNING, inspanning=replace(GOED, uren=uren)), groep=groep).nieuw) is mag


@pytest.mark.parametrize("route", [Leerroute.Z, Leerroute.ONDERWIJS, None])
def test_bi_4_4_effort_is_for_the_b1_route(route: Leerroute | None) -> None:
    assert als(Grond(G.INSPANNING, inspanning=GOED), route=route).nieuw is None


@pytest.mark.parametrize(
    ("einde", "vanaf"),
    [(EINDE, date(2027, 8, 29)), (date(2028, 8, 31), date(2028, 2, 29)), (date(2027, 8, 31), date(2027, 2, 28))],
)
def test_bi_4_5_the_earliest_request_is_six_months_before_the_end(einde: date, vanaf: date) -> None:
    assert vroegste_aanvraag(einde) == vanaf
    assert te_vroeg(aanvraag=vanaf, einde=einde) == ""
    assert "te vroeg" in te_vroeg(aanvraag=date.fromordinal(vanaf.toordinal() - 1), einde=einde)


@pytest.mark.parametrize("soort", [s for s in G if GRONDEN[s].lengte != "VAST"])
def test_a_ground_of_some_duration_needs_a_period_that_runs_forward(soort: G) -> None:
    assert als(Grond(soort, pip=date(2025, 2, 27))).ontbreekt == ("Vul de periode in.",)
    assert als(Grond(soort, VAN, date(2024, 1, 1), pip=date(2025, 2, 27))).nieuw is None


@pytest.mark.parametrize("soort", list(G))
def test_every_ground_names_its_article_and_that_duo_decides(soort: G) -> None:
    grond = Grond(soort, VAN, date(2027, 12, 31), date(2025, 2, 27), Opleiding.VSO, 1, GOED)
    route = Leerroute.ONDERWIJS if soort is G.ONDERWIJSROUTE else Leerroute.B1
    uitleg = als(grond, route=route).uitleg
    assert GRONDEN[soort].bron.kort in uitleg[0]
    assert "DUO beslist" in uitleg[-1]
    assert ("DUO vraagt hierbij een verklaring van het college." in uitleg) is (
        soort in (G.GEEN_AANBOD, G.ONDERWIJSROUTE)
    )
