"""Our numbers are counted per gemeente: a row for a neighbour may carry the number of somebody else here."""

import pytest

from tests.fabriek import Cast

from .bouw import statushouder
from .bouw_rapport import lees, redenen


@pytest.mark.parametrize(("gemeente", "goed"), [("diemen", True), ("", True), ("Uithoorn", False)])
def test_a_row_for_a_neighbour_with_the_same_number_finds_nobody_here(cast: Cast, gemeente, goed) -> None:
    plaatsing = statushouder(cast)
    inhoud = f"dossiernummer;gemeente;week;uren_nt2\n{plaatsing.dossier.nummer};{gemeente};2026-W45;8\n".encode()

    rapport = lees(cast, plaatsing.bij_wie, inhoud)

    assert rapport.regels.exclude(dossier=None).exists() is goed
    assert goed or "een andere gemeente" in redenen(rapport)[0]
