"""Answers that are not pages: a PDF with a file name that says nothing about anybody."""

from django.http import HttpResponse


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
