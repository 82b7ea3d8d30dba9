"""Ontzorgen in a real browser: from the judgement to a month that explains itself, and from month four to the end."""

import io
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from cases.enums import Rol
from cases.models import Dossier
from cases.services.dossiers import wijzig_persoon
from inburgering.recht.feiten import FeitSoort, Regime
from ontzorgen.maanden import eerste_dag, laatste_dag, maandnaam
from ontzorgen.models import Crediteur, Deelname, Ontzorgbesluit, Ontzorgperiode, Overname, VasteLast
from ontzorgen.services.crediteuren import bewaar_crediteur
from ontzorgen.services.inrichting import richt_ontzorgen_in
from tests.fabriek import Cast, aangesteld, asielstatushouder, leg_vast, maak_dossier
from tests.ontzorgen.bouw import leg_last
from tests.ontzorgen.bouw_betaling import crediteur, ontzorgd
from tests.pdf.conftest import lettertypen as lettertypen
from tests.pip_plans.plan.hulp import ADRES

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]
BRIEFADRES = {"straat": "Dijkgracht 1", "postcode_plaats": "1111 AA Diemen"}


@pytest.fixture
def reis(pagina: Page, live_server) -> Reis:
    return Reis(pagina, live_server.url)


@pytest.fixture
def landlord(cast: Cast) -> Crediteur:
    rij = crediteur(cast)
    return bewaar_crediteur(gemeente=cast.gemeente, crediteur=rij, gegevens=BRIEFADRES)


def invoer(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"


def open_over(reis: Reis, rol: str, begin: str) -> None:
    """Use the link or the button whose words begin like this; what it is about follows in words that one hears."""
    reis.pagina.get_by_role(rol, name=re.compile(f"^{begin}")).first.click()
    reis.bekijk()


def lees_brief(reis: Reis, koppeling: re.Pattern[str]) -> str:
    """The words of a letter, as the browser gets it."""
    adres = reis.pagina.get_by_role("link", name=koppeling).first.get_attribute("href")
    antwoord = reis.pagina.context.request.get(f"{reis.server}{adres}")
    assert (antwoord.status, antwoord.headers["content-type"]) == (200, "application/pdf")
    brief = PdfReader(io.BytesIO(antwoord.body()))
    return " ".join(" ".join(blad.extract_text() for blad in brief.pages).split())


def cents(tekst: str) -> int:
    cijfers = int(re.sub(r"\D", "", tekst))
    return -cijfers if tekst.startswith(("-", "−", "\N{EN DASH}")) else cijfers


def test_two_people_decide_and_every_amount_of_the_month_explains_itself(reis: Reis, cast: Cast, landlord) -> None:
    richt_ontzorgen_in()
    vandaag = timezone.localdate()
    begin = vandaag - timedelta(days=40)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=begin, kennisgeving=begin)
    leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, begin, soort="asiel bepaalde tijd")
    wijzig_persoon(dossier=dossier, persoon=ADRES | {"geslacht": "v"}, door=cast.consulent, op=vandaag)
    tab = f"dossiers/{dossier.nummer}/ontzorgen/"

    reis.als(cast.sociale_zaken)
    reis.naar("ontzorgen/?lijst=beoordelen")
    open_over(reis, "link", "Beoordelen")
    reis.volg("Bijstand vastleggen")
    reis.vul("Eerste dag van het recht op bijstand", invoer(begin))
    reis.druk("Vastleggen")
    expect(reis.pagina.locator("main tbody").first.get_by_text("ja", exact=True)).to_have_count(3)
    stel_eenheid_samen(reis)
    leg_huur_vast(reis, landlord, vandaag)
    open_over(reis, "link", "Voorstellen")
    reis.vul("Waarom", "U woont nu in Diemen en u krijgt bijstand.")
    reis.druk("Voorleggen aan een collega")
    voorstel = f"{tab}besluiten/{Ontzorgbesluit.objects.get().pk}/"
    reis.naar(voorstel)
    expect(reis.pagina.get_by_role("button", name="Besluit nemen")).to_have_count(0)

    reis.als(aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN))
    reis.naar("ontzorgen/besluiten/")
    open_over(reis, "link", "Beslissen")
    reis.druk("Besluit nemen")
    brief = lees_brief(reis, re.compile(r"^Besluit .*PDF"))
    assert dossier.inburgeraar.achternaam in brief
    assert "612,35" in brief
    reis.pagina.get_by_label("per post verzonden").check()
    reis.druk("Bekendmaken vastleggen")

    periode = Ontzorgperiode.objects.get()
    assert (periode.vanaf, periode.tot_en_met) == (begin, dossier.termijnen.get(soort="ONTZORGEN").laatste_dag)
    assert periode.besluit.beschikking.bekendgemaakt_op == vandaag
    reis.naar(tab)
    controleer_maand(reis, maandnaam(eerste_dag(vandaag)))


