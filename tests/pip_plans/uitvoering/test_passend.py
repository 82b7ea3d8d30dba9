"""Which places somebody needs, from the PIP and from what is done already."""

import pytest

from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.uitvoering.enums import Aanbodsoort, Wijze
from pip_plans.uitvoering.services.passend import behoefte, behoeften
from tests.fabriek import leg_vast, maak_dossier

from .bouw import OP, met_pip


@pytest.mark.parametrize("soort", [Aanbodsoort.PVT, Aanbodsoort.MAP])
def test_what_is_done_needs_no_place_any_more(cast, soort):
    dossier = met_pip(cast)
    assert behoefte(dossier, dossierfeiten_van(dossier), soort).nodig

    leg_vast(dossier, FeitSoort.ONDERDEEL_AFGEROND, OP, onderdeel=soort.value.upper())

    wens = behoefte(dossier, dossierfeiten_van(dossier), soort)
    assert (wens.nodig, wens.wijzen, wens.waarom_niet) == (False, (), "Klaar sinds 20 november 2026.")
    assert behoefte(dossier, dossierfeiten_van(dossier), Aanbodsoort.B1).nodig


def test_bi_12_1a_lid_4_elip_may_get_help_as_maatwerk_and_nothing_else(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    leg_vast(dossier, FeitSoort.DOELGROEP, OP, doelgroep="ELIP")
    rijen = {rij.soort: rij for rij in behoeften(dossier, dossierfeiten_van(dossier))}

    mag = {soort for soort, rij in rijen.items() if rij.wijzen}
    assert mag == {Aanbodsoort.MAP, Aanbodsoort.ONDERSTEUNING}
    assert all(rijen[soort].wijzen == (Wijze.MAATWERK,) and not rijen[soort].nodig for soort in mag)
    assert "kiest en betaalt" in rijen[Aanbodsoort.B1].waarom_niet


def test_nobody_else_gets_the_help_of_elip(cast):
    ander = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    leg_vast(ander, FeitSoort.DOELGROEP, OP, doelgroep="ONDERTUSSENGROEP")

    for dossier in (met_pip(cast), ander):
        assert behoefte(dossier, dossierfeiten_van(dossier), Aanbodsoort.ONDERSTEUNING).wijzen == ()
