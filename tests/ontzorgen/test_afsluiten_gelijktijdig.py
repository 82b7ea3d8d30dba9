"""Closing a run, or taking a unit out of one, while somebody else downloads, releases, decides or reads a message."""

import pytest

from cases.enums import Rol
from ontzorgen.enums_betaling import Afsluitbewijs
from ontzorgen.models import Betaalpoging
from ontzorgen.services.afsluiting import sluit_af, stel_afsluiten_voor
from ontzorgen.services.betaalbestanden import geef_mee
from ontzorgen.services.betaalruns import maak_run
from ontzorgen.services.herrekenen import haal_uit_om_te_herrekenen
from ontzorgen.services.terugmelding import lees_statusbericht
from ontzorgen.services.vrijgave import geef_vrij
from tests.fabriek import aangesteld

from .bouw_betaling import MOMENT, OKT, OP, betaalt_zelf, crediteur, huurder, ter_vrijgave, vrijgegeven
from .gelijktijdig import na_elkaar, tegelijk, wachtrij_rust
from .test_betaalruns import WOENSDAG
from .test_terugmelding import status

__all__ = ["wachtrij_rust"]  # the fixture
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("wachtrij_rust")]


@pytest.fixture
def mensen(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}")[1] for nummer in range(3)]


@pytest.fixture
def batch(cast, mensen):
    return vrijgegeven(cast, OKT)


def voorstel(cast, batch, bewijs=Afsluitbewijs.NIET_VERSTUURD, kenmerk=""):
    return stel_afsluiten_voor(batch=batch, bewijs=bewijs, kenmerk=kenmerk, reden="mislukt", door=cast.sociale_zaken)


def neem_mee(cast, batch):
    return len(list(geef_mee(bestand=batch.bestand, door=cast.uitkeringsadministratie, moment=MOMENT)))


def standen():
    return set(Betaalpoging.objects.values_list("stand", flat=True))


@pytest.mark.parametrize("eerst", ["download", "voorstel"])
def test_a_file_is_taken_or_the_run_is_closed_without_evidence_never_both(cast, batch, eerst):
    stappen = {
        "download": lambda: neem_mee(cast, batch),
        "voorstel": lambda: voorstel(cast, batch).stand,
    }
    uitkomsten = na_elkaar(stappen.pop(eerst), stappen.popitem()[1])

    weigering = {"download": "kan bij de bank zijn", "voorstel": "mag niet meer naar de bank"}[eerst]
    assert sum(aantal for zin, aantal in uitkomsten.items() if weigering in zin) == 1
    assert batch.afsluitingen.count() == (eerst == "voorstel")


def test_two_who_decide_at_once_close_it_once_and_it_is_paid_again_once(cast, batch):
    rij = voorstel(cast, batch)
    anderen = [cast.teamleider, aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)]
    uitkomsten = tegelijk(
        *(lambda door=door: sluit_af(afsluiting=rij, door=door, op=OP, moment=MOMENT).stand for door in anderen)
    )
    assert uitkomsten["vastgesteld"] == 2
    assert standen() == {"afgesloten"}
    lid = batch.pogingen.first().verplichting.afrekening.eenheid.leden.get()
    assert lid.dossier.gebeurtenissen.filter(soort="ONTZORGEN_BETALING_AFGESLOTEN").count() == 1

    def maak(door):
        return lambda: maak_run(gemeente=cast.gemeente, maand=OKT, uitvoerdag=WOENSDAG, door=door, op=OP)

    assert tegelijk(*(maak(door) for door in anderen))["RUN-2026-0002"] == 1


@pytest.mark.parametrize("eerst", ["bank", "besluit"])
def test_a_message_of_the_bank_stops_the_decision_or_is_listed_after_it(cast, batch, eerst):
    neem_mee(cast, batch)
    rij = voorstel(cast, batch, Afsluitbewijs.BANKPORTAAL, "portaal")
    bericht = status(batch)
    stappen = {
        "bank": lambda: (
            lees_statusbericht(batch=batch, bron=bericht, door=cast.uitkeringsadministratie, op=OP).bericht.telling
        ),
        "besluit": lambda: sluit_af(afsluiting=rij, door=cast.teamleider, op=OP, moment=MOMENT).stand,
    }
    uitkomsten = na_elkaar(stappen.pop(eerst), stappen.popitem()[1])

    if eerst == "bank":
        assert standen() == {"uitgevoerd"}
        assert any("intussen iets gemeld" in zin for zin in uitkomsten)
    else:
        assert standen() == {"afgesloten"}
        assert batch.berichten.get().telling == {"tegenstrijdig": 3}


@pytest.mark.parametrize("eerst", ["vrijgave", "herrekenen"])
def test_a_unit_leaves_the_run_or_is_released_never_both(cast, mensen, eerst):
    batch = ter_vrijgave(cast, OKT)
    aantal, cents = batch.pogingen.totaal()
    poging = batch.pogingen.first()
    stappen = {
        "vrijgave": lambda: (
            geef_vrij(batch=batch, aantal=aantal, cents=cents, door=cast.teamleider, op=OP, moment=MOMENT).is_vrij
        ),
        "herrekenen": lambda: (
            haal_uit_om_te_herrekenen(poging=poging, reden="verkeerd", door=cast.sociale_zaken, op=OP).reden
        ),
    }
    uitkomsten = na_elkaar(stappen.pop(eerst), stappen.popitem()[1])

    batch.refresh_from_db()
    assert batch.is_vrij == (eerst == "vrijgave")
    assert batch.pogingen.count() == (3 if batch.is_vrij else 2)
    weigering = "de maand van deze eenheid verandert niet meer" if batch.is_vrij else "De run is veranderd"
    assert sum(aantal for zin, aantal in uitkomsten.items() if weigering in zin) == 1
