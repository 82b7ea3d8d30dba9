"""`./run manage --gegevens MAP`: a command on those data, whether the demo runs on them or not."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inburgering.ingebed import omgeving, proces

EIGEN = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "EMAIL_FILE_PATH")
VRAAG = "from django.db import connection as c; from django.conf import settings as s; {}; print(s.EMAIL_FILE_PATH)"


def manage(*arguments: str) -> subprocess.CompletedProcess[str]:
    """As `run` starts it, in the environment of somebody who has set nothing."""
    call = [sys.executable, "-m", "inburgering.ingebed", "manage", *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in EIGEN}
    return subprocess.run(
        call, env=environment, cwd=omgeving.CHECKOUT, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that PostgreSQL's account can get through, also when the tests run as root."""
    place = Path("/var/tmp") / f"inburgering manage {os.getpid()}"
    yield place
    proces.remove_folder(place)


def test_a_command_runs_on_the_data_of_its_folder_while_no_demo_does(folder: Path) -> None:
    command = VRAAG.format("c.ensure_connection()")

    done = manage("--gegevens", str(folder), "shell", "--no-imports", "-c", command)

    assert (done.returncode, done.stdout.strip()) == (0, str(folder / "mail")), done.stderr
    assert (folder / "postgres" / "PG_VERSION").exists()
    assert not (folder / "postgres" / "postmaster.pid").exists(), "what it started is stopped again"


def test_a_command_joins_the_demo_that_runs_on_those_data_and_hands_on_its_exit_status(tmp_path: Path) -> None:
    omgeving.prepare(tmp_path)
    with omgeving.claim(tmp_path):
        omgeving.announce(tmp_path, omgeving.values(tmp_path, database_url="postgres:///x", redis_url="redis://x"))

        good = manage("shell", "--no-imports", "-c", VRAAG.format("0"), "--gegevens", str(tmp_path))
        wrong = manage("--gegevens", str(tmp_path), "bestaat_niet")

    assert (good.returncode, good.stdout.strip()) == (0, str(tmp_path / "mail")), good.stderr
    assert (wrong.returncode, "bestaat_niet" in wrong.stderr) == (1, True)
    assert not (tmp_path / "postgres").exists(), "no second server beside the one of the demo"
