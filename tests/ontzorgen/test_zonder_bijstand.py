"""Who has no bijstand (any more) is told that, and not that his leefgeld is too low."""

from datetime import date

import pytest

from inburgering.recht.feiten import FeitSoort
from ontzorgen.models import Maandafrekening
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.maandoverzicht import maak_maandoverzicht
from ontzorgen.services.maandrun import leg_vast as leg_maand_vast
from ontzorgen.services.maandrun import voorstel
from ontzorgen.services.prognose import prognose_van
from tests.fabriek import leg_vast

from .bouw import overbrug
from .bouw_betaling import DEC, NOV, OP, crediteur, huurder
from .hulp import kaal

GEEN = "In december 2026 is er geen bijstand. Er valt dus geen leefgeld te berekenen."


@pytest.fixture
def huishouden(cast):
    dossier, eenheid = huurder(cast, crediteur(cast))
    leg_vast(dossier, FeitSoort.BIJSTAND_BEEINDIGD, date(2026, 11, 15))
    return dossier, eenheid


def test_the_forecast_of_who_has_no_bijstand_any_more_says_only_that(cast, huishouden, inloggen):
    dossier, eenheid = huishouden
    assert prognose_van(eenheid=eenheid, op=date(2026, 11, 14)) is not None
    assert prognose_van(eenheid=eenheid, op=OP) is None

    pagina = inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/prognose/").content.decode()
    assert "Er is geen bijstand. Er valt dus geen leefgeld te berekenen." in pagina
    assert "minimum" not in pagina


def test_a_month_without_bijstand_has_no_leefgeld_on_the_tab(cast, huishouden, inloggen):
    dossier, _ = huishouden
    pagina = kaal(inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/").content.decode())
    assert GEEN in pagina
    assert "Het leefgeld in december 2026" not in pagina


def test_of_a_month_without_bijstand_nothing_is_paid_or_fixed_and_no_sheet_is_made(cast, huishouden):
    dossier, eenheid = huishouden
    (unit,) = voorstel(cast.gemeente, DEC, op=OP)
    assert unit.redenen == (GEEN,)
    leg_maand_vast(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    assert not Maandafrekening.objects.exists()
    with pytest.raises(OntzorgFout, match="geen bijstand"):
        maak_maandoverzicht(dossier=dossier, eenheid=eenheid, maand=DEC, door=cast.sociale_zaken, op=OP)

    (unit,) = voorstel(cast.gemeente, NOV, op=OP)
    assert unit.doet_mee


def test_bijzondere_bijstand_alone_is_still_reckoned_with(cast, huishouden):
    _, eenheid = huishouden
    overbrug(cast, eenheid, 70_000, DEC)
    (unit,) = voorstel(cast.gemeente, DEC, op=OP)
    assert (unit.redenen, unit.totaal, unit.afrekening.leefgeld) == ((), 61_235, 70_000 - 61_235)
