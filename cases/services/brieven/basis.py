"""The one way of a letter: composed → preview → made. Sending is recorded in `cases.services.verzending`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from django.db import transaction

from cases import handelingen
from cases.brieven import Briefsoort
from cases.inhoud import Inhoud
from cases.models import Document, Dossier, Medewerker
from cases.pdf.slot import pdfium_slot
from cases.services.documenten import DocumentFout, maak_document, voorbeeld
from cases.services.gebeurtenissen import registreer_handeling


class BriefFout(Exception):
    """A letter that cannot be written now; the text is Dutch and meant for the screen."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One copy for one reader. `titel` holds no personal data: it stands in lists and in the history."""

    titel: str
    inhoud: Inhoud


@transaction.atomic
def stel_op(
    *, dossier: Dossier, soort: Briefsoort, brieven: Sequence[Brief], door: Medewerker | None, op: date
) -> list[Document]:
    """Freeze each copy, queue it for the worker and write a handeling. The day of the letter is in its content.

    A letter that says exactly the same was made already: a second click returns it and makes nothing.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    return [_stel_een_op(dossier, soort, brief, door, op) for brief in brieven]


def _stel_een_op(dossier: Dossier, soort: Briefsoort, brief: Brief, door: Medewerker | None, op: date) -> Document:
    inhoud = brief.inhoud.als_json()
    bestaand: Document | None = dossier.documenten.zonder_bytes().filter(soort=soort.code, inhoud=inhoud).first()
    if bestaand:
        return bestaand
    try:
        document = maak_document(
            dossier=dossier, soort=soort.code, titel=brief.titel, sjabloon=soort.sjabloon, inhoud=inhoud
        )
    except DocumentFout as fout:
        raise BriefFout(str(fout)) from fout
    registreer_handeling(
        dossier=dossier, soort=handelingen.BRIEF_OPGESTELD, datum=op, door=door, gegevens={"brief": brief.titel}
    )
    return document


def bekijk(*, soort: Briefsoort, brieven: Sequence[Brief]) -> bytes:
    """All copies behind each other in one PDF, marked as a preview; nothing is stored. Raises PdfFout."""
    bladen = [voorbeeld(sjabloon=soort.sjabloon, inhoud=brief.inhoud, watermerk="VOORBEELD") for brief in brieven]
    return bladen[0] if len(bladen) == 1 else _achter_elkaar(bladen)


def _achter_elkaar(bladen: Sequence[bytes]) -> bytes:
    import pypdfium2  # a native library that only a preview of several copies needs

    with pdfium_slot, pypdfium2.PdfDocument.new() as samen:
        for blad in bladen:
            samen.import_pages(pypdfium2.PdfDocument(blad))
        uit = BytesIO()
        samen.save(uit)
    return uit.getvalue()
