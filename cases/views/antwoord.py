"""Answers that are not pages: a PDF with a file name that says nothing about anybody."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse

from cases.enums_stukken import Bestandsoort
from cases.models import Stuk
from cases.opslag import lees
from cases.uitvoer import csv_regels

# Nothing loads and nothing runs.
DICHT = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox"
_KANTOOR = "application/vnd.openxmlformats-officedocument"
INHOUDSTYPE = {
    Bestandsoort.PDF: "application/pdf",
    Bestandsoort.JPEG: "image/jpeg",
    Bestandsoort.PNG: "image/png",
    Bestandsoort.HEIC: "image/heic",
    Bestandsoort.DOCX: f"{_KANTOOR}.wordprocessingml.document",
    Bestandsoort.XLSX: f"{_KANTOOR}.spreadsheetml.sheet",
    Bestandsoort.ODT: "application/vnd.oasis.opendocument.text",
    Bestandsoort.ODS: "application/vnd.oasis.opendocument.spreadsheet",
}


def pdf_antwoord(inhoud: bytes, naam: str) -> HttpResponse:
    """Shown in the browser, saved under `naam`; `naam` holds no personal data."""
    return HttpResponse(
        inhoud,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{naam}.pdf"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def stuk_antwoord(stuk: Stuk) -> HttpResponse:
    """A paper that somebody sent: what a browser can show safely in a closed room, everything else only to save.

    The kind is our own finding, and the name says nothing about anybody.
    """
    hoe = "inline" if stuk.in_browser else "attachment"
    return HttpResponse(
        lees(stuk),
        content_type=INHOUDSTYPE[Bestandsoort(stuk.soort)],
        headers={
            "Content-Disposition": f'{hoe}; filename="{stuk.bestandsnaam}"',
            "Content-Security-Policy": DICHT,
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )


def csv_antwoord(naam: str, kop: Sequence[str], rijen: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """A CSV that is saved as `naam`.csv and streamed row by row; `naam` holds no personal data."""
    return StreamingHttpResponse(
        csv_regels(kop, rijen),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{naam}.csv"',
            "X-Content-Type-Options": "nosniff",
        },
    )
