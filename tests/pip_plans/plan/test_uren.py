"""Hours beside the norms of the law: a figure, a sentence, and a refusal where the law refuses."""

import pytest

from cases.models import Dossier
from pip_plans.plan.forms.concept import ALLEEN_ASIEL, GEEN_MAP, HoofdlijnenForm
from pip_plans.plan.models import Pip
from pip_plans.plan.uren import urenregels, weken


def maak(leerroute: str, **anders) -> Pip:
    return Pip(
        **{"leerroute": leerroute, "pvt_uren": 12, "map_uren": 40, "uren_per_week": 12, "duur_maanden": 18} | anders
    )


def per_onderdeel(pip: Pip, *, met_aanbod: bool = True) -> dict[str, tuple[str, str]]:
    return {regel.onderdeel: (regel.stand, regel.som) for regel in urenregels(pip, met_aanbod=met_aanbod)}


def test_weeks_are_counted_from_months():
    assert [weken(maanden) for maanden in (1, 12, 18)] == [4, 52, 78]


@pytest.mark.parametrize(
    ("per_week", "maanden", "stand", "som"),
    [
        (12, 18, "gehaald", "12 uur × 78 weken = 936 uur"),
        (10, 18, "binnenkort", "10 uur × 78 weken = 780 uur"),
        (16, 12, "gehaald", "16 uur × 52 weken = 832 uur"),
        (None, 18, "later", "nog geen uren"),
    ],
)
def test_the_z_route_needs_800_hours_of_lessons(per_week, maanden, stand, som):
    assert per_onderdeel(maak("Z", uren_per_week=per_week, duur_maanden=maanden))["Lessen"] == (stand, som)


def test_participation_counts_for_asiel_with_pvt_and_map_in_it_and_for_nobody_else():
    som = "52 uur PVT en MAP + 748 uur anders = 800 uur"
    assert per_onderdeel(maak("Z"))["Participatie"] == ("gehaald", som)
    assert per_onderdeel(maak("Z", participatie_uren=600))["Participatie"][0] == "binnenkort"
    assert per_onderdeel(maak("Z"), met_aanbod=False)["Participatie"] == ("gehaald", "geen")
    assert "Participatie" not in per_onderdeel(maak("B1"))


def test_the_other_routes_have_no_norm_for_lessons_and_b1_names_600_hours():
    regels = {regel.onderdeel: regel for regel in urenregels(maak("B1"), met_aanbod=True)}
    assert "600 uur" in regels["Lessen"].zin
    assert regels["Lessen"].stand == "later"
    assert per_onderdeel(maak("ONDERWIJS"))["MAP"] == ("gehaald", "geen")


def formulier(*, met_aanbod: bool, **data) -> HoofdlijnenForm:
    gegevens = {"revisie": 0, "pvt_uren": 12} | data
    return HoofdlijnenForm(
        gegevens,
        instance=Pip(versie=1, dossier=Dossier(regime="WI2021")),
        initial={"revisie": 0},
        met_aanbod=met_aanbod,
        toets="",
    )


@pytest.mark.django_db
def test_what_the_law_refuses_is_refused_at_its_field_with_the_article():
    onderwijs = formulier(met_aanbod=True, leerroute="ONDERWIJS", map_uren=40)
    gezin = formulier(met_aanbod=False, leerroute="Z", participatie_uren=800)
    asiel = formulier(met_aanbod=True, leerroute="Z", participatie_uren=800)

    assert onderwijs.errors["map_uren"] == [GEEN_MAP]
    assert gezin.errors["participatie_uren"] == [ALLEEN_ASIEL]
    assert asiel.errors == {}
    assert formulier(met_aanbod=True, leerroute="B1", participatie_uren=800).errors.keys() == {"participatie_uren"}


@pytest.mark.django_db
def test_what_was_there_for_another_route_goes_by_itself():
    gegevens = {"revisie": 0, "pvt_uren": 12, "leerroute": "ONDERWIJS", "map_uren": 40}
    form = HoofdlijnenForm(
        gegevens, instance=Pip(versie=1, map_uren=40, dossier=Dossier(regime="WI2021")), met_aanbod=True, toets=""
    )

    assert form.errors == {}
    assert form.gegevens["map_uren"] is None
