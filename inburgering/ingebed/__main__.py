"""``python -m inburgering.ingebed demo|manage``: what `./run` starts once everything is installed."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from inburgering.ingebed import omgeving, proces, proef, toezicht
from inburgering.ingebed.proces import StartFailedError

SECONDS_TO_ANSWER = 60


def demo(poort: int, gegevens: Path) -> int:
    """The whole system on the kept data, until Ctrl-C."""
    folder = omgeving.prepare(gegevens)
    with omgeving.claim(folder):
        supervisor = toezicht.Supervisor(toezicht.Servers(folder), toezicht.claim_port(poort))
        with running(supervisor):
            print(f"Klaar: {supervisor.url}   (stoppen: Ctrl-C; logboeken: {folder}/logboek)", flush=True)
            with suppress(KeyboardInterrupt):
                while True:
                    time.sleep(1)
                    supervisor.watch_once()
    print("\nGestopt.")
    return 0


def check() -> int:
    """The same on a free port with data of its own, tried out and thrown away."""
    folder = Path(tempfile.mkdtemp(prefix="inburgering-proef-"))
    try:
        servers = toezicht.Servers(omgeving.prepare(folder), given={})
        supervisor = toezicht.Supervisor(servers, toezicht.claim_port(0))
        with running(supervisor):
            good = proef.run(supervisor.url, print)
    finally:
        shutil.rmtree(folder)
    print("Alles werkt." if good else "Er is iets mis; zie de regels met FOUT.")
    return 0 if good else 1


@contextmanager
def running(supervisor: toezicht.Supervisor) -> Iterator[None]:
    """Started and answering inside the block; stopped after it, however it ends."""
    try:
        supervisor.start()
        wait_for_answer(supervisor)
        yield
    finally:
        with toezicht.signals(signal.SIG_IGN):
            supervisor.stop()


def wait_for_answer(supervisor: toezicht.Supervisor) -> None:
    until = time.monotonic() + SECONDS_TO_ANSWER
    while not proef.answers(supervisor.url):
        if time.monotonic() > until:
            log = supervisor.folder / "logboek" / "web.log"
            raise StartFailedError(f"De webserver antwoordt niet. {log} eindigt met:\n{proces.tail(log)}")
        time.sleep(0.2)


def manage(arguments: list[str]) -> int:
    """A command of manage.py on the data of the demo (or those of `--gegevens`), whether it runs now or not."""
    parser = argparse.ArgumentParser(prog="./run manage", add_help=False, allow_abbrev=False)
    parser.add_argument("--gegevens", type=Path, default=omgeving.data_folder())
    chosen, command = parser.parse_known_args(arguments)
    folder = omgeving.prepare(chosen.gegevens.absolute())
    with ExitStack() as stack:
        added = omgeving.running(folder)
        if not added:
            stack.enter_context(omgeving.claim(folder))
            database_url, redis_url = toezicht.Servers(folder).start(stack)
            added = omgeving.values(folder, database_url=database_url, redis_url=redis_url)
        call = [sys.executable, "manage.py", *command]
        return subprocess.run(call, check=False, cwd=omgeving.CHECKOUT, env={**os.environ, **added}).returncode


def port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise StartFailedError(f"'{text}' is geen poort. Kies een getal, bijvoorbeeld: ./run demo --poort 8001")
    return int(text)


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["manage"]:
        return manage(arguments[1:])
    parser = argparse.ArgumentParser(prog="./run", description="Het hele systeem op één machine.")
    verbs = parser.add_subparsers(required=True)
    verb = verbs.add_parser("demo")
    verb.add_argument("--poort", type=port, default=8000, help="poort van de website (standaard 8000)")
    verb.add_argument("--check", action="store_true", help="proef op een vrije poort, met eigen gegevens")
    verb.add_argument("--gegevens", type=Path, default=omgeving.data_folder(), help="map van de gegevens (%(default)s)")
    chosen = parser.parse_args(arguments)
    return check() if chosen.check else demo(chosen.poort, chosen.gegevens.absolute())


if __name__ == "__main__":
    try:
        os.umask(0o077)  # logs and data are for ourselves
        with toezicht.signals(toezicht.interrupt):
            sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nAfgebroken.")
    except StartFailedError as error:
        sys.exit(str(error))
