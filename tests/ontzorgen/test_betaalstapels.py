"""What waits in a payment run stands on the werkvoorraad of who may do it, and of nobody else."""

import pytest

from cases.enums import Rol
from ontzorgen.enums_betaling import Afsluitbewijs
from ontzorgen.services.afsluiting import sluit_af, stel_afsluiten_voor
from ontzorgen.services.betaalruns import beoordeel, controleer
from tests.fabriek import aangesteld

from .bouw_betaling import MOMENT, NOV, OP, betaalt_zelf, crediteur, geef, huurder, kies, run, ter_vrijgave
from .hulp import kaal


@pytest.fixture
def lezen(cast, inloggen):
    """The werkvoorraad of somebody, as text."""
    return lambda medewerker: kaal(inloggen(medewerker).get("/diemen/").content.decode())


@pytest.fixture
def ander(cast):
    return aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)


@pytest.fixture
def mensen(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}")[0] for nummer in range(2)]


def wie(lezen, zin, *mensen):
    return [zin in lezen(medewerker) for medewerker in mensen]


def test_each_step_waits_with_who_may_take_it(cast, mensen, lezen, ander):
    maker, baas, sociaal = cast.uitkeringsadministratie, cast.teamleider, cast.sociale_zaken
    batch = run(cast)
    assert wie(lezen, "Betaalrun beoordelen", sociaal, maker, baas) == [True, False, False]
    beoordeel(batch=batch, door=sociaal, moment=MOMENT)
    assert wie(lezen, "Betaalrun controleren", maker, ander, sociaal, baas) == [True, True, False, False]
    controleer(batch=batch, door=ander, op=OP, moment=MOMENT)
    assert wie(lezen, "Betaalrun vrijgeven", baas, ander, maker, sociaal) == [True, False, False, False]
    geef(cast, batch)
    assert wie(lezen, "Betaalrun vrijgeven", baas) == [False]


def test_who_released_already_waits_for_the_other(cast, mensen, lezen):
    kies(cast.gemeente, vrijgevers=["vanaf 0 euro: 2"])
    batch = ter_vrijgave(cast)
    tweede = aangesteld(cast.gemeente, Rol.TEAMLEIDER)
    assert not geef(cast, batch).is_vrij
    assert wie(lezen, "Betaalrun vrijgeven", cast.teamleider, tweede) == [False, True]

    batch.pogingen.filter(pk=batch.pogingen.first().pk).update(stand="uitgenomen", reden="x")
    assert wie(lezen, "Betaalrun vrijgeven", cast.teamleider, tweede) == [True, True]


def test_a_failed_file_waits_and_a_proposal_to_close_waits_with_somebody_else(cast, mensen, lezen, ander):
    batch = geef(cast, ter_vrijgave(cast))
    assert wie(lezen, "Bestand niet gelukt", ander) == [False]
    batch.bestand.stand, batch.bestand.fout = "mislukt", "fout"
    batch.bestand.save()
    assert wie(lezen, "Bestand niet gelukt", ander, cast.sociale_zaken) == [True, False]

    rij = stel_afsluiten_voor(
        batch=batch, bewijs=Afsluitbewijs.NIET_VERSTUURD, kenmerk="", reden="mislukt", door=cast.teamleider
    )
    assert wie(lezen, "Bestand niet gelukt", ander) == [False]
    assert wie(lezen, "Afsluiten zonder betaling", ander, cast.teamleider) == [True, False]
    sluit_af(afsluiting=rij, door=ander, op=OP, moment=MOMENT)
    assert wie(lezen, "Afsluiten zonder betaling", ander) == [False]


def test_two_small_runs_of_one_month_ask_for_as_many_people_as_one_large_one(cast, mensen):
    kies(cast.gemeente, vrijgevers=["vanaf 0 euro: 1", "vanaf 1000 euro: 2"])
    batch = run(cast)
    eruit = batch.pogingen.last()
    batch.pogingen.filter(pk=eruit.pk).update(stand="uitgenomen", reden="voor de tweede run")
    klein = controleer(
        batch=beoordeel(batch=batch, door=cast.sociale_zaken, moment=MOMENT), door=cast.uitkeringsadministratie,
        op=OP, moment=MOMENT,
    )  # fmt: skip
    assert (klein.vrijgevers_nodig, klein.pogingen.totaal()[1]) == (1, 61_235)
    geef(cast, klein)

    tweede = ter_vrijgave(cast, NOV)
    assert (tweede.vrijgevers_nodig, tweede.pogingen.totaal()[1]) == (2, 61_235)
    assert not geef(cast, tweede).is_vrij
