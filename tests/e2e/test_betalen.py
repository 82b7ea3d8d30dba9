"""Paying in a real browser: the gemeente by its own bank file, and the benefit system by lists out and files back."""

import csv
import hashlib
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.enums import Rol
from ontzorgen.maanden import eerste_dag
from ontzorgen.models import Bankbericht, Betaalbatch, Inhoudingslijst, Nettouitkering, Uitkeringseenheid
from ontzorgen.sepa.keuren import keur
from ontzorgen.sepa.lezen import lees_betaalbestand
from ontzorgen.sepa.opdracht import Versie
from tests.fabriek import Cast, aangesteld
from tests.ontzorgen.bouw import leg_last
from tests.ontzorgen.bouw_betaling import betaalt_zelf, crediteur, ontzorgd
from tests.ontzorgen.test_terugmelding import status
from tests.pdf.conftest import lettertypen as lettertypen

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]
RUNS, INHOUDINGEN = "ontzorgen/betaalruns/", "ontzorgen/inhoudingen/"
SAMEN = 61_235 + 1_450


@pytest.fixture
def reis(pagina: Page, live_server) -> Reis:
    return Reis(pagina, live_server.url)


def huishouden(cast: Cast, maand: date) -> Uitkeringseenheid:
    """Somebody with rent and water, whose period runs in this month."""
    _, eenheid = ontzorgd(cast, vanaf=maand - timedelta(days=40))
    landlord = crediteur(cast)
    leg_last(cast, eenheid, landlord, eerste_maand=maand)
    leg_last(cast, eenheid, landlord, soort="water", kenmerk="w 1", bedrag=1_450, eerste_maand=maand)
    return eenheid


def haal(reis: Reis, rol: str, naam: str) -> bytes:
    """What the browser gets from this button or link."""
    with reis.pagina.expect_download() as komt:
        reis.pagina.get_by_role(rol, name=naam, exact=True).click()
    return Path(komt.value.path()).read_bytes()


def lever_in(reis: Reis, inhoud: bytes, soort: str) -> None:
    """Hand in a file on the page that asks for one."""
    bestand = {"name": f"van-buiten.{soort}", "mimeType": f"text/{soort}", "buffer": inhoud}
    reis.pagina.locator("input[type=file]").set_input_files(bestand)
    reis.druk("Inlezen")


def test_five_people_pay_a_month_and_the_answer_of_the_bank_counts_once(reis: Reis, cast: Cast) -> None:
    maand = eerste_dag(timezone.localdate())
    betaalt_zelf(cast)
    huishouden(cast, maand)
    ander = aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)

    reis.als(cast.uitkeringsadministratie)
    reis.naar(RUNS)
    reis.volg("Nieuwe run")
    reis.druk("Run maken")
    batch = Betaalbatch.objects.get()
    run = f"{RUNS}{batch.pk}/"
    for wie, knop in (
        (cast.sociale_zaken, "Beoordeeld: deze betalingen kloppen"),
        (ander, "Gecontroleerd"),
        (cast.teamleider, "2 betalingen van samen € 626,85 vrijgeven"),
    ):
        reis.als(wie)
        reis.naar(run)
        reis.druk(knop)
    batch.refresh_from_db()
    assert (batch.is_vrij, batch.aantal, batch.cents) == (True, 2, SAMEN)

    reis.als(cast.uitkeringsadministratie)
    reis.naar(run)
    controleer_bestand(reis, batch)
    reis.naar(run)
    reis.volg("Statusbericht inlezen")
    bericht = status(batch, stand="PART", r0="ACSC", r1="RJCT").getvalue()
    bericht = bericht.replace(b"2026-11-23T", f"{batch.uitvoerdag}T".encode())  # a bank tells of it on that day
    lever_in(reis, bericht, "xml")
    aansluiting = reis.pagina.get_by_role("table", name="Aansluiting").inner_text()
    stand = list(batch.pogingen.order_by("pk").values())
    assert [rij["stand"] for rij in stand] == ["uitgevoerd", "geweigerd"]

    reis.volg("Statusbericht inlezen")
    lever_in(reis, bericht, "xml")
    reis.naar(run)
    assert reis.pagina.get_by_role("table", name="Aansluiting").inner_text() == aansluiting
    assert list(batch.pogingen.order_by("pk").values()) == stand
    assert Bankbericht.objects.count() == 1


def controleer_bestand(reis: Reis, batch: Betaalbatch) -> None:
    """The file is what was released: valid to the schema, the same sum to another reader, the number on the screen."""
    inhoud = haal(reis, "button", "Bestand downloaden")
    assert keur(io.BytesIO(inhoud), Versie(batch.versie)) == ()
    gelezen = lees_betaalbestand(io.BytesIO(inhoud))
    assert (gelezen.geteld, gelezen.verschillen) == ((2, SAMEN), ())
    expect(reis.pagina.get_by_text(hashlib.sha256(inhoud).hexdigest())).to_be_visible()


def test_what_the_benefit_system_did_is_read_back_and_compared(reis: Reis, cast: Cast) -> None:
    maand = eerste_dag(timezone.localdate())
    eenheid = huishouden(cast, maand)

    reis.als(cast.uitkeringsadministratie)
    reis.naar(INHOUDINGEN)
    reis.druk("Lijst maken")
    reis.naar(INHOUDINGEN)
    lijst = Inhoudingslijst.objects.get()
    rijen = list(csv.DictReader(io.StringIO(haal(reis, "link", "Lijst 1 (CSV)").decode("utf-8-sig")), delimiter=";"))
    assert [(rij["soort"], rij["bedrag"]) for rij in rijen] == [("huur", "612,35"), ("water", "14,50")]
    assert lijst.downloads.get().door == cast.uitkeringsadministratie

    dag = f"{timezone.localdate():%d-%m-%Y}"
    gedaan = ["regel;uitgevoerd;bedrag;datum;reden", f"{rijen[0]['regel']};ja;600,00;{dag};"]
    gedaan.append(f"{rijen[1]['regel']};nee;;{dag};geen ruimte")
    netto = ["eenheid;maand;netto;uitbetaald", f"{eenheid.nummer};{maand:%Y-%m};1348,49;700,00", "U-9;2026-11;1;1"]
    for knop, regels in (("Uitgevoerde inhoudingen inlezen", gedaan), ("Netto uitkeringen inlezen", netto)):
        reis.naar(INHOUDINGEN)
        reis.volg(knop)
        lever_in(reis, "\r\n".join(regels).encode(), "csv")
    assert Nettouitkering.objects.get().uitbetaald == 70_000

    reis.als(cast.sociale_zaken)
    reis.naar("ontzorgen/verschillen/")
    rij = reis.pagina.get_by_role("table", name="Verschillen").get_by_role("row").filter(has_text=eenheid.nummer)
    for woord in ("700,00", "600,00", "612,35", "geen ruimte"):
        expect(rij).to_contain_text(woord)
