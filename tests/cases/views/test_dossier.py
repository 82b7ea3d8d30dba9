"""The dossier page: who sees it, what it says, what it costs."""

from datetime import date

import pytest

from cases.models import Dossiertoegang, Inzage
from tests.fabriek import asielstatushouder

BRP, KENNISGEVING = date(2026, 9, 9), date(2026, 8, 1)


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=BRP, kennisgeving=KENNISGEVING)


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/"


def test_the_person_line_says_who_this_is(cast, inloggen, dossier, adres):
    tekst = inloggen(cast.consulent).get(adres).content.decode()

    for woord in (dossier.inburgeraar.naam, dossier.nummer, "asielstatushouder", "Tigrinya, tolk nodig"):
        assert woord in tekst


@pytest.mark.parametrize(
    ("wie", "status"),
    [("collega", 200), ("raadpleger", 200), ("sociale_zaken", 403), ("jurist", 404), ("buitenstaander", 404)],
)
def test_a_dossier_opens_for_who_may_see_it(cast, inloggen, adres, wie, status):
    assert inloggen(getattr(cast, wie)).get(adres).status_code == status


def test_an_extra_protected_dossier_exists_only_for_who_is_named(cast, inloggen, dossier, adres):
    dossier.extra_beschermd = True
    dossier.save()
    Dossiertoegang.objects.create(dossier=dossier, medewerker=cast.consulent, reden="eigen consulent")

    assert inloggen(cast.consulent).get(adres).status_code == 200
    assert inloggen(cast.teamleider).get(adres).status_code == 404


def test_the_bsn_is_shown_on_purpose_only_and_that_is_logged(cast, inloggen, dossier, adres):
    dossier.inburgeraar.bsn = "999405615"
    dossier.inburgeraar.save()
    client = inloggen(cast.consulent)

    assert "999405615" not in client.get(adres).content.decode()
    assert client.get(f"{adres}bsn/").status_code == 405
    assert not Inzage.objects.filter(wat="BSN getoond").exists()
    assert "999405615" in client.post(f"{adres}bsn/").content.decode()
    assert Inzage.objects.filter(wat="BSN getoond", medewerker=cast.consulent, dossier=dossier).count() == 1
