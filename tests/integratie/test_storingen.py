"""Faults of the machines themselves, with real components: the day is caught up whole, and nothing comes twice."""

import subprocess
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import connection

from cases.achtergrondtaken import achtergrondtaken
from cases.klok import nu
from cases.models import Hartslag, Signaal
from inburgering.ingebed import proces
from inburgering.ingebed.postgres import Cluster

from .conftest import dood, wacht_tot
from .test_dagelijks import MAAK, MENSEN, SIGNALEN, alles_verzonden, controleer_rijen

pytestmark = [pytest.mark.alles, pytest.mark.django_db(transaction=True)]

KEER, GELIJKTIJDIG = 6, 2
GESTUURD = "select count(*) from cases_signaal where status = 'verzonden'"
ONBEZORGD = "select count(*) from cases_bezorging where verzonden_op is null"


def test_two_beats_at_once_send_everything_once(opstelling, caseload):
    opstelling.worker(gelijktijdig=4)
    for naam in ("een", "twee"):
        opstelling.beat(naam)
    wacht_tot(alles_verzonden, "de ronde van twee planners", opstelling.logboek)

    controleer_rijen()
    assert len(opstelling.postbus.ontvangen) == MENSEN


def test_after_a_week_without_beat_what_was_missed_is_told_once(opstelling, caseload):
    week_geleden = nu() - timedelta(days=8)
    for sleutel in achtergrondtaken():
        Hartslag.objects.create(taak=sleutel, gestart_op=week_geleden, gelukt_op=week_geleden)

    opstelling.worker()
    opstelling.beat()
    wacht_tot(alles_verzonden, "de ronde na een week", opstelling.logboek)

    controleer_rijen()
    assert len(opstelling.postbus.ontvangen) == MENSEN
    dagelijks = Hartslag.objects.filter(taak__in=["signalen", "zelfcontrole", "koppelingen_opruimen"])
    wacht_tot(lambda: not dagelijks.filter(gelukt_op__lte=week_geleden).exists(), "de rest", opstelling.logboek)


def test_a_worker_that_is_killed_again_and_again_gets_there(opstelling, caseload):
    """At moments that nobody chose: while it starts, makes rows, divides them or sends."""
    toeval = Random(20261120)
    opstelling.zet_klaar(MAAK)
    for _ in range(KEER):
        worker = opstelling.worker()
        begonnen = Signaal.objects.count(), len(opstelling.postbus.ontvangen)
        laat_even_werken(opstelling.logboek, begonnen, opstelling.postbus.ontvangen, toeval)
        dood(worker)
    opstelling.worker()
    opstelling.beat()
    wacht_tot(alles_verzonden, "de rest na de laatste herstart", opstelling.logboek)

    controleer_rijen()
    assert len(set(opstelling.postbus.adressen())) == MENSEN
    kenmerken = Counter(bericht["Message-ID"] for bericht in opstelling.postbus.ontvangen)
    assert len(kenmerken) == MENSEN
    assert sum(kenmerken.values()) <= MENSEN + KEER


def laat_even_werken(log: Path, begonnen: tuple[int, int], ontvangen: list, toeval: Random) -> None:
    """Until it did a random amount of work, or its time is up: then it is killed while it does nothing."""
    post = begonnen[1] + toeval.randint(0, 4)
    try:
        wacht_tot(
            lambda: alles_verzonden() or (Signaal.objects.count() > begonnen[0] or len(ontvangen) > post), "", log, 12
        )
    except AssertionError:
        return


@pytest.fixture
def eigen_database(opstelling, caseload) -> Iterator[Cluster]:
    """A copy of this database on a server of its own, that may be stopped; the processes use it."""
    map_ = Path(tempfile.mkdtemp(prefix="inburgering-test-"))
    map_.chmod(0o711)  # as root the server runs under another account, which must get through
    with Cluster(map_ / "postgres", durable=False) as cluster:
        cluster.create_database("storing")
        connection.ensure_connection()
        bron = connection.connection.info
        dump = subprocess.run(
            [cluster.bin / "pg_dump", "-h", bron.host, "-U", bron.user, bron.dbname],
            check=True, capture_output=True, cwd="/",
        ).stdout  # fmt: skip
        laad = [cluster.bin / "psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-h", cluster.sockets, "-U", "inburgering"]
        subprocess.run([*laad, "-d", "storing"], check=True, input=dump, capture_output=True, cwd="/")
        opstelling.omgeving |= {"DATABASE_URL": cluster.url("storing"), "PROEF_DATABASE": "storing"}
        yield cluster
        opstelling.stop()
    proces.remove_folder(map_)


def test_a_database_that_restarts_in_the_middle_loses_nothing(opstelling, eigen_database):
    """It goes away while the fifth mail is being sent, stays away for a while, and comes back."""
    gevallen: list[int] = []
    eenmaal = threading.Lock()

    def val_om(aantal: int) -> None:
        if aantal >= 5 and eenmaal.acquire(blocking=False):
            eigen_database.stop()
            gevallen.append(aantal)

    opstelling.postbus.bij_post = val_om
    opstelling.worker(gelijktijdig=GELIJKTIJDIG)
    opstelling.beat()
    opstelling.zet_klaar(MAAK)
    wacht_tot(lambda: bool(gevallen), "de val van de database", opstelling.logboek)
    eigen_database.start()
    # Nobody asks for it: the sweep of every minute goes on where it stopped, after its ten minutes of patience.
    eigen_database.sql("update cases_hartslag set gestart_op = gestart_op - interval '15 minutes', "
                       "aangevraagd_op = null", "storing")  # fmt: skip
    eigen_database.sql("update cases_signaal set aangemaakt_op = aangemaakt_op - interval '15 minutes'", "storing")
    wacht_tot(tel(eigen_database, GESTUURD, SIGNALEN), "de rest na de herstart", opstelling.logboek, 240)

    assert eigen_database.sql(ONBEZORGD, "storing") == "0"
    kenmerken = Counter(bericht["Message-ID"] for bericht in opstelling.postbus.ontvangen)
    assert len(set(opstelling.postbus.adressen())) == len(kenmerken) == MENSEN
    assert sum(kenmerken.values()) <= MENSEN + GELIJKTIJDIG  # what each process was sending may come twice


def tel(cluster: Cluster, vraag: str, aantal: int) -> Callable[[], bool]:
    return lambda: cluster.sql(vraag, "storing") == str(aantal)
