"""A large list: `./run test --alles` only. Prints what it measured; more rows with KOPPELINGEN_AANTAL."""

import os
import time
from datetime import UTC, datetime

import pytest
from stdnum.nl import bsn

from cases.models import Dossier
from cases.services import koppelingen

from .hulp import OP, PERSOON, maak_csv

pytestmark = pytest.mark.alles
AANTAL = int(os.environ.get("KOPPELINGEN_AANTAL", "500"))
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
KLINKERS, MEDEKLINKERS = "aeiou", "bdfgklmnprstvz"


def naam(getal):
    """A pronounceable name, different for every number."""
    delen = []
    for _ in range(4):
        getal, medeklinker = divmod(getal, len(MEDEKLINKERS))
        getal, klinker = divmod(getal, len(KLINKERS))
        delen.append(MEDEKLINKERS[medeklinker] + KLINKERS[klinker])
    return "".join(delen).capitalize()


def rijen(aantal):
    geldig = (f"{nummer:09d}" for nummer in range(200_000_000, 300_000_000) if bsn.is_valid(f"{nummer:09d}"))
    for volgnummer, nummer in zip(range(aantal), geldig, strict=False):
        yield PERSOON | {
            "bsn": nummer,
            "v_nummer": f"{2_700_000_000 + volgnummer}",
            "achternaam": naam(volgnummer * 7919),
            "voornamen": naam(volgnummer * 104_729 + 1),
            "geboortedatum": f"{volgnummer % 28 + 1:02d}-{volgnummer % 12 + 1:02d}-{1960 + volgnummer % 45}",
            "gezinsnummer": f"G{volgnummer // 2:05d}",
        }


def test_a_large_list_goes_through_and_a_second_time_changes_nothing(cast):
    inhoud = maak_csv(*rijen(AANTAL)).encode()
    bestand, voorbeeld = gemeten(_voorbeeld, cast, inhoud)
    assert bestand.regels.filter(uitkomst="nieuw").count() == AANTAL

    _, schrijven = gemeten(_schrijf, cast, bestand)
    assert Dossier.objects.count() == AANTAL

    tweede, nog_eens = gemeten(_voorbeeld, cast, inhoud)
    assert tweede.regels.filter(uitkomst="ongewijzigd").count() == AANTAL
    print(f"{AANTAL} rows: preview {voorbeeld:.1f} s, write {schrijven:.1f} s, second preview {nog_eens:.1f} s")  # noqa: T201 (a measurement)


def gemeten(wat, *args):
    begin = time.perf_counter()
    return wat(*args), time.perf_counter() - begin


def _voorbeeld(cast, inhoud):
    return koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=inhoud, door=cast.consulent, op=OP)


def _schrijf(cast, bestand):
    koppelingen.bevestig(bestand=bestand, door=cast.consulent, moment=MOMENT)
    while koppelingen.schrijf_stuk(bestand_id=bestand.pk, op=OP, moment=MOMENT):
        pass
