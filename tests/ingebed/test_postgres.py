"""The embedded PostgreSQL: keeps what is committed, and never outlives who started it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inburgering.ingebed import omgeving, proces
from inburgering.ingebed.postgres import Cluster
from inburgering.ingebed.proces import StartFailedError


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a space in its name that another account can get through."""
    base = Path("/var/tmp") / f"inburgering-test-{os.getpid()}-{time.monotonic_ns()}"
    base.mkdir(mode=0o711)
    yield base
    proces.remove_folder(base)


@pytest.fixture
def data(folder: Path) -> Path:
    return folder / "gegevens van de test"


def until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def make_row(cluster: Cluster) -> None:
    cluster.sql("CREATE TABLE rij (n int)")
    cluster.sql("INSERT INTO rij VALUES (7)")


def test_rows_survive_a_restart_and_nothing_is_left_in_the_temporary_folder(data: Path) -> None:
    with Cluster(data) as cluster:
        make_row(cluster)
        sockets = cluster.sockets
        assert sockets.stat().st_mode & 0o777 == 0o700
    assert not sockets.exists()
    with Cluster(data) as cluster:
        assert cluster.sql("SELECT n FROM rij") == "7"
        assert cluster.create_database("tweede") is True
        assert cluster.create_database("tweede") is False


def test_a_killed_server_recovers_what_was_committed(data: Path) -> None:
    cluster = Cluster(data).start()
    make_row(cluster)
    assert cluster.process is not None
    cluster.process.kill()
    cluster.process.wait()
    with Cluster(data) as again:
        assert again.sql("SELECT n FROM rij") == "7"


def test_the_server_stops_when_its_parent_is_killed(data: Path) -> None:
    script = """
import sys, time
from pathlib import Path
from inburgering.ingebed.postgres import Cluster
cluster = Cluster(Path(sys.argv[1]), durable=False).start()
print(cluster.process.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, data], stdout=subprocess.PIPE, text=True, cwd=omgeving.CHECKOUT
    ) as parent:
        assert parent.stdout is not None
        server = int(parent.stdout.readline())
        assert is_alive(server)
        parent.send_signal(signal.SIGKILL)
    assert until(lambda: not is_alive(server))
    with Cluster(data, durable=False) as again:
        assert again.sql("SELECT 1") == "1"


def test_a_lock_file_with_the_pid_of_a_stranger_does_not_stop_the_start(data: Path) -> None:
    with Cluster(data) as cluster:
        make_row(cluster)
        lock = (data / "postmaster.pid").read_text().splitlines()
    (data / "postmaster.pid").write_text("\n".join([str(os.getppid()), *lock[1:]]) + "\n")
    with Cluster(data) as cluster:
        assert cluster.sql("SELECT n FROM rij") == "7"


def test_a_first_start_that_was_broken_off_is_done_again(data: Path) -> None:
    data.mkdir()
    (data / "half").touch()
    with Cluster(data, durable=False) as cluster:
        assert cluster.sql("SELECT 1") == "1"


def test_it_is_the_engine_of_production_with_the_extensions_we_use(data: Path) -> None:
    with Cluster(data, durable=False) as cluster:
        assert cluster.sql("SHOW server_version").startswith("18.")
        for extension in ("btree_gist", "pg_trgm", "unaccent"):
            cluster.sql(f"CREATE EXTENSION {extension}")
        assert cluster.sql("SHOW listen_addresses") == ""


def test_a_server_that_cannot_start_says_why_in_its_own_words(data: Path) -> None:
    with Cluster(data, durable=False):
        pass
    (data / "postgresql.conf").write_text("shared_buffers = onzin\n")
    broken = Cluster(data, durable=False)
    with pytest.raises(StartFailedError, match=r"PostgreSQL start niet[\s\S]*shared_buffers"):
        broken.start()
    assert broken.process is None, "and nothing is left to stop"


def test_a_folder_that_is_not_ours_is_refused(folder: Path) -> None:
    (folder / "echt").mkdir()
    (folder / "vreemd").symlink_to(folder / "echt")
    with pytest.raises(StartFailedError, match="van een andere gebruiker"):
        proces.private_folder(folder / "vreemd")
    (folder / "open").mkdir()
    (folder / "open").chmod(0o777)
    with pytest.raises(StartFailedError, match="van een andere gebruiker"):
        proces.private_folder(folder / "open")
