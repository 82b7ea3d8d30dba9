"""Letters on paper: frozen content in, the bytes of one accessible and archivable PDF out."""

from cases.pdf.maken import maak_html, maak_pdf
from cases.pdf.middelen import PdfFout

__all__ = ["PdfFout", "maak_html", "maak_pdf"]
