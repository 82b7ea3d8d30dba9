"""The pages of afspraken and notities, and the agenda."""

from datetime import date

import pytest
from django.urls import reverse

from cases import panelen
from cases.enums import Rol
from cases.models import Afspraak, Notitie, Vervanging
from cases.services.afspraken import plan_afspraak
from cases.toegang import TABEL, Actie
from tests.cases.services.test_afspraken import gegevens, om
from tests.fabriek import maak_dossier
from tests.hulp import aantal_queries

OP = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("vrijdag")


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP)


@pytest.fixture
def afspraak(cast, dossier):
    return plan_afspraak(dossier=dossier, gegevens=gegevens(cast), door=cast.consulent, op=OP)


@pytest.fixture
def client(cast, inloggen):
    return inloggen(cast.consulent)


def adres(naam: str, dossier=None, **plek) -> str:
    nummer = {"nummer": dossier.nummer} if dossier else {}
    return reverse(f"cases:{naam}", kwargs={"gemeente": "diemen"} | nummer | plek)


def getypt(cast, **anders) -> dict[str, object]:
    return {
        "soort": "intake",
        "datum": "24-11-2026",
        "tijd": "9.30",
        "duur_minuten": 90,
        "plaatssoort": "azc",
        "plaats": "spreekkamer 3",
        "met": cast.consulent.pk,
        "tolk_taal": "Tigrinya",
    } | anders


def test_an_afspraak_is_planned_in_dutch_time(client, cast, dossier):
    antwoord = client.post(adres("afspraak_nieuw", dossier), getypt(cast))

    assert antwoord.url == adres("afspraken", dossier)
    rij = Afspraak.objects.get()
    assert (rij.begin, rij.duur_minuten, rij.met) == (om(date(2026, 11, 24), 9).replace(minute=30), 90, cast.consulent)
    assert "09:30" in client.get(antwoord.url).text


@pytest.mark.parametrize("anders", [{"datum": "01-01-2199"}, {"datum": "01-01-2022"}, {"tijd": "03:00"}])
def test_a_moment_that_nobody_means_is_refused_at_the_field(client, cast, dossier, anders):
    antwoord = client.post(adres("afspraak_nieuw", dossier), getypt(cast, **anders))
    assert set(antwoord.context["form"].errors) == set(anders)
    assert not dossier.afspraken.exists()


@pytest.mark.parametrize("tijd", ["25:00", "9:75", "half tien", ""])
def test_an_impossible_time_comes_back_with_the_rest_kept(client, cast, dossier, tijd):
    antwoord = client.post(adres("afspraak_nieuw", dossier), getypt(cast, tijd=tijd))

    assert antwoord.status_code == 200
    assert set(antwoord.context["form"].errors) == {"tijd"}
    assert "spreekkamer 3" in antwoord.text
    assert not Afspraak.objects.exists()


def test_only_colleagues_of_this_gemeente_can_be_chosen(client, cast, dossier):
    antwoord = client.post(adres("afspraak_nieuw", dossier), getypt(cast, met=cast.buitenstaander.pk))

    assert set(antwoord.context["form"].errors) == {"met"}


def test_the_next_one_starts_with_what_is_known(client, cast, dossier, afspraak):
    form = client.get(adres("afspraak_nieuw", dossier), {"soort": "intake", "datum": "2026-11-24"}).context["form"]

    assert {veld: form[veld].value() for veld in ("soort", "plaats", "tolk_taal", "met")} == {
        "soort": "intake",
        "plaats": "kamer 2",
        "tolk_taal": "Tigrinya",
        "met": cast.consulent.pk,
    }
    assert form["datum"].value() == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("uitkomst", "volgende"),
    [("verschenen", "dossier"), ("afgemeld", "afspraak_nieuw"), ("niet_verschenen", "afspraak_nieuw")],
)
def test_one_click_records_the_outcome_and_leads_to_the_next_step(client, dossier, afspraak, uitkomst, volgende):
    antwoord = client.post(adres("afspraak_uitkomst", dossier, pk=afspraak.pk), {"uitkomst": uitkomst})

    afspraak.refresh_from_db()
    assert afspraak.uitkomst == uitkomst
    assert antwoord.url == adres(volgende, dossier) + ("?soort=intake" if volgende == "afspraak_nieuw" else "")


