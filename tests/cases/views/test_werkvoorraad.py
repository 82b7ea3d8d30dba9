"""The start page: what has to be done, by whom, and who sees which names."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.enums import Notitiesoort, Rol
from cases.models import Afspraak, Dossiertoegang, Inzage, Notitie, Vervanging
from cases.toegang import TABEL, Actie
from inburgering.recht.feiten import FeitSoort
from tests.cases.services.test_afspraken import gegevens
from tests.fabriek import asielstatushouder, leg_vast
from tests.hulp import aantal_queries

OP = date(2026, 11, 20)
KENNISGEVING = date(2026, 8, 1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel("2026-11-20T10:00:00+01:00", tick=False):
        yield


@pytest.fixture
def adres(cast):
    return reverse("cases:werkvoorraad", kwargs={"gemeente": "diemen"})


def op_weg_naar_pip(cast, consulent, brp: date, achternaam: str):
    dossier = asielstatushouder(cast.gemeente, consulent, brp=brp, kennisgeving=KENNISGEVING)
    dossier.inburgeraar.achternaam = achternaam
    dossier.inburgeraar.save()
    return dossier


def namen(antwoord) -> list[str]:
    assert antwoord.status_code == 200
    return [regel.termijn.dossier.inburgeraar.achternaam for regel in antwoord.context["regels"]]


def test_late_stands_first_and_the_date_line_counts(cast, inloggen, adres):
    op_weg_naar_pip(cast, cast.consulent, date(2026, 11, 2), "Later")
    op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Telaat")
    op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 12), "Dezeweek")

    antwoord = inloggen(cast.consulent).get(adres)

    assert namen(antwoord) == ["Telaat", "Dezeweek", "Later"]
    assert [regel.stand for regel in antwoord.context["regels"]] == ["te_laat", "binnenkort", "later"]
    assert antwoord.context["telling"] == "1 te laat · 1 deze week"
    assert "vrijdag 20 november 2026" in antwoord.text


def test_a_consulent_begins_with_her_own_work_and_that_of_whom_she_replaces(cast, inloggen, adres):
    op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Eigen")
    op_weg_naar_pip(cast, cast.collega, date(2026, 9, 9), "Collega")
    client = inloggen(cast.consulent)
    assert namen(client.get(adres)) == ["Eigen"]

    Vervanging.objects.create(gemeente=cast.gemeente, afwezige=cast.collega, vervanger=cast.consulent, van=OP, tot=OP)
    antwoord = client.get(adres)
    assert namen(antwoord) == ["Eigen", "Collega"]
    assert [regel.namens for regel in antwoord.context["regels"]] == ["", f"voor {cast.collega.naam}"]


def test_the_teamleider_begins_with_everything_and_sees_what_nobody_has(cast, inloggen, adres):
    op_weg_naar_pip(cast, cast.collega, date(2026, 9, 9), "Collega")
    op_weg_naar_pip(cast, None, date(2026, 9, 10), "Niemand")

    antwoord = inloggen(cast.teamleider).get(adres)

    assert namen(antwoord) == ["Collega", "Niemand"]
    assert antwoord.context["telling"].endswith("1 zonder consulent")
    assert namen(inloggen(cast.teamleider).get(adres, {"wie": "zonder"})) == ["Niemand"]


# Sociale Zaken sees in its own pile who must be judged: tests/ontzorgen.
ZONDER_NAMEN = [rol for rol in Rol if rol not in TABEL[Actie.DOSSIER_LEZEN] | TABEL[Actie.ONTZORGEN_BESLISSEN]]


@pytest.mark.parametrize("rol", ZONDER_NAMEN)
def test_who_may_not_read_dossiers_sees_no_name(cast, inloggen, adres, rol):
    op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Geheimenaam")
    assert "Geheimenaam" in inloggen(cast.raadpleger).get(adres).text

    antwoord = inloggen(cast.met_rol(rol)).get(adres)

    assert antwoord.status_code == 200
    assert "Geheimenaam" not in antwoord.text
    assert "Termijnen" in antwoord.text


def test_the_jurist_sees_dossiers_with_a_bezwaar_only(cast, inloggen, adres):
    dossier = op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Metbezwaar")
    op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Zonderbezwaar")
    leg_vast(dossier, FeitSoort.BEZWAAR_ONTVANGEN, OP)

    assert namen(inloggen(cast.jurist).get(adres)) == ["Metbezwaar"]


def test_an_extra_protected_dossier_is_for_who_is_named_on_it(cast, inloggen, adres):
    dossier = op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Beschermd")
    assert namen(inloggen(cast.teamleider).get(adres)) == ["Beschermd"]
    dossier.extra_beschermd = True
    dossier.save()
    Dossiertoegang.objects.create(dossier=dossier, medewerker=cast.consulent, reden="eigen dossier")

    assert namen(inloggen(cast.teamleider).get(adres)) == []
    assert namen(inloggen(cast.consulent).get(adres)) == ["Beschermd"]


def test_an_outsider_gets_404(cast, inloggen, adres):
    assert inloggen(cast.buitenstaander).get(adres).status_code == 404


def test_a_window_shows_only_when_it_closes_within_six_weeks(cast, inloggen, adres):
    dossier = op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Tesfay")
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 2), beschikking="PIP-1", leerroute="B1")
    leg_vast(dossier, FeitSoort.BESCHIKKING_BEKENDGEMAAKT, date(2026, 11, 3), beschikking="PIP-1")
    client = inloggen(cast.consulent)

    antwoord = client.get(adres)
    assert [regel.termijn.soort for regel in antwoord.context["regels"]] == ["BEZWAAR", "AANBOD"]
    assert {regel.stap for regel in antwoord.context["regels"]} == {"uitvoering"}

    with time_machine.travel("2026-12-20T10:00:00+01:00", tick=False):
        antwoord = inloggen(cast.consulent).get(adres)
    assert [regel.termijn.soort for regel in antwoord.context["regels"]] == ["AANBOD"]


def test_filters_narrow_down_and_are_remembered_per_gemeente(cast, inloggen, adres):
    dossier = op_weg_naar_pip(cast, cast.collega, date(2026, 9, 9), "Onderwijs")
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 2), beschikking="PIP-1", leerroute="ONDERWIJS")
    op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Zonderroute")
    client = inloggen(cast.consulent)

    assert namen(client.get(adres, {"wie": "alle", "soort": "PIP"})) == ["Zonderroute"]
    assert set(namen(client.get(adres, {"wie": "alle", "route": "ONDERWIJS"}))) == {"Onderwijs"}
    assert namen(client.get(adres, {"wie": "alle", "route": "Z"})) == []
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 9), beschikking="PIP-2", leerroute="Z")
    assert set(namen(client.get(adres, {"wie": "alle", "route": "Z"}))) == {"Onderwijs"}
    leg_vast(dossier, FeitSoort.BESCHIKKING_HERROEPEN, date(2026, 11, 16), beschikking="PIP-2")
    assert set(namen(client.get(adres, {"wie": "alle", "route": "ONDERWIJS"}))) == {"Onderwijs"}
    assert set(namen(client.get(adres, {"wie": "team", "consulent": cast.collega.pk}))) == {"Onderwijs"}

    terug = client.get(adres)
    assert terug.status_code == 302
    assert terug.url == f"{adres}?wie=team&consulent={cast.collega.pk}"


def test_a_filter_that_means_nothing_is_no_filter(cast, inloggen, adres):
    op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Tesfay")

    antwoord = inloggen(cast.consulent).get(adres, {"wie": "x", "soort": "<b>", "consulent": "0", "na": "drop"})
    assert namen(antwoord) == ["Tesfay"]


def test_pages_follow_each_other_without_gap_or_repeat(cast, inloggen, adres):
    for nummer in range(120):
        op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9) + timedelta(days=nummer % 7), f"Naam{nummer:03}")
    client = inloggen(cast.consulent)
    eerste = client.get(adres, {"wie": "mijn"})
    tweede = client.get(adres + eerste.context["blad"].volgende)
    derde = client.get(adres + tweede.context["blad"].volgende)

    alle = namen(eerste) + namen(tweede) + namen(derde)
    assert (len(alle), len(set(alle))) == (120, 120)
    assert (eerste.context["blad"].vorige, derde.context["blad"].volgende) == ("", "")
    assert namen(client.get(adres + derde.context["blad"].vorige)) == namen(tweede)
    assert "99+ te laat" in eerste.context["telling"] or "deze week" in eerste.context["telling"]


def test_it_costs_the_same_with_3_rows_and_with_300(cast, inloggen, adres):
    def vul(aantal: int) -> None:
        for _ in range(aantal):
            dossier = op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Tesfay")
            Afspraak.objects.create(dossier=dossier, **gegevens(cast))
            Notitie.objects.create(
                dossier=dossier, soort=Notitiesoort.HERINNERING, tekst="bel", door=cast.consulent, datum=OP
            )
        op_weg_naar_pip(cast, None, date(2026, 9, 9), "Niemand")

    client, alles = inloggen(cast.teamleider), f"{adres}?wie=alle"
    csv = reverse("cases:werkvoorraad_csv", kwargs={"gemeente": "diemen"})
    vul(3)
    met_3 = (aantal_queries(client, alles), aantal_queries(client, f"{csv}?wie=alle"))
    vul(97)

    assert (aantal_queries(client, alles), aantal_queries(client, f"{csv}?wie=alle")) == met_3


def test_todays_appointments_and_due_reminders_are_there(cast, inloggen, adres):
    dossier = op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "Tesfay")
    Afspraak.objects.create(dossier=dossier, **gegevens(cast))
    Afspraak.objects.create(dossier=dossier, **gegevens(cast, tolk_taal="Dari") | {"begin": "2026-11-21T10:00+01:00"})
    for tekst, dag in (("Vandaag bellen", OP), ("Morgen bellen", OP + timedelta(days=1))):
        Notitie.objects.create(
            dossier=dossier, soort=Notitiesoort.HERINNERING, tekst=tekst, door=cast.consulent, datum=dag
        )

    tekst = inloggen(cast.consulent).get(adres).text

    assert "Tigrinya" in tekst
    assert "nog te bestellen" in tekst
    assert "Dari" not in tekst
    assert "Vandaag bellen" in tekst
    assert "Morgen bellen" not in tekst


def test_the_export_holds_the_selection_defused_and_logged(cast, inloggen):
    dossier = op_weg_naar_pip(cast, cast.consulent, date(2026, 9, 9), "=HYPERLINK(1)")
    op_weg_naar_pip(cast, cast.collega, date(2026, 9, 9), "Ander")
    adres = reverse("cases:werkvoorraad_csv", kwargs={"gemeente": "diemen"})

    antwoord = inloggen(cast.consulent).get(adres, {"wie": "mijn"})
    regels = b"".join(antwoord.streaming_content).decode("utf-8-sig").splitlines()

    assert regels[1].split(";")[:5] == [
        "18-11-2026", "18-11-2026", "PIP vaststellen", "'=HYPERLINK(1), Selam", dossier.nummer
    ]  # fmt: skip
    assert len(regels) == 2
    assert Inzage.objects.get(wat="CSV van de werkvoorraad").verzameling == [dossier.pk]
    assert inloggen(cast.beheerder).get(adres).status_code == 403


def test_who_she_is_is_asked_once_per_page_and_again_on_the_next(cast, inloggen, adres):
    """Every pile and list asks what she may see; her roles and whom she replaces are read once."""
    client = inloggen(cast.teamleider)
    client.get(adres)
    with CaptureQueriesContext(connection) as gevangen:
        client.get(adres)
    vragen = [vraag["sql"].partition(" FROM ")[2] for vraag in gevangen.captured_queries]
    assert sum(vraag.startswith('"cases_aanstelling"') for vraag in vragen) == 1
    assert sum(vraag.startswith('"cases_vervanging"') for vraag in vragen) == 1
    assert len(vragen) <= 33

    cast.teamleider.aanstellingen.all().delete()
    assert client.get(adres).status_code == 404
