"""What follows from the letters and is kept beside them: a sample per template, and docs/leesbaarheid.md.

Run after changing a letter or a text: `manage.py shell -c "import tests.pdf.bijwerken as b; b.schrijf()"`. Tests
compare what it writes with what is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from cases.brieven import Briefsoort, briefsoorten
from cases.inhoud import Inhoud
from cases.services.briefvoorbeelden import bestand
from cases.services.leesbaarheid import STREEF, UITLEG, leesgetal
from cases.teksten import STANDAARD
from tests.pdf.conftest import BRIEVEN
from tests.pdf.woorden import nederlandse_tekst

DOCUMENT = Path(settings.HOOFDMAP) / "docs" / "leesbaarheid.md"
EIGEN_VOORBEELD = {"intakeverslag_volledig": "intakeverslag-volledig"}
NIET_VOOR_DE_INBURGERAAR = {"dagstaat", "partnerblad", "overdrachtsblad", "termijnuitleg"}
KOP = f"""# Hoe leesbaar zijn onze teksten?

{UITLEG}

De bibliotheek *textstat* rekent het uit: de formule van Flesch met de getallen voor het Nederlands. Het getal weegt de
lengte van zinnen en woorden. Of een tekst klopt en prettig leest, moet een mens zien.

Een test rekent alles op deze pagina na. Verandert een tekst, dan verandert het getal hier mee, met
`manage.py shell -c "import tests.pdf.bijwerken as b; b.schrijf()"`.
"""


def voorbeelden(soort: Briefsoort) -> Iterator[tuple[str, Inhoud]]:
    """The samples of the tests for this kind of letter, with their names; previews are no letters of their own."""
    for naam, (sjabloon, maak, watermerk) in BRIEVEN.items():
        if sjabloon == soort.sjabloon and not watermerk:
            yield naam, maak()


def voorbeeld(soort: Briefsoort) -> Inhoud | None:
    """The one beside the template."""
    eigen = EIGEN_VOORBEELD.get(soort.code)
    return next((inhoud for naam, inhoud in voorbeelden(soort) if eigen in (None, naam)), None)


def als_bestand(soort: Briefsoort) -> str:
    """The first sample as the file beside the template; '' when the tests have none."""
    inhoud = voorbeeld(soort)
    return json.dumps(inhoud.als_json(), ensure_ascii=False, indent=2) + "\n" if inhoud else ""


def leesbaarheid() -> str:
    """The page: the figure of each standard text, and of the running Dutch text of each sample."""
    teksten = [(blok.titel, leesgetal(blok.tekst)) for blok in STANDAARD.values()]
    per_sjabloon = {soort.sjabloon: soort for soort in reversed(briefsoorten())}  # kinds may share one
    brieven = [
        (f"{soort.naam} ({naam})", leesgetal(nederlandse_tekst(soort.sjabloon, inhoud)))
        for soort in reversed(per_sjabloon.values())
        if soort.code not in NIET_VOOR_DE_INBURGERAAR
        for naam, inhoud in voorbeelden(soort)
        if inhoud.als_json().get("taal", "nl") == "nl"
    ]
    delen = [
        KOP,
        _tabel("Teksten die een gemeente zelf kan schrijven", "Standaardtekst", teksten),
        _tabel("Brieven", "Brief, met het voorbeeld van de tests", brieven),
        _slot(teksten + brieven),
    ]
    return "\n".join(delen)


def _tabel(kop: str, eerste: str, rijen: list[tuple[str, int]]) -> str:
    regels = "\n".join(f"| {naam} | {getal} |" for naam, getal in rijen)
    return f"## {kop}\n\n| {eerste} | Leesgetal |\n| :-- | --: |\n{regels}\n"


def _slot(rijen: list[tuple[str, int]]) -> str:
    laag = [naam for naam, getal in rijen if getal < STREEF]
    if not laag:
        return f"Alles haalt {STREEF}.\n"
    return f"Onder de {STREEF}: {'; '.join(laag)}. Daar staan vaste woorden van de wet in.\n"


def schrijf() -> None:
    for soort in briefsoorten():
        if tekst := als_bestand(soort):
            bestand(soort).write_text(tekst, encoding="utf-8")
    DOCUMENT.write_text(leesbaarheid(), encoding="utf-8")
