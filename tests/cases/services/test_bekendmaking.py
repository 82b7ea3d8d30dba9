"""A wrong day of bekendmaking: put right with a reason, and everything that counts from it follows."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.enums import Kanaal
from cases.models import Beschikking
from cases.services.bekendmaking import corrigeer_bekendmaking, gevolgen_van_bekendmaking
from cases.services.beschikkingen import BeschikkingFout
from cases.services.bezwaar import beslissen, verloop
from cases.services.geschiedenis import gebeurtenissen, regels
from tests.cases.bezwaar.hulp import BEKEND, besluit, klaar_om_te_beslissen, registreer, zet_gereed
from tests.conftest import VANDAAG

pytestmark = pytest.mark.usefixtures("op_de_dag")
GOED = date(2026, 9, 22)


@pytest.fixture
def op_de_dag(time_machine):
    time_machine.move_to(f"{VANDAAG}T09:00:00+00:00", tick=False)


@pytest.fixture
def verbeter(cast):
    def doe(besluit: Beschikking, datum: date = GOED, **anders) -> Beschikking:
        wat = {"kanaal": Kanaal.POST, "reden": "De post ging een week later weg.", "door": cast.tweede_lezer}
        return corrigeer_bekendmaking(besluit=besluit, datum=datum, op=VANDAAG, **(wat | anders))

    return doe


def termijn(rij: Beschikking, soort: str):
    return rij.dossier.termijnen.exclude(status="vervangen").get(soort=soort).laatste_dag


def test_the_fact_the_decision_and_the_terms_follow_and_the_old_day_stays_in_the_history(cast, verbeter):
    rij = registreer(cast).beschikking
    assert (termijn(rij, "BEZWAAR"), termijn(rij, "BESLIS_BEZWAAR")) == (date(2026, 10, 27), date(2026, 12, 8))
    nieuw = verbeter(rij)

    assert (nieuw.bekendgemaakt_op, nieuw.status) == (GOED, "bekendgemaakt")
    assert (termijn(rij, "BEZWAAR"), termijn(rij, "BESLIS_BEZWAAR")) == (date(2026, 11, 3), date(2026, 12, 15))
    laatste = regels(gebeurtenissen(rij.dossier).order_by("-pk"))[0]
    assert "corrigeerde: beschikking bekendgemaakt van 15 september 2026 naar 22 september 2026" in laatste.zin.lower()
    assert laatste.gebeurtenis.toelichting == "De post ging een week later weg."
    assert verbeter(rij, BEKEND, reden="Toch wel.").bekendgemaakt_op == BEKEND


def test_what_cannot_be_is_refused_with_the_reason(cast, verbeter):
    rij = besluit(cast)
    for datum, anders, zin in (
        (BEKEND, {}, "Er verandert niets"),
        (date(2026, 9, 14), {}, "vóór de dagtekening, 15 september 2026"),
        (date(2026, 11, 21), {}, "in de toekomst"),
        (GOED, {"reden": " "}, "Schrijf op waarom"),
        (GOED, {"door": cast.consulent}, "mag vaststellen"),
        (GOED, {"door": cast.jurist}, "mag vaststellen"),
    ):
        with pytest.raises(BeschikkingFout, match=zin), transaction.atomic():
            verbeter(rij, datum, **anders)
    with pytest.raises(BeschikkingFout, match="nog niet bekendgemaakt"):
        verbeter(besluit(cast, rij.dossier, bekend=None))


def test_the_database_lets_the_day_move_with_its_corrected_fact_only(cast, verbeter):
    rij = verbeter(besluit(cast))
    for wijziging in ({"bekendgemaakt_op": date(2026, 9, 29)}, {"kanaal": "uitgereikt"}, {"bekendgemaakt_op": BEKEND}):
        with pytest.raises(IntegrityError, match="bekendmaking_volgt_feit"), transaction.atomic():
            Beschikking.objects.filter(pk=rij.pk).update(**wijziging)


def test_it_does_not_come_after_what_followed_on_it(cast, verbeter):
    rij = besluit(cast)
    opvolger = besluit(cast, rij.dossier, bekend=date(2026, 10, 1), vervangt=rij)
    with pytest.raises(BeschikkingFout, match=f"{opvolger} is op 1 oktober 2026 bekendgemaakt"):
        verbeter(rij, date(2026, 10, 2))
    assert verbeter(rij, date(2026, 10, 1)).status == "vervangen"


def test_the_preview_shows_what_moves_and_what_was_sent_on_the_old_day(cast):
    bezwaar = registreer(cast)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)
    gevolgen = gevolgen_van_bekendmaking(
        besluit=bezwaar.beschikking, datum=date(2026, 10, 6), kanaal="post", op=VANDAAG
    )

    verschuift = {rij.naam: rij.nieuw.laatste_dag for rij in gevolgen.verschuivingen}
    assert date(2026, 11, 17) in verschuift.values()
    assert [brief.titel for brief in gevolgen.brieven] == [f"Ontvangstbevestiging van een bezwaar ({bezwaar})"]
    assert gevolgen.beschikkingen == []
    assert gevolgen.waarschuwingen == [
        f"Deze dag ligt na bezwaar {bezwaar}. Dat is dan te vroeg, maar blijft ontvankelijk (art. 6:10 Awb)."
    ]
    assert termijn(bezwaar.beschikking, "BEZWAAR") == date(2026, 10, 27)


def test_a_decision_that_is_being_written_must_be_read_again(cast, verbeter):
    bezwaar = klaar_om_te_beslissen(cast)
    verbeter(bezwaar.beschikking, door=cast.teamleider)

    gelezen, bezwaar.revisie = bezwaar.revisie, None
    bezwaar.refresh_from_db()
    assert bezwaar.revisie == gelezen + 1


def test_what_was_herroepen_gets_the_day_of_the_decision_that_did_it(cast, verbeter):
    bezwaar = klaar_om_te_beslissen(cast, uitkomst="gegrond", herroept=True)
    bezwaar = beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=date(2026, 11, 10))
    zet_gereed(bezwaar.beslissing.document)
    wie = {"kanaal": Kanaal.POST, "door": cast.jurist, "op": VANDAAG}
    beslissing = beslissen.maak_bekend(bezwaar=bezwaar, datum=date(2026, 11, 11), **wie)
    with pytest.raises(BeschikkingFout, match="is op 10 november 2026 beslist"):
        verbeter(bezwaar.beschikking, date(2026, 11, 11))
    verbeter(beslissing, date(2026, 11, 13), door=cast.jurist)

    feiten = bezwaar.dossier.gebeurtenissen.feiten().geldend()
    assert {feit.datum for feit in feiten.filter(soort="BESCHIKKING_HERROEPEN")} == {date(2026, 11, 13)}
    assert termijn(beslissing, "BEROEP") == date(2026, 12, 28)


def test_the_teamleider_sees_what_shifts_before_it_is_stored_and_others_read_why_not(cast, inloggen):
    rij = registreer(cast).beschikking
    wat = {"gemeente": "diemen", "nummer": rij.dossier.nummer}
    url = reverse("cases:bekendmaking_corrigeren", kwargs=wat | {"pk": rij.document_id})
    documenten = reverse("cases:documenten", kwargs=wat)
    assert url not in inloggen(cast.consulent).get(documenten).text
    assert inloggen(cast.consulent).get(url).status_code == 403
    assert "mag vaststellen" in inloggen(cast.jurist).get(url).text

    client = inloggen(cast.teamleider)
    assert url in client.get(documenten).text
    ingevuld = {"datum": "22-09-2026", "kanaal": "post", "toelichting": "Bewijs van verzending."}
    assert client.post(url, ingevuld | {"datum": "14-09-2026"}).status_code == 422
    bekijk = client.post(url, ingevuld | {"bekijk": "1"}).text
    assert "Dit verschuift" in bekijk
    assert "dinsdag 3 november 2026" in bekijk
    rij.refresh_from_db()
    assert rij.bekendgemaakt_op == BEKEND

    assert client.post(url, ingevuld | {"bevestig": "1"}).headers["Location"] == documenten
    rij.refresh_from_db()
    assert rij.bekendgemaakt_op == GOED
