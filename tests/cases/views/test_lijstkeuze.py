"""Filters under a name of one's own, the one to begin with, and the columns that somebody wants to see."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from cases.enums_werk import Lijst
from cases.lijsten import KOLOMMEN
from cases.models import Kolomkeuze, Lijstfilter
from cases.services.lijstkeuze import MEESTE_FILTERS, LijstFout, bewaar_filter, kolommen_van
from tests.cases.views.test_werkvoorraad import op_weg_naar_pip
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")


def adres(naam: str = "lijstkeuze", lijst: str | None = "werkvoorraad", vraag: str = "") -> str:
    argumenten = {"gemeente": "diemen"} | ({"lijst": lijst} if naam == "lijstkeuze" else {})
    return reverse(f"cases:{naam}", kwargs=argumenten) + vraag


def bewaar(client, vraag: str, naam: str = "mijn PIP's", lijst: str = "werkvoorraad", **velden):
    return client.post(adres(lijst=lijst, vraag=vraag), {"naam": naam, "bewaar": "ja"} | velden, follow=True)


def test_a_filter_is_kept_under_a_name_and_is_a_link_above_the_list(cast, inloggen):
    client = inloggen(cast.consulent)
    assert "Het filter is bewaard." in bewaar(client, "?wie=alle&soort=PIP&na=12").text

    assert Lijstfilter.objects.get().vraag == "wie=alle&soort=PIP"
    lijst = client.get(adres("werkvoorraad", vraag="?wie=alle&soort=PIP"))
    assert [(rij["label"], rij["actief"]) for rij in lijst.context["bewaard"]] == [("mijn PIP's", True)]
    assert "wiens werk: alle; soort: PIP vaststellen" in client.get(adres(vraag="?wie=alle&soort=PIP")).text
    assert inloggen(cast.collega).get(adres()).context["filters"] == []


def test_what_is_no_choice_of_the_filter_is_not_kept(cast, inloggen):
    client = inloggen(cast.consulent)
    antwoord = bewaar(client, "?q=Tesfay&consulent=999999&soort=Tesfay")

    assert "Kies eerst een filter boven de lijst" in antwoord.text
    bewaar(client, f"?naam=Tesfay&consulent={cast.collega.pk}")
    assert Lijstfilter.objects.get().vraag == f"consulent={cast.collega.pk}"


def test_the_list_begins_with_the_default_until_another_choice(cast, inloggen):
    client = inloggen(cast.teamleider)
    bewaar(client, "?wie=zonder", "zonder", standaard="on")
    bewaar(client, "?wie=team", "team", standaard="on")
    assert list(Lijstfilter.objects.filter(standaard=True).values_list("naam", flat=True)) == ["team"]

    opnieuw = inloggen(cast.teamleider)
    assert opnieuw.get(adres("werkvoorraad")).url == adres("werkvoorraad", vraag="?wie=team")
    opnieuw.get(adres("werkvoorraad", vraag="?wie=alle"))
    assert opnieuw.get(adres("werkvoorraad")).url.endswith("?wie=alle")


def test_a_filter_is_made_the_default_and_thrown_away_by_its_owner_only(cast, inloggen):
    client = inloggen(cast.consulent)
    bewaar(client, "?consulent=geen", "los", lijst="dossiers")
    rij = Lijstfilter.objects.get()
    for nummer in (rij.pk, "x", "9" * 30):
        assert inloggen(cast.collega).post(adres(lijst="dossiers"), {"verwijder": nummer}).status_code == 404

    client.post(adres(lijst="dossiers"), {"standaard_nu": rij.pk})
    assert inloggen(cast.consulent).get(adres("dossiers")).url.endswith("?consulent=geen")
    client.post(adres(lijst="dossiers"), {"verwijder": rij.pk})
    assert not Lijstfilter.objects.exists()
    assert client.get(adres(lijst="agenda")).status_code == 404


def test_the_same_name_is_replaced_and_there_is_an_end_to_them(cast, diemen):
    wie = {"medewerker": cast.consulent, "gemeente": diemen, "lijst": Lijst.DOSSIERS, "standaard": False}
    for nummer in range(MEESTE_FILTERS):
        bewaar_filter(naam=f"filter {nummer}", vraag="consulent=geen", **wie)
    bewaar_filter(naam="filter 3", vraag="sorteer=nieuwste", **wie)
    with pytest.raises(LijstFout, match="Verwijder er eerst een"):
        bewaar_filter(naam="nog een", vraag="consulent=geen", **wie)

    assert Lijstfilter.objects.count() == MEESTE_FILTERS
    assert Lijstfilter.objects.get(naam="filter 3").vraag == "sorteer=nieuwste"


@pytest.mark.django_db(transaction=True)
def test_two_windows_at_once_leave_one_default(cast, diemen):
    def bewaar_een(naam):
        try:
            bewaar_filter(
                medewerker=cast.consulent, gemeente=diemen, lijst=Lijst.DOSSIERS,
                naam=naam, vraag="consulent=geen", standaard=True,
            )  # fmt: skip
        finally:
            connection.close()

    draden = [threading.Thread(target=bewaar_een, args=(naam,)) for naam in ("een", "twee", "drie")]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert (Lijstfilter.objects.count(), Lijstfilter.objects.filter(standaard=True).count()) == (3, 1)


def test_columns_are_remembered_per_person_on_every_screen(cast, inloggen):
    op_weg_naar_pip(cast, cast.consulent, VANDAAG, "Eigen")
    client = inloggen(cast.consulent)
    keuze = {"kolommen": ["consulent", "dossier"], "kolommen_bewaren": "ja"}
    client.post(adres(), keuze)
    client.post(adres(), keuze)

    pagina = inloggen(cast.consulent).get(adres("werkvoorraad", vraag="?wie=alle")).text
    assert '<th scope="col">Dossier</th><th scope="col">Consulent</th>' in pagina
    assert '<th scope="col">Stap</th>' not in pagina
    assert '<th scope="col">Stap</th>' in inloggen(cast.collega).get(adres("werkvoorraad", vraag="?wie=alle")).text
    client.post(adres(), {"kolommen": ["onzin"], "kolommen_bewaren": "ja"})
    assert Kolomkeuze.objects.get().kolommen == ["dossier", "consulent"]


@pytest.mark.parametrize("lijst", list(Lijst))
def test_every_column_can_be_left_out(cast, inloggen, lijst):
    op_weg_naar_pip(cast, cast.consulent, VANDAAG, "Eigen")
    maak_dossier(cast.gemeente, None, op=VANDAAG)
    client = inloggen(cast.teamleider)

    for gekozen in ([], [kolom.sleutel for kolom in KOLOMMEN[lijst]]):
        client.post(adres(lijst=lijst.value), {"kolommen": gekozen, "kolommen_bewaren": "ja"})
        assert kolommen_van(medewerker=cast.teamleider, lijst=lijst) == set(gekozen)
        pagina = client.get(adres(lijst.value, vraag="?wie=alle")).text
        kop, rij = pagina.split("</thead>")[0], pagina.split("<tbody>")[1].split("</tr>")[0]
        assert kop.split("<thead>")[1].count("<th") == rij.count("<td") + rij.count("<th")
        assert all((f">{kolom.label}</th>" in kop) == (kolom.sleutel in gekozen) for kolom in KOLOMMEN[lijst])
