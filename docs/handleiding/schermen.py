"""Take the pictures of the user guide again, from a running demo with its invented people.

    ./run demo --poort 8066 --gegevens /tmp/handleiding
    .venv/bin/python docs/handleiding/schermen.py http://127.0.0.1:8066 [NAME …]

The folder is a fresh one, so that the stories are as they were loaded; throw it away afterwards. Needs
Chromium, as the browser tests do. Look at every picture before you commit it.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

MAP = Path(__file__).parent / "schermen"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
BREED, HOOGST = 1366, 820
EINDE = "main > :last-child"
MAAND = "main section:has(th:text('Bijstandsnorm'))"
GEMEENTE, DOMEIN = "diemen", "duoplus.example"
CONSULENT, LEZER, TEAMLEIDER, BEHEERDER = "sanne.dewit", "joost.vandijk", "marieke.visser", "kees.vos"
SOCIALE_ZAKEN, ADMINISTRATIE = "noor.bakker", "hans.mulder"
# A good row, one with a BSN that cannot exist, one with a day that has yet to come.
LIJST = """\
bsn;v_nummer;achternaam;voorvoegsel;voornamen;geboortedatum;geslacht;nationaliteit;voorkeurstaal;tolk_nodig;\
doelgroep;verblijfsvergunning;datum_vergunning;datum_koppeling;azc;gezinsnummer;datum_kennisgeving_duo;\
datum_huisvesting;datum_brp;straat;huisnummer;postcode;woonplaats;gemeente
;2812345678;Yohannes;;Feven;03-02-1999;v;Eritrese;Tigrinya;ja;\
asielstatushouder;asiel bepaalde tijd;01-09-2026;12-10-2026;AZC Almere;;;;;;;;;Diemen
123456789;2812345679;Hamidi;;Reza;21-07-1988;m;Iraanse;Farsi;ja;\
asielstatushouder;asiel bepaalde tijd;14-09-2026;12-10-2026;AZC Almere;;;;;;;;;Diemen
;2812345680;Barakat;;Lina;30-11-1995;v;Syrische;Arabisch;ja;\
asielstatushouder;asiel bepaalde tijd;20-09-2026;12-10-2035;AZC Almere;;;;;;;;;Diemen
"""


class Bezoek:
    """One visitor of the demo, and the ways in which the pictures get to their page."""

    def __init__(self, pagina: Page, server: str) -> None:
        self.pagina, self.server = pagina, server

    def log_in(self, wie: str) -> None:
        """The demo tells its password on the login page."""
        self.pagina.goto(f"{self.server}/accounts/login/")
        wachtwoord = self.pagina.locator("section code").first.inner_text()
        self.pagina.get_by_label("E-mail").fill(f"{wie}@{DOMEIN}")
        self.pagina.get_by_label("Wachtwoord", exact=True).fill(wachtwoord)
        self.pagina.get_by_role("button", name="Inloggen").click()
        self.pagina.wait_for_url(lambda adres: "/accounts/login" not in adres)

    def open(self, pad: str = "") -> None:
        self.pagina.goto(f"{self.server}/{GEMEENTE}/{pad}")

    def dossier(self, naam: str, tab: str = "") -> None:
        """Find somebody as a consulent does, and open a page of that dossier."""
        self.pagina.locator("#zoekveld").fill(naam)
        self.pagina.get_by_role("button", name="Zoek").click()
        self.pagina.locator("main th a").first.click()
        if tab:
            self.pagina.goto(self.pagina.url + tab)

    def klik(self, naam: str) -> None:
        self.pagina.get_by_role("link", name=naam).first.click()

    def fotografeer(self, naam: str, van: str, tot: str) -> None:
        """From the top of `van` to the bottom of `tot`, as wide as the page and no higher than a screen."""
        self.pagina.wait_for_load_state("networkidle")
        boven = self.pagina.locator(van).first.bounding_box()
        onder = self.pagina.locator(tot).first.bounding_box()
        if boven is None or onder is None:
            sys.exit(f"{naam}: {van} of {tot} staat niet op {self.pagina.url}")
        begin = max(0, boven["y"] - 8)
        hoogte = min(HOOGST, onder["y"] + onder["height"] + 8 - begin)
        uitsnede = {"x": 0, "y": begin, "width": BREED, "height": hoogte}
        bestand = MAP / f"{naam}.png"
        self.pagina.screenshot(path=bestand, clip=uitsnede, full_page=True)
        with Image.open(bestand) as beeld:  # a screen needs few colours, and the guide small pictures
            klein = beeld.convert("RGB").quantize(colors=160, dither=Image.Dither.NONE)
        klein.save(bestand, optimize=True)


def verschuift(bezoek: Bezoek) -> None:
    """What a correction would move; the page is left without saving."""
    bezoek.dossier("Priya")
    bezoek.klik("Corrigeren Kennisgeving van DUO")
    datum = bezoek.pagina.get_by_label("Datum")
    dag, rest = datum.input_value().split("-", 1)
    datum.fill(f"{int(dag) % 28 + 1:02d}-{rest}")
    bezoek.pagina.get_by_label("Reden").fill("De datum op de brief is anders.")
    bezoek.pagina.locator("main form button[type=submit]").last.click()


def waarom(bezoek: Bezoek) -> None:
    bezoek.dossier("Omar")
    bezoek.pagina.locator("main th a", has_text="PIP vaststellen").click()


def koppelingen(bezoek: Bezoek) -> None:
    bezoek.open("koppelingen/")
    bestand = {"name": "lijst.csv", "mimeType": "text/csv", "buffer": LIJST.encode()}
    bezoek.pagina.get_by_label("CSV-bestand").set_input_files(bestand)
    bezoek.pagina.get_by_role("button", name="Bekijk het voorbeeld").click()
    bezoek.pagina.wait_for_url(re.compile(r"/koppelingen/\d+/"))


def dagstaat(bezoek: Bezoek) -> None:
    bezoek.dossier("Selam", "koppeling/")
    bezoek.klik("Dagstaat voor een bezoek afdrukken")
    bezoek.pagina.get_by_label("Dag", exact=True).fill(f"{werkdag():%d-%m-%Y}")
    bezoek.pagina.get_by_role("button", name="Toon").click()


def werkdag() -> date:
    """Today, or the Monday after it: the stories have their appointment then."""
    vandaag = datetime.now(tz=ZoneInfo("Europe/Amsterdam")).date()
    return vandaag + timedelta(days=7 - vandaag.weekday() if vandaag.weekday() > 4 else 0)


def termijnen(bezoek: Bezoek) -> None:
    bezoek.open("termijnen/")
    bezoek.pagina.get_by_label("Datum van de gebeurtenis").fill("02-10-2026")
    bezoek.pagina.get_by_role("button", name="Bereken").click()


def beoordelen(bezoek: Bezoek) -> None:
    """The first PIP on the pile of the tweede lezer."""
    bezoek.open()
    stapel = bezoek.pagina.get_by_role("table", name="Te beoordelen PIP's")
    stapel.locator("tbody td a").first.click()
    bezoek.pagina.locator(".brief__blad").first.wait_for()


def samenvoegen(bezoek: Bezoek) -> None:
    """Somebody registered a second time by hand, beside the first."""
    bezoek.dossier("Priya", "persoon/")
    eerste = bezoek.pagina.url
    bezoek.pagina.goto(f"{eerste}wijzigen/")
    dag = bezoek.pagina.get_by_label("Geboortedatum").input_value()
    bezoek.open("dossiers/nieuw/")
    persoon = {"Voornamen": "Prya", "Achternaam": "Krishnamurti", "Geboortedatum": dag, "V-nummer": "2812345690"}
    for label, waarde in persoon.items():
        bezoek.pagina.locator("main").get_by_label(label).first.fill(waarde)
    bezoek.pagina.get_by_role("button", name="Zoeken").click()
    bezoek.pagina.get_by_label("Doelgroep").select_option("GEZINSMIGRANT")
    bezoek.pagina.get_by_label("Ik word de consulent van dit dossier").check()
    bezoek.pagina.get_by_role("button", name="Dossier registreren").click()
    bezoek.pagina.goto(f"{eerste}samenvoegen/")
    bezoek.pagina.locator("main .vlak li a").first.click()


def editor(bezoek: Bezoek) -> None:
    """The letter stands beside the form once its pages are drawn."""
    bezoek.dossier("Karwan", "pip/hoofdlijnen/")
    bezoek.pagina.locator(".brief__blad").first.wait_for()


def laatste(bezoek: Bezoek, pad: str) -> None:
    """The last row of a list: the run that is finished, the meeting that was held."""
    bezoek.open(pad)
    bezoek.pagina.locator("main th a").last.click()


Weg = Callable[[Bezoek], None]
# Name of the picture, who looks, how to get there, and from where to where.
BEELDEN: tuple[tuple[str, str, Weg, str, str], ...] = (
    ("werkvoorraad", CONSULENT, lambda b: b.open(), ".demobalk", EINDE),
    ("dossier", CONSULENT, lambda b: b.dossier("Priya"), ".dossierkop", EINDE),
    ("verschuift", CONSULENT, verschuift, "main h2", "main form.formulier"),
    ("waarom", CONSULENT, waarom, "main h2", EINDE),
    ("koppelingen", CONSULENT, koppelingen, "main h1", EINDE),
    ("dagstaat", CONSULENT, dagstaat, "main h1", EINDE),
    ("gezin", CONSULENT, lambda b: b.dossier("Omar", "persoon/gezin/"), ".tabbladen", EINDE),
    ("samenvoegen", CONSULENT, samenvoegen, "main h2", EINDE),
    ("afspraken", CONSULENT, lambda b: b.dossier("Selam", "afspraken/"), ".tabbladen", EINDE),
    ("intake", CONSULENT, lambda b: b.dossier("Omar", "intake/"), ".tabbladen", EINDE),
    ("toets", CONSULENT, lambda b: b.dossier("Karwan", "intake/toets/"), ".tabbladen", EINDE),
    ("editor", CONSULENT, editor, ".tabbladen", EINDE),
    ("pip", CONSULENT, lambda b: b.dossier("Karwan", "pip/"), ".tabbladen", EINDE),
    ("beoordelen", LEZER, beoordelen, "main h2", EINDE),
    ("besluit", CONSULENT, lambda b: b.dossier("Farid", "pip/"), ".tabbladen", EINDE),
    ("ontzorgen", SOCIALE_ZAKEN, lambda b: b.open("ontzorgen/"), "main h1", EINDE),
    ("maand", CONSULENT, lambda b: b.dossier("Layla", "ontzorgen/"), MAAND, MAAND),
    ("prognose", CONSULENT, lambda b: b.dossier("Karwan", "ontzorgen/prognose/"), ".tabbladen", EINDE),
    ("maanden", SOCIALE_ZAKEN, lambda b: b.open("ontzorgen/maanden/"), "main h1", EINDE),
    ("betaalrun", ADMINISTRATIE, lambda b: laatste(b, "ontzorgen/betaalruns/"), "#bestand", "#aansluiting"),
    ("afbouw", CONSULENT, lambda b: b.dossier("Layla", "ontzorgen/afbouw/"), ".tabbladen", EINDE),
    ("training", SOCIALE_ZAKEN, lambda b: laatste(b, "ontzorgen/trainingen/"), "main h1", EINDE),
    ("casusoverleg", CONSULENT, lambda b: laatste(b, "overleg/"), "main h1", EINDE),
    ("termijnen", CONSULENT, termijnen, "main h1", EINDE),
    ("toewijzen", TEAMLEIDER, lambda b: b.open("dossiers/?consulent=geen"), "main h1", EINDE),
    ("instellingen", BEHEERDER, lambda b: b.open("beheer/instellingen/"), "main h1", EINDE),
    ("achtergrondtaken", BEHEERDER, lambda b: b.open("achtergrondtaken/"), "main h1", EINDE),
)


def inlogscherm(browser: Browser, server: str) -> None:
    bezoek = Bezoek(_pagina(browser), server)
    bezoek.pagina.goto(f"{server}/accounts/login/")
    bezoek.fotografeer("inloggen", ".demobalk", "main form")


def _pagina(browser: Browser) -> Page:
    maat = {"width": BREED, "height": 900}
    return browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam", viewport=maat).new_page()


def main(server: str, gevraagd: list[str]) -> None:
    """All pictures, or those that are named."""
    MAP.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        if not gevraagd or "inloggen" in gevraagd:
            inlogscherm(browser, server)
        for naam, wie, weg, van, tot in BEELDEN:
            if gevraagd and naam not in gevraagd:
                continue
            bezoek = Bezoek(_pagina(browser), server)
            bezoek.log_in(wie)
            weg(bezoek)
            bezoek.fotografeer(naam, van, tot)
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(str(__doc__))
    main(sys.argv[1].rstrip("/"), sys.argv[2:])
