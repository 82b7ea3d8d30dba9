"""The AOW-leeftijd as dated data, the norm that follows the age by the day, and the step to look at it in time."""

from datetime import date

import pytest

from cases.panelen import Dossierbeeld
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from ontzorgen.aow import aow_leeftijden, bereikt_aow, is_voorlopig
from ontzorgen.leeftijden import ontgroeid
from ontzorgen.models import Leefsituatie
from ontzorgen.normen import Leeftijdsgroep as G
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from ontzorgen.stappen import _leeftijd
from tests.fabriek import asielstatushouder, leg_vast

from .bouw import maak_eenheid

DEC = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("geboren", "dag", "naam", "voorlopig"),
    [
        (date(1959, 12, 2), date(2026, 12, 2), "67 jaar", False),
        (date(1960, 12, 31), date(2027, 12, 31), "67 jaar", False),
        (date(1961, 1, 1), date(2028, 4, 1), "67 jaar en 3 maanden", False),  # in 2028 the age is higher
        (date(1956, 2, 28), date(2022, 9, 28), "66 jaar en 7 maanden", False),
        (date(1964, 11, 30), date(2032, 3, 1), "67 jaar en 3 maanden", True),  # no 30 February
        (date(1990, 1, 1), date(2057, 4, 1), "67 jaar en 3 maanden", True),
    ],
)
def test_the_aow_age_is_that_of_the_year_in_which_it_is_reached(geboren, dag, naam, voorlopig):
    gevonden, leeftijd = bereikt_aow(geboren)
    assert (gevonden, leeftijd.naam, is_voorlopig(gevonden)) == (dag, naam, voorlopig)


def test_every_age_has_a_source_and_follows_on_the_one_before():
    rijen = aow_leeftijden()
    assert [rij.vanaf for rij in rijen] == sorted({rij.vanaf for rij in rijen})
    assert all("Algemene Ouderdomswet" in rij.bron for rij in rijen)


@pytest.mark.parametrize(
    ("groep", "geboren", "wordt"),
    [
        (G.ZONDER_OUDERS, [date(2005, 12, 2)], G.ZONDER_OUDERS),
        (G.VAN_18_TOT_21, [date(2005, 12, 1)], G.VAN_21_TOT_AOW),
        (G.VAN_18_TOT_21, [date(2005, 12, 1), date(2007, 1, 1)], G.EEN_VAN_18_TOT_21),
        (G.VAN_21_TOT_AOW, [date(2007, 1, 1)], G.VAN_21_TOT_AOW),  # never younger than was recorded
        (G.VAN_21_TOT_AOW, [date(1959, 12, 1), date(1990, 1, 1)], G.VANAF_AOW),
        (G.INRICHTING, [date(1950, 1, 1)], G.INRICHTING),
    ],
)
def test_a_group_is_outgrown_and_never_the_other_way(groep, geboren, wordt):
    assert ontgroeid(groep, geboren, DEC) is wordt


@pytest.fixture
def bijna(cast):
    """Who becomes 21 on 16 December, with the norm of younger people."""
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    leg_vast(dossier, FeitSoort.BIJSTAND_INGEGAAN, date(2026, 9, 9))
    eenheid = maak_eenheid(cast, dossier)
    dossier.inburgeraar.geboortedatum = date(2005, 12, 16)
    dossier.inburgeraar.save(update_fields=["geboortedatum"])
    Leefsituatie.objects.filter(eenheid=eenheid).update(leeftijdsgroep="VAN_18_TOT_21")
    return dossier, eenheid


def test_the_norm_follows_the_age_from_the_day_itself(bijna):
    delen = Maandrekening(bijna[1]).maand(DEC).norm.delen
    assert [(deel.dagen, "21 jaar tot de AOW" in deel.waarom) for deel in delen] == [(15, False), (16, True)]


def test_eight_weeks_before_somebody_is_asked_to_look_until_it_is_recorded(cast, bijna):
    dossier, eenheid = bijna

    def gevraagd(op: date) -> list[str]:
        return [stap.reden for stap in _leeftijd(Dossierbeeld(dossier, dossierfeiten_van(dossier), [], None, op))]

    assert gevraagd(date(2026, 10, 20)) == []
    (zin,) = gevraagd(date(2026, 10, 21))
    assert "wordt op 16 december 2026 21 jaar" in zin
    nieuw = Leefsituatie(eenheid=eenheid, vanaf=date(2026, 12, 16), leefvorm="ALLEENSTAANDE", bron="besluit 4",
                         leeftijdsgroep="VAN_21_TOT_AOW")  # fmt: skip
    leg_leefsituatie_vast(situatie=nieuw, door=cast.consulent, op=date(2026, 11, 20))
    assert gevraagd(date(2026, 11, 20)) == []
