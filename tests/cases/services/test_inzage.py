"""Who looked at a dossier: also who took it along in a file or a list of many."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from cases.models import Inzage
from cases.services.inzage import inzagen_van, noteer, noteer_uitvoer
from cases.services.samenvoegen import Keuzes, voeg_samen
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

MOMENT = timezone.make_aware(datetime(2026, 11, 20, 10))  # noqa: DTZ001  (made aware here)


@pytest.fixture
def mensen(cast):
    return [maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG) for _ in range(3)]


def uitvoer(cast, dossiers, wat="betaalbestand", later=0):
    ids = [dossier.pk for dossier in dossiers]
    moment = MOMENT + timedelta(hours=later)
    noteer_uitvoer(medewerker=cast.teamleider, gemeente=cast.gemeente, wat=wat, dossier_ids=ids, moment=moment)


def test_an_export_stands_with_every_dossier_in_it_and_with_no_other(cast, mensen):
    een, twee, _ = mensen
    uitvoer(cast, [een, twee])
    uitvoer(cast, [twee], "inhoudingslijst", later=1)
    uitvoer(cast, [], "stuk 1 in het Postvak")
    noteer(medewerker=cast.consulent, dossier=twee, wat="ontzorgen", moment=MOMENT + timedelta(hours=2))

    gezien = [[rij.zin for rij in inzagen_van(dossier)] for dossier in mensen]
    samen = "betaalbestand, van 2 dossiers tegelijk"
    assert gezien == [[samen], ["ontzorgen", "inhoudingslijst", samen], []]


def test_what_was_exported_of_a_record_that_went_up_in_another_stays_findable(cast, mensen):
    blijft, vervallen, _ = mensen
    uitvoer(cast, [vervallen])
    voeg_samen(blijft=blijft, vervallen=vervallen, keuzes=Keuzes(), reden="dubbel", door=cast.teamleider, op=VANDAAG)
    assert [rij.wat for rij in inzagen_van(blijft)] == ["betaalbestand"]


def test_among_many_exports_those_of_one_dossier_are_found_by_an_index(cast, mensen):
    wie = {"gemeente": cast.gemeente, "medewerker": cast.teamleider, "medewerker_naam": "x", "kwartier": MOMENT}
    Inzage.objects.bulk_create(
        Inzage(wat="betaalbestand", verzameling=[1_000_000 + nummer, 2_000_000 + nummer], **wie)
        for nummer in range(3_000)
    )
    uitvoer(cast, mensen)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE cases_inzage")
    plan = inzagen_van(mensen[0]).order_by().explain()
    assert "inzage_verzameling" in plan, plan
    assert "Seq Scan on cases_inzage" not in plan
    assert inzagen_van(mensen[0]).count() == 1


def test_the_teamleider_reads_which_file_it_was(cast, mensen, inloggen):
    uitvoer(cast, mensen)
    adres = reverse("cases:geschiedenis", args=["diemen", mensen[0].nummer])
    zin = f"{cast.teamleider.naam}: betaalbestand, van 3 dossiers tegelijk"
    assert zin in inloggen(cast.teamleider).get(adres).content.decode()
    assert zin not in inloggen(cast.consulent).get(adres).content.decode()
    assert Inzage.objects.filter(dossier__isnull=True).count() == 1
