"""The one way from frozen content to the bytes of a letter."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any

from cases.pdf.html import bijeen, maak_html
from cases.pdf.kenmerken import verklaar_pdf_ua
from cases.pdf.middelen import PdfFout, basisadres, laad_weasyprint, merk, ophaler, zetsel

__all__ = ["maak_html", "maak_pdf"]

# The font configuration and the log of WeasyPrint belong to the process: one letter at a time.
_SLOT = Lock()


class _Verzamelaar(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.meldingen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.meldingen.append(record.getMessage())


@contextmanager
def _zonder_meldingen() -> Iterator[None]:
    """A warning of WeasyPrint means that something is missing on paper, so it is an error here."""
    logger, verzamelaar = logging.getLogger("weasyprint"), _Verzamelaar()
    doorgeven, logger.propagate = logger.propagate, False
    logger.addHandler(verzamelaar)
    try:
        yield
    finally:
        logger.removeHandler(verzamelaar)
        logger.propagate = doorgeven
    if verzamelaar.meldingen:
        raise PdfFout("De brief is niet goed opgemaakt: " + "; ".join(verzamelaar.meldingen))


def _zet(html: str, watermerk: str) -> bytes:
    weasyprint, (letters, stijl) = laad_weasyprint(), zetsel()
    bron = weasyprint.HTML(string=html, base_url=basisadres(), url_fetcher=ophaler())
    bladen = [stijl, merk(watermerk)] if watermerk else [stijl]
    document = bron.render(font_config=letters, stylesheets=bladen, pdf_variant="pdf/a-3a")
    verklaar_pdf_ua(document)
    return bytes(document.write_pdf(pdf_variant="pdf/a-3a"))


def maak_pdf(sjabloon: str, inhoud: Mapping[str, Any], *, watermerk: str = "") -> bytes:
    """One letter as PDF/A-3a and PDF/UA-1 in one file.

    `sjabloon` is '<soort>/v<n>' below templates/pdf, `inhoud` the frozen content as plain JSON
    values. The same input gives the same bytes: no clock, no database, no network. `watermerk`
    (such as 'CONCEPT') is drawn across every page. Raises PdfFout with a Dutch sentence when
    fonts or libraries are missing, an address is refused or WeasyPrint has any remark.
    """
    html = bijeen(maak_html(sjabloon, inhoud, watermerk=watermerk))
    weasyprint = laad_weasyprint()
    with _SLOT:
        try:
            with _zonder_meldingen():
                return _zet(html, watermerk)
        except weasyprint.urls.FatalURLFetchingError as fout:
            raise PdfFout(f"De brief verwijst naar iets dat er niet mag of kan zijn: {fout}") from fout
