"""Handhaving in a browser: the consulent finds and weighs, the teamleider decides; every page with axe."""

import pytest
from playwright.sync_api import Page

from cases.models import Gemeente
from cases.services.inrichting import richt_in
from pip_plans.handhaving.models import Handhavingszaak
from tests.fabriek import Cast, maak_cast
from tests.pip_plans.handhaving.hulp import aangezegd, geconstateerd, gehoord, gewaarschuwd, sta_boete_toe, statushouder

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mensen(transactional_db: None) -> Cast:
    richt_in()
    return maak_cast(Gemeente.objects.get(slug="diemen"), Gemeente.objects.get(slug="uithoorn"))


def test_a_fine_for_somebody_with_asylum_is_weighed_by_one_and_decided_by_another(
    pagina: Page, live_server, mensen: Cast
) -> None:
    sta_boete_toe(mensen, "23")
    dossier = statushouder(mensen)
    zaak = gehoord(mensen, aangezegd(mensen, gewaarschuwd(mensen, geconstateerd(mensen, dossier))))
    reis = Reis(pagina, live_server.url)
    reis.als(mensen.consulent)
    reis.naar(f"dossiers/{dossier.nummer}/handhaving/")
    reis.ziet("Deze persoon heeft asiel (Keren)")
    reis.volg("Constatering vastleggen")
    reis.druk("Constatering vastleggen")
    reis.ziet("Vul ‘Op welke dag’ in.")
    reis.naar(f"dossiers/{dossier.nummer}/handhaving/{zaak.pk}/")
    reis.volg("Wegen en voorstellen")
    pagina.get_by_label("normaal (50%)").check()
    reis.vul("Waarom u het zo weegt", "U had kunnen bellen.")
    pagina.get_by_label("nee", exact=True).check()
    reis.druk("Voorleggen aan de teamleider")
    reis.ziet("Individuele afweging")
    reis.vul("Individuele afweging", "U weigert elke les, ook op een andere tijd.")
    reis.druk("Voorleggen aan de teamleider")
    reis.ziet("Hoe het bedrag tot stand komt")
    reis.als(mensen.teamleider)
    reis.ziet("Boete beoordelen")
    reis.naar(f"dossiers/{dossier.nummer}/handhaving/{zaak.pk}/")
    reis.druk("Boete opleggen")
    reis.ziet("BOE-")
    zaak = Handhavingszaak.objects.get()
    assert (zaak.bedrag, zaak.beschikking.vastgesteld_door) == (25_00, mensen.teamleider)
