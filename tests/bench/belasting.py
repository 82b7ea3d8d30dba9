"""Twenty requests a second of a hundred consulenten, on gunicorn with two processes; the generator runs here too.

    BELASTING_SECONDEN=120 ./run test tests/bench/belasting.py -n0 -s

`BELASTING_DOSSIERS` (10,000) is how many dossiers there are. Everybody asks something every five seconds, whatever the
last answer took: a slow server gets no rest from it. Prints p50 and p95 beside those of one user alone, the errors, and
what the web server, the database and the generator had of the processors.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from pathlib import Path
from random import Random
from socket import AF_INET, SOCK_STREAM, socket
from statistics import quantiles
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from cases.models import Dossier, Gemeente, Medewerker
from tests.bench.land import Land
from tests.fabriek import maak_cast
from tests.ontzorgen.gelijktijdig import wachtrij_rust

__all__ = ["wachtrij_rust"]  # the fixture

SECONDEN = min(int(os.environ.get("BELASTING_SECONDEN", "20")), 600)
DOSSIERS = int(os.environ.get("BELASTING_DOSSIERS", "10000"))
MENSEN, DENKTIJD, ALLEEN = 100, 5.0, 60
WEBPROCESSEN, DRADEN = 2, 4
CSRF = "b" * 32
# What people do, per twenty requests.
MENGSEL = ["werkvoorraad"] * 7 + ["dossier"] * 8 + ["dossiers"] * 3 + ["zoeken"] * 2
TIK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Meting:
    pagina: str
    seconden: float
    fout: str


@dataclass
class Vrager:
    """One consulent with her own session and dossiers. Every request has a connection of its own, as behind a proxy."""

    poort: int
    sessie: str
    nummers: list[str]
    toeval: Random
    metingen: list[Meting] = field(default_factory=list)

    def vraag(self) -> None:
        pagina = self.toeval.choice(MENGSEL)
        begin = time.perf_counter()
        try:
            with closing(HTTPConnection("127.0.0.1", self.poort, timeout=60)) as verbinding:
                fout = self._stuur(verbinding, pagina)
        except (HTTPException, OSError) as reden:
            fout = type(reden).__name__
        self.metingen.append(Meting(pagina, time.perf_counter() - begin, fout))

    def _stuur(self, verbinding: HTTPConnection, pagina: str) -> str:
        koppen = {"Cookie": f"sessionid={self.sessie}; csrftoken={CSRF}", "Connection": "close"}
        match pagina:
            case "werkvoorraad":
                verbinding.request("GET", "/diemen/?wie=mijn", headers=koppen)
            case "dossiers":
                verbinding.request("GET", "/diemen/dossiers/?wie=mijn", headers=koppen)
            case "dossier":
                nummer = self.toeval.choice(self.nummers)
                verbinding.request("GET", f"/diemen/dossiers/{nummer}/", headers=koppen)
            case _:
                vraag = urlencode({"q": self.toeval.choice(self.nummers), "csrfmiddlewaretoken": CSRF})
                koppen |= {"Content-Type": "application/x-www-form-urlencoded"}
                verbinding.request("POST", "/diemen/zoeken/", vraag, koppen)
        antwoord = verbinding.getresponse()
        antwoord.read()
        naar_inloggen = "/account" in antwoord.headers.get("Location", "")
        return "" if antwoord.status in (200, 302) and not naar_inloggen else str(antwoord.status)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("ingericht", "wachtrij_rust")
def test_twenty_requests_a_second_give_no_error(valkey_server: str, tmp_path: Path) -> None:
    gemeenten = [Gemeente.objects.get(slug=slug) for slug in ("diemen", "ouder-amstel", "uithoorn")]
    land = Land.begin(maak_cast(gemeenten[0], gemeenten[1]), gemeenten, weken=20)
    land.groei(DOSSIERS)
    with _webserver(valkey_server, tmp_path / "web.log") as (poort, proces):
        vragers = _vragers(poort, land.consulenten[gemeenten[0].pk])
        for _ in range(ALLEEN):
            vragers[0].vraag()
        alleen, vragers[0].metingen = vragers[0].metingen, []
        voor = _processor(proces.pid)
        _allemaal(vragers)
        verbruik = {naam: na - voor[naam] for naam, na in _processor(proces.pid).items()}
    samen = [meting for vrager in vragers for meting in vrager.metingen]
    _druk_af(alleen, samen, verbruik)
    assert [meting for meting in [*alleen, *samen] if meting.fout] == []
    assert len(samen) >= 0.9 * SECONDEN * MENSEN / DENKTIJD


def _vragers(poort: int, consulenten: list[int]) -> list[Vrager]:
    vragers = []
    for nummer, pk in zip(range(MENSEN), cycle(consulenten), strict=False):
        client = Client()
        client.force_login(Medewerker.objects.get(pk=pk))
        nummers = list(Dossier.objects.filter(consulent=pk).values_list("nummer", flat=True)[:40])
        vragers.append(Vrager(poort, client.cookies["sessionid"].value, nummers, Random(nummer)))
    return vragers


def _allemaal(vragers: list[Vrager]) -> None:
    """Everybody at her own moment of the five seconds, again and again, until the time is up."""
    begin = time.monotonic()

    def werk(vrager: Vrager, plek: int) -> None:
        beurt = begin + plek * DENKTIJD / MENSEN
        while beurt < begin + SECONDEN:
            time.sleep(max(0.0, beurt - time.monotonic()))
            vrager.vraag()
            beurt += DENKTIJD

    draden = [threading.Thread(target=werk, args=(vrager, plek)) for plek, vrager in enumerate(vragers)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()


@contextmanager
def _webserver(valkey: str, log: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    with socket(AF_INET, SOCK_STREAM) as luister, log.open("wb") as uitvoer:
        luister.bind(("127.0.0.1", 0))
        luister.listen(128)
        poort = luister.getsockname()[1]
        omgeving = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.bench.instellingen",
            "SECRET_KEY": settings.SECRET_KEY,
            "PROEF_DATABASE": connection.settings_dict["NAME"],
            "REDIS_URL": valkey,
        }
        opdracht = [sys.executable, "-m", "gunicorn", "inburgering.wsgi:application", "--bind", f"fd://{luister.fileno()}",
                    "--workers", str(WEBPROCESSEN), "--threads", str(DRADEN), "--no-control-socket"]  # fmt: skip
        proces = subprocess.Popen(
            opdracht, env=omgeving, cwd=settings.HOOFDMAP, stdout=uitvoer, stderr=uitvoer,
            pass_fds=(luister.fileno(),), start_new_session=True,
        )  # fmt: skip
        try:
            _wacht_op(poort, proces, log)
            yield poort, proces
        finally:
            proces.terminate()
            proces.wait(timeout=30)


def _wacht_op(poort: int, proces: subprocess.Popen[bytes], log: Path) -> None:
    tot = time.monotonic() + 60
    while time.monotonic() < tot and proces.poll() is None:
        try:
            with closing(HTTPConnection("127.0.0.1", poort, timeout=30)) as verbinding:
                verbinding.request("GET", "/healthz")
                verbinding.getresponse().read()
        except (HTTPException, OSError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"gunicorn antwoordt niet: {log.read_text()[-2000:]}")


def _processor(web: int) -> dict[str, float]:
    """Seconds of the processors so far: of gunicorn with its children, of the database server, of this process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [(eigen,)] = cursor.fetchall()
    server = int(_stat(eigen)[1])
    alle = [int(pad.name) for pad in Path("/proc").iterdir() if pad.name.isdecimal()]
    web_en_kinderen = [pid for pid in alle if (stat := _stat(pid)) and int(stat[3]) == web]
    databank = [pid for pid in alle if pid == server or ((stat := _stat(pid)) and int(stat[1]) == server)]
    return {
        "web": sum(map(_tikken, web_en_kinderen)),
        "database": sum(map(_tikken, databank)),
        "generator": time.process_time(),
    }


