"""What is asked and typed on the pages of payment runs: it counts for that run and that month alone."""

import pytest

from cases.enums import Rol
from tests.fabriek import aangesteld

from .bouw_betaling import betaalt_zelf, crediteur, huurder, kies, run, vrijgegeven
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


def test_a_question_asked_of_one_run_is_not_asked_of_the_next(cast, dossier, inloggen):
    eerste = vrijgegeven(cast)
    huurder(cast, crediteur(cast, "Stadsherstel"), kenmerk="c 2")
    tweede, client = run(cast), inloggen(cast.sociale_zaken)
    client.post(f"{BASIS}{eerste.pk}/zoeken/", {"vraag": "de dijk"})
    assert "Alleen wat past bij" in lees(client, f"{BASIS}{eerste.pk}/")

    ander = lees(client, f"{BASIS}{tweede.pk}/")
    assert "Alleen wat past bij" not in ander
    assert "Stadsherstel" in ander
    assert "de dijk" not in ander


def test_under_a_refused_form_stands_the_proposal_of_the_month_that_was_typed(cast, dossier, inloggen):
    maker = inloggen(cast.uitkeringsadministratie)

    def weigering(maand):
        antwoord = maker.post(f"{BASIS}nieuw/?maand=11-2026", {"maand": maand, "uitvoerdag": "01-01-2020"})
        assert antwoord.status_code == 422
        return kaal(antwoord.content.decode())

    assert "Voorstel voor december 2026" in weigering("12-2026")
    assert "Voorstel voor" not in weigering("13-2026")
    assert "Het uitkeringssysteem betaalt" not in weigering("13-2026")


def test_the_next_page_under_a_refused_form_is_of_the_month_that_was_typed(cast, dossier, inloggen, monkeypatch):
    monkeypatch.setattr("ontzorgen.views.betaalruns.PER_BLAD", 1)
    huurder(cast, crediteur(cast, "Stadsherstel"), kenmerk="c 2")
    invoer = {"maand": "12-2026", "uitvoerdag": "01-01-2020"}
    antwoord = inloggen(cast.uitkeringsadministratie).post(f"{BASIS}nieuw/?maand=11-2026", invoer)
    assert "?maand=12-2026&amp;na=" in antwoord.content.decode()


def test_a_button_that_was_pressed_twice_tells_once_what_happened(cast, dossier, inloggen):
    adres, client = f"{BASIS}{run(cast).pk}/", inloggen(cast.sociale_zaken)
    for _ in range(2):
        assert client.post(f"{adres}beoordelen/").status_code == 302
    assert lees(client, adres).count("U hebt de run beoordeeld.") == 1
    assert "U hebt de run beoordeeld." not in lees(client, adres)


def test_of_two_releasers_the_first_is_told_to_wait_and_gets_no_button_again(cast, dossier, inloggen):
    kies(cast.gemeente, vrijgevers=["vanaf 0 euro: 2"])
    adres = f"{BASIS}{run(cast).pk}/"
    inloggen(cast.sociale_zaken).post(f"{adres}beoordelen/")
    controleur = inloggen(aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE))
    assert "2 anderen geven hem vrij" in controleur.post(f"{adres}controleren/", follow=True).content.decode()

    eerste, tweede = (inloggen(aangesteld(cast.gemeente, Rol.TEAMLEIDER)) for _ in range(2))
    totaal = {"aantal": 1, "cents": 61_235}
    pagina = kaal(eerste.post(f"{adres}vrijgeven/", totaal, follow=True).content.decode())
    assert pagina.count("U hebt deze run vrijgegeven. Er is nog 1 ander nodig.") == 2  # as a message, and in its place
    assert "€ 612,35 vrijgeven" not in pagina
    assert "€ 612,35 vrijgeven" in lees(tweede, adres)
    assert "U hebt de run vrijgegeven." in tweede.post(f"{adres}vrijgeven/", totaal, follow=True).content.decode()
