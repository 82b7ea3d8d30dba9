"""A payment run of a month for 1,000, 3,000 and 10,000 people with 3.5 fixed costs each, from proposal to answer.

    ./run test tests/bench/maandrun.py -n0 -s

Real services on a real PostgreSQL, each step with its own commits; all sizes in one database. The 1,000 go before and
after the others, and their mean counts, so that a machine that becomes busier weighs on all alike. Beside each figure
stands what the database and the disk ask at least for the same rows (`kaal.py`). In every step a payment for 10,000
people may take a fifth more time of the processors than one for 1,000, and the process that makes the bank file a tenth
more memory.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection

from cases.models import Gemeente
from ontzorgen.models import Betaalbatch
from ontzorgen.services.betaalbestanden import maak_bestand
from ontzorgen.services.betaalruns import beoordeel, controleer, maak_run
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.maandrun import voorstel
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.terugmelding import lees_statusbericht
from ontzorgen.services.vrijgave import geef_vrij
from tests.bench.bestandsgeheugen import megabytes_voor_bestand
from tests.bench.kaal import kale_tijden
from tests.bench.klok import NIETS, Duur, meet
from tests.bench.mensen import vul_gemeente
from tests.fabriek import Cast, maak_cast
from tests.ontzorgen.gelijktijdig import wachtrij_rust
from tests.ontzorgen.test_terugmelding import STATUS

__all__ = ["wachtrij_rust"]  # the fixture

AANTALLEN = KLEIN, MIDDEN, GROOT = 1_000, 3_000, 10_000
OKT, NOV = date(2026, 10, 1), date(2026, 11, 1)
BEURTEN = ((KLEIN, OKT), (MIDDEN, OKT), (GROOT, OKT), (KLEIN, NOV))
GEMEENTEN = ("diemen", "ouder-amstel", "uithoorn")
MEESTE_TRAAGHEID, MEESTE_GROEI = 1.2, 1.1
OP, DAG = date(2026, 11, 20), date(2026, 11, 23)
MOMENT = datetime(2026, 11, 20, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Meting:
    """Per payment and step, ours and bare; megabytes of the process that makes the file, before it and at most."""

    aantal: int
    tijden: dict[str, Duur]
    kaal: dict[str, Duur]
    megabytes: tuple[float, float]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("ingericht", "wachtrij_rust")
def test_time_per_payment_and_memory_stay_level_up_to_10_000_people() -> None:
    richt_ontzorgen_in()
    gemeenten = [Gemeente.objects.get(slug=slug) for slug in GEMEENTEN]
    casts = {a: maak_cast(gemeenten[i], gemeenten[i - 1]) for i, a in enumerate(AANTALLEN)}
    for mensen, cast in casts.items():
        vul_gemeente(cast, mensen)
    _ververs_statistiek()
    rondes: dict[int, list[Meting]] = {mensen: [] for mensen in AANTALLEN}
    for mensen, maand in BEURTEN:
        rondes[mensen].append(_ronde(casts[mensen], maand))
    metingen = {mensen: _gemiddeld(van_een) for mensen, van_een in rondes.items()}
    keer = _druk_af(metingen)
    assert max(keer.values()) <= MEESTE_TRAAGHEID
    assert metingen[GROOT].megabytes[1] <= metingen[KLEIN].megabytes[1] * MEESTE_GROEI


def _ronde(cast: Cast, maand: date) -> Meting:
    """All steps of a month, each by who does it."""
    wie, gemeente = cast.uitkeringsadministratie, cast.gemeente
    batch = Betaalbatch()

    def vul() -> None:
        nonlocal batch
        batch = maak_run(gemeente=gemeente, maand=maand, uitvoerdag=DAG, door=wie, op=OP)
        while vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT):
            pass

    def controle() -> None:
        nonlocal batch
        beoordeel(batch=batch, door=cast.sociale_zaken, moment=MOMENT)
        batch = controleer(batch=batch, door=wie, op=OP, moment=MOMENT)

    def geef() -> None:
        aantal, cents = batch.pogingen.totaal()
        for door in (cast.teamleider, cast.jurist)[: batch.vrijgevers_nodig]:
            geef_vrij(batch=batch, aantal=aantal, cents=cents, door=door, op=OP, moment=MOMENT)
        batch.refresh_from_db()

    def lees() -> None:
        velden = {"nummer": f"B-{batch.pk}", "over": batch.bericht_id, "stand": "ACSC", "reden": "", "regels": ""}
        lees_statusbericht(batch=batch, bron=BytesIO(STATUS.format(**velden).encode()), door=wie, op=OP)

    tijden = {"voorstel": meet(lambda: sum(1 for _ in voorstel(gemeente, maand, op=OP))), "vullen": meet(vul)}
    _ververs_statistiek()
    tijden |= {"controle": meet(controle), "vrijgeven": meet(geef)}
    megabytes = megabytes_voor_bestand(batch.bestand.pk)
    tijden["bestand"] = meet(lambda: maak_bestand(bestand_id=batch.bestand.pk, moment=MOMENT))
    batch.bestand.refresh_from_db()
    tijden["terugmelding"] = meet(lees)
    aantal = batch.pogingen.filter(stand="uitgevoerd").count()
    assert aantal == batch.aantal
    assert aantal >= 3 * batch.betaalmaand.afrekeningen.count()
    return Meting(aantal, _per(tijden, aantal), _per(kale_tijden(batch), aantal), megabytes)


def _ververs_statistiek() -> None:
    """What autovacuum does by itself in production; the servers of the tests run without it."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _per(tijden: dict[str, Duur], aantal: int) -> dict[str, Duur]:
    per_stap = {stap: duur.gedeeld(aantal) for stap, duur in tijden.items()}
    return per_stap | {"samen": sum(per_stap.values(), NIETS)}


def _gemiddeld(metingen: list[Meting]) -> Meting:
    def van(tijden: list[dict[str, Duur]]) -> dict[str, Duur]:
        return {stap: sum((t[stap] for t in tijden), NIETS).gedeeld(len(tijden)) for stap in tijden[0]}

    tijden, kaal = van([meting.tijden for meting in metingen]), van([meting.kaal for meting in metingen])
    return Meting(metingen[0].aantal, tijden, kaal, max(meting.megabytes for meting in metingen))


def _druk_af(metingen: dict[int, Meting]) -> dict[str, float]:
    """The table; returns per step how much more a payment for 10,000 people takes than one for 1,000."""
    klein, groot = metingen[KLEIN].tijden, metingen[GROOT].tijden
    keer = {stap: groot[stap].processor / klein[stap].processor for stap in klein}
    print(
        f"\n{'mensen':>6} {'betalingen':>10} {'stap':<13}{'seconden':>9}{'ms per betaling':>17}{'kaal':>8}{'keer':>6}"
    )
    for mensen, meting in metingen.items():
        for stap, duur in meting.tijden.items():
            kaal = meting.kaal[stap].processor
            print(f"{mensen:>6} {meting.aantal:>10} {stap:<13}{duur.klok * meting.aantal:>9.2f}"
                  f"{duur.processor * 1e3:>17.3f}{kaal * 1e3:>8.3f}{duur.processor / kaal:>6.0f}")  # fmt: skip
        print(f"{mensen:>6} {meting.aantal:>10} geheugen bij het bestand: hoogstens {meting.megabytes[1]:.1f} MB, "
              f"waarvan {meting.megabytes[0]:.1f} MB voor het begon")  # fmt: skip
    print(f"{GROOT} naast {KLEIN} mensen: " + ", ".join(f"{stap} {getal:.2f}" for stap, getal in keer.items()))
    return keer
