"""Answers that are not pages: a PDF with a file name that says nothing about anybody."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse

from cases.uitvoer import csv_regels


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
