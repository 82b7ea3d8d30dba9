"""Closing a run and reckoning a unit anew, as the people who do it go through the pages."""

import pytest

from ontzorgen.models import Runafsluiting
from ontzorgen.services.betaalbestanden import geef_mee

from .bouw_betaling import MOMENT, betaalt_zelf, crediteur, huurder, run, vrijgegeven
from .hulp import kaal

BASIS = "/diemen/ontzorgen/betaalruns/"


@pytest.fixture
def dossier(cast):
    betaalt_zelf(cast)
    return huurder(cast, crediteur(cast))[0]


def lees(client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, antwoord.content.decode()[:2000]
    return kaal(antwoord.content.decode())


def test_two_people_close_a_run_that_was_taken_to_the_bank_with_a_loud_warning(cast, dossier, inloggen):
    batch = vrijgegeven(cast)
    list(geef_mee(bestand=batch.bestand, door=cast.uitkeringsadministratie, moment=MOMENT))
    adres, hans, baas = f"{BASIS}{batch.pk}/", inloggen(cast.uitkeringsadministratie), inloggen(cast.teamleider)
    assert "Afsluiten zonder betaling" in lees(hans, adres)
    assert "Afsluiten zonder betaling" not in lees(inloggen(cast.sociale_zaken), adres)
    formulier = lees(hans, f"{adres}afsluiten/")
    assert "Dit bestand is gedownload en kan bij de bank zijn" in formulier
    assert "niemand heeft het gedownload" not in formulier
    assert hans.post(f"{adres}afsluiten/", {"reden": "gestopt"}).status_code == 422
    bewijs = {"bewijs": "bankbericht", "kenmerk": "brief 88123", "reden": "gestopt"}
    hans.post(f"{adres}afsluiten/", bewijs)

    eigen = lees(hans, adres)
    assert "Een collega beslist" in eigen
    assert "Bestand downloaden" not in eigen
    hans.post(f"{adres}afsluiten/vaststellen/")
    assert Runafsluiting.objects.get().wacht
    assert "brief 88123" in lees(baas, adres)
    baas.post(f"{adres}afsluiten/vaststellen/")
    assert "Afgesloten zonder betaling" in lees(hans, adres)
    assert "niet betaald" in lees(hans, BASIS)


def test_a_proposal_set_aside_leaves_the_run_as_it_was(cast, dossier, inloggen):
    batch = vrijgegeven(cast)
    adres, hans = f"{BASIS}{batch.pk}/", inloggen(cast.uitkeringsadministratie)
    assert "Niemand heeft het bestand gedownload" in lees(hans, f"{adres}afsluiten/")
    hans.post(f"{adres}afsluiten/", {"reden": "mislukt"})
    hans.post(f"{adres}afsluiten/terzijde/")

    assert Runafsluiting.objects.get().stand == "afgewezen"
    assert "Bestand downloaden" in lees(hans, adres)
    assert hans.post(f"{adres}afsluiten/vaststellen/").status_code == 404


def test_sociale_zaken_takes_a_unit_out_and_puts_it_back(cast, dossier, inloggen):
    batch, noor = run(cast), inloggen(cast.sociale_zaken)
    adres = f"{BASIS}{batch.pk}/"
    rij = batch.pogingen.get()
    assert dossier.inburgeraar.naam in lees(noor, f"{adres}rijen/{rij.pk}/herrekenen/")
    assert noor.post(f"{adres}rijen/{rij.pk}/herrekenen/", {"reden": ""}).status_code == 422
    noor.post(f"{adres}rijen/{rij.pk}/herrekenen/", {"reden": "de huur klopt niet"})
    pagina = lees(noor, adres)
    assert "Uit de run om te herrekenen" in pagina
    assert "de huur klopt niet" in pagina
    assert dossier.inburgeraar.lijstnaam not in lees(inloggen(cast.financien), adres)

    noor.post(f"{adres}herrekend/{batch.herzieningen.get().pk}/")
    pagina = lees(noor, adres)
    assert "Uit de run om te herrekenen" not in pagina
    assert batch.pogingen.get().cents == 61_235


def test_every_row_says_that_its_decision_was_not_made_known_until_the_run_is_released(cast, dossier, inloggen):
    batch = run(cast)
    nummer = dossier.ontzorgperioden.get().besluit.beschikking.nummer
    client, adres = inloggen(cast.sociale_zaken), f"{BASIS}{batch.pk}/"
    label = f"besluit {nummer} niet bekendgemaakt"
    assert label in client.get(adres).content.decode()

    poging = batch.pogingen.get()
    invoer = {"reden": "Eerst bekendmaken."}
    assert client.post(f"{adres}rijen/{poging.pk}/", invoer).status_code == 302
    assert label not in client.get(adres).content.decode()
    nieuw = client.get(f"{BASIS}nieuw/?maand=11-2026").content.decode()
    assert "Al vastgesteld, nog niet betaald of nog uit te zoeken" in nieuw
    assert label in nieuw