def _stat(pid: int) -> list[str]:
    """The fields after the name: state, parent, group, session …; [] for a process that has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _tikken(pid: int) -> float:
    """Of the process itself and of the children that it saw end."""
    velden = _stat(pid)
    return sum(map(int, velden[11:15])) / TIK


def _druk_af(alleen: list[Meting], samen: list[Meting], verbruik: dict[str, float]) -> None:
    fouten = sum(bool(meting.fout) for meting in samen)
    print(
        f"\n{DOSSIERS} dossiers, {SECONDEN} s, {len(samen)} requests ({len(samen) / SECONDEN:.1f}/s), {fouten} fouten"
    )
    print(f"{'pagina':<14}{'aantal':>7}{'p50':>8}{'p95':>8}{'meest':>8}   alleen: {'p50':>8}{'p95':>8}   (ms)")
    for pagina in [*dict.fromkeys(MENGSEL), "samen"]:
        druk, rustig = (
            [m.seconden * 1e3 for m in metingen if pagina in (m.pagina, "samen")] for metingen in (samen, alleen)
        )
        print(f"{pagina:<14}{len(druk):>7}{_deel(druk, 50):>8.0f}{_deel(druk, 95):>8.0f}{max(druk):>8.0f}"
              f"           {_deel(rustig, 50):>8.0f}{_deel(rustig, 95):>8.0f}")  # fmt: skip
    for naam, seconden in verbruik.items():
        print(f"processor, {naam}: {seconden:.1f} s, {seconden / len(samen) * 1e3:.0f} ms per request")


def _deel(waarden: list[float], procent: int) -> float:
    return quantiles(waarden, n=100)[procent - 1] if len(waarden) > 1 else waarden[0]
