"""Each service of the compose file, started by its own command under the production settings."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from inburgering.ingebed import proces, valkey
from inburgering.ingebed.omgeving import CHECKOUT
from inburgering.ingebed.postgres import Cluster

pytestmark = pytest.mark.alles
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text())["services"]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def until(condition: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.3)
    return False


@dataclass
class Installation:
    """The stores, and the environment of the compose file with our own addresses in it."""

    folder: Path
    cluster: Cluster
    redis: str

    def environment(self, user: str) -> dict[str, str]:
        ours = {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "DJANGO_SETTINGS_MODULE": "inburgering.settings.productie",
            "SECRET_KEY": secrets.token_hex(32),
            "ALLOWED_HOSTS": "inburgering.gemeente.example",
            "BASIS_URL": "https://inburgering.gemeente.example",
            "EMAIL_URL": "smtp://localhost:2525",
            "DEFAULT_FROM_EMAIL": "inburgering@gemeente.example",
            "REDIS_URL": self.redis,
            "DATABASE_URL": self.cluster.url("productie", user),
            "STATIC_ROOT": str(self.folder / "static"),
            "DB_TOEPASSING_WACHTWOORD": "proef",
        }
        kept = {name: os.environ[name] for name in ("HOME", "LD_LIBRARY_PATH", "FONTCONFIG_FILE") if name in os.environ}
        return {**kept, **ours}

    def run(self, *command: str, user: str = "inburgering_toepassing") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self.environment(user), cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=300
        )

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        with (self.folder / "proces.log").open("ab") as log:
            return subprocess.Popen(
                command, env=self.environment("inburgering_toepassing"), cwd=CHECKOUT, stdout=log, stderr=log
            )


@pytest.fixture(scope="module")
def installation() -> Iterator[Installation]:
    """PostgreSQL and a broker on a port, the static files collected, and the migration step run to its end."""
    folder = Path("/var/tmp") / f"inburgering-productie-test-{os.getpid()}"
    folder.mkdir(mode=0o711)
    port = str(free_port())
    broker = subprocess.Popen([valkey._program(), "--port", port, "--bind", "127.0.0.1", "--save", ""], cwd=folder)
    with Cluster(folder / "postgres", durable=False) as cluster:
        cluster.create_database("productie")
        made = Installation(folder, cluster, f"redis://127.0.0.1:{port}/0")
        collected = made.run("python", "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        assert collected.returncode == 0, collected.stderr
        migrated = made.run(*SERVICES["migratie"]["command"], user="inburgering")
        assert migrated.returncode == 0, migrated.stderr
        yield made
        broker.terminate()
        broker.wait()
    proces.remove_folder(folder)


@pytest.fixture
def running(installation: Installation) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a service by its command, with words replaced, and stops it after the test."""
    started = []

    def start(service: str, **replaced: str) -> subprocess.Popen[bytes]:
        command = " ".join(SERVICES[service]["command"])
        for old, new in {"${WORKER_CONCURRENCY:-2}": "1", **replaced}.items():
            command = command.replace(old, new)
        started.append(installation.start(*command.split()))
        return started[-1]

    yield start
    for process in started:
        process.terminate()
        assert process.wait(60) == 0


def test_the_web_answers_under_the_public_name_and_stays_within_its_rights(
    installation: Installation, running: Any
) -> None:
    address = f"127.0.0.1:{free_port()}"
    web = running("web", **{"0.0.0.0:8000": address})
    check = SERVICES["web"]["healthcheck"]["test"][1:]
    healthy = until(lambda: installation.run(*check, f"http://{address}").returncode == 0)
    assert healthy, (installation.folder / "proces.log").read_text()[-3000:]
    assert web.poll() is None
    owner = "SELECT count(*) FROM pg_tables WHERE tableowner = 'inburgering_toepassing'"
    assert installation.cluster.sql(owner, "productie") == "0"


def test_the_health_check_of_the_web_fails_when_nothing_answers(installation: Installation) -> None:
    check = SERVICES["web"]["healthcheck"]["test"][1:]
    assert installation.run(*check, f"http://127.0.0.1:{free_port()}").returncode == 1


def test_the_worker_answers_its_health_check(installation: Installation, running: Any) -> None:
    worker = running("worker")
    shell = SERVICES["worker"]["healthcheck"]["test"][1].replace("$$HOSTNAME", socket.gethostname())
    assert until(lambda: installation.run("sh", "-c", shell).returncode == 0)
    assert worker.poll() is None


def test_beat_runs_and_answers_its_health_check(installation: Installation, running: Any) -> None:
    beat = running("beat", **{"/tmp/": f"{installation.folder}/"})
    shell = SERVICES["beat"]["healthcheck"]["test"][1].replace("$$", "$").replace("/tmp/", f"{installation.folder}/")
    assert until(lambda: installation.run("sh", "-c", shell).returncode == 0)
    # Beat writes its pid file, which is all the health check sees, before it knows how to stop in order.
    assert until(lambda: "beat: Starting" in (installation.folder / "proces.log").read_text())
    assert beat.poll() is None


def test_the_deployment_check_of_django_is_clean(installation: Installation) -> None:
    checked = installation.run("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "BASIS_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL"])
def test_production_refuses_to_start_without_its_secrets(installation: Installation, name: str) -> None:
    environment = installation.environment("inburgering_toepassing")
    del environment[name]
    done = subprocess.run(
        ["python", "manage.py", "check"], env=environment, cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert f"Set the {name} environment variable" in done.stderr
