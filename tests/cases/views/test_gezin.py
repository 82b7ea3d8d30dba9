"""The page of a gezin shows what this reader may see, and nothing of who is hidden."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from cases.enums import Gezinsrol, Notitiesoort
from cases.models import Afspraak, Gezinskind, Inzage
from cases.services.bescherming import bescherm
from cases.services.gezinnen import voeg_toe_bij
from cases.services.notities import schrijf_notitie
from tests.fabriek import asielstatushouder, maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)
BEGIN = timezone.make_aware(datetime(2026, 11, 24, 9))  # noqa: DTZ001  (made aware here)


@pytest.fixture
def gezin(cast):
    een = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 11, 2), kennisgeving=date(2026, 11, 1))
    leden = [een, *(maak_dossier(cast.gemeente, cast.collega, op=OP, achternaam=n) for n in ("Partner", "Onvindbaar"))]
    for lid, rol in zip(leden[1:], (Gezinsrol.PARTNER, Gezinsrol.OVERIG), strict=True):
        voeg_toe_bij(dossier=lid, ander=een, rol=rol, door=cast.consulent, op=OP)
        schrijf_notitie(
            dossier=lid, tekst="vertelde iets in vertrouwen", soort=Notitiesoort.NOTITIE, door=cast.collega, op=OP
        )
        Afspraak.objects.create(dossier=lid, soort="intake", begin=BEGIN, plaatssoort="thuis", met=cast.collega)
    bescherm(dossier=leden[2], mensen=[cast.collega], reden="dreiging", door=cast.collega, op=OP)
    return leden


@pytest.fixture
def adres(gezin):
    return f"/diemen/dossiers/{gezin[0].nummer}/persoon/gezin/"


def plan(cast, gezin, **anders):
    return {
        "voor": [lid.nummer for lid in gezin],
        "soort": "intake",
        "na_elkaar": "ja",
        "datum": "24-11-2026",
        "tijd": "9:30",
        "duur_minuten": "60",
        "pauze_minuten": "",
        "plaatssoort": "gemeentehuis",
        "met": str(cast.consulent.pk),
    } | anders


def test_the_page_shows_members_and_planning_but_no_notes_and_nobody_hidden(cast, inloggen, gezin, adres):
    een, partner, verborgen = gezin
    tekst = inloggen(cast.consulent).get(adres).content.decode()

    assert {naam: naam in tekst for naam in (een.nummer, partner.nummer, "Intakegesprek", "PIP vaststellen")} == {
        een.nummer: True, partner.nummer: True, "Intakegesprek": True, "PIP vaststellen": True
    }  # fmt: skip
    assert [woord for woord in ("vertrouwen", "Onvindbaar", verborgen.nummer) if woord in tekst] == []
    gezien = Inzage.objects.filter(wat="gezin").values_list("dossier", flat=True)
    assert set(gezien) == {een.pk, partner.pk}
    assert "Onvindbaar" in inloggen(cast.collega).get(adres).content.decode()


def test_a_hidden_member_cannot_be_chosen(cast, inloggen, gezin, adres):
    antwoord = inloggen(cast.consulent).post(f"{adres}afspraken/", plan(cast, gezin[2:]))

    assert antwoord.status_code == 200
    assert "voor" in antwoord.context["form"].errors
    assert gezin[2].inburgeraar.naam not in antwoord.content.decode()


def test_a_clash_is_shown_first_and_then_planned_on_purpose(cast, inloggen, gezin, adres):
    client = inloggen(cast.consulent)
    eerst = client.post(f"{adres}afspraken/", plan(cast, gezin[:2], na_elkaar="nee"))

    assert "Er is nog niets gepland" in eerst.content.decode()
    assert not Afspraak.objects.filter(met=cast.consulent).exists()

    gezien = eerst.context["form"]["gezien"].value()
    assert client.post(f"{adres}afspraken/", plan(cast, gezin[:2], na_elkaar="nee", gezien=gezien)).status_code == 302
    assert set(Afspraak.objects.filter(met=cast.consulent).values_list("dossier", flat=True)) == {
        lid.pk for lid in gezin[:2]
    }


def test_the_errors_stand_at_their_fields(cast, inloggen, gezin, adres):
    client = inloggen(cast.consulent)
    individueel = plan(cast, gezin[:2], soort="individueel", na_elkaar="nee", datum="30-11-2026")
    fouten = client.post(f"{adres}afspraken/", individueel).context["form"].errors
    assert fouten["na_elkaar"] == ["Een individueel gesprek voert u met ieder apart. Kies bij ‘Hoe’: na elkaar."]

    kort = client.post(f"{adres}afspraken/", plan(cast, gezin[:1], duur_minuten="1", datum="30-11-2026"))
    assert "Een afspraak duurt 5 tot 600 minuten." in kort.content.decode()

    half = client.post(f"{adres}gegevens/", {"voor": [gezin[0].nummer], "straat": "Meerkoet"}).content.decode()
    assert "Vul het hele adres in" in half
    azc = {"voor": [gezin[0].nummer], "soort": "HUISVESTING", "datum": "01-12-2026", "azc": "AZC Almere"}
    fouten = client.post(f"{adres}feit/", azc).context["form"].errors
    assert {*fouten} == {"datum", "azc"}


def test_shared_data_and_a_shared_fact_are_shown_before_they_are_stored(cast, inloggen, gezin, adres):
    client, leden = inloggen(cast.consulent), [lid.nummer for lid in gezin[:2]]
    gegevens = {"voor": leden, "telefoon": "0612345678"}
    assert "nog niets opgeslagen" in client.post(f"{adres}gegevens/", gegevens).content.decode()
    client.post(f"{adres}gegevens/", gegevens | {"bevestig": "1"})
    feit = {"voor": leden, "soort": "BIJSTAND_INGEGAAN", "datum": "16-11-2026"}
    assert "Dit verschuift" in client.post(f"{adres}feit/", feit).content.decode()
    client.post(f"{adres}feit/", feit | {"bevestig": "1"})

    for lid in gezin:
        lid.inburgeraar.refresh_from_db()
    assert [lid.inburgeraar.telefoon for lid in gezin] == ["0612345678", "0612345678", ""]
    assert [lid.gebeurtenissen.filter(soort="BIJSTAND_INGEGAAN").count() for lid in gezin] == [1, 1, 0]


def test_a_child_is_added_and_changed_on_its_page(cast, inloggen, gezin, adres):
    client = inloggen(cast.consulent)
    fout = client.post(
        f"{adres}kinderen/nieuw/", {"naam": "Sara", "geboortedatum": "21-11-2026", "schoolsoort": "geen"}
    )
    assert "Deze datum ligt in de toekomst." in fout.content.decode()
    kind = {"naam": "Sara", "geboortedatum": "01-05-2024", "schoolsoort": "geen", "school": ""}
    client.post(f"{adres}kinderen/nieuw/", kind)
    (rij,) = Gezinskind.objects.all()
    client.post(f"{adres}kinderen/{rij.pk}/", kind | {"schoolsoort": "voorschool", "school": "De Kikker"})

    assert "Sara</bdi></a>, 2 jaar, voorschoolse educatie: De Kikker" in client.get(adres).content.decode()
    ander = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    assert client.get(f"/diemen/dossiers/{ander.nummer}/persoon/gezin/kinderen/{rij.pk}/").status_code == 404
