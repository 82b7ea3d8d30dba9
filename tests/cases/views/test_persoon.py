"""The person and his gezin; two people who edit at once lose nothing."""

from datetime import date

import pytest

from cases.models import Dossiertoegang
from cases.services.dossiers import versie, wijzig_persoon
from tests.fabriek import maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam="Tesfay", telefoon="0611111111")


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/"


def invoer(dossier, **anders):
    persoon = dossier.inburgeraar
    return {
        "voornamen": persoon.voornamen,
        "achternaam": persoon.achternaam,
        "geboortedatum": "07-04-1992",
        "geslacht": "v",
        "voorkeurstaal": "Tigrinya",
        "tolk_nodig": "on",
        "telefoon": persoon.telefoon,
        "versie": versie(persoon),
    } | anders


def test_a_change_is_stored_and_told_by_field_not_by_value(cast, inloggen, dossier, adres):
    inloggen(cast.consulent).post(f"{adres}persoon/wijzigen/", invoer(dossier, telefoon="0622222222"))

    dossier.inburgeraar.refresh_from_db()
    assert dossier.inburgeraar.telefoon == "0622222222"
    assert dossier.inburgeraar.v_nummer
    gebeurtenis = dossier.gebeurtenissen.get(soort="PERSOON_GEWIJZIGD")
    assert gebeurtenis.gegevens == {"velden": "geslacht, telefoon"}


def test_the_numbers_are_not_on_the_screen_of_the_form(cast, inloggen, dossier, adres):
    dossier.inburgeraar.bsn = "999405615"
    dossier.inburgeraar.save()

    assert "999405615" not in inloggen(cast.consulent).get(f"{adres}persoon/wijzigen/").content.decode()


def test_who_comes_second_sees_what_the_first_changed_and_keeps_what_she_typed(cast, inloggen, dossier, adres):
    mijn = invoer(dossier, straat="Meerkoet", huisnummer="58")
    wijzig_persoon(dossier=dossier, persoon={"telefoon": "0633333333"}, door=cast.collega, op=OP)
    client = inloggen(cast.consulent)

    scherm = client.post(f"{adres}persoon/wijzigen/", mijn)
    tekst = scherm.content.decode()

    assert "Een collega heeft deze persoon intussen gewijzigd" in tekst
    assert "0633333333" in tekst
    assert 'value="Meerkoet"' in tekst
    dossier.inburgeraar.refresh_from_db()
    assert (dossier.inburgeraar.telefoon, dossier.inburgeraar.straat) == ("0633333333", "")

    opnieuw = mijn | {"versie": scherm.context["form"]["versie"].value(), "telefoon": "0633333333"}
    assert client.post(f"{adres}persoon/wijzigen/", opnieuw).status_code == 302
    dossier.inburgeraar.refresh_from_db()
    assert (dossier.inburgeraar.telefoon, dossier.inburgeraar.straat) == ("0633333333", "Meerkoet")


def test_two_people_become_one_gezin_by_dossier_number(cast, inloggen, dossier, adres):
    partner = maak_dossier(cast.gemeente, cast.collega, op=OP, achternaam="Haile")

    inloggen(cast.consulent).post(f"{adres}gezin/", {"koppel": "1", "nummer": partner.nummer, "gezinsrol": "partner"})

    for rij in (dossier, partner):
        rij.inburgeraar.refresh_from_db()
    assert dossier.inburgeraar.gezin == partner.inburgeraar.gezin
    assert dossier.inburgeraar.gezin.kenmerk == "G-2026-0001"
    tekst = inloggen(cast.consulent).get(f"{adres}persoon/").content.decode()
    assert partner.nummer in tekst


def test_a_hidden_member_is_neither_shown_nor_found(cast, inloggen, dossier, adres):
    kind = maak_dossier(cast.gemeente, cast.collega, op=OP, achternaam="Verborgen")
    kind.extra_beschermd = True
    kind.save()
    client = inloggen(cast.consulent)
    koppel = {"koppel": "1", "nummer": kind.nummer, "gezinsrol": "kind"}
    assert "niet gevonden" in client.post(f"{adres}gezin/", koppel).content.decode()

    for rij in (dossier, kind):
        wijzig_persoon(dossier=rij, persoon={"gezin": _gezin(dossier)}, door=None, op=OP)
    assert kind.nummer not in client.get(f"{adres}persoon/").content.decode()

    Dossiertoegang.objects.create(dossier=kind, medewerker=cast.consulent, reden="doet het gezin")
    assert kind.nummer in client.get(f"{adres}persoon/").content.decode()


def _gezin(dossier):
    return dossier.gemeente.gezinnen.get_or_create(kenmerk="G9")[0]


def test_one_of_the_two_ways_into_a_gezin_is_asked_for(cast, inloggen, dossier, adres):
    client = inloggen(cast.consulent)

    for velden in ({}, {"kenmerk": "G1", "nummer": "D-2026-0001"}):
        antwoord = client.post(f"{adres}gezin/", {"koppel": "1", "gezinsrol": "kind", **velden})
        assert "Vul één van de twee in" in antwoord.content.decode()


def test_out_of_the_gezin_again(cast, inloggen, dossier, adres):
    client = inloggen(cast.consulent)
    client.post(f"{adres}gezin/", {"koppel": "1", "kenmerk": "G001", "gezinsrol": "aanvrager"})

    zonder = client.post(f"{adres}persoon/gezin/verlaten/", {"vanaf": "21-11-2026", "reden": ""}).content.decode()
    assert "Schrijf op waarom deze persoon uit het gezin gaat." in zonder
    assert "Deze datum ligt in de toekomst." in zonder
    client.post(f"{adres}persoon/gezin/verlaten/", {"vanaf": "20-11-2026", "reden": "woont apart"})

    dossier.inburgeraar.refresh_from_db()
    assert (dossier.inburgeraar.gezin, dossier.inburgeraar.gezinsrol) == (None, "")
