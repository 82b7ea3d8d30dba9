"""From the pages of the progress to a change of the PIP with everything filled in, within the days of the law."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.models import Dossier
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from pip_plans.plan import lesuren
from pip_plans.plan.models import Pip
from pip_plans.plan.services.ruimte import ruimte
from pip_plans.plan.services.wijzigen import huidig_van
from tests.conftest import VANDAAG
from tests.fabriek import leg_vast
from tests.pip_plans.gesprekken.bouw import met_pip
from tests.pip_plans.uitvoering.bouw import met_pip as pip_van_elders

LAATSTE = date(2028, 5, 20)  # the day after the PIP of 20 November 2026, a year and a half


@pytest.fixture
def dossier(cast):
    return met_pip(cast)


@pytest.fixture
def uren(monkeypatch):
    """As an app that keeps hours registers itself."""
    monkeypatch.setattr(lesuren, "_BRONNEN", [])

    def zet(aantal: int) -> None:
        lesuren.registreer_lesuren(lambda dossier, op: lesuren.Lesuren(aantal, VANDAAG, "NL Training, oktober 2026"))

    return zet


@pytest.fixture
def op(monkeypatch):
    def zet(dag: date) -> None:
        for plek in ("cases.views.dossier_beeld", "pip_plans.plan.views.wijzigen"):
            monkeypatch.setattr(f"{plek}.vandaag", lambda: dag)

    zet(VANDAAG)
    return zet


def keuzes(dossier: Dossier, dag: date = VANDAAG) -> dict[str, tuple[bool, str, str]]:
    gevonden = ruimte(dossier, dossierfeiten_van(dossier), dag)
    return {keuze.naam: (keuze.kan, keuze.zin, keuze.knop) for keuze in gevonden}


def adres(dossier: Dossier, naam: str = "plan:wijzigen") -> str:
    return reverse(naam, kwargs={"gemeente": "diemen", "nummer": dossier.nummer})


def test_besluit_5_4_the_last_day_of_the_window_is_shown_and_the_day_after_it_is_refused(dossier):
    assert huidig_van(dossier, "B1").wissel_tot == LAATSTE
    assert keuzes(dossier, LAATSTE)["naar de Z-route"] == (True, "Kan tot en met 20 mei 2028.", "PIP wijzigen")

    kan, zin, knop = keuzes(dossier, LAATSTE + timedelta(days=1))["naar de Z-route"]
    assert (kan, knop) == (False, "Met een uitzondering")
    assert "tot en met 20 mei 2028" in zin


def test_besluit_5_4_from_the_onderwijsroute_to_b1_can_at_any_time(cast):
    later = keuzes(pip_van_elders(cast, "ONDERWIJS"), LAATSTE)

    assert later["naar de B1-route"][0]
    assert "ook na de anderhalf jaar" in later["naar de B1-route"][1]
    assert not later["naar de Z-route"][0]


@pytest.mark.parametrize(("aantal", "kan"), [(0, False), (599, False), (600, True), (9000, True)])
def test_besluit_5_5_to_a2_only_after_600_hours(dossier, uren, aantal, kan):
    uren(aantal)

    mag, zin, knop = keuzes(dossier)["onderdelen naar niveau A2"]
    assert (mag, bool(knop)) == (kan, kan)
    assert f"Gevolgd tot en met 20 november 2026: {aantal} uur NT2." in zin


def test_nobody_without_a_pip_of_2021_that_holds_has_anything_to_change(cast, dossier):
    leg_vast(dossier, FeitSoort.EINDE_PLICHT, VANDAAG)

    assert keuzes(dossier) == {}


def test_the_button_opens_the_change_with_kind_route_ground_and_reason(cast, inloggen, dossier, op):
    client = inloggen(cast.consulent)
    for tab in ("uitvoering:overzicht", "gesprekken:overzicht"):
        assert f"{adres(dossier)}?soort=leerroute&amp;leerroute=Z" in client.get(adres(dossier, tab)).content.decode()

    form = client.get(f"{adres(dossier)}?soort=leerroute&leerroute=Z").context["form"]

    velden = {naam: form[naam].value() for naam in form.fields}
    assert (velden["soort"], velden["leerroute"], velden["grond"]) == ("leerroute", "Z", "onvoldoende")
    assert velden["reden"].startswith("De B1-route blijkt te moeilijk voor u.")
    assert "tot en met 20 mei 2028" in form.fields["leerroute"].help_text
    ingevuld = {naam: waarde for naam, waarde in velden.items() if waarde}
    onaf = client.post(adres(dossier), ingevuld)
    assert "schrijf op waaruit het blijkt" in onaf.content.decode()
    client.post(adres(dossier), ingevuld | {"reden": f"{velden['reden']} uw lessen van mei."})
    assert Pip.objects.get(dossier=dossier, status="concept").leerroute == "Z"


def test_after_the_window_the_form_says_so_and_refuses_without_an_exception(cast, inloggen, dossier, op):
    op(LAATSTE + timedelta(days=1))
    client, plek = inloggen(cast.consulent), f"{adres(dossier)}?soort=leerroute&leerroute=ONDERWIJS"
    form = client.get(plek).context["form"]
    assert form["grond"].value() == "meer"
    assert "Dat kon tot en met 20 mei 2028" in form.fields["leerroute"].help_text

    antwoord = client.post(plek, {naam: waarde for naam in form.fields if (waarde := form[naam].value())})

    assert antwoord.status_code == 422
    assert "20 mei 2028" in str(antwoord.context["form"].errors["leerroute"])


def test_afschalen_brings_the_hours_and_where_they_come_from(cast, inloggen, dossier, op, uren):
    uren(642)
    form = inloggen(cast.consulent).get(f"{adres(dossier)}?soort=afschalen").context["form"]

    assert [form[naam].value() for naam in ("cursusuren", "cursusuren_op")] == [642, VANDAAG]
    assert form["cursusuren_bron"].value() == "NL Training, oktober 2026"
    assert "642 uur les" in form["reden"].value()


@pytest.mark.parametrize("vraag", ["soort=opnieuw", "soort=leerroute&leerroute=X", "soort=leerroute", "leerroute=Z"])
def test_an_address_with_nonsense_fills_in_nothing(cast, inloggen, dossier, op, vraag):
    form = inloggen(cast.consulent).get(f"{adres(dossier)}?{vraag}").context["form"]

    assert not form["reden"].value()
    assert form["leerroute"].value() is None


def test_who_moved_away_has_the_withdrawal_filled_in_from_that_fact(cast, inloggen, dossier, op):
    leg_vast(dossier, FeitSoort.VERTREK, date(2026, 11, 16))

    form = inloggen(cast.consulent).get(adres(dossier, "plan:overzicht")).context["voorstellen"]

    assert form["grond"].value() == "verhuisd"
    assert "op 16 november 2026 verhuisd" in form["motivering"].value()
