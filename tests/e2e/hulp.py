"""What the journeys through a real browser share."""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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


def log_in(pagina: Page, server: str, email: str, wachtwoord: str) -> None:
    """Through the login page, as a person does."""
    pagina.goto(f"{server}/accounts/login/")
    pagina.get_by_label("E-mail").fill(email)
    pagina.get_by_label("Wachtwoord", exact=True).fill(wachtwoord)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(lambda adres: "/accounts/login" not in adres)


def _regels(overtredingen: list[dict[str, Any]]) -> list[str]:
    return [
        f"{overtreding['id']}: {overtreding['help']} {knoop['target']}"
        for overtreding in overtredingen
        for knoop in overtreding["nodes"]
    ]
