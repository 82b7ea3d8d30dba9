"""Gives the tests a real PostgreSQL of their own, thrown away afterwards, and on request a real Valkey.

Loaded with ``-p inburgering.ingebed.pytest_plugin``. `DATABASE_URL` set means: use that server instead.
"""

import os
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from inburgering.ingebed import proces
from inburgering.ingebed.postgres import Cluster
from inburgering.ingebed.valkey import Valkey

OURS = "INBURGERING_TEST_SERVER"  # which DATABASE_URL is our own; the processes of xdist inherit it


def throw_away_server() -> bool:
    """Whether the tests run on a server that was started for them and goes away with all in it."""
    return os.environ.get(OURS) == os.environ.get("DATABASE_URL")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Start the server before pytest-django reads the settings; xdist workers inherit the address."""
    if not os.environ.get("DATABASE_URL"):
        folder = _throw_away_folder()
        cluster = Cluster(folder / "postgres", durable=False).start()
        os.environ["DATABASE_URL"] = os.environ[OURS] = cluster.url()
        early_config.add_cleanup(lambda: _stop(cluster, folder))
    return (yield)


def _throw_away_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="inburgering-test-"))
    folder.chmod(0o711)  # as root the server runs under another account, which must get through
    return folder


def _stop(server: Cluster | Valkey, folder: Path) -> None:
    server.stop()
    proces.remove_folder(folder)


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[str]:
    """The REDIS_URL of a throw-away Valkey."""
    folder = _throw_away_folder()
    server = Valkey(folder / "valkey", durable=False).start()
    yield server.url
    _stop(server, folder)
