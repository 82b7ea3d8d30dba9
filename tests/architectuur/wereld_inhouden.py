"""The exchange with the benefit system in the world of the addresses."""

from datetime import date
from typing import Any

from cases.models import Dossier
from ontzorgen.enums_inhouding import Terugleessoort
from ontzorgen.services.inhoudingen import maak_lijst
from ontzorgen.services.teruglezen import lees_terug
from tests.fabriek import Cast
from tests.ontzorgen.bouw_betaling import NOV

OP = date(2026, 11, 20)


def inhoudrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """The list of November, and a file with one line that was accepted and one that was not."""
    lijst = maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    eenheid = dossier.uitkeringseenheden.get().eenheid
    regels = f"eenheid;maand;netto;uitbetaald\n{eenheid.nummer};2026-11;1348,49;1,00\nU-9;2026-11;1;1\n"
    gelezen = lees_terug(
        gemeente=cast.gemeente, soort=Terugleessoort.NETTO, inhoud=regels.encode(), door=cast.uitkeringsadministratie,
        op=OP,
    )  # fmt: skip
    return {
        "ontzorgen:inhoudingslijst.pk": lijst.pk,
        "ontzorgen:terugleesbestand.pk": gelezen.bestand.pk,
        "ontzorgen:inlezen.soort": "netto",
    }
