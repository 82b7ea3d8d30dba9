"""Child processes that never outlive their parent, and folders that only their owner can enter."""

import contextlib
import ctypes
import hashlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

PR_SET_PDEATHSIG = 1
FIT_FOR_SOCKETS = re.compile(r"[\w/.-]{1,40}", re.ASCII)  # the path must fit in 108 bytes and in an address as it is
ACCOUNTS_WITHOUT_RIGHTS = ("postgres", "nobody")

_libc = ctypes.CDLL(None)


class StartFailedError(RuntimeError):
    """A server did not come up; the message is a Dutch sentence for the person at the keyboard."""


def unprivileged_account() -> pwd.struct_passwd | None:
    """The account for servers that refuse to run as root; None when we are not root ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ACCOUNTS_WITHOUT_RIGHTS:
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise StartFailedError(
        "Er is geen gebruiker postgres of nobody om PostgreSQL onder te draaien: maak er een met useradd."
    )


def as_account(account: pwd.struct_passwd | None) -> dict[str, Any]:
    """Arguments for subprocess that let the child run under this account."""
    return {} if account is None else {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def spawn(
    command: Sequence[str | Path],
    *,
    death_signal: signal.Signals,
    log: IO[bytes] | int = subprocess.DEVNULL,
    account: pwd.struct_passwd | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | str = "/",
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a child in its own session (Ctrl-C is ours to handle) that gets `death_signal` when we die, even by -9."""
    return subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=env,
        cwd=cwd,
        pass_fds=pass_fds,
        start_new_session=True,
        preexec_fn=_die_with(os.getpid(), death_signal),
        **as_account(account),
    )


def _die_with(parent: int, death_signal: signal.Signals) -> Callable[[], None]:
    def in_child() -> None:
        if not hasattr(_libc, "prctl"):  # macOS has no such thing: there a killed supervisor leaves its children
            return
        _libc.prctl(PR_SET_PDEATHSIG, int(death_signal))
        if os.getppid() != parent:  # it died between fork and prctl
            os._exit(1)

    return in_child


def end(process: subprocess.Popen[bytes] | None, *, with_signal: signal.Signals, within: float) -> None:
    """Ask a child to stop and insist when it is not gone after `within` seconds."""
    if process is None or process.poll() is not None:
        return
    process.send_signal(with_signal)
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_until(condition: Callable[[], bool], *, process: subprocess.Popen[bytes], within: float) -> bool:
    """Poll until the condition holds; False when the process ended or the time (seconds) was up."""
    until = time.monotonic() + within
    while time.monotonic() < until and process.poll() is None:
        if condition():
            return True
        time.sleep(0.03)
    return False


def socket_folder(purpose: str, data: Path, owner: pwd.struct_passwd | None = None) -> Path:
    """A short folder for the unix socket that belongs to this data folder, entered by its owner alone.

    Raises StartFailedError when somebody else made a folder of that name before us.
    """
    base = Path(tempfile.gettempdir())
    if not FIT_FOR_SOCKETS.fullmatch(str(base)):
        base = Path("/tmp")  # noqa: S108  the folder is checked on its owner below
    fingerprint = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    return private_folder(base / f"inburgering-{purpose}-{os.getuid()}-{fingerprint}", owner)


def private_folder(folder: Path, owner: pwd.struct_passwd | None = None) -> Path:
    """Make the folder if needed, 0700 and owned by `owner` (default: ourselves), and refuse anybody else's."""
    uid = os.geteuid() if owner is None else owner.pw_uid
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700, parents=True)
        if owner is not None:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
    found = folder.lstat()
    if not folder.is_dir() or folder.is_symlink() or found.st_uid != uid or found.st_mode & 0o022:
        raise StartFailedError(
            f"De map {folder} is van een andere gebruiker: verwijder die map en probeer het opnieuw."
        )
    return folder


def remove_folder(folder: Path) -> None:
    """Remove a folder of ours and what is in it; one that is gone already is fine."""
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder)


def tail(log: Path, characters: int = 1500) -> str:
    """The end of a log file, for an error message."""
    with contextlib.suppress(FileNotFoundError):
        return log.read_text(errors="replace")[-characters:]
    return ""
