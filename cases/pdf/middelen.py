"""What a letter is set with: our fonts and style sheet, and nothing from anywhere else."""

from __future__ import annotations

import atexit
import base64
import gc
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.html import escape

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

LETTERTYPEN = "node_modules/@fontsource"
MERK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">'
    '<text x="105" y="160" text-anchor="middle" font-family="Brief" font-weight="700" font-size="40"'
    ' fill="#e9e9e9" transform="rotate(-52 105 148)">{}</text></svg>'
)


class PdfFout(Exception):
    """The letter cannot be made; the message says in Dutch what is wrong and how to mend it."""


class Zetsel(NamedTuple):
    """Fonts and style sheet, parsed once per process: parsing costs five times as much as a letter."""

    letters: FontConfiguration
    stijl: CSS


def laad_weasyprint() -> Any:
    """WeasyPrint itself; late, because the import takes a second and needs system libraries."""
    try:
        import weasyprint
    except OSError as fout:
        raise PdfFout(
            "Brieven maken lukt niet: de systeembibliotheken van WeasyPrint ontbreken. "
            "Installeer libpangoft2-1.0-0 en libharfbuzz-subset0."
        ) from fout
    return weasyprint


def _toegestaan(url: str) -> bool:
    delen = urlsplit(url)
    if delen.scheme == "data":
        return True
    if delen.scheme != "file" or delen.netloc:
        return False
    basis = Path(settings.HOOFDMAP)
    bestand = Path(unquote(delen.path)).resolve()
    return any(bestand.is_relative_to((basis / map_).resolve()) for map_ in (LETTERTYPEN, "static"))


@cache
def ophaler() -> URLFetcher:
    """Fetches our own fonts, our own static files and data: URIs; refuses every other address."""
    from weasyprint.urls import URLFetcher

    class EigenBestanden(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not _toegestaan(url):
                raise ValueError(f"Een brief mag dit adres niet ophalen: {url[:80]}")
            return super().fetch(url, headers)

    return EigenBestanden(allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True)


def basisadres() -> str:
    return (Path(settings.HOOFDMAP) / "node_modules").as_uri() + "/"


@cache
def zetsel() -> Zetsel:
    """Shared by all letters of this process; raises PdfFout without the fonts."""
    basis = Path(settings.HOOFDMAP)
    if not (basis / LETTERTYPEN).is_dir():
        raise PdfFout("Brieven maken lukt niet: de lettertypen ontbreken. Voer eerst 'npm ci' uit.")
    weasyprint = laad_weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    atexit.register(_ruim_op)
    letters = FontConfiguration()
    tekst = (basis / "templates" / "pdf" / "brief.css").read_text(encoding="utf-8")
    stijl = weasyprint.CSS(string=tekst, base_url=basisadres(), url_fetcher=ophaler(), font_config=letters)
    return Zetsel(letters, stijl)


def _ruim_op() -> None:
    """Let go of the fonts while their libraries are loaded; the end of the interpreter is too late and crashes it."""
    zetsel.cache_clear()
    gc.collect()


def merk(tekst: str) -> CSS:
    """A word across every page, as page background: WeasyPrint marks that as artifact."""
    svg = base64.b64encode(MERK.format(escape(tekst)).encode()).decode()
    regel = f'@page {{ background: url("data:image/svg+xml;base64,{svg}") center / contain no-repeat }}'
    css: CSS = laad_weasyprint().CSS(string=regel, url_fetcher=ophaler())
    return css
