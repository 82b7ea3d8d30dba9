"""A payment run for 1,000 and for 10,000 people with 3.5 fixed costs each: filling, releasing, the file, the answer.

    ./run test tests/bench/maandrun.py -n0 -s

Real services on a real PostgreSQL. The sizes take turns over two months, and of each the best counts, so that a busy
machine slows both alike. Prints microseconds per payment; the time per payment stays within a fifth of that at 1,000.
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import count

import pgtrigger
import pytest
from django.db import connection

from cases.models import Dossier, Gebeurtenis, Gemeente, Inburgeraar
from ontzorgen.models import (
    Betaalbatch,
    Eenheidlid,
    Lastsoort,
    Leefsituatie,
    Ontzorgbesluit,
    Ontzorgperiode,
    Uitkeringseenheid,
    VasteLast,
)
from ontzorgen.services.betaalbestanden import maak_bestand
from ontzorgen.services.betaalruns import beoordeel, controleer, maak_run
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.terugmelding import lees_statusbericht
from ontzorgen.services.vrijgave import geef_vrij
from tests.fabriek import Cast, maak_cast
from tests.ontzorgen.bouw_betaling import IBANS, betaalt_zelf, crediteur
from tests.ontzorgen.test_terugmelding import STATUS

AANTALLEN, MAANDEN = (1_000, 10_000), (date(2026, 10, 1), date(2026, 11, 1))
MEESTE_TRAAGHEID, SOORTEN = 1.2, ("huur", "energie", "water", "zorgverzekering")
BEGIN, OP, DAG = date(2026, 8, 1), date(2026, 11, 20), date(2026, 11, 25)
MOMENT = datetime(2026, 11, 20, 10, tzinfo=UTC)
_teller = count(1)


@pytest.mark.django_db
def test_time_per_payment_stays_level_up_to_10_000_people(diemen: Gemeente, uithoorn: Gemeente) -> None:
    richt_ontzorgen_in()
    casts = {AANTALLEN[0]: maak_cast(diemen, uithoorn), AANTALLEN[1]: maak_cast(uithoorn, diemen)}
    for aantal, cast in casts.items():
        _vul_gemeente(cast, aantal)
    _ververs_statistiek()
    tijden: dict[int, list[dict[str, float]]] = {aantal: [] for aantal in AANTALLEN}
    for maand in MAANDEN:
        for aantal, cast in casts.items():
            tijden[aantal].append(_ronde(cast, maand))
    beste = {aantal: {stap: min(r[stap] for r in rondes) for stap in rondes[0]} for aantal, rondes in tijden.items()}
    print()
    for aantal, stappen in beste.items():
        print(f"{aantal:>6} mensen: " + ", ".join(f"{stap} {duur * 1e6:.0f} µs" for stap, duur in stappen.items()))
    samen = {aantal: sum(stappen.values()) for aantal, stappen in beste.items()}
    assert samen[AANTALLEN[1]] <= samen[AANTALLEN[0]] * MEESTE_TRAAGHEID


def _ronde(cast: Cast, maand: date) -> dict[str, float]:
    """Seconds per payment and step."""
    wie = cast.uitkeringsadministratie
    batch = maak_run(gemeente=cast.gemeente, maand=maand, uitvoerdag=DAG, door=wie, op=OP)

    def vul() -> None:
        while vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT):
            pass

    def geef() -> None:
        beoordeel(batch=batch, door=cast.sociale_zaken, moment=MOMENT)
        rij = controleer(batch=batch, door=wie, op=OP, moment=MOMENT)
        aantal, cents = rij.pogingen.totaal()
        for door in (cast.teamleider, cast.jurist)[: rij.vrijgevers_nodig]:
            geef_vrij(batch=rij, aantal=aantal, cents=cents, door=door, op=OP, moment=MOMENT)

    def schrijf() -> None:
        assert maak_bestand(bestand_id=Betaalbatch.objects.get(pk=batch.pk).bestand.pk, moment=MOMENT)

    def lees() -> None:
        velden = {"nummer": f"B-{batch.pk}", "over": batch.bericht_id, "stand": "ACSC", "reden": "", "regels": ""}
        bron = BytesIO(STATUS.format(**velden).encode())
        lees_statusbericht(batch=batch, bron=bron, door=wie, op=OP)

    stappen: dict[str, Callable[[], None]] = {"vullen": vul, "vrijgeven": geef, "bestand": schrijf, "antwoord": lees}
    duur = {}
    for naam, stap in stappen.items():
        duur[naam] = _seconden(stap)
        _ververs_statistiek()
    aantal = batch.pogingen.filter(stand="uitgevoerd").count()
    assert aantal >= 3 * batch.betaalmaand.afrekeningen.count()
    return {naam: seconden / aantal for naam, seconden in duur.items()}


def _ververs_statistiek() -> None:
    """What autovacuum does by itself in production; the servers of the tests run without it."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _seconden(stap: Callable[[], None]) -> float:
    begin = time.perf_counter()
    stap()
    return time.perf_counter() - begin


