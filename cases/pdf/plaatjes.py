"""The pages of a PDF as pictures, for a screen that cannot show a PDF beside a form."""

from __future__ import annotations

import io

import pypdfium2

from .slot import pdfium_slot

KLEUREN = 48  # enough for letters and a watermark; a page is then some tens of kilobytes


def bladen(pdf: bytes, *, breedte: int) -> list[bytes]:
    """Every page as PNG, `breedte` pixels wide. Nothing is stored. Raises pypdfium2.PdfiumError for what is no PDF."""
    with pdfium_slot, pypdfium2.PdfDocument(pdf) as document:
        return [_png(blad, breedte) for blad in document]


def _png(blad: pypdfium2.PdfPage, breedte: int) -> bytes:
    beeld = blad.render(scale=breedte / blad.get_width()).to_pil()
    uit = io.BytesIO()
    beeld.quantize(KLEUREN).save(uit, "PNG", optimize=True)
    blad.close()
    return uit.getvalue()