def stel_eenheid_samen(reis: Reis) -> None:
    """The unit and how it lives, as the pages propose it."""
    reis.volg("Uitkeringseenheid samenstellen")
    reis.druk("Samenstellen")
    reis.volg("Leefsituatie vastleggen")
    reis.pagina.get_by_label("Bron").fill("B-2026-7")
    reis.druk("Vastleggen")


def leg_huur_vast(reis: Reis, landlord: Crediteur, vandaag: date) -> None:
    reis.volg("Vaste last vastleggen")
    reis.pagina.get_by_label("Soort", exact=True).select_option(label="Huur")
    reis.pagina.get_by_label("Crediteur").select_option(label=landlord.naam)
    reis.pagina.get_by_label("Bedrag per maand").fill("612,35")
    reis.vul("Kenmerk", "contract 11-204")
    reis.pagina.get_by_label("Waar komt het bedrag vandaan?").fill("huurcontract")
    reis.pagina.get_by_label("Machtiging getekend op").fill(invoer(vandaag))
    reis.druk("Vastleggen")


def controleer_maand(reis: Reis, naam: str) -> None:
    """The rows of the month are together what is left, and each says where it comes from."""
    rijen = reis.pagina.get_by_role("table", name=re.compile(naam, re.I)).locator("tbody tr").all()
    regels = [(rij.locator("td").nth(0).inner_text(), rij.locator("td").nth(1).inner_text()) for rij in rijen]
    bedragen = [cents(bedrag) for bedrag, _ in regels]
    assert -61_235 in bedragen
    assert sum(bedragen[:-1]) == bedragen[-1] > 0
    assert all("€" in waarom or "art." in waarom for _, waarom in regels)


def test_from_month_four_somebody_else_takes_over(reis: Reis, cast: Cast, landlord) -> None:
    vandaag = timezone.localdate()
    dossier, eenheid = ontzorgd(cast, vanaf=vandaag - timedelta(days=130))
    leg_last(cast, eenheid, landlord, eerste_maand=eerste_dag(vandaag))
    einde = Ontzorgperiode.objects.get().laatste_dag
    tab = f"dossiers/{dossier.nummer}/ontzorgen/"

    reis.als(cast.sociale_zaken)
    reis.pagina.get_by_role("table", name="Afbouw van het ontzorgen").get_by_role("link").click()
    reis.bekijk()
    open_over(reis, "link", "Afspreken")
    reis.pagina.get_by_label("Hoe wordt er straks betaald?").select_option("incasso")
    reis.druk("Afspraak vastleggen")
    open_over(reis, "link", "Overgenomen")
    reis.pagina.get_by_label("Waaraan zag u dat?").fill("bankafschrift gezien")
    reis.druk("Overgenomen")
    assert Overname.objects.get().overgenomen_op == vandaag

    schrijf_eindbrief(reis, tab, eerste_dag(einde))


