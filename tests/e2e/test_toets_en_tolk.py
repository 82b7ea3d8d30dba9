"""Test, ontheffing, arguments per leerroute and interpreters in a real browser: for everybody, and on a tablet."""

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from cases.enums import Hoedanigheid
from cases.models import Dossier
from cases.services.deelnemers import Partijgegevens, bewaar_deelnemers
from cases.services.tolken import bestel_tolk, voorstel
from pip_plans.intake.enums import Gebied, Ontheffingsgrond, Ontheffingsvoorstel
from pip_plans.intake.services.intake import start_intake
from pip_plans.intake.services.ontheffing import stel_ontheffing_voor, trek_voorstel_in
from pip_plans.intake.services.taalstart import registreer_taalstart
from pip_plans.intake.services.toetsresultaten import registreer_resultaat
from tests.fabriek import asielstatushouder
from tests.pip_plans.intake.conftest import kwam_niet, roep_op, schrijf, slaag

from .hulp import UITVOER, controleer_axe, controleer_breedte


@pytest.fixture
def dossier(live_server, cast) -> Dossier:
    """A corrected result, a report of the Taalstart, a proposal that was withdrawn, and a talk with an interpreter."""
    vandaag = timezone.localdate()
    begin = vandaag - timedelta(days=40)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=begin, kennisgeving=begin)
    wie = {"door": cast.consulent, "op": vandaag}
    intake = start_intake(dossier=dossier, datum=begin, **wie)
    schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya.", op=vandaag)
    voor = stel_ontheffing_voor(
        intake=intake,
        grond=Ontheffingsgrond.AUDITIEF,
        gevraagd_op=begin,
        voorstel=Ontheffingsvoorstel.VERLENEN,
        motivering="U hoort de gesproken opdrachten niet.",
        **wie,
    )
    trek_voorstel_in(ontheffing=voor, **wie)
    fout = slaag(intake, "niet_haalbaar", dag=begin, op=vandaag, woorden="B1 niet haalbaar").resultaat
    beter = {"afgenomen_op": begin, "uitslag": "haalbaar", "woorden": "B1 haalbaar (herzien)", "code": "H"}
    registreer_resultaat(intake=intake, gegevens=beter, vervangt=fout, reden="DUO heeft de uitslag herzien", **wie)
    les = {"start": begin, "rapport_op": vandaag, "advies_b1": "past", "advies_z": "past_niet", "aanbieder": "De Brug"}
    registreer_taalstart(intake=intake, gegevens=les, **wie)
    kwam_niet(roep_op(intake, dag=vandaag - timedelta(days=10)))
    oproep = roep_op(intake, dag=vandaag + timedelta(days=7), op=vandaag)
    bestel_tolk(afspraak=oproep.afspraak, gegevens=voorstel(oproep.afspraak) | {"bureau": "De Brug"}, **wie)
    partijen = [Partijgegevens(Hoedanigheid.INBURGERAAR), Partijgegevens(Hoedanigheid.COA, "Piet", "AZC Almere")]
    bewaar_deelnemers(afspraak=oproep.afspraak, deelnemers=partijen, **wie)
    return dossier


def paginas(dossier: Dossier) -> dict[str, str]:
    """Every page by a short name."""
    intake = dossier.brede_intake
    afspraak = dossier.afspraken.order_by("begin").last()
    waar = {"gemeente": "diemen", "nummer": dossier.nummer}
    opdracht, laatste = afspraak.tolkopdrachten.get(), intake.oproepen.first()
    adressen = [
        ("intake:overzicht", {}),
        ("intake:toets", {}),
        ("intake:toetsuitslag", {}),
        ("intake:toetsuitslag_verbeteren", {"pk": intake.toetsresultaten.last().pk}),
        ("intake:taalstart", {}),
        ("intake:ontheffing", {"pk": intake.ontheffingen.get().pk}),
        ("intake:oproep_uitkomst", {"pk": laatste.pk}),
        ("plan:routeadvies", {}),
        ("cases:afspraak", {"pk": afspraak.pk}),
        ("cases:tolk_bestellen", {"pk": afspraak.pk}),
        ("cases:tolk_annuleren", {"pk": opdracht.pk}),
        ("cases:deelnemers", {"pk": afspraak.pk}),
    ]
    return {naam: reverse(naam, kwargs=waar | deel) for naam, deel in adressen}


def bekijk(pagina: Page, naam: str) -> Iterator[str]:
    """What is wrong with this page: both widths measured, axe on the laptop."""
    for breedte, controles in ((768, [controleer_breedte]), (1366, [controleer_breedte, controleer_axe])):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        if os.environ.get("PLAATJES"):
            pagina.screenshot(path=UITVOER / f"toets-{naam.replace(':', '-')}-{breedte}.png", full_page=True)
        for controle in controles:
            try:
                controle(pagina)
            except AssertionError as fout:
                yield f"{naam} ({breedte}): {fout}"


def test_every_page_is_accessible_and_fits(
    pagina: Page, context: BrowserContext, live_server, dossier: Dossier, cast, inloggen
) -> None:
    def als(medewerker) -> None:
        sessie = inloggen(medewerker).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])

    fouten: list[str] = []
    als(cast.consulent)
    for naam, adres in paginas(dossier).items():
        antwoord = pagina.goto(live_server.url + adres)
        assert antwoord is not None
        assert antwoord.status == 200, adres
        fouten += bekijk(pagina, naam)
    als(cast.teamleider)
    pagina.goto(f"{live_server.url}/diemen/tolken/")
    fouten += bekijk(pagina, "cases:tolkkosten")
    assert not fouten, "\n".join(fouten)
