"""The work of every consulent and the coming ten weeks."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.enums import Dossierstatus, Rol
from cases.models import Dossier
from cases.services import werklast
from cases.weekbeeld import BOVEN, VLOER, teken
from tests.conftest import VANDAAG
from tests.fabriek import aangesteld, asielstatushouder, maak_dossier
from tests.hulp import aantal_queries

pytestmark = pytest.mark.usefixtures("vrijdag")


def adres(gemeente: str = "diemen") -> str:
    return reverse("cases:werklast", kwargs={"gemeente": gemeente})


def met_pip(cast, consulent, laatste_dag: date) -> Dossier:
    """A dossier of which the PIP must be there ten weeks after the BRP."""
    brp = laatste_dag - timedelta(weeks=10)
    return asielstatushouder(cast.gemeente, consulent, brp=brp, kennisgeving=brp - timedelta(days=7))


def last(antwoord, wie) -> werklast.Last:
    assert antwoord.status_code == 200
    return dict(antwoord.context["rijen"])[wie]


def test_terms_count_in_the_week_to_plan_them_and_what_is_late_counts_now(cast, inloggen):
    met_pip(cast, cast.consulent, date(2026, 11, 10))
    met_pip(cast, cast.consulent, date(2026, 11, 26))
    met_pip(cast, cast.consulent, date(2027, 1, 21))
    met_pip(cast, cast.consulent, date(2027, 1, 28))
    met_pip(cast, None, date(2026, 11, 20))

    antwoord = inloggen(cast.teamleider).get(adres())

    assert antwoord.context["maandagen"][0] == date(2026, 11, 16)
    assert last(antwoord, cast.consulent) == werklast.Last(4, 1, (1, 1, 0, 0, 0, 0, 0, 0, 0, 1))
    assert antwoord.context["niemand"] == werklast.Last(1, 0, (1, *[0] * 9))
    assert antwoord.context["totaal"] == werklast.Last(5, 1, (2, 1, 0, 0, 0, 0, 0, 0, 0, 1))
    assert last(antwoord, cast.collega) == werklast.Last(0, 0, (0,) * 10)


def test_what_is_closed_protected_or_elsewhere_does_not_count(cast, inloggen, uithoorn):
    af, beschermd = met_pip(cast, cast.consulent, VANDAAG), met_pip(cast, cast.consulent, VANDAAG)
    Dossier.objects.filter(pk=af.pk).update(status=Dossierstatus.AFGESLOTEN)
    Dossier.objects.filter(pk=beschermd.pk).update(extra_beschermd=True)
    asielstatushouder(uithoorn, cast.buitenstaander, brp=date(2026, 9, 11), kennisgeving=date(2026, 9, 1))

    antwoord = inloggen(cast.teamleider).get(adres())

    assert antwoord.context["totaal"] == werklast.Last(0, 0, (0,) * 10)
    assert cast.buitenstaander.naam not in antwoord.text


def test_who_left_and_still_has_dossiers_is_on_it(cast, inloggen):
    maak_dossier(cast.gemeente, cast.collega, op=VANDAAG)
    cast.collega.aanstellingen.update(tot=VANDAAG - timedelta(days=1))

    assert last(inloggen(cast.teamleider).get(adres()), cast.collega).dossiers == 1


def test_many_consulenten_are_pages_at_the_same_cost(cast, inloggen):
    client = inloggen(cast.teamleider)
    weinig = aantal_queries(client, adres())
    for _ in range(60):
        maak_dossier(cast.gemeente, aangesteld(cast.gemeente, Rol.CONSULENT), op=VANDAAG)

    assert aantal_queries(client, adres()) == weinig
    antwoord = client.get(adres())
    assert len(antwoord.context["rijen"]) == 50
    assert antwoord.context["totaal"].dossiers == 60
    assert len(client.get(adres() + antwoord.context["blad"].volgende).context["rijen"]) == 12


def test_only_the_teamleider_sees_it(cast, inloggen):
    assert inloggen(cast.consulent).get(adres()).status_code == 403
    assert inloggen(cast.buitenstaander).get(adres()).status_code == 404
    assert "Werklast" not in inloggen(cast.consulent).get(reverse("cases:werkvoorraad", args=["diemen"])).text
    assert adres() in inloggen(cast.teamleider).get(reverse("cases:werkvoorraad", args=["diemen"])).text


def test_the_highest_bar_fills_the_picture_and_none_has_no_height():
    dagen = werklast.maandagen(VANDAAG)
    staven = teken(dagen, [0, 4, 2, *[0] * 7])

    assert [staaf.hoogte for staaf in staven[:3]] == [0, VLOER - BOVEN, (VLOER - BOVEN) / 2]
    assert staven[1].top == BOVEN
    assert all(staaf.x >= 0 and staaf.x + staaf.breedte <= 100 for staaf in staven)
    assert all(staaf.hoogte == 0 for staaf in teken(dagen, [0] * 10))
