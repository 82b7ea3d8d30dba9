"""Documents: first a row with frozen content, then, once, the bytes. Who asks for a document writes the event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from cases.brieven import briefsoort
from cases.enums import Documentstatus
from cases.inhoud import Inhoud
from cases.models import Document, Dossier
from cases.opslag import bewaar
from cases.pdf import PdfFout, maak_pdf
from cases.pdf.tekens import niet_te_drukken
from inburgering.wachtrij import zet_in_wachtrij

TAAK = "cases.tasks.documenten.maak"
ONBEKENDE_FOUT = "Het document kon niet worden gemaakt door een fout in het systeem. De beheerder ziet de oorzaak."


class DocumentFout(Exception):
    """What was asked of this document cannot be done now; the text is Dutch and meant for the screen."""


@transaction.atomic
def maak_document(
    *, dossier: Dossier, soort: str, titel: str, sjabloon: str, inhoud: Inhoud | Mapping[str, Any]
) -> Document:
    """Freeze what the document says and queue its rendering on commit.

    `sjabloon` is '<soort>/v<n>' below templates/pdf. `titel` holds no personal data: it is shown in lists.
    Raises DocumentFout for a character that our fonts cannot set: what is frozen could never become a letter. Raises
    OnbekendeBriefsoort (an error of ours) for a kind that no app registered in `cases.brieven`.
    """
    briefsoort(soort)
    bevroren = _als_json(inhoud)
    if zinnen := niet_te_drukken(bevroren):
        raise DocumentFout(" ".join(zinnen))
    document = Document.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        soort=soort,
        titel=titel,
        sjabloon=sjabloon,
        inhoud=bevroren,
    )
    zet_in_wachtrij(TAAK, document.pk)
    return document


def _als_json(inhoud: Inhoud | Mapping[str, Any]) -> dict[str, Any]:
    return inhoud.als_json() if isinstance(inhoud, Inhoud) else dict(inhoud)


def maak(*, document_id: int, moment: datetime) -> None:
    """Render the document once. Safe to repeat: what is ready stays, what another worker holds is left to it.

    A letter that cannot be set gets status *mislukt* with the Dutch reason; an error of ours does so too and is raised.
    """
    try:
        _maak_eenmaal(document_id, moment)
    except PdfFout as fout:
        _noteer_mislukt(document_id, str(fout))
    except Exception:
        _noteer_mislukt(document_id, ONBEKENDE_FOUT)
        raise


@transaction.atomic
def _maak_eenmaal(document_id: int, moment: datetime) -> None:
    document = Document.objects.te_maken().select_for_update(skip_locked=True).filter(pk=document_id).first()
    if document is None:
        return
    bewaar(document, maak_pdf(document.sjabloon, document.inhoud))
    document.status, document.fout, document.gemaakt_op = Documentstatus.GEREED, "", moment
    document.save()


def _noteer_mislukt(document_id: int, fout: str) -> None:
    Document.objects.te_maken().filter(pk=document_id).update(status=Documentstatus.MISLUKT, fout=fout[:250])


@transaction.atomic
def opnieuw(*, document: Document) -> None:
    """Try a failed document again, from the same frozen content. Raises DocumentFout when it did not fail."""
    gewijzigd = Document.objects.filter(pk=document.pk, status=Documentstatus.MISLUKT).update(
        status=Documentstatus.TE_MAKEN, fout=""
    )
    if not gewijzigd:
        raise DocumentFout("Dit document is niet mislukt; opnieuw proberen is niet nodig.")
    zet_in_wachtrij(TAAK, document.pk)


def voorbeeld(*, sjabloon: str, inhoud: Inhoud | Mapping[str, Any], watermerk: str = "CONCEPT") -> bytes:
    """The same letter with a word across it, for reading before deciding; not stored. Raises PdfFout."""
    bevroren = _als_json(inhoud)
    if zinnen := niet_te_drukken(bevroren):
        raise PdfFout(" ".join(zinnen))
    return maak_pdf(sjabloon, bevroren, watermerk=watermerk)
