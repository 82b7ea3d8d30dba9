"""When a letter left is recorded once per channel, and never rewritten."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from cases.enums import Verzendkanaal
from cases.models import Document, Verzending
from cases.services.documenten import maak, maak_document
from cases.services.verzending import VerzendingFout, leg_verzending_vast
from tests.cases.services.test_documenten import INHOUD
from tests.fabriek import maak_dossier
from tests.pip_plans.plan.hulp import vastgesteld_pip, zet_document_gereed


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def document(cast, vandaag) -> Document:
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=vandaag)
    document = maak_document(dossier=dossier, soort="dagstaat", titel="Dagstaat", sjabloon="dagstaat/v1", inhoud=INHOUD)
    maak(document_id=document.pk, moment=timezone.now())
    return document


def test_the_same_sending_again_is_the_first_one(document, cast, vandaag):
    def stuur(kanaal=Verzendkanaal.POST, datum=vandaag):
        return leg_verzending_vast(document=document, datum=datum, kanaal=kanaal, door=cast.consulent, op=vandaag)

    assert stuur() == stuur()
    stuur(Verzendkanaal.EMAIL)

    assert document.verzendingen.count() == 2
    assert document.dossier.gebeurtenissen.filter(soort="BRIEF_VERZONDEN").count() == 2
    with pytest.raises(VerzendingFout, match="al per post verzonden op"):
        stuur(datum=vandaag - timedelta(days=1))


@pytest.mark.parametrize(("dagen", "reden"), [(1, "in de toekomst"), (-1, "nog niet")])
def test_a_letter_leaves_on_a_day_that_can_be(document, cast, vandaag, dagen, reden):
    with pytest.raises(VerzendingFout, match=reden):
        leg_verzending_vast(
            document=document,
            datum=vandaag + timedelta(days=dagen),
            kanaal=Verzendkanaal.POST,
            door=cast.consulent,
            op=vandaag,
        )


def test_what_is_not_ready_cannot_leave(cast, vandaag):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=vandaag)
    document = maak_document(dossier=dossier, soort="dagstaat", titel="Dagstaat", sjabloon="dagstaat/v1", inhoud=INHOUD)

    with pytest.raises(VerzendingFout, match="nog niet gereed"):
        leg_verzending_vast(
            document=document, datum=vandaag, kanaal=Verzendkanaal.POST, door=cast.consulent, op=vandaag
        )


def test_a_beschikking_is_made_known_and_not_merely_sent(cast, vandaag):
    besluit = vastgesteld_pip(cast).beschikking
    zet_document_gereed(besluit.document)

    with pytest.raises(VerzendingFout, match="Dit is een besluit"):
        leg_verzending_vast(
            document=besluit.document, datum=vandaag, kanaal=Verzendkanaal.POST, door=cast.consulent, op=vandaag
        )


def test_the_database_refuses_to_rewrite_a_sending(document, cast, vandaag):
    verzending = leg_verzending_vast(document=document, datum=vandaag, kanaal=Verzendkanaal.POST, door=None, op=vandaag)

    for poging in (lambda rij: rij.update(kanaal="email"), lambda rij: rij.delete()):
        with pytest.raises(Exception, match="alleen_toevoegen"), transaction.atomic():
            poging(Verzending.objects.filter(pk=verzending.pk))
