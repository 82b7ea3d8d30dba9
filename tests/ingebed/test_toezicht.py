"""The supervisor: one port, children that come back, and no orphans."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from inburgering.ingebed import omgeving, toezicht
from inburgering.ingebed.proces import StartFailedError

from .test_postgres import is_alive, until

RUN = [sys.executable, "-m", "inburgering.ingebed", "demo"]


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder that PostgreSQL's account can get through, also when the tests run as root."""
    folder = Path("/var/tmp") / f"inburgering-demo-test-{os.getpid()}"
    yield folder
    subprocess.run(["rm", "-rf", folder], check=True)


def free_port() -> int:
    with toezicht.claim_port(0) as web:
        return int(web.getsockname()[1])


def test_a_busy_port_gives_one_sentence_with_the_mend() -> None:
    with toezicht.claim_port(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StartFailedError) as raised:
            toezicht.claim_port(port)
    assert str(raised.value) == (
        f"Poort {port} is bezet of niet toegestaan. Kies een andere, bijvoorbeeld: ./run demo --poort {port + 1}"
    )


def test_a_child_that_keeps_failing_is_started_again_after_ever_longer_pauses(tmp_path: Path) -> None:
    child = toezicht.Child("kapot", [sys.executable, "-c", "raise SystemExit(1)"])
    pauses = []
    for _ in range(3):
        child.start(tmp_path, dict(os.environ), ())
        assert until(child.is_due)
        child.lengthen_pause()
        pauses.append(child.pause)
    assert pauses == [1, 2, 4]


def test_the_product_runs_as_the_same_processes_as_in_production() -> None:
    assert [child.name for child in toezicht.processes(Path("/x"), 3)] == ["web", "worker", "beat"]


@pytest.mark.parametrize("port", ["onzin", "0", "70000"])
def test_a_port_that_is_none_is_refused_in_a_sentence(port: str) -> None:
    done = subprocess.run([*RUN, "--poort", port], capture_output=True, text=True, check=False, cwd=omgeving.CHECKOUT)
    assert done.returncode == 1
    assert done.stderr.strip() == f"'{port}' is geen poort. Kies een getal, bijvoorbeeld: ./run demo --poort 8001"


def start_demo(data: Path, port: int) -> subprocess.Popen[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    demo = subprocess.Popen(
        [*RUN, "--poort", str(port), "--gegevens", data], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, cwd=omgeving.CHECKOUT, env={**clean, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert demo.stdout is not None
    said = []
    for line in demo.stdout:
        said.append(line)
        if line.startswith("Klaar:"):
            return demo
    demo.wait()
    raise AssertionError("".join(said))


def family(pid: int) -> list[int]:
    """All descendants of a process."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [pid]
    for parent in found:
        found += [child for child, its_parent in parents if its_parent == parent]
    return found[1:]


@pytest.mark.alles
def test_the_demo_keeps_its_data_survives_kills_and_leaves_nothing_running(data: Path) -> None:
    port = free_port()
    demo = start_demo(data, port)
    killed = family(demo.pid)
    assert len(killed) > 8
    demo.send_signal(signal.SIGKILL)
    demo.communicate()
    assert until(lambda: not any(map(is_alive, killed)), 30), "a killed supervisor leaves no process behind"

    demo = start_demo(data, port)
    running = omgeving.running(data)
    assert running["BASIS_URL"] == f"http://127.0.0.1:{port}"
    worker = next(pid for pid in family(demo.pid) if b"worker\0" in Path(f"/proc/{pid}/cmdline").read_bytes())
    os.kill(worker, signal.SIGKILL)
    assert demo.stdout is not None
    assert demo.stdout.readline().startswith("worker is gestopt en wordt opnieuw gestart")
    with urlopen(f"http://127.0.0.1:{port}/accounts/login/", timeout=10) as answer:
        assert answer.status == 200

    children = family(demo.pid)
    started = time.monotonic()
    demo.send_signal(signal.SIGINT)
    said, _ = demo.communicate(timeout=60)
    assert said.endswith("Gestopt.\n")
    assert demo.returncode == 0
    assert time.monotonic() - started < 40
    assert until(lambda: not any(map(is_alive, children)), 10)


@pytest.mark.alles
def test_the_check_tells_by_its_exit_status_that_the_main_job_works() -> None:
    done = subprocess.run([*RUN, "--check"], capture_output=True, text=True, check=False, cwd=omgeving.CHECKOUT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("Alles werkt.\n")
    assert "FOUT" not in done.stdout
