"""Registering by hand: search first, refuse what is double, and never disclose who is hidden."""

from datetime import date

import pytest

from cases.models import Dossier
from tests.fabriek import maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)
ADRES = "/diemen/dossiers/nieuw/"
ZOEK = {"zoek": "1", "achternaam": "Yusuf", "geboortedatum": "07-04-1992"}
NIEUW = {
    "registreer": "1",
    "achternaam": "Haile",
    "voornamen": "Yonas",
    "geboortedatum": "01-02-2005",
    "geslacht": "m",
    "v_nummer": "2800000001",
    "doelgroep": "ASIELSTATUSHOUDER",
    "soort": "asiel bepaalde tijd",
    "vergunning": "01-06-2026",
    "koppeling": "20-06-2026",
    "azc": "AZC Almere",
}


def test_there_is_no_form_before_a_search(cast, inloggen):
    tekst = inloggen(cast.consulent).get(ADRES).content.decode()

    assert "Eerst zoeken" in tekst
    assert "Dossier registreren</button>" not in tekst


def test_a_search_needs_a_number_or_a_name_with_the_birth_date(cast, inloggen):
    tekst = inloggen(cast.consulent).post(ADRES, {"zoek": "1", "achternaam": "Haile"}).content.decode()

    assert "of de achternaam met de geboortedatum" in tekst


def test_a_name_that_sounds_alike_with_the_same_birth_date_is_shown(cast, inloggen):
    bekend = maak_dossier(cast.gemeente, cast.collega, op=OP, achternaam="Youssouf")
    maak_dossier(cast.gemeente, cast.collega, op=OP, achternaam="Smit", voornamen="Jan")

    bekenden = inloggen(cast.consulent).post(ADRES, ZOEK).context["bekenden"]

    assert (bekenden.dossiers, bekenden.afgeschermd) == ([bekend], False)


def test_a_hidden_person_is_only_said_to_exist_to_who_knows_a_number(cast, inloggen):
    verborgen = maak_dossier(cast.gemeente, cast.collega, op=OP, achternaam="Youssouf")
    verborgen.extra_beschermd = True
    verborgen.save()

    assert not inloggen(cast.consulent).post(ADRES, ZOEK).context["bekenden"]
    nummer = {"v_nummer": verborgen.inburgeraar.v_nummer}
    tekst = inloggen(cast.consulent).post(ADRES, ZOEK | nummer).content.decode()

    assert "Vraag de teamleider" in tekst
    assert verborgen.nummer not in tekst
    assert "Youssouf" not in tekst


def test_a_match_in_another_gemeente_is_never_disclosed(cast, inloggen, uithoorn):
    maak_dossier(uithoorn, cast.buitenstaander, op=OP, achternaam="Youssouf")

    assert not inloggen(cast.consulent).post(ADRES, ZOEK).context["bekenden"]


def test_the_person_the_dossier_and_the_first_facts_are_made_together(cast, inloggen):
    antwoord = inloggen(cast.consulent).post(ADRES, {**NIEUW, "op_mijn_naam": "on"})

    dossier = Dossier.objects.get(inburgeraar__v_nummer="2800000001")
    assert antwoord["Location"] == f"/diemen/dossiers/{dossier.nummer}/"
    assert (dossier.consulent, dossier.regime) == (cast.consulent, "WI2021")
    assert set(dossier.gebeurtenissen.feiten().values_list("soort", "datum")) == {
        ("DOELGROEP", date(2026, 6, 1)),
        ("VERBLIJFSVERGUNNING", date(2026, 6, 1)),
        ("KOPPELING", date(2026, 6, 20)),
    }


def test_a_permit_before_2022_is_the_act_of_2013(cast, inloggen):
    inloggen(cast.consulent).post(ADRES, {**NIEUW, "vergunning": "31-12-2021"})

    assert Dossier.objects.get(inburgeraar__v_nummer="2800000001").regime == "WI2013"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"v_nummer": ""}, "Vul een BSN of een V-nummer in"),
        ({"bsn": "123456789"}, "geen geldig BSN"),
        ({"geboortedatum": "01-02-2027"}, "ligt in de toekomst"),
        ({"koppeling": "21-11-2026"}, "ligt in de toekomst"),
        ({"soort": ""}, "Kies bij deze datum de soort vergunning"),
        ({"achternaam": "x" * 121}, "120"),
        ({"nationaliteit": "Poolse"}, "niet inburgeringsplichtig (artikel 3"),
    ],
)
def test_a_fault_stores_nothing_and_keeps_what_was_typed(cast, inloggen, anders, zin):
    tekst = inloggen(cast.consulent).post(ADRES, {**NIEUW, **anders}).content.decode()

    assert zin in tekst
    assert 'value="Yonas"' in tekst
    assert not Dossier.objects.exists()


def test_a_number_that_is_taken_is_refused_at_its_field(cast, inloggen):
    client = inloggen(cast.consulent)
    client.post(ADRES, NIEUW)

    antwoord = client.post(ADRES, NIEUW)

    assert antwoord.context["form"].errors["v_nummer"] == ["In deze gemeente staat al iemand met dit V-nummer."]
    assert Dossier.objects.count() == 1


def test_who_may_only_read_cannot_register(cast, inloggen):
    assert inloggen(cast.raadpleger).get(ADRES).status_code == 403
    assert inloggen(cast.niemand).get(ADRES).status_code == 404
