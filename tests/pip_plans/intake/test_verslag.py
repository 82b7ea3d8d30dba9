"""The intakeverslag: what is in it, for whom, and that it never changes."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from cases.enums import Hoedanigheid
from cases.models import Document
from cases.pdf import maak_html
from cases.services.documenten import maak
from cases.services.samenvoegen import Keuzes, voeg_samen
from inburgering.recht.feiten import Regime
from pip_plans.intake.enums import Gebied
from pip_plans.intake.referentielijsten import Aandachtspuntsoort, Subdoelsoort
from pip_plans.intake.services import doelen
from pip_plans.intake.services.afronding import rond_af, rond_af_bij_verstek
from pip_plans.intake.services.intake import start_intake, wijs_op_individueel_gesprek
from pip_plans.intake.services.verslag import maak_verslag
from tests.fabriek import maak_dossier

from .conftest import OP, adres, mis_drie_oproepen, schrijf, schrijf_verplichte, slaag, voer_gesprek
from .test_doorverwijzen import verwijs
from .test_leefgebieden import bewaar


def klaar(intake):
    door = intake.dossier.consulent
    voer_gesprek(intake, aanwezigen=[("Rania", Hoedanigheid.PARTNER), ("", Hoedanigheid.TOLK)])
    wijs_op_individueel_gesprek(intake=intake, datum=OP, hoe="gesprek", door=door, op=OP)
    slaag(intake)
    schrijf_verplichte(intake)
    intake.refresh_from_db()


def met_gezondheid(intake):
    schrijf(intake, Gebied.GEZONDHEID, "Kan niet lang zitten.")
    verwijs(intake, naar="de praktijkondersteuner", gebied=Gebied.GEZONDHEID)
    doelen.kies_aandachtspunt(intake=intake, soort=Aandachtspuntsoort.PSYCHISCH, door=None, op=OP)


def test_completing_the_intake_freezes_its_report(intake):
    klaar(intake)
    bewaar(intake, Gebied.OPLEIDING, versie=1, situatie="Over opleiding.", school_jaren=8)
    doelen.kies_subdoel(intake=intake, soort=Subdoelsoort.WERKERVARING, door=None, op=OP)

    rond_af(intake=intake, door=intake.dossier.consulent, op=OP)

    document = Document.objects.get(dossier=intake.dossier, soort="intakeverslag")
    inhoud = document.inhoud
    assert (inhoud["afgerond_op"], inhoud["verstek"], inhoud["met_gezondheid"]) == ("2026-10-20", False, False)
    assert inhoud["gesprekken"][0]["erbij"] == ["Rania (partner)", "tolk"]
    assert [deel["label"] for deel in inhoud["gebieden"]] == ["Taal", "Opleiding", "Werk"]
    assert inhoud["gebieden"][1]["antwoorden"] == [["Jaren naar school", "8 jaar"]]
    assert inhoud["subdoelen"] == [["werkervaring opdoen", ""]]


def test_without_health_there_is_one_copy_and_with_it_two(intake):
    assert [document.soort for document in maak_verslag(intake=intake, door=None, op=OP)] == ["intakeverslag"]

    met_gezondheid(intake)
    zonder, volledig = maak_verslag(intake=intake, door=None, op=OP)

    assert (zonder.soort, volledig.soort) == ("intakeverslag", "intakeverslag_volledig")
    for woord in ("lang zitten", "praktijkondersteuner", "psychische"):
        assert woord not in str(zonder.inhoud)
        assert woord in str(volledig.inhoud)


def test_under_the_act_of_2013_the_report_leads_to_an_advice(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    vak = start_intake(dossier=dossier, datum=OP, door=cast.consulent, op=OP)
    (verslag,) = maak_verslag(intake=vak, door=None, op=OP)
    blad = maak_html(verslag.sjabloon, verslag.inhoud)

    assert "PIP" not in blad
    assert "Met dit verslag geven wij u een advies over uw inburgering." in blad


def test_the_copy_with_health_opens_only_for_who_may_see_health(intake, cast, inloggen, op_de_dag):
    met_gezondheid(intake)
    documenten = maak_verslag(intake=intake, door=None, op=OP)
    for document in documenten:
        maak(document_id=document.pk, moment=timezone.now())
    eigen, collega = inloggen(intake.dossier.consulent), inloggen(cast.collega)

    def status(client, document):
        return client.get(f"/diemen/dossiers/{intake.dossier.nummer}/documenten/{document.pk}/").status_code

    assert [status(eigen, document) for document in documenten] == [200, 200]
    assert [status(collega, document) for document in documenten] == [200, 403]
    assert "met gezondheid" not in collega.get(adres(intake.dossier)).content.decode()
    assert "met gezondheid" in eigen.get(adres(intake.dossier)).content.decode()


def test_what_was_made_does_not_change_with_the_intake(intake):
    (eerste,) = maak_verslag(intake=intake, door=None, op=OP)
    schrijf(intake, Gebied.WONEN, "Woont in Diemen.")
    (tweede,) = maak_verslag(intake=intake, door=None, op=OP)

    eerste.refresh_from_db()
    assert eerste.inhoud["gebieden"] == []
    assert tweede.inhoud["gebieden"][0]["situatie"] == "Woont in Diemen."


def test_completing_in_absence_reports_the_missed_days(intake):
    mis_drie_oproepen(intake)
    rond_af_bij_verstek(intake=intake, door=intake.dossier.consulent, op=date(2026, 10, 23))

    inhoud = Document.objects.get(soort="intakeverslag").inhoud
    assert inhoud["verstek"] is True
    wat = "u kwam niet en had daar geen geldige reden voor."
    assert inhoud["gemist"] == [[dag, wat] for dag in ("2026-10-08", "2026-10-15", "2026-10-22")]


@pytest.mark.parametrize("afgerond", [False, True])
def test_a_consulent_asks_for_the_report_at_any_time(intake, inloggen, op_de_dag, afgerond):
    if afgerond:
        klaar(intake)
        rond_af(intake=intake, door=intake.dossier.consulent, op=OP)
    voor = Document.objects.count()

    antwoord = inloggen(intake.dossier.consulent).post(adres(intake.dossier, "verslag"))

    assert antwoord.status_code == 302
    assert Document.objects.count() == voor + 1


def test_the_intake_of_a_merged_dossier_says_on_every_page_where_it_is_from(intake, cast, inloggen):
    oud = maak_dossier(intake.dossier.gemeente, cast.consulent, op=OP)
    wie = {"door": cast.consulent, "op": OP}
    start_intake(dossier=oud, datum=OP, **wie)
    voeg_samen(blijft=intake.dossier, vervallen=oud, keuzes=Keuzes(), reden="twee keer geregistreerd", **wie)
    waar = {"gemeente": "diemen", "nummer": intake.dossier.nummer, "oud": oud.nummer}

    pdf = inloggen(cast.consulent).get(reverse("intake:oude_intake", kwargs=waar)).content

    bladen = [blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages]
    assert all("OUD DOSSIER" in blad for blad in bladen)
    assert not any("VOORBEELD" in blad for blad in bladen)


def test_asking_twice_for_the_same_report_makes_one(intake):
    met_gezondheid(intake)
    eerst = maak_verslag(intake=intake, door=None, op=OP)

    assert maak_verslag(intake=intake, door=None, op=OP) == eerst
    assert Document.objects.filter(dossier=intake.dossier).count() == 2
    assert intake.dossier.gebeurtenissen.filter(soort="INTAKE_VERSLAG").count() == 1
    schrijf(intake, Gebied.WERK, "Zoekt werk in de zorg.")
    assert maak_verslag(intake=intake, door=None, op=OP) != eerst