def test_another_app_may_name_the_next_page(client, dossier, afspraak, monkeypatch):
    monkeypatch.setattr(panelen, "_VERVOLG", [lambda rij: "", lambda rij: f"/verslag/{rij.pk}/"])

    antwoord = client.post(adres("afspraak_uitkomst", dossier, pk=afspraak.pk), {"uitkomst": "verschenen"})
    assert antwoord.url == f"/verslag/{afspraak.pk}/"


def test_an_unknown_outcome_is_refused(client, dossier, afspraak):
    for waarde in ("geannuleerd", "", "x"):
        antwoord = client.post(adres("afspraak_uitkomst", dossier, pk=afspraak.pk), {"uitkomst": waarde})
        assert antwoord.status_code == 400
    afspraak.refresh_from_db()
    assert afspraak.uitkomst == ""


def test_the_interpreter_is_ordered_and_then_confirmed_with_one_click_each(client, dossier, afspraak):
    pagina = adres("afspraken", dossier)
    assert "Tolk besteld" in client.get(pagina).text
    client.post(adres("afspraak_tolk", dossier, pk=afspraak.pk), {"stand": "besteld"})
    assert "Tolk bevestigd" in client.get(pagina).text
    client.post(adres("afspraak_tolk", dossier, pk=afspraak.pk), {"stand": "bevestigd"})

    afspraak.refresh_from_db()
    assert afspraak.tolk_stand == "bevestigd"


def test_changing_the_moment_says_that_the_interpreter_must_be_ordered_again(client, cast, dossier, afspraak):
    client.post(adres("afspraak_tolk", dossier, pk=afspraak.pk), {"stand": "besteld"})
    antwoord = client.post(adres("afspraak_wijzigen", dossier, pk=afspraak.pk), getypt(cast), follow=True)

    assert "bestel opnieuw" in antwoord.text
    afspraak.refresh_from_db()
    assert (afspraak.plaats, afspraak.tolkopdracht) == ("spreekkamer 3", None)


def test_cancelling_says_to_cancel_the_interpreter_too(client, dossier, afspraak):
    client.post(adres("afspraak_tolk", dossier, pk=afspraak.pk), {"stand": "besteld"})
    antwoord = client.post(adres("afspraak_annuleren", dossier, pk=afspraak.pk), {"reden": "AZC dicht"}, follow=True)

    assert "Bestel ook de tolk af" in antwoord.text
    assert "geannuleerd door de gemeente" in antwoord.text


def test_an_afspraak_of_another_dossier_is_not_found(client, cast, afspraak):
    ander = maak_dossier(cast.gemeente, cast.consulent, op=OP)

    assert client.get(adres("afspraak", ander, pk=afspraak.pk)).status_code == 404


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in TABEL[Actie.DOSSIER_BEWERKEN]])
def test_other_roles_change_nothing(cast, inloggen, dossier, afspraak, rol):
    client = inloggen(cast.met_rol(rol))
    for naam in ("afspraak_uitkomst", "afspraak_tolk", "afspraak_annuleren", "afspraak_wijzigen"):
        assert client.post(adres(naam, dossier, pk=afspraak.pk)).status_code == 403
    for naam in ("afspraak_nieuw", "notitie_op_dossier"):
        assert client.post(adres(naam, dossier)).status_code == 403


def test_the_tab_costs_the_same_with_3_and_with_100_rows(client, cast, dossier):
    def vul(aantal: int) -> None:
        for _ in range(aantal):
            Afspraak.objects.create(dossier=dossier, **gegevens(cast))
            Notitie.objects.create(dossier=dossier, tekst="gebeld", door=cast.collega)

    vul(3)
    voor = [aantal_queries(client, pagina) for pagina in (adres("afspraken", dossier), adres("agenda"))]
    vul(97)
    assert [aantal_queries(client, pagina) for pagina in (adres("afspraken", dossier), adres("agenda"))] == voor


