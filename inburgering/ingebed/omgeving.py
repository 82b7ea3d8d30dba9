"""Where the demo keeps its data, and the environment its processes run in."""

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from inburgering.ingebed import proces
from inburgering.ingebed.proces import StartFailedError

CHECKOUT = Path(__file__).resolve().parents[2]
DATABASE = "inburgering"
RUNNING = "draait.json"


def data_folder() -> Path:
    """`.demo` in the checkout; as root a folder outside root's home, because PostgreSQL runs under another account."""
    if os.geteuid() != 0:
        return CHECKOUT / ".demo"
    fingerprint = hashlib.sha256(str(CHECKOUT).encode()).hexdigest()[:12]
    return Path("/var/tmp") / f"inburgering-demo-{fingerprint}"  # noqa: S108  `prepare` checks its owner


def prepare(folder: Path) -> Path:
    """Make the data folder: ours alone, yet as root PostgreSQL's account can get through to its own part."""
    proces.private_folder(folder)
    folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
    for name in ("logboek", "mail"):
        proces.private_folder(folder / name)
    return folder


@contextlib.contextmanager
def claim(folder: Path) -> Iterator[IO[str]]:
    """Hold the data folder for this process. Raises StartFailedError when another process of ours has it."""
    with (folder / "slot").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            url = running(folder).get("BASIS_URL", "een andere poort")
            raise StartFailedError(f"De demo draait al: {url} (stop hem met Ctrl-C in zijn venster).") from None
        yield lock


def running(folder: Path) -> dict[str, str]:
    """The environment of the demo that runs on this data; empty when none does."""
    with contextlib.suppress(FileNotFoundError, ValueError), (folder / "slot").open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            found: dict[str, str] = json.loads((folder / RUNNING).read_text())
            return found
    return {}


def announce(folder: Path, values: dict[str, str]) -> None:
    """Leave the environment where `./run manage` finds it."""
    file = folder / RUNNING
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(json.dumps(values))


def values(
    folder: Path, *, database_url: str, redis_url: str, base_url: str = "http://127.0.0.1:8000"
) -> dict[str, str]:
    """What the demo adds to the environment of its processes."""
    return {
        "DJANGO_SETTINGS_MODULE": "inburgering.settings.ontwikkel",
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BASIS_URL": base_url,
        "DEMO": "1",
        "SECRET_KEY": _secret_key(folder),
        "EMAIL_FILE_PATH": str(folder / "mail"),
    }


def _secret_key(folder: Path) -> str:
    file = folder / "geheime-sleutel"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()
