"""The end of the way in a real browser: an exam, voldaan, closing, and taking somebody over, with axe on every page."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from cases.models import Dossier, Gemeente
from inburgering.recht.feiten import FeitSoort
from pip_plans.afronding.services.overdracht import bied_aan
from tests.fabriek import Cast, asielstatushouder, leg_vast

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True)]


def maak(cast: Cast) -> Dossier:
    pip = timezone.localdate() - timedelta(days=700)
    brp = pip - timedelta(days=60)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=brp, kennisgeving=brp)
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, pip, leerroute="B1", beschikking="PIP-1", eerste=True)
    return dossier


def test_an_exam_voldaan_and_a_closed_dossier(pagina: Page, live_server, cast: Cast) -> None:
    dossier, vandaag = maak(cast), f"{timezone.localdate():%d-%m-%Y}"
    reis = Reis(pagina, live_server.url)
    reis.als(cast.consulent)

    reis.naar(f"dossiers/{dossier.nummer}/afronding/")
    reis.volg("Uitslag vastleggen")
    pagina.get_by_label("Spreken").check()
    pagina.get_by_label("Niveau (niet verplicht)").select_option("B1")
    reis.vul("Dag van het examen", vandaag)
    pagina.get_by_label("geslaagd", exact=True).check()
    pagina.get_by_label("bericht van DUO").check()
    reis.druk("Vastleggen")
    reis.ziet("Geslaagd op B1")

    reis.volg("Voldaan vastleggen")
    reis.vul("Voldaan op", vandaag)
    reis.vul("Toelichting (niet verplicht)", "De andere examens deed hij eerder.")
    reis.druk("Vastleggen")
    reis.volg("Dossier afsluiten")
    reis.druk("Dossier afsluiten")
    reis.ziet("Het dossier is afgesloten.")

    reis.als(cast.teamleider)
    reis.naar(f"dossiers/{dossier.nummer}/afronding/heropenen/")
    reis.vul("Waarom gaat dit dossier weer open", "DUO trok het besluit in.")
    reis.druk("Dossier heropenen")
    reis.ziet("Het dossier is weer open.")


def test_an_offer_is_taken_over_with_the_number_of_the_brp(pagina: Page, live_server, cast: Cast) -> None:
    uithoorn, vandaag = Gemeente.objects.get(slug="uithoorn"), timezone.localdate()
    dossier = maak(cast)
    bied_aan(dossier=dossier, naar=uithoorn, vertrek_op=vandaag, door=cast.consulent, op=vandaag)
    reis = Reis(pagina, live_server.url)
    reis.als(cast.buitenstaander)

    pagina.goto(f"{live_server.url}/uithoorn/overdrachten/")
    reis.bekijk()
    pagina.get_by_role("link", name="gemeente Diemen").click()
    reis.bekijk()
    reis.vul("BSN of V-nummer", dossier.inburgeraar.v_nummer or "")
    reis.vul("Ingeschreven in de BRP op", f"{vandaag:%d-%m-%Y}")
    reis.druk("Overnemen")
    reis.ziet(dossier.inburgeraar.achternaam)
