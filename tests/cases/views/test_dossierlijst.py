"""The list of dossiers, assigning, search, and why a term has its date."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cases.enums import Rol
from cases.models import Inzage
from cases.services.gebeurtenissen import corrigeer_feit
from cases.toegang import TABEL, Actie
from inburgering.recht.regels import REGELS
from tests.fabriek import asielstatushouder, maak_dossier
from tests.hulp import aantal_queries

OP = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("vrijdag")


@pytest.fixture
def client(cast, inloggen):
    return inloggen(cast.consulent)


def adres(naam: str, **plek) -> str:
    return reverse(f"cases:{naam}", kwargs={"gemeente": "diemen"} | plek)


def namen(antwoord) -> list[str]:
    assert antwoord.status_code == 200
    return [dossier.inburgeraar.achternaam for dossier, _ in antwoord.context["rijen"]]


def test_dossiers_are_sorted_on_the_folded_name(client, cast):
    for achternaam in ("Öztürk", "Zaki", "Abbas", "Şahin"):
        maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam=achternaam)

    assert namen(client.get(adres("dossiers"))) == ["Abbas", "Öztürk", "Şahin", "Zaki"]
    assert namen(client.get(adres("dossiers"), {"sorteer": "nieuwste"})) == ["Şahin", "Abbas", "Zaki", "Öztürk"]


def test_filters_on_group_consulent_and_status(client, cast):
    asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    niemand = maak_dossier(cast.gemeente, None, op=OP, achternaam="Niemand")
    dicht = maak_dossier(cast.gemeente, cast.collega, op=OP, achternaam="Dicht")
    dicht.status = "afgesloten"
    dicht.save()

    assert len(namen(client.get(adres("dossiers"), {"doelgroep": "ASIELSTATUSHOUDER"}))) == 1
    assert namen(client.get(adres("dossiers"), {"doelgroep": "AMV"})) == []
    assert namen(client.get(adres("dossiers"), {"consulent": "geen"})) == [niemand.inburgeraar.achternaam]
    assert namen(client.get(adres("dossiers"), {"status": "afgesloten"})) == ["Dicht"]


def test_paging_puts_no_name_in_the_address(client, cast):
    for nummer in range(60):
        maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam=f"Naam{nummer:02}")
    eerste = client.get(adres("dossiers"))
    volgende = eerste.context["blad"].volgende
    tweede = client.get(adres("dossiers") + volgende)

    assert namen(eerste) + namen(tweede) == [f"Naam{nummer:02}" for nummer in range(60)]
    assert "naam" not in volgende.lower()
    assert namen(client.get(adres("dossiers") + tweede.context["blad"].vorige)) == namen(eerste)


def test_the_list_and_its_export_cost_the_same_with_3_rows_and_with_300(cast, inloggen):
    client = inloggen(cast.teamleider)
    paginas = (adres("dossiers"), adres("dossiers_csv"))
    for _ in range(3):
        maak_dossier(cast.gemeente, None, op=OP)
    met_3 = [aantal_queries(client, pagina) for pagina in paginas]
    for _ in range(297):
        maak_dossier(cast.gemeente, None, op=OP)

    assert [aantal_queries(client, pagina) for pagina in paginas] == met_3


def test_the_export_is_logged_with_its_set(client, cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam="+31")
    maak_dossier(cast.gemeente, None, op=OP)
    antwoord = client.get(adres("dossiers_csv"), {"consulent": cast.consulent.pk})

    assert "'+31, Selam" in b"".join(antwoord.streaming_content).decode("utf-8-sig")
    assert Inzage.objects.get(wat="CSV van de dossierlijst").verzameling == [dossier.pk]


def test_the_teamleider_assigns_to_a_consulent_of_today_only(cast, inloggen):
    dossier = maak_dossier(cast.gemeente, None, op=OP)
    client = inloggen(cast.teamleider)
    toewijzen = adres("toewijzen", nummer=dossier.nummer)
    assert dossier.nummer in client.get(adres("dossiers")).text

    for ander in (cast.buitenstaander, cast.raadpleger, cast.niemand):
        assert client.post(toewijzen, {"consulent": ander.pk}).status_code == 200
        dossier.refresh_from_db()
        assert dossier.consulent is None

    antwoord = client.post(toewijzen, {"consulent": cast.collega.pk, "terug": "dossiers"})
    dossier.refresh_from_db()
    assert (dossier.consulent, antwoord.url) == (cast.collega, adres("dossiers"))
    assert inloggen(cast.consulent).post(toewijzen).status_code == 403
    assert inloggen(cast.buitenstaander).post(toewijzen).status_code == 404


def test_a_number_goes_straight_to_the_dossier_and_never_into_an_address(client, cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, bsn="111222333")

    antwoord = client.post(adres("zoeken"), {"q": "111 222 333"})
    assert antwoord.url == adres("dossier", nummer=dossier.nummer)


def test_a_name_gives_a_list_that_survives_a_reload(client, cast):
    maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam="Al-Masri", voornamen="Layla")
    antwoord = client.post(adres("zoeken"), {"q": "leila almasri"})
    assert antwoord.url == adres("zoekresultaat")

    for _ in range(2):
        assert "Al-Masri, Layla" in client.get(antwoord.url).text


def test_a_search_without_hits_or_without_words_says_what_to_do(client, cast):
    assert "Niets gevonden" in client.post(adres("zoeken"), {"q": "<script>"}, follow=True).text
    assert "Typ een naam" in client.post(adres("zoeken"), {"q": " "}, follow=True).text
    assert client.get(adres("zoeken")).status_code == 405


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in TABEL[Actie.DOSSIER_LEZEN]])
def test_roles_without_dossiers_do_not_search_or_list(cast, inloggen, rol):
    client = inloggen(cast.met_rol(rol))
    assert client.post(adres("zoeken"), {"q": "Tesfay"}).status_code == 403
    for naam in ("zoekresultaat", "dossiers", "dossiers_csv", "agenda", "werkvoorraad_csv"):
        assert client.get(adres(naam)).status_code == 403


def test_a_term_shows_its_facts_and_what_it_was_before(client, cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    oud = dossier.termijnen.open().get(soort="PIP")
    brp = dossier.gebeurtenissen.get(soort="BRP_INSCHRIJVING")
    with time_machine.travel("2026-11-20 11:00+01:00", tick=False):
        corrigeer_feit(gebeurtenis=brp, datum=date(2026, 9, 16), toelichting="BRP nagekeken", door=cast.collega, op=OP)
    nieuw = dossier.termijnen.open().get(soort="PIP")

    antwoord = client.get(adres("termijn", nummer=dossier.nummer, pk=nieuw.pk))

    assert [regel.feit.datum for regel in antwoord.context["feiten"] if "BRP" in regel.label] == [date(2026, 9, 16)]
    (eerder,) = antwoord.context["eerder"]
    assert (eerder.termijn.pk, eerder.gewijzigd_door.toelichting) == (oud.pk, "BRP nagekeken")
    for tekst in ("25 november 2026", "18 november 2026", cast.collega.naam, "PIP_10W", "art. 5.3"):
        assert tekst in antwoord.text
    assert "Bekijk de termijn die nu geldt" in client.get(adres("termijn", nummer=dossier.nummer, pk=oud.pk)).text


def test_a_term_of_another_dossier_is_not_found(client, cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    ander = maak_dossier(cast.gemeente, cast.consulent, op=OP)

    pk = dossier.termijnen.get().pk
    assert client.get(adres("termijn", nummer=ander.nummer, pk=pk)).status_code == 404


def test_why_there_is_no_term_yet(client, cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)

    assert "De tien weken beginnen bij inschrijving in de BRP." in (
        client.get(adres("geen_termijn", nummer=dossier.nummer)).text
    )


@pytest.mark.parametrize("code", REGELS)
def test_every_term_is_computed_by_hand_with_its_explanation(cast, inloggen, code):
    antwoord = inloggen(cast.uitkeringsadministratie).get(adres("termijnen"), {"code": code, "start": "09-09-2026"})

    assert antwoord.context["uitkomst"].code == code
    assert all(zin in antwoord.text for zin in antwoord.context["zinnen"] if "'" not in zin and "&" not in zin)


@pytest.mark.parametrize("start", ["", "31-02-2026", "gisteren", "01-01-1700"])
def test_a_date_that_cannot_be_is_refused_in_dutch(client, start):
    antwoord = client.get(adres("termijnen"), {"code": "PIP_10W", "start": start})

    assert antwoord.context["uitkomst"] is None
    assert antwoord.context["form"].errors["start"]
