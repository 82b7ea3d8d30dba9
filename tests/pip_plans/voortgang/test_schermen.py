"""The page Uren en voortgang, with its roles and its forms."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Dossier, Gebeurtenis
from pip_plans.voortgang.models import Niveaumeting, Weekstaat
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import met_pip

from .bouw import OP, legt_vast, statushouder, weken


@pytest.fixture(autouse=True)
def vandaag(monkeypatch):
    """The edge asks the clock; here it is 20 November 2026."""
    monkeypatch.setattr("cases.views.dossier_beeld.vandaag", lambda: OP)


def adres(naam: str, dossier: Dossier, **delen: object) -> str:
    return reverse(f"voortgang:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer, **delen})


def test_hours_are_recorded_shown_beside_the_norm_and_corrected(cast: Cast, inloggen) -> None:
    plaatsing = statushouder(cast, "z", "Z")
    dossier, client = plaatsing.dossier, inloggen(cast.consulent)
    assert "Er zijn nog geen uren" in client.get(adres("overzicht", dossier)).content.decode()

    velden = {"dag": "05-11-2026", "uren_nt2": "10,5", "uren_participatie": "16", "verzuim_geoorloofd": "1"}
    na = client.post(adres("week", dossier, pk=plaatsing.pk), velden, follow=True).content.decode()

    rij = Weekstaat.objects.get()
    assert rij.week == date(2026, 11, 2)
    assert "10,5 van 800 uur" in na
    assert "art. 3.14" in na
    fout = client.post(adres("week_corrigeren", dossier, pk=rij.pk), {"uren_nt2": "10"})
    assert (fout.status_code, "Waarom u dit corrigeert" in fout.content.decode()) == (422, True)
    client.post(adres("week_corrigeren", dossier, pk=rij.pk), {"uren_nt2": "10", "reden": "typefout"})
    assert Weekstaat.objects.get().gevolgd == 10
    client.post(adres("week_corrigeren", dossier, pk=rij.pk), {"intrekken": "on", "reden": "andere week"})
    assert not Weekstaat.objects.exists()


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"uren_nt2": ""}, "Vul ‘Een dag in de week’ in."),
        ({"dag": "01-01-0001", "uren_nt2": "1"}, "Het jaar ligt niet tussen"),
        ({"dag": "31-12-2199", "uren_nt2": "1"}, "moet nog komen"),
        ({"dag": "05-11-2026", "uren_nt2": "9999999999"}, "40"),
        ({"dag": "05-11-2026", "uren_nt2": "NaN"}, "getal"),
        ({"dag": "05-11-2026", "uren_nt2": "1,1"}, "kwart uren"),
        ({"dag": "05-11-2026"}, "Was er niets, schrijf dan 0"),
        ({"dag": "05-11-2026", "uren_nt2": "40"}, "Afgesproken is 12 uur per week, en dit zijn er 40"),
    ],
)
def test_an_impossible_week_comes_back_with_the_reason(cast: Cast, inloggen, velden, reden) -> None:
    plaatsing = statushouder(cast)

    antwoord = inloggen(cast.consulent).post(adres("week", plaatsing.dossier, pk=plaatsing.pk), velden)

    assert antwoord.status_code == 422
    assert reden in antwoord.content.decode()


def test_a_week_of_nothing_and_a_week_of_much_more_are_kept_once_they_are_said(cast: Cast, inloggen) -> None:
    plaatsing = statushouder(cast)
    url, client = adres("week", plaatsing.dossier, pk=plaatsing.pk), inloggen(cast.consulent)

    client.post(url, {"dag": "05-11-2026", "uren_nt2": "0"})
    client.post(url, {"dag": "12-11-2026", "uren_nt2": "40", "klopt": "on"})

    assert sorted(rij.gevolgd for rij in Weekstaat.objects.all()) == [0, 40]


def test_a_level_is_recorded_and_the_newest_is_shown(cast: Cast, inloggen) -> None:
    dossier, client = met_pip(cast), inloggen(cast.consulent)
    client.post(adres("niveau", dossier), {"gemeten_op": "01-10-2026", "lezen": "A1", "spreken": "<A1"})

    na = client.post(adres("niveau", dossier), {"gemeten_op": "02-11-2026", "lezen": "A2"}, follow=True)

    assert Niveaumeting.objects.count() == 3
    pagina = na.content.decode()
    assert "A2" in pagina
    assert "onder A1" in pagina
    assert "2 november 2026" in pagina
    leeg = client.post(adres("niveau", dossier), {"gemeten_op": "02-11-2026"})
    assert "ten minste één niveau" in leeg.content.decode()


def test_falling_presence_is_on_the_page_until_contact_was_recorded(cast: Cast, inloggen) -> None:
    plaatsing = statushouder(cast)
    dossier, client = plaatsing.dossier, inloggen(cast.consulent)
    weken(cast, plaatsing, 100, 80, 70, 60)
    assert "Drie weken op rij minder aanwezig" in client.get(adres("overzicht", dossier)).content.decode()

    velden = {"datum": "20-11-2026", "hoe": "telefoon", "afspraak": "Een ander lesuur."}
    na = client.post(adres("contact", dossier), velden, follow=True).content.decode()

    assert "Drie weken op rij minder aanwezig" not in na
    assert Gebeurtenis.objects.get(soort="CONTACT_OVER_AANWEZIGHEID").gegevens["hoe"] == "telefoon"


def test_who_may_look_may_not_always_record_and_an_outsider_knows_nothing(cast: Cast, inloggen) -> None:
    plaatsing = statushouder(cast)
    legt_vast(cast, plaatsing, nt2=10)
    kijker: Client = inloggen(cast.raadpleger)

    pagina = kijker.get(adres("overzicht", plaatsing.dossier)).content.decode()

    assert "week 45 van 2026" in pagina
    assert "Corrigeren" not in pagina
    assert kijker.get(adres("niveau", plaatsing.dossier)).status_code == 403
    assert inloggen(cast.buitenstaander).get(adres("overzicht", plaatsing.dossier)).status_code == 404
    ander = statushouder(cast)
    eigen = inloggen(cast.consulent)
    assert eigen.get(adres("week", plaatsing.dossier, pk=ander.pk)).status_code == 404
    assert eigen.get(adres("week_corrigeren", ander.dossier, pk=Weekstaat.objects.get().pk)).status_code == 404
