"""Roads beside the main one, walked to their end over the links and buttons of the pages."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.models import Afspraak, Dossier
from cases.services.afspraken import plan_afspraak
from cases.services.dossiers import wijzig_persoon
from inburgering.recht.feiten import FeitSoort
from pip_plans.intake.services.intake import start_intake
from tests.cases.services.test_afspraken import gegevens as afspraakgegevens
from tests.fabriek import Cast, asielstatushouder, leg_vast, maak_dossier
from tests.pdf.conftest import lettertypen as lettertypen
from tests.pip_plans.intake.conftest import kwam_niet, roep_op, verstuur
from tests.pip_plans.plan.hulp import ADRES, ondertussengroep_met_intake

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]


@pytest.fixture
def reis(pagina: Page, live_server) -> Reis:
    return Reis(pagina, live_server.url)


def vul_afspraken(pagina: Page) -> None:
    """How much and when, in every row that the intake already filled."""
    for rij in range(pagina.locator("[name$=-wat]").count()):
        vak = pagina.locator(f"[name=afspraken-{rij}-hoeveel]")
        if vak.count() and pagina.locator(f"[name=afspraken-{rij}-wat]").input_value():
            vak.fill("12 uur per week")
            pagina.locator(f"[name=afspraken-{rij}-wanneer]").fill("vanaf volgende maand")


def maak_pip_af(reis: Reis, cast: Cast, dossier: Dossier, *, motivering: str = "", uren: str = "") -> None:
    """From an intake that is completed to the PIP that was sent, as the consulent and the tweede lezer do it."""
    pagina, tab = reis.pagina, f"dossiers/{dossier.nummer}/"
    reis.naar(tab)
    reis.volg("PIP opstellen")
    reis.druk("PIP opstellen")
    if motivering:
        pagina.get_by_label("Waarom deze leerroute").fill(motivering)
    pagina.get_by_label("Wie PVT geeft").fill("Gemeente Diemen")
    if uren:
        pagina.get_by_label("Uren les per week").fill(uren)
    reis.druk("Opslaan en naar de afspraken")
    vul_afspraken(pagina)
    zienswijze = pagina.locator("[name=zienswijze]")
    if not pagina.locator("[name=geen_zienswijze]").input_value():
        zienswijze.fill("Hij vindt het een goed plan.")
    reis.druk("Opslaan")
    reis.naar(f"{tab}pip/")
    reis.druk("Aanbieden aan de tweede lezer")
    reis.ziet("Bij de tweede lezer")
    reis.als(cast.tweede_lezer)
    reis.naar(f"{tab}pip/beoordelen/")
    reis.druk("Akkoord en vaststellen")
    reis.als(cast.consulent)
    reis.naar(f"{tab}pip/")
    pagina.get_by_label("per post verzonden").check()
    reis.druk("Bekendmaken vastleggen")
    reis.ziet("bekendgemaakt")


def test_who_moved_here_with_a_pip_keeps_the_leerroute_and_has_ten_weeks(reis: Reis, cast: Cast) -> None:
    pagina, vandaag = reis.pagina, timezone.localdate()
    brp, oud = vandaag - timedelta(days=30), vandaag - timedelta(days=200)
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=brp, geslacht="m", **ADRES)
    leg_vast(dossier, FeitSoort.DOELGROEP, brp, doelgroep="GEZINSMIGRANT")
    leg_vast(dossier, FeitSoort.BRP_INSCHRIJVING, brp)
    tab = f"dossiers/{dossier.nummer}/"

    reis.als(cast.consulent)
    reis.naar(tab)
    reis.volg("Feit vastleggen")
    pagina.get_by_role("link", name="PIP van een andere gemeente").click()
    reis.vul("Dagtekening van het eerste PIP", f"{oud:%d-%m-%Y}")
    reis.vul("Gemeente die het PIP vaststelde", "Zaanstad")
    pagina.get_by_label("Leerroute in dat PIP").select_option("Z")
    reis.druk("Vastleggen")
    assert dossier.termijnen.open().get(soort="PIP").code == "PIP_VERHUIZING_10W"
    reis.volg("Brede intake starten")
    reis.druk("Brede intake starten")
    reis.naar(tab)
    reis.volg("Vastleggen dat er geen leerbaarheidstoets nodig is")
    pagina.get_by_label("verhuisd uit een andere gemeente").check()
    reis.druk("Geen toets vastleggen")
    reis.naar(tab)
    reis.volg("Individueel gesprek aanbieden en vastleggen")
    pagina.get_by_label("mondeling, in een gesprek").check()
    reis.druk("Vastleggen")
    reis.naar(tab)
    reis.volg("Intakegesprek voeren")
    pagina.get_by_label("Waarover").fill("uw plannen in deze gemeente")
    reis.druk("Gesprek bewaren")
    reis.naar(tab)
    reis.volg("Leefgebieden uitwerken")
    vak = pagina.locator("#taal")
    vak.get_by_label("Situatie").fill("U leest en schrijft ons alfabet.")
    expect(vak.get_by_role("status")).to_contain_text("Bewaard")
    reis.naar(tab)
    reis.volg("Brede intake afronden")
    reis.druk("Brede intake afronden")
    maak_pip_af(reis, cast, dossier)

    pip = dossier.termijnen.get(soort="PIP", status="gehaald")
    assert (pip.code, pip.gehaald_op) == ("PIP_VERHUIZING_10W", vandaag)
    assert dossier.beschikkingen.get().inhoud["leerroute"] == "z"


def test_after_three_oproepen_without_the_inburgeraar_there_is_a_pip(reis: Reis, cast: Cast) -> None:
    pagina, vandaag = reis.pagina, timezone.localdate()
    begin = vandaag - timedelta(days=50)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=begin, kennisgeving=begin)
    wijzig_persoon(dossier=dossier, persoon=ADRES | {"geslacht": "v"}, door=cast.consulent, op=vandaag)
    intake = start_intake(dossier=dossier, datum=begin, door=cast.consulent, op=begin)
    for dagen in (30, 20):
        kwam_niet(verstuur(roep_op(intake, dag=vandaag - timedelta(days=dagen))), geldige_reden=False)
    verstuur(roep_op(intake, dag=vandaag - timedelta(days=2)))
    tab = f"dossiers/{dossier.nummer}/"

    reis.als(cast.consulent)
    reis.naar(tab)
    reis.volg("Uitkomst van de oproep voor de brede intake vastleggen")
    pagina.get_by_role("link", name="Uitkomst van de 3e oproep").click()
    reis.bekijk()
    pagina.get_by_label("niet verschenen").check()
    pagina.get_by_role("group", name="Was er een geldige reden").get_by_label("nee", exact=True).check()
    reis.druk("Uitkomst vastleggen")
    reis.naar(tab)
    reis.volg("Intake afronden zonder inburgeraar")
    reis.druk("Afronden zonder inburgeraar")
    maak_pip_af(reis, cast, dossier, uren="12", motivering="Uit gegevens van het COA blijkt dat u naar school ging.")

    assert not intake.gesprekken.exists()
    assert dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == vandaag


def test_an_interpreter_goes_from_order_to_the_costs_of_the_month(reis: Reis, cast: Cast) -> None:
    pagina, vandaag = reis.pagina, timezone.localdate()
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=vandaag)
    begin = timezone.localtime().replace(hour=0, minute=5)
    plan_afspraak(dossier=dossier, gegevens=afspraakgegevens(cast) | {"begin": begin}, door=cast.consulent, op=vandaag)

    reis.als(cast.consulent)
    gesprek = f"dossiers/{dossier.nummer}/afspraken/{Afspraak.objects.get().pk}/"
    reis.naar(gesprek)
    reis.volg("Tolk bestellen")
    pagina.get_by_label("Bureau").fill("De Brug")
    reis.druk("Bestelling vastleggen")
    reis.volg("Bevestiging vastleggen")
    pagina.get_by_label("Kenmerk van het bureau").fill("DB-1")
    reis.druk("Bevestiging vastleggen")
    pagina.get_by_role("button", name=re.compile("^Verschenen")).click()
    reis.ziet("Vastgelegd bij")
    reis.naar(gesprek)
    reis.volg("Minuten en kosten")
    reis.vul("Gebruikte minuten", "55")
    pagina.get_by_label("Kosten").fill("82,50")
    pagina.get_by_label("Factuurnummer").fill("F-9")
    reis.druk("Inzet vastleggen")
    reis.als(cast.teamleider)
    reis.klap_uit("Meer")
    reis.volg("Tolken")

    regel = pagina.get_by_role("row").filter(has_text=dossier.nummer)
    expect(regel).to_contain_text("55")
    expect(regel).to_contain_text("82,50")


def test_the_ondertussengroep_gets_an_advice_that_is_no_decision(reis: Reis, cast: Cast) -> None:
    pagina = reis.pagina
    dossier = ondertussengroep_met_intake(cast)

    reis.als(cast.consulent)
    reis.naar(f"dossiers/{dossier.nummer}/pip/")
    reis.ziet("Een advies, geen besluit")
    reis.druk("PIP-advies opstellen")
    pagina.get_by_label("Wat wij aanraden, en waarom").fill("Wij raden een cursus spreken aan.")
    reis.druk("Opslaan en naar de afspraken")
    pagina.locator("[name=begeleiding]").fill("VluchtelingenWerk: hulp bij de post")
    vul_afspraken(pagina)
    reis.druk("Opslaan")
    reis.naar(f"dossiers/{dossier.nummer}/pip/")
    reis.druk("Advies uitbrengen")
    reis.volg("Vastleggen dat het advies is verzonden of meegegeven")

    assert not dossier.beschikkingen.exists()
    assert dossier.documenten.get(soort="pip_advies")
    assert not dossier.termijnen.filter(soort="PIP").exists()
