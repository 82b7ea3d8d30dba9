"""The pages of the gesprekken: from planning to agreements in one journey, the list of the team, and the roles."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Afspraak, Dossier
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.bescherming import bescherm
from cases.services.termijnen import dossierfeiten_van
from pip_plans.gesprekken.models import Gesprekkenreeks, Gespreksafspraak, Gespreksverslag
from pip_plans.gesprekken.services.verslag import schrijf_verslag
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .bouw import gehouden, met_pip, plan


@pytest.fixture(autouse=True)
def vandaag(monkeypatch):
    """The edge asks the clock; here it is 20 November 2026."""
    for plek in (
        "pip_plans.gesprekken.views.lijst",
        "cases.views.dossier_beeld",
        "cases.views.afspraken",
        "cases.views.werkvoorraad",
    ):
        monkeypatch.setattr(f"{plek}.vandaag", lambda: VANDAAG)


@pytest.fixture
def dossier(cast):
    return met_pip(cast)


def adres(naam: str, dossier: Dossier | None = None, app: str = "gesprekken", **delen: object) -> str:
    nummer = {"nummer": dossier.nummer} if dossier else {}
    return reverse(f"{app}:{naam}", kwargs={"gemeente": "diemen", **nummer, **delen})


def stappen(dossier: Dossier, cast, op: date = VANDAAG) -> list[str]:
    feiten = dossierfeiten_van(dossier)
    beeld = Dossierbeeld(dossier, feiten, list(dossier.termijnen.all()), cast.consulent, op)
    return [stap.titel for stap in wat_nu(beeld)]


def test_from_the_pip_to_agreements_that_come_in_the_werkvoorraad(cast, inloggen, dossier):
    client = inloggen(cast.consulent)
    tab = client.get(adres("overzicht", dossier)).content.decode()
    assert "Er is geen volgend gesprek gepland" in tab
    assert "Voortgangsgesprek plannen" in stappen(dossier, cast)

    nieuw = f"{adres('afspraak_nieuw', dossier, app='cases')}?soort=voortgang"
    velden = {
        "soort": "voortgang", "datum": "20-11-2026", "tijd": "09:00", "duur_minuten": "60", "tolk_taal": "",
        "plaatssoort": "gemeentehuis", "plaats": "kamer 2", "met": cast.consulent.pk,
    }  # fmt: skip
    client.post(nieuw, velden)
    rij = Afspraak.objects.get(soort="voortgang")
    assert "Voortgangsgesprek plannen" not in stappen(dossier, cast)
    na = client.post(adres("afspraak_uitkomst", dossier, app="cases", pk=rij.pk), {"uitkomst": "verschenen"})
    assert na.url == adres("gesprek", dossier, pk=rij.pk)
    assert any(stap.startswith("Verslag schrijven") for stap in stappen(dossier, cast))

    client.post(na.url, {"verslag": "Het gaat goed op school.", "revisie": "0"})
    afspraak = {"wat": "Zoekt een taalmaatje", "eigenaar": cast.consulent.pk, "uiterlijk": "01-12-2026"}
    client.post(adres("afspreken", dossier, pk=rij.pk), afspraak | {"door_inburgeraar": "on"})

    assert not any(stap.startswith("Verslag schrijven") for stap in stappen(dossier, cast))
    assert "Voortgangsgesprek plannen" in stappen(dossier, cast)
    werk = client.get(adres("werkvoorraad", app="cases")).content.decode()
    assert "Navragen: Zoekt een taalmaatje (uiterlijk 01-12-2026)" in werk
    gemaakt = Gespreksafspraak.objects.get()
    client.post(adres("afhandelen", dossier, pk=gemaakt.pk), {"uitkomst": "nagekomen"})
    assert "taalmaatje" not in client.get(adres("werkvoorraad", app="cases")).content.decode()
    assert "Zoekt een taalmaatje" in client.get(adres("overzicht", dossier)).content.decode()


def test_a_talk_that_comes_asks_for_an_invitation_until_there_is_a_letter_for_that_moment(cast, inloggen, dossier):
    rij = plan(cast, dossier, date(2027, 5, 3), tolk_taal="Tigrinya")
    assert "Uitnodigen voor het voortgangsgesprek" in stappen(dossier, cast)

    client = inloggen(cast.consulent)
    brief = adres("brief_schrijven", dossier, app="cases", soort="uitnodiging")
    client.post(brief, {"afspraak": rij.pk, "partijen": ["inburgeraar", "tolk"], "opstellen": "1"})
    assert "Uitnodigen voor het voortgangsgesprek" not in stappen(dossier, cast)
    assert "Tolk Tigrinya bestellen" in " ".join(stappen(dossier, cast))

    rij.begin = rij.begin.replace(hour=13)
    rij.save()
    assert "Uitnodigen voor het voortgangsgesprek" in stappen(dossier, cast)


def test_who_did_not_come_is_judged_and_then_a_new_talk_is_planned(cast, inloggen, dossier):
    client, rij = inloggen(cast.consulent), plan(cast, dossier, VANDAAG)
    na = client.post(adres("afspraak_uitkomst", dossier, app="cases", pk=rij.pk), {"uitkomst": "niet_verschenen"})
    assert na.url == adres("verzuim", dossier, pk=rij.pk)
    assert any(stap.startswith("Verzuim beoordelen") for stap in stappen(dossier, cast))

    leeg = client.post(na.url, {"verzuim": ""})
    verder = client.post(na.url, {"verzuim": "ongeoorloofd", "reden": "Geen bericht, niet bereikbaar"})

    assert leeg.status_code == 422
    assert verder.url == f"{adres('afspraak_nieuw', dossier, app='cases')}?soort=voortgang"
    tab = client.get(adres("overzicht", dossier)).content.decode()
    assert "ongeoorloofd (Geen bericht, niet bereikbaar)" in tab
    assert adres("overzicht", dossier, app="handhaving") in tab


def test_a_colleague_who_saved_first_is_shown_beside_what_was_typed(cast, inloggen, dossier):
    rij = gehouden(cast, dossier, VANDAAG)
    schrijf_verslag(gesprek=rij, verslag="Van de collega", revisie=0, door=cast.collega, op=VANDAAG)
    client = inloggen(cast.consulent)

    botst = client.post(adres("gesprek", dossier, pk=rij.pk), {"verslag": "Van mij", "revisie": "0"})
    pagina = botst.content.decode()
    assert botst.status_code == 409
    assert "Van de collega" in pagina
    assert "Van mij" in pagina
    assert 'name="revisie" value="1"' in pagina

    client.post(adres("gesprek", dossier, pk=rij.pk), {"verslag": "Van ons samen", "revisie": "1"})
    assert Gespreksverslag.objects.get().verslag == "Van ons samen"


def lijst(client, **vraag):
    return client.get(adres("lijst"), vraag).context["regels"]


def test_the_list_says_who_has_nothing_planned_who_is_due_and_what_lacks_a_report(cast, inloggen, dossier):
    client = inloggen(cast.collega)
    assert [(rij.dossier, laat) for rij, laat, _ in lijst(client)] == [(dossier, False)]
    assert lijst(client, lijst="aan_de_beurt") == []
    assert lijst(client, lijst="zonder_verslag") == []
    assert lijst(client, lijst="niet_gepland", wie="mijn") == []
    assert len(lijst(client, lijst="alle", wie="team")) == 1

    Gesprekkenreeks.objects.update(uiterlijk=date(2026, 11, 19))
    assert [laat for _, laat, _ in lijst(client, lijst="aan_de_beurt")] == [True]
    rij = plan(cast, dossier, date(2026, 12, 1))
    assert lijst(client, lijst="niet_gepland") == []
    assert [(regel.gepland, geweest) for regel, _, geweest in lijst(client, lijst="aan_de_beurt")] == [
        (rij.begin, False)
    ]
    eerder = plan(cast, dossier, date(2026, 11, 19))
    assert [(regel.gepland, geweest) for regel, _, geweest in lijst(client, lijst="alle")] == [(eerder.begin, True)]
    gehouden(cast, dossier, VANDAAG)
    assert len(lijst(client, lijst="zonder_verslag")) == 1


def test_somebody_without_a_pip_or_with_a_closed_dossier_is_not_in_the_list(cast, inloggen, dossier):
    maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    Dossier.objects.filter(pk=dossier.pk).update(status="afgesloten")

    assert lijst(inloggen(cast.teamleider), lijst="alle") == []


def test_roles_outsiders_and_protected_dossiers(cast, inloggen, dossier):
    rij = gehouden(cast, dossier, VANDAAG)
    schrijf_verslag(gesprek=rij, verslag="Het gaat goed", revisie=0, door=cast.consulent, op=VANDAAG)
    gesprek, verslag = adres("gesprek", dossier, pk=rij.pk), {"verslag": "Anders", "revisie": "1"}

    lezer = inloggen(cast.raadpleger)
    assert "Het gaat goed" in lezer.get(gesprek).content.decode()
    assert lezer.post(gesprek, verslag).status_code == 403
    assert lezer.get(adres("afspreken", dossier, pk=rij.pk)).status_code == 403
    assert inloggen(cast.financien).get(adres("lijst")).status_code == 403
    assert inloggen(cast.buitenstaander).get(gesprek).status_code == 404
    ander = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    assert inloggen(cast.consulent).get(adres("gesprek", ander, pk=rij.pk)).status_code == 404

    bescherm(dossier=dossier, mensen=[cast.consulent], reden="Veiligheid", door=cast.teamleider, op=VANDAAG)
    assert inloggen(cast.collega).get(gesprek).status_code == 404
    assert lijst(inloggen(cast.collega)) == []


def test_an_agreement_is_only_in_the_werkvoorraad_of_its_owner(cast, inloggen, dossier):
    rij = gehouden(cast, dossier, VANDAAG)
    velden = {"wat": "Belt DUO", "eigenaar": cast.collega.pk, "uiterlijk": "20-11-2026"}
    inloggen(cast.consulent).post(adres("afspreken", dossier, pk=rij.pk), velden)

    assert "Belt DUO" in inloggen(cast.collega).get(adres("werkvoorraad", app="cases")).content.decode()
    assert "Belt DUO" not in inloggen(cast.consulent).get(adres("werkvoorraad", app="cases")).content.decode()


@pytest.mark.parametrize("dag", ["01-01-0001", "31-12-2199", "", "morgen", "19-11-2026"])
def test_absurd_days_of_an_agreement(cast, inloggen, dossier, dag):
    rij = gehouden(cast, dossier, VANDAAG)
    velden = {"wat": "Belt DUO", "eigenaar": cast.consulent.pk, "uiterlijk": dag}
    antwoord = inloggen(cast.consulent).post(adres("afspreken", dossier, pk=rij.pk), velden)

    assert antwoord.status_code == (302 if dag == "31-12-2199" else 422)
