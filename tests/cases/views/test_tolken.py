"""The pages of interpreters and participants, and the monthly list of the teamleider."""

import pytest
from django.urls import reverse

from cases.models import Afspraak, Tolkopdracht
from cases.services import tolken
from cases.services.afspraken import plan_afspraak
from cases.services.bescherming import bescherm
from tests.cases.services.test_afspraken import OP, gegevens, om
from tests.cases.services.test_tolken import bestel, reken_af, was_er
from tests.fabriek import maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")


@pytest.fixture
def afspraak(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    return plan_afspraak(dossier=dossier, gegevens=gegevens(cast), door=cast.consulent, op=OP)


@pytest.fixture
def client(cast, inloggen):
    return inloggen(cast.consulent)


def adres(naam: str, afspraak, **plek) -> str:
    vast = {"gemeente": "diemen", "nummer": afspraak.dossier.nummer}
    return reverse(f"cases:{naam}", kwargs=vast | (plek or {"pk": afspraak.pk}))


def test_an_interpreter_goes_from_order_to_invoice_over_the_pages(client, afspraak):
    pagina = adres("tolk_bestellen", afspraak)
    assert client.get(pagina).context["form"]["taal"].value() == "Tigrinya"
    client.post(pagina, {"taal": "Tigrinya", "vorm": "telefoon", "voorkeur": "v", "bureau": "De Brug"})
    rij = Tolkopdracht.objects.get()
    client.post(adres("tolk_bevestigen", afspraak, pk=rij.pk), {"kenmerk": "DB-1"})
    client.post(adres("afspraak_uitkomst", afspraak), {"uitkomst": "verschenen"})
    client.post(adres("tolk_inzet", afspraak, pk=rij.pk), {"minuten": "55", "kosten": "1.082,50", "factuur": "F-9"})

    tekst = client.get(adres("afspraak", afspraak)).text
    assert "per telefoon, liever een vrouw, bij De Brug" in tekst
    assert "55 minuten, €\N{NO-BREAK SPACE}1.082,50 (factuur F-9)" in tekst


@pytest.mark.parametrize(
    ("getypt", "veld", "melding"),
    [
        (
            {"minuten": "55", "kosten": "82.5"},
            "kosten",
            "Schrijf het bedrag in euro’s met een komma, bijvoorbeeld 78,50.",
        ),
        ({"minuten": "55", "kosten": "82,50"}, "factuur", "Vul bij de kosten het factuurnummer in."),
        ({"minuten": "veel"}, "minuten", "Voer een geheel getal in."),
        ({"minuten": "999"}, "minuten", "Vul 0 tot 600 minuten in."),
    ],
)
def test_what_is_typed_wrong_comes_back_at_its_field(client, afspraak, getypt, veld, melding):
    opdracht = bestel(afspraak)
    was_er(afspraak)

    antwoord = client.post(adres("tolk_inzet", afspraak, pk=opdracht.pk), getypt)

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors[veld] == [melding]


def test_cancelling_asks_why(client, afspraak):
    opdracht = bestel(afspraak)

    assert client.post(adres("tolk_annuleren", afspraak, pk=opdracht.pk), {"reden": " "}).status_code == 422
    client.post(adres("tolk_annuleren", afspraak, pk=opdracht.pk), {"reden": "niet nodig"})
    assert "geannuleerd op 20 november 2026: niet nodig" in client.get(adres("afspraak", afspraak)).text


def test_participants_are_named_and_afterwards_marked(client, afspraak):
    velden = {"wie-TOTAL_FORMS": "4", "wie-INITIAL_FORMS": "1", "wie-0-hoedanigheid": "inburgeraar"}
    velden |= {"wie-1-hoedanigheid": "coa", "wie-1-naam": "Piet", "wie-1-organisatie": "AZC Almere"}
    client.post(adres("deelnemers", afspraak), velden)
    wie = Afspraak.objects.get().deelnemers.get(hoedanigheid="coa")
    client.post(adres("aanwezigheid", afspraak), {f"wie_{wie.pk}": "nee"})

    assert "Piet, AZC Almere (medewerker van het COA): was er niet" in client.get(adres("afspraak", afspraak)).text
    fout = client.post(adres("deelnemers", afspraak), velden | {"wie-2-naam": "Onbekend"})
    assert "Kies in welke hoedanigheid" in fout.text


def test_the_month_of_the_teamleider_has_totals_and_no_names(cast, inloggen, afspraak):
    opdracht = bestel(afspraak)
    was_er(afspraak)
    reken_af(opdracht)
    leider = inloggen(cast.teamleider)

    tekst = leider.get("/diemen/tolken/?maand=2026-11").text
    regels = b"".join(leider.get("/diemen/tolken.csv?maand=2026-11")).decode().splitlines()

    assert "€\N{NO-BREAK SPACE}82,50" in tekst
    assert regels[1].startswith(f"{afspraak.dossier.nummer};20-11-2026;Tigrinya;;op locatie;Tolkbureau De Brug")
    assert regels[1].endswith(";55;82,50;2026-118")
    for bron in (tekst, "".join(regels)):
        assert afspraak.dossier.inburgeraar.achternaam not in bron
    assert "Geen tolken in deze maand" in leider.get("/diemen/tolken/?maand=2026-10").text
    assert leider.get("/diemen/tolken/?maand=onzin").status_code == 200
    assert inloggen(cast.consulent).get("/diemen/tolken/").status_code == 403


def test_a_protected_dossier_counts_and_is_not_named(cast, inloggen, afspraak):
    bestel(afspraak)
    bescherm(dossier=afspraak.dossier, reden="dreiging", mensen=[], door=cast.consulent, op=OP)

    tekst = inloggen(cast.teamleider).get("/diemen/tolken/").text

    assert ("afgeschermd" in tekst, afspraak.dossier.nummer in tekst) == (True, False)


def test_the_agenda_and_wat_nu_ask_for_an_interpreter_until_he_is_confirmed(cast, client, afspraak):
    morgen = plan_afspraak(
        dossier=afspraak.dossier, gegevens=gegevens(cast, begin=om(OP.replace(day=23), 9)), door=None, op=OP
    )
    overzicht = f"/diemen/dossiers/{afspraak.dossier.nummer}/"
    assert "Tolk Tigrinya bestellen" in client.get(overzicht).text

    tolken.meld_tolk(afspraak=morgen, stand="besteld", door=None, op=OP)

    assert "Navragen of de tolk Tigrinya komt" in client.get(overzicht).text
    assert "nog te bevestigen" in client.get("/diemen/agenda/?van=2026-11-23").text
