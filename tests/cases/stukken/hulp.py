"""Small files of every kind, made by code, and a scanner that speaks the language of clamd."""

import socket
import threading
import zipfile
from contextlib import contextmanager
from datetime import date
from io import BytesIO

import pypdfium2
from PIL import Image

from cases.services.stukken import Bestand, Ontvangst, ontvang
from tests.conftest import VANDAAG

# The harmless text that every virus scanner calls a virus; in two parts, so that this file is not one.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
INHOUDSTYPEN = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def pdf(paginas: int = 1, breed: int = 200) -> bytes:
    """A real PDF; another width gives other bytes."""
    uit = BytesIO()
    document = pypdfium2.PdfDocument.new()
    for _ in range(paginas):
        document.new_page(breed, 200)
    document.save(uit)
    document.close()
    return uit.getvalue()


def foto(soort: str = "JPEG", maat: tuple[int, int] = (40, 30)) -> bytes:
    uit = BytesIO()
    Image.new("RGB", maat, (40, 90, 160)).save(uit, soort)
    return uit.getvalue()


def pakket(delen: dict[str, bytes]) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as bestand:
        for naam, inhoud in delen.items():
            bestand.writestr(naam, inhoud)
    return uit.getvalue()


def docx(**extra: bytes) -> bytes:
    return pakket({"[Content_Types].xml": INHOUDSTYPEN, "word/document.xml": b"<w/>"} | extra)


def xlsx(**extra: bytes) -> bytes:
    return pakket({"[Content_Types].xml": INHOUDSTYPEN, "xl/workbook.xml": b"<w/>"} | extra)


def odf(soort: str, manifest: bytes = b"<manifest/>", **extra: bytes) -> bytes:
    mime = f"application/vnd.oasis.opendocument.{soort}".encode()
    return pakket({"mimetype": mime, "content.xml": b"<x/>", "META-INF/manifest.xml": manifest} | extra)


def heic() -> bytes:
    dozen = ((b"ftyp", b"heic\0\0\0\0mif1heic"), (b"meta", b"\0" * 8), (b"mdat", b"\1" * 40))
    return b"".join((len(inhoud) + 8).to_bytes(4, "big") + naam + inhoud for naam, inhoud in dozen)


def stuur(cast, *bestanden: tuple[str, bytes], dossier=None, onderwerp="huur", door=None, **anders) -> Ontvangst:
    """Take these files in today."""
    gegevens = {"onderwerp": onderwerp, "omschrijving": "", "over": "", "ontvangen_op": VANDAAG} | anders
    return ontvang(
        gemeente=cast.gemeente,
        dossier=dossier,
        bestanden=[Bestand(naam, len(inhoud), lambda inhoud=inhoud: inhoud) for naam, inhoud in bestanden],
        gegevens=gegevens,
        door=door or cast.consulent,
        op=VANDAAG,
    )


def gegevens(onderwerp: str = "huur", dag: date = VANDAAG) -> dict:
    return {"onderwerp": onderwerp, "omschrijving": "", "over": "", "ontvangen_op": dag}


@contextmanager
def clamd(antwoord: bytes | None = None):
    """A scanner on a free port: EICAR is a virus. `antwoord` is what it says instead. Yields its address."""
    luister = socket.create_server(("127.0.0.1", 0))
    draad = threading.Thread(target=_bedien, args=(luister, antwoord))
    draad.start()
    try:
        yield f"clamd://127.0.0.1:{luister.getsockname()[1]}"
    finally:
        luister.shutdown(socket.SHUT_RDWR)
        draad.join(5)
        luister.close()


def _bedien(luister: socket.socket, antwoord: bytes | None) -> None:
    while True:
        try:
            lijn, _ = luister.accept()
        except OSError:
            return
        with lijn:
            stroom = lijn.makefile("rb")
            assert stroom.read(10) == b"zINSTREAM\0"
            inhoud = b""
            while lengte := int.from_bytes(stroom.read(4), "big"):
                inhoud += stroom.read(lengte)
            stroom.close()
            eigen = b"stream: Eicar-Signature FOUND" if EICAR in inhoud else b"stream: OK"
            lijn.sendall((eigen if antwoord is None else antwoord) + b"\0")
