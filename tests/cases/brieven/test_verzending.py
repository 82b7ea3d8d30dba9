"""When a letter left is recorded once per channel, and never rewritten."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.enums import Verzendkanaal
from cases.models import Document, Verzending
from cases.services.documenten import maak, maak_document
from cases.services.verzending import VerzendingFout, corrigeer_verzending, leg_verzending_vast
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


def test_a_wrong_day_is_put_right_with_a_reason_and_the_old_one_stays(document, cast, vandaag, inloggen):
    eerste = leg_verzending_vast(document=document, datum=vandaag, kanaal=Verzendkanaal.POST, door=None, op=vandaag)
    morgen = vandaag + timedelta(days=1)
    wie = {"door": cast.consulent, "op": morgen}
    with pytest.raises(VerzendingFout, match="waarom"):
        corrigeer_verzending(verzending=eerste, datum=morgen, reden=" ", **wie)

    nieuw = corrigeer_verzending(verzending=eerste, datum=morgen, reden="een dag later opgehaald", **wie)

    assert (document.verzonden, document.verzendingen.count()) == ([nieuw], 2)
    handeling = document.dossier.gebeurtenissen.get(soort="VERZENDING_VERBETERD")
    assert (handeling.toelichting, handeling.datum) == ("een dag later opgehaald", morgen)
    with pytest.raises(VerzendingFout, match="al verbeterd"):
        corrigeer_verzending(verzending=eerste, datum=morgen, reden="nog eens", **wie)
    with pytest.raises(IntegrityError, match="verzending_correctie_met_reden"), transaction.atomic():
        Verzending.objects.create(document=document, kanaal="email", datum=vandaag, reden="zonder eerdere")

    adres = f"/diemen/dossiers/{document.dossier.nummer}/documenten/{document.pk}/verzonden/"
    velden = {"datum": f"{vandaag:%d-%m-%Y}", "kanaal": "post"}
    client = inloggen(cast.consulent)
    assert "schrijf dan ook op waarom" in client.post(adres, velden).content.decode()
    assert client.post(adres, velden | {"reden": "toch gisteren"}).status_code == 302
    assert [rij.reden for rij in Document.objects.get(pk=document.pk).verzonden] == ["toch gisteren"]
