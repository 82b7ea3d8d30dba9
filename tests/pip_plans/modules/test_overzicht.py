"""The page that says which modules somebody must do, per group and route; and from when there is begeleiding."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Dossier, Instelling
from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.modules.enums import Mapresultaat
from pip_plans.modules.services.eindgesprek import leg_eindgesprek_vast
from tests.fabriek import leg_vast, maak_dossier
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder, met_pip

from .bouw import veertig_uur


@pytest.fixture(autouse=True)
def vandaag(monkeypatch):
    monkeypatch.setattr("cases.views.dossier_beeld.vandaag", lambda: OP)


def pagina(client, dossier: Dossier, naam: str = "modules:overzicht") -> str:
    antwoord = client.get(reverse(naam, kwargs={"gemeente": "diemen", "nummer": dossier.nummer}))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


@pytest.mark.parametrize(
    ("route", "groep", "zinnen"),
    [
        ("B1", "ASIELSTATUSHOUDER", ["ten minste 12 uur", "ten minste 40 uur", "De lessen zitten in het aanbod"]),
        ("ONDERWIJS", "ASIELSTATUSHOUDER", ["In de onderwijsroute is er geen MAP.", "Het examen KNM"]),
        ("Z", "GEZINSMIGRANT", ["zit KNM in de lessen", "gezinsmigrant kiest en betaalt de lessen zelf"]),
    ],
)
def test_the_page_names_each_module_with_its_reason(cast, inloggen, route, groep, zinnen):
    html = pagina(inloggen(cast.consulent), met_pip(cast, route, groep))

    assert [zin for zin in zinnen if zin.lower() not in html.lower()] == []


def test_the_tab_of_the_leerroute_leads_to_the_modules(cast, inloggen):
    dossier, client = met_pip(cast), inloggen(cast.consulent)

    assert f"/diemen/dossiers/{dossier.nummer}/leerroute/modules/" in pagina(client, dossier, "uitvoering:overzicht")


def test_the_ondertussengroep_has_a_tab_with_nine_hours_and_ona(cast, inloggen):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    leg_vast(dossier, FeitSoort.DOELGROEP, OP, doelgroep="ONDERTUSSENGROEP")
    client = inloggen(cast.consulent)

    html = pagina(client, dossier)

    assert "ten minste 9 uur" in html
    assert "ONA komt in de plaats van de MAP" in html
    assert f"/diemen/dossiers/{dossier.nummer}/leerroute/modules/" in pagina(client, dossier, "cases:dossier")


def test_elip_gets_help_on_a_tab_of_its_own_and_the_map_brings_exemption_from_ona(cast, inloggen):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    leg_vast(dossier, FeitSoort.DOELGROEP, OP, doelgroep="ELIP")
    client, wie = inloggen(cast.consulent), maak_aanbieder(cast, "Taalhuis", ("ondersteuning",))

    assert "mag, hoeft niet" in pagina(client, dossier)
    tab = pagina(client, dossier, "uitvoering:overzicht")
    assert "ELIP: de lening is bijna op" in tab
    assert (tab.count("Mag, hoeft niet."), "Leerroute</h2>" in tab) == (2, False)
    soort = {"gemeente": "diemen", "nummer": dossier.nummer, "soort": "ondersteuning"}
    client.post(reverse("uitvoering:maatwerk", kwargs=soort), {"aanbieder": wie.pk, "reden": "Lening bijna op."})
    assert dossier.plaatsingen.get().soort == "ondersteuning"

    veertig_uur(cast, dossier)
    leg_eindgesprek_vast(
        dossier=dossier, resultaat=Mapresultaat.VOLDAAN, datum=OP, met=cast.consulent, verslag="Goed.", vervolg="",
        door=cast.consulent, op=OP,
    )  # fmt: skip
    assert "Vrijgesteld door een afgeronde MAP" in pagina(client, dossier, "afronding:overzicht")


def test_before_the_group_is_known_the_page_says_what_to_do(cast, inloggen):
    html = pagina(inloggen(cast.consulent), maak_dossier(cast.gemeente, cast.consulent, op=OP))

    assert "Leg eerst de doelgroep vast" in html


@pytest.mark.parametrize(("keuze", "zin"), [("wet", "Begint bij de inschrijving"), ("koppeling", "Vanaf de koppeling")])
def test_the_gemeente_chooses_when_the_begeleiding_begins(cast, inloggen, keuze, zin):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    leg_vast(dossier, FeitSoort.DOELGROEP, OP, doelgroep="ASIELSTATUSHOUDER")
    leg_vast(dossier, FeitSoort.KOPPELING, OP, azc="AZC Almere")
    Instelling.objects.create(
        gemeente=cast.gemeente, sleutel="begeleiding_begin", waarde=keuze, geldig_vanaf=date(2026, 1, 1),
        bron="Beleidskader 2022",
    )  # fmt: skip

    assert zin in pagina(inloggen(cast.consulent), dossier)


@pytest.mark.parametrize(("wie", "status"), [("buitenstaander", 404), ("beheerder", 403), ("raadpleger", 200)])
def test_who_may_see_the_page(cast, inloggen, wie, status):
    dossier = met_pip(cast)
    adres = reverse("modules:overzicht", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})

    assert inloggen(getattr(cast, wie)).get(adres).status_code == status
