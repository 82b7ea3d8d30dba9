"""The tab Koppeling en AZC and the day sheet on paper."""

from datetime import date

import pytest

from cases.models import Inzage
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import leg_vast, maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    leg_vast(dossier, FeitSoort.DOELGROEP, OP, doelgroep="ASIELSTATUSHOUDER")
    leg_vast(dossier, FeitSoort.KOPPELING, OP, azc="AZC Almere")
    return dossier


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/koppeling/"


def test_the_overdracht_is_a_checklist_with_dates(cast, inloggen, dossier, adres):
    client = inloggen(cast.consulent)
    invoer = {"overdracht": "1", "o-profiel": "19-11-2026", "o-scenario_keuze": "snel"}

    assert client.post(adres, invoer).status_code == 302

    dossier.refresh_from_db()
    assert dossier.scenario == "snel"
    assert list(dossier.overdrachtpunten.values_list("punt", "gedaan_op")) == [("profiel", date(2026, 11, 19))]


def test_a_point_of_tomorrow_is_refused_at_its_field_and_the_rest_is_kept(cast, inloggen, dossier, adres):
    invoer = {"overdracht": "1", "o-profiel": "21-11-2026", "o-gesprek": "18-11-2026"}

    tekst = inloggen(cast.consulent).post(adres, invoer).content.decode()

    assert "ligt in de toekomst" in tekst
    assert 'value="18-11-2026"' in tekst
    assert not dossier.overdrachtpunten.exists()


def test_the_other_form_leaves_the_overdracht_alone(cast, inloggen, dossier, adres):
    client = inloggen(cast.consulent)
    client.post(adres, {"overdracht": "1", "o-profiel": "19-11-2026"})
    delen = {f"v-{deel}_stand": "onbekend" for deel in ("nt2", "knm", "arbeidsmarkt", "pvt")}

    client.post(adres, {**delen, "voorinburgering": "1", "v-nt2_stand": "bezig", "v-nt2_uren": "40"})

    assert dossier.overdrachtpunten.count() == 1
    assert dossier.voorinburgering.get(deel="nt2").uren == 40


def test_who_only_reads_sees_the_tab_and_changes_nothing(cast, inloggen, dossier, adres):
    client = inloggen(cast.raadpleger)

    assert client.get(adres).status_code == 200
    assert client.post(adres, {"overdracht": "1", "o-profiel": "19-11-2026"}).status_code == 403


def test_the_day_sheet_prints_and_the_people_on_it_are_logged(cast, inloggen, dossier):
    client = inloggen(cast.consulent)

    pagina = client.get("/diemen/dagstaat/?azc=AZC+Almere&dag=24-11-2026&toon=1").content.decode()
    afdruk = client.get("/diemen/dagstaat/?azc=AZC+Almere&dag=24-11-2026&pdf=1")

    assert dossier.nummer in pagina
    assert afdruk.content.startswith(b"%PDF")
    assert afdruk["Content-Disposition"] == 'inline; filename="dagstaat-2026-11-24.pdf"'
    assert Inzage.objects.get(wat="dagstaat").verzameling == [dossier.pk]
    assert client.get("/diemen/dagstaat/?azc=AZC+Zelfbedacht&dag=24-11-2026&pdf=1")["Content-Type"].startswith(
        "text/html"
    )
