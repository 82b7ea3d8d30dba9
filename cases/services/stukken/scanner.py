"""Asking a virus scanner about bytes: clamd over TCP or a unix socket, or a command that reads its input.

The address is one setting: `clamd://host:3310`, `clamd:///run/clamav/clamd.sock`, or `opdracht:clamdscan --fdpass -`
(answer 0: clean, 1: a virus, anything else: a fault).
"""

import shlex
import socket
import subprocess
from urllib.parse import urlsplit

SECONDEN = 60
BROK = 64 * 1024
CLAMD_POORT = 3310
OPDRACHT = "opdracht:"
NIET_BEREIKBAAR = "de virusscanner antwoordt niet"


class ScannerFout(Exception):
    """There is no answer about this file; the text is Dutch and holds nothing about anybody."""


def scan(inhoud: bytes, adres: str) -> str:
    """The name of the virus in these bytes, '' when there is none. Raises ScannerFout when the scanner cannot tell."""
    if adres.startswith(OPDRACHT):
        return _met_opdracht(inhoud, adres.removeprefix(OPDRACHT))
    if adres.startswith("clamd://"):
        return _met_clamd(inhoud, adres)
    raise ScannerFout("de instelling VIRUSSCANNER is geen adres van clamd en geen opdracht")


def _met_opdracht(inhoud: bytes, opdracht: str) -> str:
    try:
        uitkomst = subprocess.run(  # noqa: S603  (the command comes from the settings of the installation)
            shlex.split(opdracht), input=inhoud, capture_output=True, timeout=SECONDEN, check=False
        )
    except (OSError, subprocess.TimeoutExpired, ValueError) as fout:
        raise ScannerFout(NIET_BEREIKBAAR) from fout
    if uitkomst.returncode == 0:
        return ""
    if uitkomst.returncode == 1:
        return _laatste_woord(uitkomst.stdout.decode(errors="replace")) or "een virus"
    raise ScannerFout(f"de virusscanner stopte met code {uitkomst.returncode}")


def _laatste_woord(uitvoer: str) -> str:
    """The name before FOUND in lines like 'stream: Eicar-Signature FOUND'."""
    gevonden = [regel.removesuffix(" FOUND") for regel in uitvoer.splitlines() if regel.endswith(" FOUND")]
    return gevonden[0].rpartition(": ")[2] if gevonden else ""


def _met_clamd(inhoud: bytes, adres: str) -> str:
    """INSTREAM: pieces with their length before them, closed by a length of nothing; the answer ends with a null."""
    try:
        with _verbind(adres) as lijn:
            lijn.sendall(b"zINSTREAM\0")
            for begin in range(0, len(inhoud), BROK):
                brok = inhoud[begin : begin + BROK]
                lijn.sendall(len(brok).to_bytes(4, "big") + brok)
            lijn.sendall(bytes(4))
            antwoord = _antwoord(lijn)
    except (OSError, ValueError) as fout:
        raise ScannerFout(NIET_BEREIKBAAR) from fout
    if antwoord == "stream: OK":
        return ""
    if antwoord.endswith(" FOUND"):
        return _laatste_woord(antwoord) or "een virus"
    raise ScannerFout("de virusscanner gaf een fout" if antwoord else NIET_BEREIKBAAR)


def _verbind(adres: str) -> socket.socket:
    delen = urlsplit(adres)
    if delen.hostname:
        return socket.create_connection((delen.hostname, delen.port or CLAMD_POORT), timeout=SECONDEN)
    lijn = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        lijn.settimeout(SECONDEN)
        lijn.connect(delen.path)
    except OSError:
        lijn.close()
        raise
    return lijn


def _antwoord(lijn: socket.socket) -> str:
    delen = []
    while deel := lijn.recv(BROK):
        delen.append(deel)
        if deel.endswith(b"\0"):
            break
    return b"".join(delen).rstrip(b"\0").decode(errors="replace").strip()
