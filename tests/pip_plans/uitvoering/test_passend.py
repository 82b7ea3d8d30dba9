"""Which places somebody needs, from the PIP and from what is done already."""

import pytest

from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.services.passend import behoefte
from tests.fabriek import leg_vast

from .bouw import OP, met_pip


@pytest.mark.parametrize("soort", [Aanbodsoort.PVT, Aanbodsoort.MAP])
def test_what_is_done_needs_no_place_any_more(cast, soort):
    dossier = met_pip(cast)
    assert behoefte(dossier, dossierfeiten_van(dossier), soort).nodig

    leg_vast(dossier, FeitSoort.ONDERDEEL_AFGEROND, OP, onderdeel=soort.value.upper())

    wens = behoefte(dossier, dossierfeiten_van(dossier), soort)
    assert (wens.nodig, wens.wijzen, wens.waarom_niet) == (False, (), "Klaar sinds 20 november 2026.")
    assert behoefte(dossier, dossierfeiten_van(dossier), Aanbodsoort.B1).nodig