def test_the_agenda_holds_own_appointments_and_those_of_whom_one_replaces(client, cast, dossier, afspraak):
    Afspraak.objects.create(dossier=dossier, **gegevens(cast, met=cast.collega, plaats="bij de collega"))
    Afspraak.objects.create(dossier=dossier, **gegevens(cast, begin=om(date(2026, 11, 27), 9), plaats="volgende week"))
    tekst = client.get(adres("agenda")).text
    assert ("kamer 2" in tekst, "bij de collega" in tekst, "volgende week" in tekst) == (True, False, False)

    Vervanging.objects.create(gemeente=cast.gemeente, afwezige=cast.collega, vervanger=cast.consulent, van=OP, tot=OP)
    assert "bij de collega" in client.get(adres("agenda")).text
    assert "volgende week" in client.get(adres("agenda"), {"van": "2026-11-24"}).text
    assert "volgende week" not in client.get(adres("agenda"), {"van": "2026-11-26", "periode": "dag"}).text
    assert client.get(adres("agenda"), {"van": "9999-12-31"}).status_code == 200


def test_a_note_from_any_page_keeps_the_text_while_the_dossier_is_chosen(client, cast, dossier):
    getikt = {"tekst": "Belt morgen terug", "soort": "belnotitie", "zoek": "Tesfai", "gezocht": "", "dossier": ""}
    keuze = client.post(adres("notitie_nieuw"), getikt)
    assert keuze.status_code == 200
    assert "Belt morgen terug" in keuze.text
    assert dossier.nummer in keuze.text
    assert not Notitie.objects.exists()

    client.post(adres("notitie_nieuw"), getikt | {"gezocht": "Tesfai", "dossier": dossier.nummer})
    notitie = Notitie.objects.get()
    assert (notitie.dossier, notitie.tekst, notitie.door) == (dossier, "Belt morgen terug", cast.consulent)


def test_a_dossier_chosen_before_another_search_does_not_get_the_note(client, cast, dossier):
    ander = maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam="Haile", voornamen="Yonas")
    begin = client.get(adres("notitie_nieuw"), {"dossier": dossier.nummer})
    assert begin.context["form"]["dossier"].value() == dossier.nummer

    getikt = {"tekst": "Over Yonas", "soort": "notitie", "dossier": dossier.nummer, "zoek": "Haile", "gezocht": ""}
    keuze = client.post(adres("notitie_nieuw"), getikt)

    assert not Notitie.objects.exists()
    assert keuze.context["form"]["dossier"].value() == ander.nummer


def test_the_note_page_offers_what_was_opened_last_and_nothing_hidden(client, cast, inloggen, dossier):
    assert dossier.nummer not in client.get(adres("notitie_nieuw")).text
    client.get(adres("afspraken", dossier))
    assert dossier.nummer in client.get(adres("notitie_nieuw")).text

    dossier.extra_beschermd = True
    dossier.save()
    assert dossier.nummer not in client.get(adres("notitie_nieuw"), {"dossier": dossier.nummer}).text


def test_a_reminder_without_a_day_comes_back_with_its_text(client, dossier):
    antwoord = client.post(adres("notitie_op_dossier", dossier), {"tekst": "DUO bellen", "soort": "herinnering"})

    assert "Kies een dag" in antwoord.text
    assert "DUO bellen" in antwoord.text


def test_a_reminder_is_dealt_with_from_the_werkvoorraad(client, cast, dossier):
    client.post(
        adres("notitie_op_dossier", dossier), {"tekst": "DUO bellen", "soort": "wacht_op", "datum": "20-11-2026"}
    )
    notitie = Notitie.objects.get()
    assert "DUO bellen" in client.get(adres("werkvoorraad")).text

    antwoord = client.post(adres("notitie_afgehandeld", dossier, pk=notitie.pk), {"terug": "werkvoorraad"}, follow=True)
    assert antwoord.redirect_chain[0][0] == adres("werkvoorraad")
    assert "DUO bellen" not in antwoord.text


@pytest.mark.parametrize(("dag", "knoppen"), [(20, ["verschenen", "afgemeld", "niet_verschenen"]), (24, ["afgemeld"])])
def test_only_an_apology_can_come_before_the_day(cast, client, dossier, dag, knoppen):
    plan_afspraak(
        dossier=dossier, gegevens=gegevens(cast, begin=om(date(2026, 11, dag), 14)), door=cast.consulent, op=OP
    )

    pagina = client.get(adres("afspraken", dossier)).content.decode()

    uitkomsten = ("verschenen", "afgemeld", "niet_verschenen")
    assert [uitkomst for uitkomst in uitkomsten if f'name="uitkomst" value="{uitkomst}"' in pagina] == knoppen