def test_after_the_end_one_hears_whether_the_paying_goes_well(reis: Reis, cast: Cast) -> None:
    vandaag = timezone.localdate()
    dossier, _ = ontzorgd(cast, vanaf=vandaag - timedelta(days=200))

    reis.als(cast.sociale_zaken)
    reis.pagina.get_by_role("table", name="Nazorg na het ontzorgen").get_by_role("link").click()
    reis.volg("Contact plannen")
    reis.vul("Dag", invoer(vandaag))
    reis.druk("Plannen")
    open_over(reis, "link", "Vastleggen")
    reis.pagina.get_by_label("gesproken", exact=True).check()
    reis.pagina.get_by_label("Kort verslag").fill("Het betalen lukt.")
    reis.druk("Opslaan")
    open_over(reis, "link", "Verbeteren")
    reis.pagina.get_by_label("Kort verslag").fill("Het betalen lukt, op de huur na.")
    reis.pagina.get_by_label("Waarom verbetert u dit?").fill("Zij belde terug.")
    reis.druk("Opslaan")
    assert dossier.nazorgcontacten.get().verslag == "Het betalen lukt, op de huur na."


def schrijf_eindbrief(reis: Reis, tab: str, maand: date) -> None:
    """The cost ends with the ontzorgen, and the landlord hears it without a reason."""
    reis.naar(tab)
    open_over(reis, "link", "Beëindigen")
    reis.pagina.get_by_label("Laatste maand").fill(f"{maand:%m-%Y}")
    reis.druk("Beëindigen")
    assert VasteLast.objects.get().laatste_maand == maand
    open_over(reis, "button", "Eindbrief over huur")
    brief = lees_brief(reis, re.compile("einde.*PDF"))
    assert "contract 11-204" in brief
    assert maandnaam(maand) in brief or f"{laatste_dag(maand).year}" in brief
    assert "bijstand" not in brief
    open_over(reis, "button", "Vandaag verzonden")
    expect(reis.pagina.get_by_role("button", name=re.compile("^Vandaag verzonden"))).to_have_count(0)


def test_somebody_of_the_ondertussengroep_gets_a_certificate_of_the_training(reis: Reis, cast: Cast) -> None:
    vandaag = timezone.localdate()
    dossier: Dossier = maak_dossier(cast.gemeente, cast.consulent, op=vandaag, regime=Regime.WI2013)

    reis.als(cast.sociale_zaken)
    reis.naar("ontzorgen/trainingen/")
    reis.volg("Training toevoegen")
    reis.pagina.get_by_label("Naam").fill("Omgaan met Geld (Eurowijzer)")
    reis.pagina.get_by_label("Wie geeft de training").fill("VluchtelingenWerk")
    reis.druk("Toevoegen")
    reis.volg("Groep toevoegen")
    reis.pagina.get_by_label("Training").select_option(index=1)
    reis.pagina.get_by_label("Taal").fill("Tigrinya")
    reis.pagina.get_by_label("Hoe", exact=True).select_option("online")
    reis.pagina.get_by_label("Aantal plaatsen").fill("6")
    reis.pagina.get_by_label("Eerste bijeenkomst").fill(invoer(vandaag))
    reis.druk("Opslaan")
    reis.vul("Dag", invoer(vandaag))
    reis.vul("Begin", "9:30")
    reis.druk("Bijeenkomst toevoegen")
    groep = reis.pagina.url.split("/diemen/")[1]
    reis.naar(f"dossiers/{dossier.nummer}/ontzorgen/training/")
    reis.volg("Aanmelden voor een training")
    reis.pagina.get_by_label("Groep").select_option(index=1)
    reis.druk("Aanmelden")
    reis.naar(groep)
    open_over(reis, "link", "Presentie")
    reis.pagina.get_by_label("aanwezig", exact=True).check()
    reis.druk("Presentie vastleggen")
    open_over(reis, "link", "Certificaat")
    reis.vul("Op welke dag", invoer(vandaag))
    reis.pagina.locator("main form button[type=submit]").last.click()
    reis.bekijk()

    deelname = Deelname.objects.get(dossier=dossier)
    assert deelname.certificaat_op == vandaag
    assert list(deelname.aanwezigheid.values_list("stand", flat=True)) == ["aanwezig"]
