"""A bezwaar that is over stands in the database as it was; what follows it is written elsewhere."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import InternalError
from psycopg2.sql import SQL, Identifier

from cases.enums import Kanaal
from cases.enums_bezwaar import Zaaksoort, Zaakuitkomst
from cases.models import Beschikking, Bezwaar, Document
from cases.services.bezwaar import beroep, beslissen, verloop
from tests.conftest import VANDAAG

from .hulp import klaar_om_te_beslissen, registreer, zet_gereed

TABEL = Bezwaar._meta.db_table


def beslist(cast) -> Bezwaar:
    bezwaar = klaar_om_te_beslissen(cast)
    return beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=VANDAAG)


def zet(tabel: str, pk: int, **velden: object) -> None:
    """As somebody with the password of the database would do it."""
    delen = SQL(", ").join(SQL("{} = %s").format(Identifier(naam)) for naam in velden)
    zin = SQL("UPDATE {} SET {} WHERE id = %s").format(Identifier(tabel), delen)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(zin, [*velden.values(), pk])


def wis(tabel: str, pk: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SQL("DELETE FROM {} WHERE id = %s").format(Identifier(tabel)), [pk])


@pytest.mark.parametrize(
    "kolom",
    [
        "motivering", "vervanging", "kosten", "verslag", "niet_gehoord_waarom", "verschoonbaar_waarom", "gronden",
        "gemachtigde", "gemachtigde_adres", "verzuim",
    ],
)  # fmt: skip
def test_no_word_of_a_decided_bezwaar_can_be_changed(cast, kolom):
    bezwaar = beslist(cast)
    with pytest.raises(InternalError, match="Cannot update rows from cases_bezwaar table"):
        zet(TABEL, bezwaar.pk, **{kolom: "iets anders"})


@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [("ontvangen_op", "2026-01-01"), ("uitkomst", "gegrond"), ("verdaagd_op", "2026-01-01"), ("beslissing_id", None)],
)
def test_no_day_or_outcome_of_a_decided_bezwaar_can_be_changed(cast, kolom, waarde):
    bezwaar = beslist(cast)
    with pytest.raises(InternalError, match="Cannot update"):
        zet(TABEL, bezwaar.pk, **{kolom: waarde})
    with pytest.raises(InternalError, match="Cannot update"):
        zet(TABEL, bezwaar.pk, status="in_behandeling", beslissing_id=None)


def test_a_decided_bezwaar_its_decision_and_its_letter_cannot_be_removed_or_rewritten(cast):
    bezwaar = beslist(cast)
    zet_gereed(bezwaar.beslissing.document)
    for model, pk in (
        (Bezwaar, bezwaar.pk), (Beschikking, bezwaar.beslissing_id), (Document, bezwaar.beslissing.document_id)
    ):  # fmt: skip
        with pytest.raises(InternalError, match="Cannot delete"):
            wis(model._meta.db_table, pk)
        if model is not Bezwaar:
            with pytest.raises(InternalError, match="Cannot update"):
                zet(model._meta.db_table, pk, inhoud="{}")


def test_a_withdrawn_bezwaar_stands_as_well(cast):
    bezwaar = registreer(cast)
    verloop.trek_in(bezwaar=bezwaar, datum=VANDAAG, door=cast.jurist, op=VANDAAG)
    with pytest.raises(InternalError, match="Cannot update"):
        zet(TABEL, bezwaar.pk, ingetrokken_op=date(2026, 11, 1))


def test_making_known_beroep_and_the_judgement_still_follow(cast):
    bezwaar, wie = beslist(cast), {"door": cast.jurist, "op": VANDAAG}
    zet_gereed(bezwaar.beslissing.document)
    beslissen.maak_bekend(bezwaar=bezwaar, datum=VANDAAG, kanaal=Kanaal.POST, **wie)
    bezwaar = Bezwaar.objects.get(pk=bezwaar.pk)
    zaak = beroep.registreer_zaak(bezwaar=bezwaar, soort=Zaaksoort.BEROEP, ingesteld_op=VANDAAG, **wie)
    beroep.leg_uitspraak_vast(zaak=zaak, uitkomst=Zaakuitkomst.GEGROND, datum=VANDAAG, **wie)
    assert bezwaar.zaken.get().uitkomst == "gegrond"
