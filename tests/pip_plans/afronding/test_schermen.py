"""The tab Examens en afronding."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import now

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak
from cases.panelen import vervolg
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import leg_vast
from tests.pip_plans.afronding.test_examens import slaag
from tests.pip_plans.uitvoering.bouw import met_pip
from tests.pip_plans.voortgang.bouw import legt_vast, statushouder


@pytest.fixture(autouse=True)
def klok(time_machine):
    time_machine.move_to("2026-11-20 10:00+01:00", tick=False)


def adres(dossier, naam, **argumenten):
    return reverse(f"afronding:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer, **argumenten})


INVOER = {"onderdeel": "spreken", "niveau": "B1", "datum": "10-11-2026", "uitslag": "geslaagd", "volgens": "DUO"}


def test_a_result_is_recorded_and_shown_with_what_is_still_needed(cast, inloggen):
    dossier = met_pip(cast)
    client = inloggen(cast.consulent)

    antwoord = client.post(adres(dossier, "uitslag"), INVOER, follow=True)

    pagina = antwoord.content.decode()
    assert antwoord.redirect_chain == [(adres(dossier, "overzicht"), 302)]
    assert "Geslaagd op B1 op 10 november 2026." in pagina
    assert "Nog niet gehaald." in pagina


def test_a_second_click_is_refused_at_the_field(cast, inloggen):
    dossier = met_pip(cast)
    client = inloggen(cast.consulent)
    client.post(adres(dossier, "uitslag"), INVOER)

    antwoord = client.post(adres(dossier, "uitslag"), INVOER)

    assert antwoord.status_code == 422
    assert "al een uitslag vastgelegd" in antwoord.content.decode()


def test_a_result_is_corrected_with_a_reason_and_then_gone_from_its_old_address(cast, inloggen):
    dossier = met_pip(cast)
    rij = slaag(dossier, datum=date(2026, 11, 10))
    client = inloggen(cast.consulent)
    invoer = INVOER | {"onderdeel": "lezen", "uitslag": "niet_geslaagd"}

    assert client.post(adres(dossier, "corrigeren", pk=rij.pk), invoer).status_code == 422
    client.post(adres(dossier, "corrigeren", pk=rij.pk), invoer | {"reden": "Verkeerd overgenomen."})

    assert "niet geslaagd" in client.get(adres(dossier, "overzicht")).content.decode()
    assert client.get(adres(dossier, "corrigeren", pk=rij.pk)).status_code == 404
    assert client.get(adres(dossier, "intrekken", pk=rij.pk)).status_code == 404


def test_who_only_reads_sees_no_buttons(cast, inloggen):
    dossier = met_pip(cast)
    slaag(dossier)

    pagina = inloggen(cast.raadpleger).get(adres(dossier, "overzicht")).content.decode()

    assert "Geslaagd op B1" in pagina
    assert "Uitslag vastleggen" not in pagina
    assert "Intrekken" not in pagina


def test_the_hours_of_the_z_route_are_there_already_for_the_eindgesprek(cast, inloggen):
    plaatsing = statushouder(cast, "z", "Z")
    legt_vast(cast, plaatsing, nt2=9.5, participatie=6)
    dossier = plaatsing.dossier

    html = inloggen(cast.consulent).get(adres(dossier, "deel")).content.decode()

    assert re.search(r'name="taaluren" value="9"', html)
    assert re.search(r'name="participatie_uren" value="6"', html)


def test_after_the_eindgesprek_comes_the_page_of_the_map_and_then_that_of_the_z_route(cast):
    dossier = met_pip(cast, "Z")
    gesprek = Afspraak(
        dossier=dossier, soort=Afspraaksoort.EINDGESPREK, uitkomst=Afspraakuitkomst.VERSCHENEN, begin=now()
    )

    assert vervolg(gesprek).endswith("/map/eindgesprek/")
    leg_vast(dossier, FeitSoort.ONDERDEEL_AFGEROND, date(2026, 11, 20), onderdeel="MAP")

    assert vervolg(gesprek) == adres(dossier, "deel")
