"""The pages of what is put off and of what one was warned about."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.models import Dossiertoegang, Signaal, Uitstel
from cases.services import signalen
from cases.services.uitstel import stel_uit
from tests.cases.taken.conftest import moment
from tests.fabriek import aangesteld, asielstatushouder
from tests.hulp import aantal_queries

OP = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("vrijdag")


@pytest.fixture
def termijn(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 21), kennisgeving=date(2026, 9, 1))
    return dossier.termijnen.open().get(soort="PIP")


def adres(naam: str, termijn=None, pk: int | None = None) -> str:
    argumenten = {"gemeente": "diemen"}
    if termijn:
        argumenten |= {"nummer": termijn.dossier.nummer, "pk": pk or termijn.pk}
    return reverse(f"cases:{naam}", kwargs=argumenten)


def leg_weg(termijn, cast, tot: date = date(2026, 11, 27)) -> Uitstel:
    return stel_uit(termijn=termijn, tot=tot, reden="Wacht op DUO.", door=cast.consulent, op=OP, moment=moment(OP))


def test_who_puts_a_term_off_sees_it_leave_the_list_and_the_teamleider_sees_why(cast, inloggen, termijn):
    client = inloggen(cast.consulent)
    assert adres("uitstellen", termijn) in client.get(adres("werkvoorraad")).text

    antwoord = client.post(adres("uitstellen", termijn), {"tot": "27-11-2026", "reden": "Wacht op DUO."}, follow=True)

    assert "staat op 27-11-2026 weer in de werkvoorraad" in antwoord.text
    assert antwoord.context["regels"] == []
    lijst = inloggen(cast.teamleider).get(adres("uitgesteld"))
    assert [rij.reden for rij in lijst.context["blad"].rijen] == ["Wacht op DUO."]
    assert cast.consulent.naam in lijst.text


@pytest.mark.parametrize(
    ("tot", "reden", "zin"),
    [
        ("", "", "Vul ‘Reden’ in."),
        ("01-12-2199", "later", "de wettelijke laatste dag."),
        ("01-01-0001", "eerder", "Het jaar ligt niet tussen"),
        ("20-11-2026", "vandaag", "Kies een dag na vandaag."),
    ],
)
def test_what_cannot_be_says_why_at_the_field(cast, inloggen, termijn, tot, reden, zin):
    antwoord = inloggen(cast.consulent).post(adres("uitstellen", termijn), {"tot": tot, "reden": reden})

    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert not Uitstel.objects.exists()


def test_a_late_term_cannot_be_put_off_from_the_list(cast, inloggen):
    asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 1), kennisgeving=date(2026, 8, 1))

    antwoord = inloggen(cast.consulent).get(adres("werkvoorraad"))

    assert [regel.stand for regel in antwoord.context["regels"]] == ["te_laat"]
    assert "uitstellen/" not in antwoord.text


def test_taking_it_back_and_a_second_click(cast, inloggen, termijn):
    rij = leg_weg(termijn, cast)
    client, pad = inloggen(cast.teamleider), adres("uitstel_terughalen", termijn, rij.pk)

    assert "staat weer in de werkvoorraad" in client.post(pad, follow=True).text
    assert "stond al weer" in client.post(pad, follow=True).text
    assert client.get(adres("uitgesteld")).context["blad"].rijen == []


def test_the_list_of_a_colleague_holds_her_own_work_and_no_protected_dossier(cast, inloggen, termijn):
    leg_weg(termijn, cast)
    client = inloggen(cast.collega)
    assert client.get(adres("uitgesteld")).context["blad"].rijen == []
    assert len(client.get(adres("uitgesteld") + "?wie=team").context["blad"].rijen) == 1

    type(termijn.dossier).objects.update(extra_beschermd=True)
    assert client.get(adres("uitgesteld") + "?wie=team").context["blad"].rijen == []


def test_signals_are_those_of_the_mail_without_names(cast, inloggen, termijn, diemen):
    signalen.maak(gemeente=diemen, op=OP, moment=moment(OP))
    signalen.verdeel(gemeente=diemen, op=OP)
    client = inloggen(cast.consulent)

    antwoord = client.get(adres("signalen"))
    assert {regel["nummer"] for regel in antwoord.context["regels"]} == {termijn.dossier.nummer}
    assert termijn.dossier.inburgeraar.achternaam not in antwoord.text
    assert "gaat nog uit" in antwoord.text
    assert inloggen(cast.collega).get(adres("signalen")).context["regels"] == []

    type(termijn.dossier).objects.update(extra_beschermd=True)
    assert termijn.dossier.nummer not in client.get(adres("signalen")).text
    Dossiertoegang.objects.create(dossier=termijn.dossier, medewerker=cast.consulent)
    assert termijn.dossier.nummer in client.get(adres("signalen")).text


def test_both_lists_cost_the_same_with_more_rows(cast, inloggen, diemen):
    client = inloggen(cast.consulent)

    def vul(aantal):
        for _ in range(aantal):
            dossier = asielstatushouder(diemen, cast.consulent, brp=date(2026, 9, 21), kennisgeving=date(2026, 9, 1))
            leg_weg(dossier.termijnen.open().get(soort="PIP"), cast)
        signalen.maak(gemeente=diemen, op=OP + timedelta(days=8), moment=moment(OP))
        signalen.verdeel(gemeente=diemen, op=OP)
        return [aantal_queries(client, adres(naam)) for naam in ("uitgesteld", "signalen")]

    assert vul(1) == vul(60)
    assert "Volgende" in client.get(adres("signalen")).text
    assert Signaal.objects.count() > 100


def test_a_reader_sees_the_list_and_no_button(cast, inloggen, termijn):
    rij = leg_weg(termijn, cast)
    lezer = inloggen(cast.raadpleger)

    assert "Nu terugzetten" not in lezer.get(adres("uitgesteld") + "?wie=team").text
    assert lezer.post(adres("uitstel_terughalen", termijn, rij.pk)).status_code == 403
    vreemde = inloggen(aangesteld(cast.buitenstaander.aanstellingen.first().gemeente, "teamleider"))
    assert vreemde.get(adres("uitgesteld")).status_code == 404
