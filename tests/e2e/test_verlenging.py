"""Verlenging in a real browser: ask what a ground would do, then record what DUO decided."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from cases.models import Gebeurtenis
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import Cast, asielstatushouder, leg_vast

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True)]


def test_a_ground_is_tried_and_a_decision_of_duo_moves_the_term(pagina: Page, live_server, cast: Cast) -> None:
    vandaag = timezone.localdate()
    pip, einde = vandaag - timedelta(days=995), vandaag + timedelta(days=100)
    brp = pip - timedelta(days=60)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=brp, kennisgeving=brp)
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, pip, leerroute="B1", beschikking="PIP-1", eerste=True)
    leg_vast(dossier, FeitSoort.TERMIJN_DUO, pip + timedelta(days=20), einde=einde.isoformat())
    gevraagd = {"aanvraag": "VERLENGING", "verlengingsgrond": "PERSOONLIJK"}
    leg_vast(dossier, FeitSoort.AANVRAAG_DUO, vandaag - timedelta(days=30), **gevraagd)
    feiten, reis = Gebeurtenis.objects.count(), Reis(pagina, live_server.url)
    reis.als(cast.consulent)

    reis.naar(f"dossiers/{dossier.nummer}/verlenging/")
    reis.volg("Wat als de grond wordt toegekend?")
    pagina.get_by_label("Als DUO dit toekent").select_option("ZIEKTE")
    reis.vul("Eerste dag van de periode (niet verplicht)", f"{vandaag - timedelta(days=200):%d-%m-%Y}")
    reis.vul("Laatste dag van de periode (niet verplicht)", f"{vandaag:%d-%m-%Y}")
    reis.druk("Bereken")
    reis.ziet("De termijn zou later eindigen")
    pagina.get_by_label("Als DUO dit toekent").select_option("INSPANNING")
    reis.druk("Bereken")
    reis.ziet("Ten minste twee van de vier taalonderdelen")
    assert Gebeurtenis.objects.count() == feiten

    reis.naar(f"dossiers/{dossier.nummer}/verlenging/")
    reis.volg("Besluit van DUO vastleggen")
    reis.vul("Dagtekening van het besluit", f"{vandaag:%d-%m-%Y}")
    pagina.get_by_label("Aanvraag om").select_option("VERLENGING")
    pagina.get_by_label("Grond van de verlenging (niet verplicht)").select_option("PERSOONLIJK")
    pagina.get_by_label("toegekend").check()
    reis.vul("Nieuwe laatste dag van de termijn (niet verplicht)", f"{einde + timedelta(days=90):%d-%m-%Y}")
    reis.druk("Bekijk wat verschuift")
    reis.ziet("Er is nog niets opgeslagen.")
    reis.druk("Opslaan")
    reis.ziet("Vastgelegd: besluit van DUO.")
    termijn = dossier.termijnen.open().get(soort="INBURGERINGSTERMIJN")
    assert termijn.laatste_dag == einde + timedelta(days=90)
