"""Hours in a browser: recorded, beside the norm, corrected; a report read in; contact about presence. With axe."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from cases.models import Gemeente
from cases.services.inrichting import richt_in
from pip_plans.voortgang.models import Weekstaat
from pip_plans.voortgang.services.uren import leg_week_vast
from pip_plans.voortgang.weken import maandag
from tests.fabriek import Cast, maak_cast
from tests.pip_plans.voortgang.bouw import statushouder, uren
from tests.pip_plans.voortgang.bouw_rapport import csv

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mensen(transactional_db: None) -> Cast:
    richt_in()
    return maak_cast(Gemeente.objects.get(slug="diemen"), Gemeente.objects.get(slug="uithoorn"))


def test_hours_a_report_and_contact(pagina: Page, live_server, mensen: Cast, tmp_path: Path) -> None:
    op = timezone.localdate()
    plaatsing = statushouder(mensen, start=op - timedelta(weeks=20), einde=op + timedelta(weeks=60))
    deze, wie = maandag(op), {"plaatsing": plaatsing, "door": mensen.consulent, "op": op}
    for terug, gevolgd in ((5, 10), (4, 8), (3, 6)):
        waarden = uren(nt2=gevolgd, ongeoorloofd=10 - gevolgd)
        leg_week_vast(week=deze - timedelta(weeks=terug), waarden=waarden, **wie)
    reis = Reis(pagina, live_server.url)
    reis.als(mensen.consulent)
    reis.naar(f"dossiers/{plaatsing.dossier.nummer}/leerroute/voortgang/")
    reis.ziet("Voor lessen is er in deze route geen vast aantal uren.")
    reis.naar(f"dossiers/{plaatsing.dossier.nummer}/leerroute/voortgang/plaats/{plaatsing.pk}/week/")
    reis.vul("Een dag in de week", f"{deze - timedelta(weeks=2):%d-%m-%Y}")
    reis.vul("Uren NT2-les (niet verplicht)", "4,5")
    reis.vul("Ongeoorloofd verzuim (niet verplicht)", "5,5")
    reis.druk("Opslaan")
    reis.ziet("Drie weken op rij minder aanwezig")
    reis.volg("Contact vastleggen")
    pagina.get_by_label("telefoon").check()
    reis.vul("Wat is er afgesproken", "Een ander lesuur.")
    reis.druk("Contact vastleggen")
    assert "Drie weken op rij minder aanwezig" not in pagina.content()

    week = (deze - timedelta(weeks=1)).isocalendar()
    rapport = tmp_path / "rapport.csv"
    rapport.write_bytes(
        csv((plaatsing.dossier.nummer, "NL-7", f"{week.year}-W{week.week:02d}", 7, 0, 3), ("D-1", *"xxxxx"))
    )
    reis.naar("rapporten/")
    reis.ziet("Nog niet ontvangen")
    pagina.get_by_label("Aanbieder", exact=True).select_option(label=str(plaatsing.bij_wie))
    maand = (deze - timedelta(days=4)).replace(day=1)
    pagina.get_by_label("Maand", exact=True).select_option(value=maand.isoformat())
    pagina.get_by_label("Bestand", exact=True).set_input_files(rapport)
    reis.druk("Bekijk het voorbeeld")
    reis.ziet("Voorbeeld: er is nog niets geschreven")
    reis.ziet("Dit is geen aantal uren.")
    reis.druk("Bevestigen en 1 regel schrijven")
    reis.ziet("1 regel is verwerkt.")
    assert Weekstaat.objects.filter(rapport__isnull=False).count() == 1
