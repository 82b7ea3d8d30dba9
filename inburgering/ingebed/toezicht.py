"""Starts the whole system on one machine, keeps it going, and stops it without leaving anything behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from socket import AF_INET, SO_REUSEADDR, SOL_SOCKET, socket
from types import FrameType
from zoneinfo import ZoneInfo

from inburgering.ingebed import omgeving, proces
from inburgering.ingebed.postgres import Cluster
from inburgering.ingebed.proces import StartFailedError
from inburgering.ingebed.valkey import Valkey

HOST = "127.0.0.1"
SECONDS_TO_STOP = 15
LONGEST_PAUSE = 30  # seconds before a process that keeps failing is tried again
GOOD_RUN = 60  # seconds after which a process counts as healthy again
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NO_CASES = "import sys; from cases.models import Dossier; sys.exit(Dossier.objects.exists())"
DEMO_CASES = ["--gemeente", "Diemen", "--dossiers", "60", "--zaad", "1"]


@dataclass
class Child:
    """One of our own processes: started again when it dies, after a pause that doubles."""

    name: str
    command: list[str]
    death_signal: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = None
    pause: float = 0.5
    started: float = 0.0

    def start(self, logs: Path, env: dict[str, str], pass_fds: tuple[int, ...]) -> None:
        with (logs / f"{self.name}.log").open("ab") as log:
            self.process = proces.spawn(
                self.command, death_signal=self.death_signal, log=log, env=env, cwd=omgeving.CHECKOUT, pass_fds=pass_fds
            )
        self.started = time.monotonic()

    def is_due(self) -> bool:
        """Dead, and the pause since its last start is over."""
        dead = self.process is not None and self.process.poll() is not None
        return dead and time.monotonic() - self.started >= self.pause

    def lengthen_pause(self) -> None:
        healthy = time.monotonic() - self.started >= GOOD_RUN
        self.pause = 0.5 if healthy else min(self.pause * 2, LONGEST_PAUSE)


@dataclass
class Servers:
    """The database and the broker: embedded, unless others are given (by default: by the environment)."""

    folder: Path
    given: Mapping[str, str] = field(default_factory=lambda: os.environ)
    cluster: Cluster | None = None
    valkey: Valkey | None = None

    def start(self, stack: ExitStack) -> tuple[str, str]:
        """Start what is not given; returns DATABASE_URL and REDIS_URL."""
        database = self.given.get("DATABASE_URL") or self._database(stack)
        return database, self.given.get("REDIS_URL") or self._broker(stack)

    def revive(self) -> None:
        """Start an embedded server again that died under us."""
        for server in (self.cluster, self.valkey):
            if server is not None and server.process is not None and server.process.poll() is not None:
                server.start()

    def _database(self, stack: ExitStack) -> str:
        self.cluster = stack.enter_context(Cluster(self.folder / "postgres"))
        self.cluster.create_database(omgeving.DATABASE)
        return self.cluster.url(omgeving.DATABASE)

    def _broker(self, stack: ExitStack) -> str:
        self.valkey = stack.enter_context(Valkey(self.folder / "valkey"))
        return self.valkey.url


@dataclass
class Supervisor:
    """The running system: `start`, then `watch` until a signal, `stop` in any case."""

    servers: Servers
    web_socket: socket
    env: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)
    stack: ExitStack = field(default_factory=ExitStack)

    @property
    def folder(self) -> Path:
        return self.servers.folder

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.web_socket.getsockname()[1]}/"

    def start(self) -> None:
        """Servers, migrations, the demo caseload on an empty database, then web, worker and beat.

        Raises StartFailedError with a Dutch sentence about what did not come up.
        """
        for old in (self.folder / "logboek").glob("*.log"):
            old.unlink()
        database_url, redis_url = self.servers.start(self.stack)
        added = omgeving.values(
            self.folder, database_url=database_url, redis_url=redis_url, base_url=self.url.rstrip("/")
        )
        self.env = {**os.environ, **added, "PYTHONUNBUFFERED": "1"}
        print("Database bijwerken")
        self.manage("migrate", "--noinput")
        self.manage("richt_in")
        self._load_cases()
        omgeving.announce(self.folder, added)
        self.children = processes(self.folder, self.web_socket.fileno())
        for child in self.children:
            self._start(child)

    def _load_cases(self) -> None:
        if self.manage("shell", "-c", NO_CASES, may_fail=True):
            print("Demodossiers laden")
            self.manage("laad_demo", *DEMO_CASES, "--peildatum", datetime.now(tz=AMSTERDAM).date().isoformat())

    def manage(self, *command: str, may_fail: bool = False) -> bool:
        """Run a management command; its output goes to a log, of which an error shows the end."""
        log = self.folder / "logboek" / f"{command[0]}.log"
        with log.open("wb") as output:
            running = proces.spawn(
                [sys.executable, "manage.py", *command],
                death_signal=signal.SIGTERM, log=output, env=self.env, cwd=omgeving.CHECKOUT,
            )  # fmt: skip
        try:
            status = running.wait()
        finally:
            proces.end(running, with_signal=signal.SIGTERM, within=SECONDS_TO_STOP)
        if status and not may_fail:
            raise StartFailedError(f"'manage.py {command[0]}' is niet gelukt. {log} eindigt met:\n{proces.tail(log)}")
        return status == 0

    def watch_once(self) -> None:
        """Start again what died."""
        self.servers.revive()
        for child in self.children:
            if child.is_due():
                child.lengthen_pause()
                print(f"{child.name} is gestopt en wordt opnieuw gestart; zie {self.folder}/logboek/{child.name}.log")
                self._start(child)

    def stop(self) -> None:
        """Our own processes first, together; then the broker and the database."""
        for child in self.children:
            if child.process is not None and child.process.poll() is None:
                child.process.send_signal(signal.SIGTERM)
        until = time.monotonic() + SECONDS_TO_STOP
        for child in self.children:
            proces.end(child.process, with_signal=signal.SIGTERM, within=max(0.1, until - time.monotonic()))
        self.stack.close()
        (self.folder / omgeving.RUNNING).unlink(missing_ok=True)
        self.web_socket.close()

    def _start(self, child: Child) -> None:
        fds = (self.web_socket.fileno(),) if child.name == "web" else ()
        child.start(self.folder / "logboek", self.env, fds)


def processes(folder: Path, web_fd: int) -> list[Child]:
    """The processes of the product, as in production but for their number."""
    celery = [sys.executable, "-m", "celery", "-A", "inburgering"]
    web = [sys.executable, "-m", "gunicorn", "inburgering.wsgi:application", "--bind", f"fd://{web_fd}"]
    worker = [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO", "--without-mingle", "--without-gossip"]
    beat = [*celery, "beat", "--loglevel", "INFO", "--schedule", str(folder / "beat"), "--pidfile", ""]
    return [
        Child("web", [*web, "--workers", "2", "--threads", "4", "--no-control-socket", "--graceful-timeout", "5"]),
        Child("worker", worker, death_signal=signal.SIGKILL),  # its own ways of stopping can wait for a dead broker
        Child("beat", beat),
    ]


def claim_port(port: int) -> socket:
    """Take the port before anything else is started; 0 takes any free one. Raises StartFailedError when it is busy."""
    web = socket(AF_INET)
    web.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        web.bind((HOST, port))
    except OSError:
        web.close()
        sentence = f"Poort {port} is bezet of niet toegestaan. Kies een andere, bijvoorbeeld: ./run demo --poort"
        raise StartFailedError(f"{sentence} {port + 1 if port >= 1024 else 8001}") from None
    web.listen(64)
    return web


def interrupt(number: int, frame: FrameType | None) -> None:
    """Signal handler: `kill` and a closed terminal stop us like Ctrl-C does."""
    raise KeyboardInterrupt


@contextmanager
def signals(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> Iterator[None]:
    """Handle every request to stop this way: `interrupt` while running, SIG_IGN while stopping already."""
    asked = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # started with nohup: stay
        asked.append(signal.SIGHUP)
    before = {number: signal.signal(number, handler) for number in asked}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)
