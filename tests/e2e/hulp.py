"""What the journeys through a real browser share."""

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from cases.models import Medewerker
from tests.fabriek import WACHTWOORD

UITVOER = Path(__file__).resolve().parent.parent / "uitvoer"
TOEGANKELIJKHEID = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def controleer_axe(pagina: Page) -> None:
    """No violation of WCAG 2.2 A and AA and of axe's best practices on the page as it is now.

    `preload` is off: axe would fetch the style sheets again and put them inline, which our CSP rightly forbids.
    """
    opties = {"preload": False, "runOnly": {"type": "tag", "values": TOEGANKELIJKHEID}}
    overtredingen = Axe().run(pagina, options=opties).response["violations"]
    assert not overtredingen, f"{pagina.url}\n" + "\n".join(_regels(overtredingen))


def controleer_breedte(pagina: Page) -> None:
    """Nothing sticks out sideways: wide tables scroll in their own box."""
    teveel = pagina.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert teveel <= 0, f"{pagina.url} is {teveel} pixels too wide"


def controleer_tabellen(pagina: Page) -> None:
    """No table has to be pushed aside to read its last column or to reach a button in it."""
    teveel = "tabellen => tabellen.filter(t => t.scrollWidth > t.clientWidth).map(t => t.innerText.slice(0, 60))"
    te_breed = pagina.locator(".tabelvak").evaluate_all(teveel)
    assert te_breed == [], f"{pagina.url} has tables that are too wide"


def log_in(pagina: Page, server: str, email: str, wachtwoord: str) -> None:
    """Through the login page, as a person does."""
    pagina.goto(f"{server}/accounts/login/")
    pagina.get_by_label("E-mail").fill(email)
    pagina.get_by_label("Wachtwoord", exact=True).fill(wachtwoord)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(lambda adres: "/accounts/login" not in adres)


class Reis:
    """A page that is checked whenever it is looked at, and the person who looks."""

    def __init__(self, pagina: Page, server: str) -> None:
        self.pagina, self.server, self.gezien = pagina, server, 0

    def als(self, medewerker: Medewerker) -> None:
        self.pagina.context.clear_cookies()
        log_in(self.pagina, self.server, medewerker.email, WACHTWOORD)
        self.bekijk()

    def naar(self, pad: str) -> None:
        self.pagina.goto(f"{self.server}/diemen/{pad}")
        self.bekijk()

    def bekijk(self) -> None:
        if os.environ.get("PLAATJES"):
            self._fotografeer()
        controleer_axe(self.pagina)
        controleer_breedte(self.pagina)

    def druk(self, knop: str) -> None:
        self.pagina.get_by_role("button", name=knop, exact=True).click()
        self.bekijk()

    def volg(self, koppeling: str) -> None:
        self.pagina.get_by_role("link", name=koppeling, exact=True).click()
        self.bekijk()

    def klap_uit(self, map: str) -> None:
        """Open a folded item of the main menu, with axe on what it shows."""
        self.pagina.get_by_role("navigation").locator("summary", has_text=map).click()
        self.bekijk()

    def vul(self, label: str, waarde: str) -> None:
        self.pagina.get_by_label(label, exact=True).fill(waarde)

    def ziet(self, tekst: str) -> None:
        expect(self.pagina.get_by_text(tekst).first).to_be_visible()

    def _fotografeer(self) -> None:
        """What a person sees, at both widths, beside the other output of the tests."""
        self.gezien += 1
        for breedte in (768, 1366):
            self.pagina.set_viewport_size({"width": breedte, "height": 900})
            self.pagina.screenshot(path=UITVOER / f"reis-{self.gezien:03d}-{breedte}.png", full_page=True)


def _regels(overtredingen: list[dict[str, Any]]) -> list[str]:
    return [
        f"{overtreding['id']}: {overtreding['help']} {knoop['target']}"
        for overtreding in overtredingen
        for knoop in overtreding["nodes"]
    ]
