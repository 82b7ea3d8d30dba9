"""From the letter that comes in to the hearing: what is recorded, what moves, and what the law refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError
from django.utils.timezone import localdate

from cases.enums import Beschikkingstatus, Verzendkanaal
from cases.enums_bezwaar import Bezwaarstatus
from cases.models import Bezwaar, Termijn
from cases.services.bezwaar import registreren, verloop
from cases.services.bezwaar.basis import BezwaarFout, beslistermijn
from cases.services.bezwaar.stand import dwangsom, te_versturen, tijdigheid, volgende
from cases.services.geschiedenis import gebeurtenissen, regels
from cases.services.verzending import leg_verzending_vast
from tests.conftest import VANDAAG

from .hulp import BEKEND, ONTVANGEN, besluit, registreer, zet_gereed

MORGEN = VANDAAG + timedelta(days=1)


def soorten(bezwaar: Bezwaar) -> list[str]:
    rijen = bezwaar.dossier.gebeurtenissen.filter(gegevens__bezwaar=bezwaar.nummer).order_by("pk")
    return list(rijen.values_list("soort", flat=True))


def test_a_bezwaar_gets_a_number_and_its_term_counts_from_the_end_of_the_bezwaartermijn(cast):
    bezwaar = registreer(cast)
    termijn = beslistermijn(bezwaar)

    assert bezwaar.nummer == "BZW-2026-0001"
    assert (termijn.code, termijn.start, termijn.laatste_dag) == (
        "BESLIS_BEZWAAR_6W", date(2026, 10, 27), date(2026, 12, 8),
    )  # fmt: skip
    assert volgende(bezwaar, VANDAAG).code == "bevestigen"


def test_a_double_click_registers_once_and_a_second_letter_is_refused(cast):
    besluit_, eerste = besluit(cast), None
    for _ in range(2):
        eerste = registreer(cast, besluit_)

    assert Bezwaar.objects.count() == 1
    with pytest.raises(BezwaarFout, match="loopt al bezwaar BZW-2026-0001"):
        registreer(cast, besluit_, ontvangen_op=date(2026, 10, 6))
    with pytest.raises(IntegrityError, match="bezwaar_een_per_beschikking"), transaction.atomic():
        Bezwaar.objects.create(
            gemeente=cast.gemeente, dossier=eerste.dossier, beschikking=besluit_, nummer="X", ontvangen_op=ONTVANGEN
        )


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"ontvangen_op": MORGEN}, "ligt in de toekomst"),
        ({"ontvangen_op": BEKEND - timedelta(days=1)}, "pas op 15 september 2026 genomen.* 6:10"),
        ({"kanaal": "post", "postdatum": ONTVANGEN + timedelta(days=1)}, "niet na de ontvangst op de post"),
        ({"kanaal": "duif"}, "duif"),
    ],
)
def test_a_date_or_channel_that_cannot_be_is_refused(cast, velden, zin):
    with pytest.raises(BezwaarFout, match=zin):
        registreer(cast, **velden)
    assert not Bezwaar.objects.exists()


def test_a_decision_that_was_not_made_known_knows_no_bezwaar(cast):
    with pytest.raises(BezwaarFout, match=r"nog niet bekendgemaakt.*6:8"):
        registreer(cast, besluit(cast, bekend=None))


def test_a_later_decision_falls_under_the_bezwaar_against_the_first(cast):
    eerste = besluit(cast)
    bezwaar = registreer(cast, eerste)
    tweede = besluit(cast, eerste.dossier, bekend=date(2026, 10, 20), vervangt=eerste)

    bezwaar = Bezwaar.objects.get(pk=bezwaar.pk)
    assert bezwaar.ook_tegen() == [tweede]
    assert bezwaar.beschikking.status == Beschikkingstatus.VERVANGEN
    assert "gaat vanzelf ook over dit besluit" in registreren.reden_geen_bezwaar(tweede)
    assert Termijn.objects.filter(soort="BESLIS_BEZWAAR").count() == 1


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "op_tijd"),
    [(date(2026, 10, 27), None, True), (date(2026, 11, 3), date(2026, 10, 27), True), (date(2026, 11, 4), None, False)],
)
def test_being_in_time_is_computed(cast, ontvangen, gepost, op_tijd):
    bezwaar = registreer(cast, ontvangen_op=ontvangen, kanaal="post", postdatum=gepost)

    assert tijdigheid(bezwaar).op_tijd is op_tijd


def test_being_late_waits_for_a_judgement_with_reasons(cast):
    bezwaar = registreer(cast, ontvangen_op=date(2026, 11, 10))
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    verloop.bevestig_ontvangst(**wie)
    bezwaar.refresh_from_db()

    assert volgende(bezwaar, VANDAAG).code == "tijdigheid"
    with pytest.raises(BezwaarFout, match="6:11"):
        verloop.oordeel_verschoonbaar(verschoonbaar=True, waarom=" ", **wie)
    verloop.oordeel_verschoonbaar(verschoonbaar=True, waarom="U lag in het ziekenhuis.", **wie)
    bezwaar.refresh_from_db()
    assert volgende(bezwaar, VANDAAG).code == "hoorzitting"
    with pytest.raises(BezwaarFout, match="is op tijd"):
        verloop.oordeel_verschoonbaar(
            bezwaar=registreer(cast), verschoonbaar=True, waarom="x", door=cast.jurist, op=VANDAAG
        )


def test_the_confirmation_says_by_when_is_decided_and_is_made_once(cast):
    bezwaar = registreer(cast)
    for _ in range(2):
        verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)

    brief = bezwaar.dossier.documenten.get(soort="bezwaar_ontvangst")
    assert brief.inhoud["beslis_uiterlijk"] == "2026-12-08"
    assert brief.inhoud["zaak"]["nummer"] == bezwaar.nummer
    assert soorten(bezwaar) == ["BEZWAAR_ONTVANGEN", "BEZWAAR_BEVESTIGD"]


def test_letters_go_to_the_gemachtigde_on_behalf_of_the_person(cast):
    bezwaar = registreer(cast, gemachtigde="mr. A. de Jong", gemachtigde_adres="Hoofdstraat 1, 1111 AA Diemen")
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)

    inhoud = bezwaar.dossier.documenten.get(soort="bezwaar_ontvangst").inhoud
    assert inhoud["geadresseerde"]["adresregels"] == ["Hoofdstraat 1", "1111 AA Diemen"]
    assert inhoud["zaak"]["namens"] == bezwaar.dossier.inburgeraar.naam


def test_the_term_stands_still_while_a_verzuim_can_be_mended(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist}
    verloop.vraag_herstel(wat="Uw handtekening", tot=date(2026, 11, 16), op=date(2026, 11, 2), **wie)

    assert beslistermijn(bezwaar).ruwe_dag == date(2026, 12, 22)
    verloop.bevestig_ontvangst(op=VANDAAG, **wie)
    nu = Bezwaar.objects.get(pk=bezwaar.pk)
    wachten = volgende(nu, date(2026, 11, 16))
    assert (wachten.wacht, wachten.doen) == (True, "Aanvulling vastleggen")
    assert volgende(nu, date(2026, 11, 17)).code == "hoorzitting"
    assert bezwaar.dossier.documenten.get(soort="bezwaar_verzuim").inhoud["tot"] == "2026-11-16"
    with pytest.raises(BezwaarFout, match="Dat kan één keer"):
        verloop.vraag_herstel(wat="Nog iets", tot=date(2026, 12, 1), op=VANDAAG, **wie)
    verloop.meld_herstel(datum=date(2026, 11, 9), op=VANDAAG, **wie)
    assert beslistermijn(bezwaar).ruwe_dag == date(2026, 12, 14)
    with pytest.raises(BezwaarFout, match="al vastgelegd"):
        verloop.meld_herstel(datum=date(2026, 11, 10), op=VANDAAG, **wie)


@pytest.mark.parametrize(("wat", "tot"), [(" ", MORGEN), ("Uw handtekening", VANDAAG)])
def test_a_verzuim_needs_words_and_a_day_ahead(cast, wat, tot):
    with pytest.raises(BezwaarFout, match="6:6"):
        verloop.vraag_herstel(bezwaar=registreer(cast), wat=wat, tot=tot, door=cast.jurist, op=VANDAAG)


def test_verdaging_happens_once_with_a_letter_that_names_the_new_day(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "reden": "Er is een tolk nodig.", "door": cast.jurist}
    verloop.verdaag(weken=6, op=VANDAAG, **wie)

    assert beslistermijn(bezwaar).laatste_dag == date(2027, 1, 19)
    assert bezwaar.dossier.documenten.get(soort="bezwaar_verdaging").inhoud["beslis_uiterlijk"] == "2027-01-19"
    with pytest.raises(BezwaarFout, match=r"al verdaagd.*7:10 lid 3"):
        verloop.verdaag(weken=1, op=VANDAAG, **wie)


@pytest.mark.parametrize(
    ("weken", "op", "zin"),
    [(7, VANDAAG, "één tot zes weken"), (6, date(2026, 12, 9), "Daarna kan verdagen niet meer")],
)
def test_verdaging_too_long_or_too_late_is_refused(cast, weken, op, zin):
    with pytest.raises(BezwaarFout, match=zin):
        verloop.verdaag(bezwaar=registreer(cast), weken=weken, reden="Druk.", door=cast.jurist, op=op)


def test_a_withdrawal_ends_the_term_and_a_new_bezwaar_can_follow(cast):
    besluit_ = besluit(cast)
    bezwaar = registreer(cast, besluit_)
    verloop.trek_in(bezwaar=bezwaar, datum=VANDAAG, door=cast.jurist, op=VANDAAG)

    bezwaar.refresh_from_db()
    assert (bezwaar.status, volgende(bezwaar, VANDAAG)) == (Bezwaarstatus.INGETROKKEN, None)
    assert beslistermijn(bezwaar).reden == "Het bezwaar is ingetrokken op 20 november 2026."
    with pytest.raises(BezwaarFout, match="Dit bezwaar is ingetrokken"):
        verloop.verdaag(bezwaar=bezwaar, weken=1, reden="x", door=cast.jurist, op=VANDAAG)
    assert registreer(cast, besluit_, ontvangen_op=VANDAAG).nummer == "BZW-2026-0002"


def test_after_an_ingebrekestelling_the_dwangsom_is_counted_with_the_amounts_of_the_gemeente(cast):
    bezwaar = registreer(cast)
    verloop.registreer_ingebrekestelling(
        bezwaar=bezwaar, datum=date(2026, 12, 10), door=cast.jurist, op=date(2026, 12, 10)
    )

    kosten = dwangsom(bezwaar, date(2027, 1, 10))
    assert (kosten.eerste_dag, kosten.laatste_dag) == (date(2026, 12, 25), date(2027, 2, 4))
    assert kosten.centen == 14 * 2300 + 3 * 3500
    assert dwangsom(bezwaar, date(2026, 12, 24)).centen == 0


def test_an_ingebrekestelling_before_the_last_day_costs_nothing(cast):
    bezwaar = registreer(cast)
    verloop.registreer_ingebrekestelling(bezwaar=bezwaar, datum=VANDAAG, door=cast.jurist, op=VANDAAG)

    assert dwangsom(bezwaar, date(2027, 1, 10)) is None


def test_the_history_tells_the_steps_without_the_grounds(cast):
    bezwaar = registreer(cast)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)

    zinnen = " ".join(regel.zin for regel in regels(gebeurtenissen(bezwaar.dossier)))
    assert "bevestigde de ontvangst van bezwaar BZW-2026-0001" in zinnen
    assert "registreerde bezwaar BZW-2026-0001 tegen besluit PIP-2026-0001, ontvangen op 5 oktober 2026." in zinnen
    assert "maakte besluit PIP-2026-0001 bekend op 15 september 2026, PIP-beschikking" in zinnen
    assert "onderwijsroute" not in zinnen


def test_the_database_keeps_a_bezwaar(cast):
    bezwaar = registreer(cast)
    with pytest.raises(InternalError, match="niet_wissen"), transaction.atomic():
        bezwaar.delete()


def test_a_commission_that_comes_later_and_a_wrong_day_move_the_term_with_a_reason(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    with pytest.raises(BezwaarFout, match="waarom u de gegevens van de ontvangst wijzigt"):
        registreren.wijzig(gegevens={"met_commissie": True}, reden=" ", **wie)
    registreren.wijzig(gegevens={"met_commissie": True}, reden="De commissie adviseert toch.", **wie)
    assert beslistermijn(bezwaar).code == "BESLIS_BEZWAAR_12W"
    with pytest.raises(BezwaarFout, match="pas op 15 september 2026 genomen"):
        registreren.wijzig(gegevens={"ontvangen_op": BEKEND - timedelta(days=1)}, reden="Typefout.", **wie)
    registreren.wijzig(gegevens={"ontvangen_op": date(2026, 10, 28)}, reden="Typefout.", **wie)
    bezwaar.refresh_from_db()
    assert (bezwaar.ontvangen_op, tijdigheid(bezwaar).op_tijd) == (date(2026, 10, 28), False)
    feit = bezwaar.dossier.gebeurtenissen.feiten().geldend().get(soort="BEZWAAR_ONTVANGEN")
    assert (feit.datum, feit.gegevens["bezwaar"]) == (date(2026, 10, 28), bezwaar.nummer)
    assert Termijn.objects.filter(soort="BESLIS_BEZWAAR", status="open").count() == 1


def test_every_change_of_the_receipt_tells_which_fields_and_why_but_not_what_they_hold(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    nieuw = {"gemachtigde": "mr. A. de Jong", "gronden": "Ik wil naar school."}
    for _ in range(2):
        registreren.wijzig(gegevens=nieuw, reden="Machtiging ontvangen.", **wie)

    stap = bezwaar.dossier.gebeurtenissen.get(soort="BEZWAAR_GEWIJZIGD")
    assert (stap.toelichting, stap.door) == ("Machtiging ontvangen.", cast.jurist)
    [regel] = regels([stap])
    assert regel.zin == f"{cast.jurist.naam} wijzigde bij bezwaar BZW-2026-0001: de gronden, de gemachtigde."
    assert list(bezwaar.events.order_by("pgh_id").values_list("gronden", flat=True)) == [
        "Ik wil de onderwijsroute.",
        "Ik wil naar school.",
    ]


def test_a_letter_of_the_bezwaar_is_recorded_as_sent_and_then_no_longer_offered(cast):
    bezwaar = registreer(cast)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)
    assert not te_versturen(bezwaar).exists()
    brief = bezwaar.dossier.documenten.get(soort="bezwaar_ontvangst")
    zet_gereed(brief)
    assert list(te_versturen(bezwaar)) == [brief]
    leg_verzending_vast(document=brief, datum=localdate(), kanaal=Verzendkanaal.POST, door=cast.jurist, op=localdate())
    assert not te_versturen(bezwaar).exists()
