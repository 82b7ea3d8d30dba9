"""Every page of every menu and tab, for everybody who sees it, on the stories of the demo: accessible, and it fits.

Both widths for one story and every menu; the other stories are looked at on the laptop and only measured on the tablet.
"""

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from cases.enums import Rol
from cases.models import Dossier, Gemeente, Medewerker
from cases.services.inrichting import richt_in
from cases.toegang import mag
from inburgering.demo.accounts import PERSONEEL
from inburgering.demo.laden import laad
from inburgering.demo.verhalen import AANTAL
from tests.architectuur.paden import gemeentepaden
from tests.architectuur.wereld import maak_wereld
from tests.fabriek import Cast
from tests.pdf.conftest import lettertypen as lettertypen

from .hulp import controleer_axe, controleer_breedte, controleer_tabellen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]
BREEDTES = (1366, 768)
MENU, TABS, BEHEER = ".menu a", ".tabbladen a", "main a[href*='/beheer/']"
# Who sees most of the pages about paying for somebody, first.
ONTZORGERS = (Rol.SOCIALE_ZAKEN, Rol.UITKERINGSADMINISTRATIE, Rol.TEAMLEIDER, Rol.CONSULENT)


@pytest.fixture
def dossiers(transactional_db: None) -> list[Dossier]:
    """The stories, as they are today."""
    richt_in()
    laad(gemeente=Gemeente.objects.get(slug="diemen"), aantal=AANTAL, zaad=1, peildatum=timezone.localdate())
    return list(Dossier.objects.select_related("inburgeraar"))


class Wandeling:
    """Visits pages and keeps what is wrong with them, so that one walk tells everything."""

    def __init__(self, pagina: Page, server: str, *ook: Callable[[Page], None]) -> None:
        self.pagina, self.server, self.ook = pagina, server, ook
        self.fouten: list[str] = []
        self.bezocht: set[str] = set()

    def als(self, medewerker: Medewerker) -> None:
        client = Client()
        client.force_login(medewerker)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.server}
        self.pagina.context.clear_cookies()
        self.pagina.context.add_cookies([cookie])
        self.bezocht = set()

    def bezoek(self, pad: str, *, kort: bool = False) -> None:
        if pad in self.bezocht:
            return
        self.bezocht.add(pad)
        antwoord = self.pagina.goto(self.server + pad)
        if antwoord is None or antwoord.status != 200:
            self.fouten.append(f"{pad} antwoordt {antwoord.status if antwoord else 'niet'}")
            return
        for breedte in BREEDTES:
            self.pagina.set_viewport_size({"width": breedte, "height": 900})
            alleen_meten = kort and breedte != BREEDTES[0]
            self._bekijk(pad, breedte, [controleer_breedte, *self.ook] + [controleer_axe] * (not alleen_meten))

    def _bekijk(self, pad: str, breedte: int, controles: list[Callable[[Page], None]]) -> None:
        for controle in controles:
            try:
                controle(self.pagina)
            except AssertionError as fout:
                self.fouten.append(f"{pad} ({breedte}): {fout}")

    def koppelingen(self, waar: str) -> Iterator[str]:
        """The addresses of the links of this page, in this part of it."""
        adressen = self.pagina.locator(waar).evaluate_all("links => links.map(link => link.pathname)")
        yield from dict.fromkeys(adressen)

    def alles(self, waar: str, *, kort: bool = False) -> None:
        for pad in list(self.koppelingen(waar)):
            self.bezoek(pad, kort=kort)


def medewerker(rol: Rol) -> Medewerker:
    return Medewerker.objects.get(email=next(persoon.email for persoon in PERSONEEL if persoon.rol == rol))


def test_every_tab_of_every_story_for_the_consulent(pagina: Page, live_server, dossiers: list[Dossier]) -> None:
    wandeling = Wandeling(pagina, live_server.url)
    wandeling.als(medewerker(Rol.CONSULENT))
    for dossier in dossiers:
        wandeling.bezoek(f"/diemen/dossiers/{dossier.nummer}/", kort=True)
        wandeling.alles(TABS, kort=True)
    assert len(wandeling.bezocht) >= 8 * len(dossiers)
    assert not wandeling.fouten, "\n".join(wandeling.fouten)


def test_every_menu_and_one_dossier_for_every_role(
    pagina: Page, context: BrowserContext, live_server, dossiers: list[Dossier]
) -> None:
    wandeling = Wandeling(pagina, live_server.url)
    layla = next(dossier for dossier in dossiers if dossier.inburgeraar.voornamen == "Layla")
    for rol in Rol:
        wandeling.als(medewerker(rol))
        wandeling.bezoek("/diemen/")
        wandeling.alles(MENU)
        zichtbaar = Dossier.objects.zichtbaar_voor(medewerker(rol), layla.gemeente, timezone.localdate())
        if dossier := zichtbaar.filter(pk=layla.pk).first() or zichtbaar.first():  # the jurist sees the bezwaren only
            wandeling.bezoek(f"/diemen/dossiers/{dossier.nummer}/")
            wandeling.alles(TABS)
        if rol == Rol.BEHEERDER:
            wandeling.bezoek("/diemen/beheer/")
            wandeling.alles(BEHEER)
    assert not wandeling.fouten, "\n".join(wandeling.fouten)


def test_every_page_of_ontzorgen_and_of_the_casusoverleg(pagina: Page, live_server, cast: Cast, inloggen) -> None:
    """Of every address one page, also of those behind a button; letters and files are no pages."""
    with transaction.atomic():  # the letters are drawn when all of it is there
        wereld = maak_wereld(cast)
    wandeling = Wandeling(pagina, live_server.url, controleer_tabellen)
    paden = [pad for pad in gemeentepaden() if pad.naam.startswith("ontzorgen:") or "overleg" in pad.view.__module__]
    gezien = set()
    for rol in ONTZORGERS:
        client = inloggen(cast.met_rol(rol))
        wandeling.als(cast.met_rol(rol))
        for pad in paden:
            if pad.naam in gezien or hasattr(pad.view, "knop") or not mag([rol], pad.view.actie):
                continue
            url = reverse(pad.naam, kwargs=wereld.argumenten(pad.naam, pad.argumenten))
            antwoord = client.get(url)
            if antwoord.status_code == 200 and antwoord["Content-Type"].startswith("text/html"):
                gezien.add(pad.naam)
                wandeling.bezoek(url)
    assert len(gezien) > len(paden) / 2
    assert not wandeling.fouten, "\n".join(wandeling.fouten)
