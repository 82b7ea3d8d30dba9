"""A document is a row first; its bytes are made once, kept with their checksum, and never change."""

from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone

from cases.enums import Documentstatus
from cases.inhoud import DagstaatInhoud
from cases.models import Document
from cases.opslag import OpslagFout, lees
from cases.pdf import PdfFout
from cases.services import documenten
from tests.fabriek import maak_dossier

INHOUD = DagstaatInhoud(
    gemeente="Diemen", datum="2026-11-24", locatie="AZC Almere", adres="", contact="", medewerker="S. de Wit", regels=()
)


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 20))


def maak(dossier, sjabloon="dagstaat/v1", inhoud=INHOUD):
    return documenten.maak_document(
        dossier=dossier, soort="dagstaat", titel="Dagstaat", sjabloon=sjabloon, inhoud=inhoud
    )


def test_the_row_is_there_at_once_and_the_bytes_after_the_commit(dossier, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        document = maak(dossier)
        assert document.status == Documentstatus.TE_MAKEN

    document.refresh_from_db()
    assert document.status == Documentstatus.GEREED
    assert lees(document).startswith(b"%PDF")


def test_making_it_again_changes_nothing_and_the_database_refuses_to(dossier):
    document = maak(dossier)
    for _ in range(2):
        documenten.maak(document_id=document.pk, moment=timezone.now())

    document.refresh_from_db()
    with pytest.raises(Exception, match="gereed_blijft"), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(titel="anders")
    assert len(document.sha256) == 64


def test_an_error_in_the_content_is_kept_with_the_document_and_can_be_tried_again(
    dossier, django_capture_on_commit_callbacks
):
    document = maak(dossier, inhoud={"gemeente": "Diemen"})

    with pytest.raises(KeyError):
        documenten.maak(document_id=document.pk, moment=timezone.now())

    document.refresh_from_db()
    assert (document.status, document.fout) == (Documentstatus.MISLUKT, documenten.ONBEKENDE_FOUT)
    documenten.opnieuw(document=document)
    document.refresh_from_db()
    assert (document.status, document.fout) == (Documentstatus.TE_MAKEN, "")
    with pytest.raises(documenten.DocumentFout, match="niet mislukt"):
        documenten.opnieuw(document=document)


def test_damaged_bytes_are_not_handed_out(dossier):
    document = maak(dossier)
    documenten.maak(document_id=document.pk, moment=timezone.now())
    document.refresh_from_db()

    document.bytes = bytes(document.bytes) + b" "

    with pytest.raises(OpslagFout, match="beschadigd"):
        lees(document)


def test_a_preview_is_not_stored(dossier):
    assert documenten.voorbeeld(sjabloon="dagstaat/v1", inhoud=INHOUD).startswith(b"%PDF")
    assert not Document.objects.exists()


def test_what_cannot_be_printed_is_not_frozen_and_has_no_preview(dossier):
    stuk = {"gemeente": "Diemen\x01"}

    with pytest.raises(documenten.DocumentFout, match=r"niet worden gedrukt: U\+0001"):
        maak(dossier, inhoud=stuk)
    with pytest.raises(PdfFout, match=r"niet worden gedrukt: U\+0001"):
        documenten.voorbeeld(sjabloon="dagstaat/v1", inhoud=stuk)
    assert not Document.objects.exists()
