"""Letters need the fonts of package-lock.json; without them a test skips, except in CI."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NoReturn

import pytest
from django.conf import settings

from cases.enums import Partij
from cases.inhoud import Inhoud
from cases.pdf import maak_pdf
from cases.taalbank import TALEN
from tests.pdf import (
    voorbeelden,
    voorbeelden_afronding,
    voorbeelden_bezwaar,
    voorbeelden_boete,
    voorbeelden_brieven,
    voorbeelden_maand,
    voorbeelden_modules,
    voorbeelden_ontheffing,
    voorbeelden_ontzorgen,
    voorbeelden_partner,
    voorbeelden_termijn,
    voorbeelden_uitvoering,
    voorbeelden_verlenging,
    voorbeelden_versies,
    voorbeelden_verslag,
)

BRIEVEN: dict[str, tuple[str, Callable[[], Inhoud], str]] = {
    "pip-asiel": ("pip/v1", voorbeelden.voorbeeld_asiel, ""),
    "pip-gezin": ("pip/v1", voorbeelden.voorbeeld_gezin, ""),
    "pip-onderwijs": ("pip/v1", voorbeelden.voorbeeld_onderwijs, ""),
    "pip-z": ("pip/v1", voorbeelden.voorbeeld_z, ""),
    "pip-wissel": ("pip/v1", voorbeelden_versies.voorbeeld_wissel, ""),
    "pip-a2": ("pip/v1", voorbeelden_versies.voorbeeld_a2, ""),
    "pip-overgenomen": ("pip/v1", voorbeelden_versies.voorbeeld_overgenomen, ""),
    "pip-verhuisd": ("pip/v1", voorbeelden_versies.voorbeeld_verhuisd, ""),
    "pip-intrekking": ("pip_intrekking/v1", voorbeelden_versies.voorbeeld_intrekking, ""),
    "pip-advies": ("pip_advies/v1", voorbeelden_versies.voorbeeld_advies, ""),
    **{f"samenvatting-{taal}": ("pip_samenvatting/v1", voorbeelden.samenvatting(taal), "") for taal in TALEN},
    "pip-bijlage": ("pip_bijlage/v1", voorbeelden.voorbeeld_bijlage, ""),
    "pip-concept": ("pip/v1", voorbeelden.voorbeeld_asiel, "CONCEPT"),
    "oproep-1": ("oproep/v1", lambda: voorbeelden.voorbeeld_oproep(1), ""),
    "oproep-2": ("oproep/v1", lambda: voorbeelden.voorbeeld_oproep(2), ""),
    "oproep-3": ("oproep/v1", lambda: voorbeelden.voorbeeld_oproep(3, "leerbaarheidstoets"), ""),
    "ontheffing-verleend": ("ontheffing_toets/v1", voorbeelden_ontheffing.voorbeeld_verleend, ""),
    "ontheffing-geweigerd": ("ontheffing_toets/v1", voorbeelden_ontheffing.voorbeeld_geweigerd, ""),
    "ontzorgen-56a": ("ontzorgen_56a/v1", voorbeelden_ontzorgen.voorbeeld_56a, ""),
    "ontzorgen-zonder-kosten": ("ontzorgen_56a/v1", voorbeelden_ontzorgen.voorbeeld_56a_zonder_kosten, ""),
    "ontzorgen-57": ("ontzorgen_57/v1", voorbeelden_ontzorgen.voorbeeld_57, ""),
    "ontzorgen-einde": ("ontzorgen_einde/v1", voorbeelden_ontzorgen.voorbeeld_einde, ""),
    "ontzorgen-einde-in-de-maand": ("ontzorgen_einde/v1", voorbeelden_ontzorgen.voorbeeld_einde_in_de_maand, ""),
    "ontzorgen-einde-erven": ("ontzorgen_einde/v1", voorbeelden_ontzorgen.voorbeeld_einde_erven, ""),
    "ontzorgen-wijkt-af": ("ontzorgen_einde/v1", voorbeelden_ontzorgen.voorbeeld_einde_wijkt_af, ""),
    "ontzorgen-afwijking": ("ontzorgen_afwijking/v1", voorbeelden_ontzorgen.voorbeeld_afwijking, ""),
    "ontzorgen-weigering": ("ontzorgen_weigering/v1", voorbeelden_ontzorgen.voorbeeld_weigering, ""),
    "bijzondere-bijstand": ("bijzondere_bijstand/v1", voorbeelden_ontzorgen.voorbeeld_bijzonder, ""),
    "bijzondere-bijstand-geweigerd": (
        "bijzondere_bijstand/v1",
        voorbeelden_ontzorgen.voorbeeld_bijzonder_geweigerd,
        "",
    ),
    "maandoverzicht": ("maandoverzicht/v1", voorbeelden_maand.voorbeeld_maandoverzicht, ""),
    "maandoverzicht-tekort": ("maandoverzicht/v1", voorbeelden_maand.voorbeeld_tekort, ""),
    "maandoverzicht-uitzoeken": ("maandoverzicht/v1", voorbeelden_maand.voorbeeld_uitzoeken, ""),
    "maandoverzicht-zelf": ("maandoverzicht/v1", voorbeelden_maand.voorbeeld_zelf, ""),
    "waarschuwing": ("handhaving_waarschuwing/v1", voorbeelden_boete.voorbeeld_waarschuwing, ""),
    "boete-voornemen": ("boete_voornemen/v1", voorbeelden_boete.voorbeeld_voornemen, ""),
    "boete-voornemen-intake": ("boete_voornemen/v1", voorbeelden_boete.voorbeeld_voornemen_intake, ""),
    "boete": ("boete/v1", voorbeelden_boete.voorbeeld_boete, ""),
    "boete-intake": ("boete/v1", voorbeelden_boete.voorbeeld_boete_intake, ""),
    "machtiging": ("machtiging/v1", voorbeelden_ontzorgen.voorbeeld_machtiging, ""),
    **{
        f"crediteur-{wat}": ("crediteur/v1", partial(voorbeelden_ontzorgen.voorbeeld_crediteur, wat), "")
        for wat in ("begin", "wijziging", "langer", "einde")
    },
    **{
        f"crediteur-einde-{wie}": ("crediteur/v1", partial(voorbeelden_ontzorgen.voorbeeld_crediteur, "einde", wie), "")
        for wie in ("klant", "ander", "niemand")
    },
    "welkom": ("welkom/v1", voorbeelden_brieven.voorbeeld_welkom, ""),
    "welkom-arabisch": ("welkom/v1", lambda: voorbeelden_brieven.voorbeeld_welkom("ar"), ""),
    **{
        f"uitnodiging-{partij}": ("uitnodiging/v1", voorbeelden_brieven.uitnodiging(partij), "")
        for partij in Partij.values
    },
    "begeleidend": ("begeleidend/v1", voorbeelden_brieven.voorbeeld_begeleidend, ""),
    "verklaring-aanbod": ("verklaring_college/v1", voorbeelden_verlenging.voorbeeld_verklaring, ""),
    "verklaring-onderwijsroute": (
        "verklaring_college/v1",
        lambda: voorbeelden_verlenging.voorbeeld_verklaring("onderwijsroute", ""),
        "",
    ),
    "bezwaar-ontvangst": ("bezwaar_ontvangst/v1", voorbeelden_bezwaar.voorbeeld_ontvangst, ""),
    "bezwaar-te-laat": ("bezwaar_ontvangst/v1", voorbeelden_bezwaar.voorbeeld_ontvangst_te_laat, ""),
    "bezwaar-verzuim": ("bezwaar_verzuim/v1", voorbeelden_bezwaar.voorbeeld_verzuim, ""),
    "bezwaar-verdaging": ("bezwaar_verdaging/v1", voorbeelden_bezwaar.voorbeeld_verdaging, ""),
    "bezwaar-hoorzitting": ("bezwaar_hoorzitting/v1", voorbeelden_bezwaar.voorbeeld_hoorzitting, ""),
    "bezwaar-verplaatst": ("bezwaar_hoorzitting/v1", voorbeelden_bezwaar.voorbeeld_verplaatst, ""),
    "bezwaar-afzegging": ("bezwaar_afzegging/v1", voorbeelden_bezwaar.voorbeeld_afzegging, ""),
    "bezwaar-beslissing": ("bezwaar_beslissing/v1", voorbeelden_bezwaar.voorbeeld_beslissing, ""),
    "bezwaar-herroepen": ("bezwaar_beslissing/v1", voorbeelden_bezwaar.voorbeeld_herroepen, ""),
    "bezwaar-herleeft": ("bezwaar_beslissing/v1", voorbeelden_bezwaar.voorbeeld_herleeft, ""),
    "bezwaar-uitstel": ("bezwaar_uitstel/v1", voorbeelden_bezwaar.voorbeeld_uitstel, ""),
    "bezwaar-ingebreke": ("bezwaar_ingebreke/v1", voorbeelden_bezwaar.voorbeeld_ingebreke, ""),
    "bezwaar-dwangsom": ("bezwaar_dwangsom/v1", voorbeelden_bezwaar.voorbeeld_dwangsom, ""),
    "bezwaar-geen-dwangsom": ("bezwaar_dwangsom/v1", voorbeelden_bezwaar.voorbeeld_geen_dwangsom, ""),
    "bezwaar-intrekking": ("bezwaar_intrekking/v1", voorbeelden_bezwaar.voorbeeld_intrekking, ""),
    "intakeverslag": ("intake_verslag/v1", voorbeelden_verslag.voorbeeld_verslag, ""),
    "intakeverslag-volledig": ("intake_verslag/v1", voorbeelden_verslag.voorbeeld_volledig, ""),
    "intakeverslag-verstek": ("intake_verslag/v1", voorbeelden_verslag.voorbeeld_verstek, ""),
    **voorbeelden_uitvoering.BRIEVEN,
    **voorbeelden_afronding.BRIEVEN,
    **voorbeelden_modules.BRIEVEN,
    "partnerblad": ("partnerblad/v1", voorbeelden_partner.voorbeeld_partnerblad, ""),
    "termijnuitleg": ("termijnuitleg/v1", voorbeelden_termijn.voorbeeld_termijnuitleg, ""),
    "dagstaat": ("dagstaat/v1", voorbeelden.voorbeeld_dagstaat, ""),
    "dagstaat-concept": ("dagstaat/v1", voorbeelden.voorbeeld_dagstaat, "CONCEPT"),
}


@cache
def brief(naam: str) -> bytes:
    """The bytes of one of the example letters, made once for all tests."""
    sjabloon, inhoud, watermerk = BRIEVEN[naam]
    return maak_pdf(sjabloon, inhoud().als_json(), watermerk=watermerk)


def sla_over(reden: str) -> NoReturn:
    """Skip with a reason, or fail where everything must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"In CI moet dit er zijn: {reden}")
    pytest.skip(reden)


@pytest.fixture(scope="session")
def lettertypen() -> None:
    if not (Path(settings.HOOFDMAP) / "node_modules" / "@fontsource").is_dir():
        sla_over("de lettertypen ontbreken (npm ci)")
