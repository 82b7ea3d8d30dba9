"""The proof of ``./run demo --check``: the pages of the main job answer, and the background works."""

import json
import re
import time
from collections.abc import Callable
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

PUBLIC = ("/healthz", "/accounts/login/")
ACCOUNT = ("sanne.dewit@duoplus.example", "welkom-in-de-demo")  # a consulent of the demo
# What she opens in a day, and of a dossier.
MAIN_JOB = ("/", "/diemen/", "/diemen/dossiers/", "/diemen/agenda/", "/diemen/termijnen/", "/diemen/koppelingen/")
TABS = ("", "koppeling/", "intake/", "pip/", "documenten/", "geschiedenis/")
A_DOSSIER = re.compile(r'href="(/diemen/dossiers/[\w-]*\d[\w-]*/)"')
SECONDS_PER_PAGE = 20
SECONDS_FOR_BACKGROUND = 90
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Browser:
    """Just enough of one: keeps cookies, follows redirects, fills in the login form."""

    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/")
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """GET, or POST when there is a form. Status, body and the path where redirects ended; status 0 is no answer."""
        data = urlencode(form).encode() if form is not None else None
        request = Request(self.base + path, data, {"Referer": self.base + path})  # noqa: S310  our own address
        try:
            with self._opener.open(request, timeout=SECONDS_PER_PAGE) as answer:
                return answer.status, answer.read().decode(), answer.url.removeprefix(self.base)
        except HTTPError as error:
            return error.code, error.read().decode(errors="replace"), path
        except (URLError, OSError) as error:
            return 0, str(error), path

    def log_in(self, email: str, password: str) -> bool:
        """Log in by the form; True when we are no longer on the login page."""
        _, page, login = self.ask("/accounts/login/")
        token = TOKEN.search(page)
        if token is None:
            return False
        form = {"csrfmiddlewaretoken": token[1], "login": email, "password": password}
        status, _, ended = self.ask(login, form)
        return status == 200 and not ended.startswith("/accounts/login")


def answers(url: str) -> bool:
    """Whether the login page is there: the sign that the system is up."""
    return Browser(url).ask("/accounts/login/")[0] == 200


def run(url: str, tell: Callable[[str], None]) -> bool:
    """Ask for everything, tell each result in one Dutch line; True when all is well."""
    browser = Browser(url)
    results = [_page(browser, path, tell) for path in PUBLIC]
    results.append(_log_in(browser, *ACCOUNT, tell))
    dossier = _some_dossier(browser)
    results += [_page(browser, path, tell) for path in (*MAIN_JOB, *(dossier + tab for tab in TABS))]
    results.append(_background(browser, tell))
    return all(results)


def _some_dossier(browser: Browser) -> str:
    """The path of the first dossier in the list; one that does not exist when the list is empty, which is a fault."""
    found = A_DOSSIER.search(browser.ask("/diemen/dossiers/")[1])
    return found[1] if found else "/diemen/dossiers/geen/"


def _log_in(browser: Browser, email: str, password: str, tell: Callable[[str], None]) -> bool:
    good = browser.log_in(email, password)
    tell(f"{'goed' if good else 'FOUT'}: aanmelden als {email}")
    return good


def _page(browser: Browser, path: str, tell: Callable[[str], None]) -> bool:
    status, _, ended = browser.ask(path)
    good = status == 200 and (path in PUBLIC or not ended.startswith("/accounts/login"))
    tell(f"{'goed' if good else 'FOUT'}: pagina {path} antwoordt {status or 'niet'}")
    return good


def _background(browser: Browser, tell: Callable[[str], None]) -> bool:
    until = time.monotonic() + SECONDS_FOR_BACKGROUND
    while time.monotonic() < until:
        reported = [name for name, success in _jobs(browser).items() if success]
        if reported:
            tell(f"goed: achtergrondtaak {reported[0]} heeft zich gemeld")
            return True
        time.sleep(0.5)
    tell(f"FOUT: geen achtergrondtaak meldde zich binnen {SECONDS_FOR_BACKGROUND} seconden")
    return False


def _jobs(browser: Browser) -> dict[str, Any]:
    """Name of each background job and when it last succeeded, as `/healthz` reports it."""
    _, body, _ = browser.ask("/healthz")
    try:
        found: dict[str, Any] = json.loads(body).get("achtergrondtaken", {})
    except ValueError:
        return {}
    return found
