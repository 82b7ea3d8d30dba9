"""The main job from end to end in a real browser: from the list of koppelingen to a PIP on paper.

Every page on the way is accessible and fits. The list is the example of the gemeente with all its dates moved, so that
it is as old on the day of the test as it was on 20 November 2026.
"""

import csv
import io
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from cases.kalender import kalender
from cases.models import Dossier
from inburgering.recht.uitkomst import bereken
from tests.fabriek import Cast
from tests.pdf.conftest import lettertypen as lettertypen

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]
LIJST = Path(__file__).parent.parent / "cases" / "koppelingen" / "koppelingen-diemen-2026.csv"
VAN_TOEN = date(2026, 11, 20)
BSN, NAAM, LIJSTNAAM = "999259933", "Omar Al-Masri", "Al-Masri, Omar"
BRP_TOEN = date(2026, 10, 13)


def verschoven_lijst(verschil: timedelta) -> bytes:
    """The same list with every date but the birth dates so much later."""
    tekst = LIJST.read_text(encoding="utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    for rij in rijen:
        for kolom in [k for k in rij if k.startswith("datum_") and rij[k]]:
            dag = datetime.strptime(rij[kolom], "%d-%m-%Y").date() + verschil  # noqa: DTZ007  a date without a time
            rij[kolom] = f"{dag:%d-%m-%Y}"
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, list(rijen[0]), delimiter=";", lineterminator="\r\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().encode("utf-8-sig")


def test_from_the_list_of_koppelingen_to_a_pip_on_paper(pagina: Page, live_server, cast: Cast, tmp_path: Path) -> None:
    vandaag = timezone.localdate()
    verschil = vandaag - VAN_TOEN
    reis = Reis(pagina, live_server.url)

    importeer(reis, cast, tmp_path, verschil)
    dossier = Dossier.objects.get(inburgeraar__bsn=BSN)
    assert dossier.consulent is None
    wijs_toe(reis, cast)

    reis.als(cast.consulent)
    tab = f"dossiers/{dossier.nummer}/"
    pip_voor = bereken("PIP_10W", BRP_TOEN + verschil, kalender()).laatste_dag
    reis.naar(tab)
    expect(pagina.get_by_role("row").filter(has_text="PIP").first).to_contain_text(f"{pip_voor:%d-%m-%Y}")
    leg_contact_vast(reis, tab, vandaag)
    doe_intake(reis, tab, vandaag)
    schrijf_pip(reis, tab)

    reis.als(cast.tweede_lezer)
    reis.naar(f"{tab}pip/beoordelen/")
    reis.druk("Akkoord en vaststellen")
    expect(pagina.get_by_role("heading", name=f"PIP-{vandaag.year}-0001")).to_be_visible()

    reis.als(cast.consulent)
    reis.naar(f"{tab}pip/")
    pagina.get_by_label("per post verzonden").check()
    reis.druk("Bekendmaken vastleggen")
    lees_brief(reis)
    reis.naar(tab)
    controleer_termijnen(reis, dossier, vandaag)


def importeer(reis: Reis, cast: Cast, map_: Path, verschil: timedelta) -> None:
    """Upload, look at the preview, confirm."""
    lijst = map_ / "lijst.csv"
    lijst.write_bytes(verschoven_lijst(verschil))
    reis.als(cast.teamleider)
    reis.naar("koppelingen/")
    reis.pagina.get_by_label("CSV-bestand").set_input_files(lijst)
    reis.druk("Bekijk het voorbeeld")
    reis.ziet("Voorbeeld: er is nog niets geschreven")
    assert not Dossier.objects.exists()
    reis.druk("Bevestigen en 44 regels schrijven")
    reis.ziet("44 regels zijn verwerkt.")


def wijs_toe(reis: Reis, cast: Cast) -> None:
    """The teamleider finds the dossier by its BSN and gives it to the consulent."""
    reis.pagina.get_by_role("searchbox").fill(BSN)
    reis.druk("Zoek")
    if not reis.pagina.get_by_role("heading", name=NAAM).is_visible():
        reis.volg(LIJSTNAAM)
    reis.volg("Toewijzen")
    reis.pagina.get_by_label("Consulent").select_option(label=cast.consulent.naam)
    reis.druk("Toewijzen")


def leg_contact_vast(reis: Reis, tab: str, vandaag: date) -> None:
    reis.naar(f"{tab}koppeling/")
    reis.volg("Eerste contact vastleggen")
    reis.vul("Datum", f"{vandaag - timedelta(days=20):%d-%m-%Y}")
    reis.pagina.get_by_label("Hoe", exact=True).select_option("telefonisch")
    reis.druk("Vastleggen")


def doe_intake(reis: Reis, tab: str, vandaag: date) -> None:
    """Start, the notice of the individual talk, a talk, the areas of life, the test, complete."""
    pagina, dag = reis.pagina, f"{vandaag - timedelta(days=10):%d-%m-%Y}"
    reis.naar(f"{tab}intake/")
    reis.vul("Gestart op", dag)
    reis.druk("Brede intake starten")
    reis.naar(f"{tab}intake/individueel/")
    reis.vul("Gewezen op het recht op", dag)
    pagina.get_by_label("mondeling, in een gesprek").check()
    reis.druk("Vastleggen")
    reis.naar(f"{tab}intake/gesprek/")
    reis.vul("Datum", dag)
    pagina.get_by_label("Waarover").fill("uw opleiding en werk")
    reis.druk("Gesprek bewaren")
    reis.naar(f"{tab}intake/leefgebieden/")
    for gebied in ("taal", "opleiding", "werk"):
        vak = pagina.locator(f"#{gebied}")
        vak.get_by_label("Situatie").fill(f"U vertelde over {gebied}.")
        expect(vak.get_by_role("status")).to_contain_text("Bewaard")
    reis.naar(f"{tab}intake/toets/")
    reis.volg("Uitslag vastleggen")
    reis.vul("Afgenomen op", dag)
    reis.vul("Uitslag ontvangen op", dag)
    pagina.get_by_label("B1 is haalbaar").check()
    reis.druk("Uitslag vastleggen")
    reis.naar(f"{tab}intake/")
    reis.druk("Brede intake afronden")


def schrijf_pip(reis: Reis, tab: str) -> None:
    """The concept, what the composition left open, and on to the tweede lezer."""
    pagina = reis.pagina
    reis.naar(f"{tab}pip/")
    reis.druk("PIP opstellen")
    pagina.get_by_label("Wie PVT geeft").fill("Gemeente Diemen")
    pagina.get_by_label("Uren les per week").fill("12")
    reis.druk("Opslaan en naar de afspraken")
    for rij in range(4):
        pagina.locator(f"[name=afspraken-{rij}-hoeveel]").fill("12 uur per week")
        pagina.locator(f"[name=afspraken-{rij}-wanneer]").fill("vanaf volgende maand")
    pagina.locator("[name=zienswijze]").fill("Hij vindt het een goed plan.")
    reis.druk("Opslaan")
    reis.ziet("Het concept is opgeslagen.")
    reis.naar(f"{tab}pip/")
    reis.druk("Aanbieden aan de tweede lezer")
    reis.ziet("Bij de tweede lezer")


def lees_brief(reis: Reis) -> None:
    """The letter as the browser gets it: a PDF with the name in it."""
    adres = reis.pagina.get_by_role("link", name="Open de brief (PDF)").get_attribute("href")
    antwoord = reis.pagina.context.request.get(f"{reis.server}{adres}")
    assert (antwoord.status, antwoord.headers["content-type"]) == (200, "application/pdf")
    brief = PdfReader(io.BytesIO(antwoord.body()))
    assert NAAM in " ".join(" ".join(blad.extract_text() for blad in brief.pages).split())


def controleer_termijnen(reis: Reis, dossier: Dossier, vandaag: date) -> None:
    """The PIP was in time; what began with it ends on the days that the law library gives."""
    kalender_nu = kalender()
    gevonden = {
        termijn.soort: (termijn.status, termijn.laatste_dag)
        for termijn in dossier.termijnen.exclude(status="vervangen")
        if termijn.soort != "PIP"
    }
    codes = {
        "AANBOD": "AANBOD_3M",
        "BEZWAAR": "BEZWAAR_6W",
        "INBURGERINGSTERMIJN": "INBURGERINGSTERMIJN_3J",
        "LEERROUTE_WISSEL": "LEERROUTE_WISSEL_18M",
    }
    assert gevonden == {
        soort: ("open", bereken(code, vandaag, kalender_nu).laatste_dag) for soort, code in codes.items()
    }
    assert dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == vandaag
    for _, laatste_dag in gevonden.values():
        reis.ziet(f"{laatste_dag:%d-%m-%Y}")
