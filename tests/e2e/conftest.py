"""A real Chromium on Django's live server.

Playwright's synchronous API keeps an event loop running in the thread of the test, and Django then refuses its ORM
there (`SynchronousOnlyOperation`), though that loop never runs while our code does. `DJANGO_ALLOW_ASYNC_UNSAFE` is
Django's own switch for exactly this and is set for these tests only. The server itself runs in a thread of its own.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from .hulp import UITVOER

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
OPTIES = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
MISLUKT = pytest.StashKey[bool]()
expect.set_options(timeout=20_000)  # a busy machine is no defect of the product


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    hier = Path(__file__).parent
    for item in items:
        if hier in item.path.parents:
            item.add_marker("e2e")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    verslag: Any = yield
    if verslag.when == "call":
        item.stash[MISLUKT] = verslag.failed
    return verslag  # how a hook wrapper hands on its result


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        reden = "geen Chromium gevonden: installeer het pakket chromium of zet CHROMIUM op het pad"
        if os.environ.get("CI"):
            pytest.fail(reden)
        pytest.skip(reden)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIES)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A Dutch visitor of his own; what a failing test did is kept as a trace with pictures in `tests/uitvoer/`."""
    context = browser.new_context(
        locale="nl-NL", timezone_id="Europe/Amsterdam", viewport={"width": 1366, "height": 900}, accept_downloads=True
    )
    # What a worker does on a server is done at once here: a click may wait for an import or for letters.
    context.set_default_timeout(90_000)
    context.tracing.start(screenshots=True, snapshots=True)
    yield context
    if request.node.stash.get(MISLUKT, False):
        naam = re.sub(r"\W+", "-", request.node.name)[:100]
        for nummer, pagina in enumerate(context.pages):
            pagina.screenshot(path=UITVOER / f"{naam}-{nummer}.png", full_page=True)
        context.tracing.stop(path=UITVOER / f"{naam}.zip")
    else:
        context.tracing.stop()
    context.close()


@pytest.fixture
def pagina(context: BrowserContext, live_server: Any) -> Iterator[Page]:
    """An open page. What the browser itself complains about (CSP, missing file, script error) fails the test."""
    klachten: list[str] = []
    pagina = context.new_page()
    pagina.on("console", lambda bericht: klachten.append(bericht.text) if bericht.type == "error" else None)
    pagina.on("pageerror", lambda fout: klachten.append(str(fout)))
    yield pagina
    verwacht = "the server responded with a status of 4"  # a test may visit a 403 or 404, or be refused, on purpose
    assert [klacht for klacht in klachten if verwacht not in klacht] == []