def _vul_gemeente(cast: Cast, aantal: int) -> None:
    """People with bijstand, a period and three or four fixed costs, written straight into the tables."""
    betaalt_zelf(cast)
    gemeente, door = cast.gemeente, cast.sociale_zaken
    crediteuren = [crediteur(cast, f"Crediteur {n}", IBANS[n % 3]) for n in range(12)]
    soorten = [Lastsoort.objects.get(code=code) for code in SOORTEN]
    nummers = [next(_teller) for _ in range(aantal)]
    with pgtrigger.ignore():
        mensen = Inburgeraar.objects.bulk_create(
            Inburgeraar(gemeente=gemeente, v_nummer=f"{2_000_000_000 + n}", achternaam=f"Naam{n}",
                        sorteernaam=f"naam{n}", zoeknaam=f"naam{n}", geboortedatum=date(1990, 1, 1))
            for n in nummers
        )  # fmt: skip
        dossiers = Dossier.objects.bulk_create(
            Dossier(gemeente=gemeente, inburgeraar=mens, nummer=f"D-2026-{n:05d}")
            for mens, n in zip(mensen, nummers, strict=True)
        )
        Gebeurtenis.objects.bulk_create(
            Gebeurtenis(dossier=dossier, aard="feit", soort="BIJSTAND_INGEGAAN", datum=BEGIN, door_naam="bench")
            for dossier in dossiers
        )
        eenheden = Uitkeringseenheid.objects.bulk_create(
            Uitkeringseenheid(gemeente=gemeente, nummer=f"U-2026-{n:05d}", door=door) for n in nummers
        )
        paren = list(zip(eenheden, dossiers, strict=True))
        Eenheidlid.objects.bulk_create(Eenheidlid(eenheid=e, dossier=d, vanaf=BEGIN) for e, d in paren)
        Leefsituatie.objects.bulk_create(
            Leefsituatie(eenheid=e, vanaf=BEGIN, leefvorm="ALLEENSTAANDE", leeftijdsgroep="VAN_21_TOT_AOW", bron="x",
                         door=door)
            for e in eenheden
        )  # fmt: skip
        einde = {"vanaf": BEGIN, "tot_en_met": date(2027, 1, 31)}
        besluiten = Ontzorgbesluit.objects.bulk_create(
            Ontzorgbesluit(dossier=d, soort="56a", motivering="x", opgesteld_door=door, opgesteld_op=BEGIN, **einde)
            for d in dossiers
        )
        Ontzorgperiode.objects.bulk_create(
            Ontzorgperiode(dossier=d, besluit=b, **einde) for d, b in zip(dossiers, besluiten, strict=True)
        )
        VasteLast.objects.bulk_create(
            VasteLast(eenheid=e, dossier=d if soort.per_persoon else None, soort=soort, kenmerk=f"contract {e.pk}",
                      crediteur=crediteuren[(e.pk + plek) % 12], bedrag=2_000 + e.pk % 20_000, eerste_maand=BEGIN,
                      bron="contract", door=door)
            for e, d in paren
            for plek, soort in enumerate(soorten[: 3 + e.pk % 2])
        )  # fmt: skip
