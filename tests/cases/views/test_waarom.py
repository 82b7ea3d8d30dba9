"""Waarom deze datum? On the screen and on paper: facts, who, rule, arithmetic, and why it was another day before."""

import io
from datetime import date

import pypdf
import pytest
import time_machine
from django.apps import apps

from cases.models import Inzage, Kbdag, Termijn
from cases.services import beheer, waarom
from cases.services.gebeurtenissen import corrigeer_feit
from cases.services.termijnen import actualiseer
from tests.fabriek import asielstatushouder

OP = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def vrijdag():
    """What is recorded later has a later stamp."""
    with time_machine.travel("2026-11-20 10:00+01:00", tick=True):
        yield


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


def de_termijn(dossier) -> Termijn:
    return dossier.termijnen.open().select_related("dossier__gemeente").get(soort="PIP")


def corrigeer(dossier, cast, dag):
    brp = dossier.gebeurtenissen.feiten().geldend().get(soort="BRP_INSCHRIJVING")
    corrigeer_feit(gebeurtenis=brp, datum=dag, toelichting="BRP nagekeken", door=cast.teamleider, op=OP)


def zet_stempels() -> None:
    """The database stamps its events with its own clock: put them just before the last term."""
    moment = Termijn.objects.latest("vastgelegd_op").vastgelegd_op
    for naam in ("InstellingEvent", "KbdagEvent"):
        apps.get_model("cases", naam)._default_manager.update(pgh_created_at=moment)


def gedrukt(client, dossier, termijn) -> str:
    antwoord = client.get(f"/diemen/dossiers/{dossier.nummer}/termijnen/{termijn.pk}/bijlage/")
    assert antwoord["Content-Type"] == "application/pdf"
    return " ".join(
        " ".join(blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(antwoord.content)).pages).split()
    )


def test_the_annex_says_all_that_the_page_says(dossier, cast, inloggen, lettertypen):
    corrigeer(dossier, cast, date(2026, 9, 16))
    termijn, client = de_termijn(dossier), inloggen(cast.consulent)

    pagina = client.get(f"/diemen/dossiers/{dossier.nummer}/termijnen/{termijn.pk}/").text
    blad = gedrukt(client, dossier, termijn)

    for zin in (*termijn.uitleg, "Inschrijving in de BRP", cast.teamleider.naam, "BRP nagekeken", "16 september 2026",
                "9 september 2026", "art. 5.3 lid 1 Besluit inburgering 2021", "PIP_10W", "1 januari 2023",
                "18 november 2026"):  # fmt: skip
        assert " ".join(zin.split()) in blad, zin
        assert zin.replace("'", "&#x27;") in pagina, zin
    assert dossier.inburgeraar.naam in blad
    assert Inzage.objects.filter(dossier=dossier, wat=f"uitleg van termijn {termijn.pk}").exists()


def test_a_replaced_term_shows_the_facts_of_its_own_time(dossier, cast):
    oud = de_termijn(dossier)
    corrigeer(dossier, cast, date(2026, 9, 16))
    oud.refresh_from_db()

    def brp(termijn):
        regels = waarom.feiten_achter(termijn=termijn, op=OP)
        return next((r.feit.datum, r.eerder) for r in regels if r.feit.soort == "BRP_INSCHRIJVING")

    assert brp(oud) == (date(2026, 9, 9), None)
    nu, eerder = brp(de_termijn(dossier))
    assert (nu, eerder.datum) == (date(2026, 9, 16), date(2026, 9, 9))


def test_a_policy_choice_that_moved_a_term_is_named_with_its_source(dossier, cast):
    gemeente = cast.gemeente
    corrigeer(dossier, cast, date(2026, 7, 1))
    beheer.wijzig_instelling(
        gemeente=gemeente, sleutel="pip_startregel", waarde="brp", bron="Raadsbesluit 7", geldig_vanaf=OP, op=OP
    )
    assert actualiseer(dossier=dossier, op=OP)
    zet_stempels()

    [eerste, *_] = waarom.eerdere_waarden(termijn=de_termijn(dossier))

    assert eerste.gewijzigd_door is None
    assert [zin for zin in eerste.oorzaken if "Raadsbesluit 7" in zin and "vanaf 20 november 2026" in zin]


def test_only_a_kb_day_on_which_the_term_would_end_is_named(dossier, cast):
    for dag, naam in ((date(2026, 11, 18), "Een vrije woensdag"), (date(2026, 12, 9), "Iets anders")):
        beheer.voeg_kbdag_toe(datum=dag, naam=naam, bron="Stcrt. 2026, 1")
    assert actualiseer(dossier=dossier, op=OP)
    zet_stempels()

    [rij] = waarom.eerdere_waarden(termijn=de_termijn(dossier))

    assert rij.oorzaken == ["KB-dag vastgelegd: Een vrije woensdag, 18 november 2026. Bron: Stcrt. 2026, 1."]
    Kbdag.objects.get(datum=date(2026, 11, 18)).delete()
    assert actualiseer(dossier=dossier, op=OP)
    [laatste, _] = waarom.eerdere_waarden(termijn=de_termijn(dossier))
    assert laatste.oorzaken == ["Er kwam geen feit bij: een KB-dag is verwijderd of de berekening is verbeterd."]


def test_a_jurist_prints_it_only_where_there_is_a_bezwaar_and_a_beheerder_never(dossier, cast, inloggen):
    termijn = de_termijn(dossier)
    url = f"/diemen/dossiers/{dossier.nummer}/termijnen/{termijn.pk}/bijlage/"

    assert inloggen(cast.jurist).get(url).status_code == 404
    assert inloggen(cast.beheerder).get(url).status_code == 403
    assert inloggen(cast.consulent).get(url.replace(str(termijn.pk), "999999")).status_code == 404
