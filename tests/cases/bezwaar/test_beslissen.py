"""The decision on a bezwaar: complete, by two people, never by who took the first decision; and what follows it."""

from datetime import date

import pytest
from django.db.utils import IntegrityError

from cases.enums import Beschikkingstatus, Kanaal, Rol
from cases.enums_bezwaar import Bezwaarstatus, Bezwaaruitkomst, NietHoren, Zaaksoort, Zaakuitkomst
from cases.models import Aanstelling, Bezwaar, Termijn
from cases.services.bezwaar import beroep, beslissen, horen, registreren, verloop
from cases.services.bezwaar.basis import BezwaarFout, beslistermijn
from cases.services.bezwaar.stand import volgende
from tests.conftest import VANDAAG
from tests.fabriek import SINDS

from .hulp import BEKEND, besluit, klaar_om_te_beslissen, registreer, zet_gereed, zitting


def stel_vast(cast, bezwaar: Bezwaar, door=None) -> Bezwaar:
    return beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=door or cast.teamleider, op=VANDAAG)


def test_a_decision_is_a_beschikking_that_meets_the_term_and_points_to_the_rechtbank(cast):
    bezwaar = klaar_om_te_beslissen(cast)
    assert volgende(bezwaar, VANDAAG).code == "vaststellen"
    for _ in range(2):
        stel_vast(cast, bezwaar)

    bezwaar.refresh_from_db()
    genomen = bezwaar.beslissing
    assert (bezwaar.status, genomen.nummer) == (Bezwaarstatus.BESLIST, "BOB-2026-0001")
    assert (genomen.opgesteld_door, genomen.vastgesteld_door) == (cast.jurist, cast.teamleider)
    assert (genomen.inhoud["uitkomst"], genomen.inhoud["herroept"]) == ("ongegrond", "")
    assert genomen.inhoud["rechtbank"].startswith("rechtbank Amsterdam")
    assert beslistermijn(bezwaar).gehaald_op == VANDAAG
    assert bezwaar.beschikking.is_geldend
    assert volgende(bezwaar, VANDAAG).code == "bekendmaken"


def test_the_term_for_beroep_counts_from_the_bekendmaking(cast):
    bezwaar = stel_vast(cast, klaar_om_te_beslissen(cast))
    zet_gereed(bezwaar.beslissing.document)
    beslissen.maak_bekend(bezwaar=bezwaar, datum=VANDAAG, kanaal=Kanaal.POST, door=cast.jurist, op=VANDAAG)

    termijn = Termijn.objects.get(soort="BEROEP")
    assert (termijn.aanleiding, termijn.laatste_dag) == ("BOB-2026-0001", date(2027, 1, 4))
    assert Termijn.objects.filter(soort="BEZWAAR").count() == 1


def stel_vast_en_verzend(cast, bezwaar: Bezwaar) -> Bezwaar:
    genomen = stel_vast(cast, Bezwaar.objects.get(pk=bezwaar.pk))
    zet_gereed(genomen.beslissing.document)
    beslissen.maak_bekend(bezwaar=genomen, datum=VANDAAG, kanaal=Kanaal.POST, door=cast.jurist, op=VANDAAG)
    return Bezwaar.objects.get(pk=bezwaar.pk)


def test_after_herroepen_of_a_change_the_decision_before_it_stands_again_once_that_is_sent(cast):
    eerste = besluit(cast)
    tweede = besluit(cast, eerste.dossier, bekend=date(2026, 9, 20), vervangt=eerste)
    bezwaar = klaar_om_te_beslissen(cast, tweede, uitkomst=Bezwaaruitkomst.GEGROND, herroept=True)
    brief = stel_vast(cast, bezwaar).beslissing.inhoud
    assert (brief["herroept"], brief["herleeft"], brief["herleeft_datum"]) == (
        "PIP-2026-0002", "PIP-2026-0001", "2026-09-15",
    )  # fmt: skip
    tweede.refresh_from_db()
    assert tweede.werkt

    stel_vast_en_verzend(cast, bezwaar)
    eerste.refresh_from_db()
    tweede.refresh_from_db()
    assert (eerste.status, eerste.bekendgemaakt_op, eerste.opvolger) == ("bekendgemaakt", BEKEND, None)
    assert tweede.status == "herroepen"
    feit = eerste.dossier.gebeurtenissen.get(soort="BESCHIKKING_HERROEPEN")
    assert feit.gegevens == {"beschikking": "PIP-2026-0002", "beslissing": "BOB-2026-0001", "in_de_plaats": False}
    derde = besluit(cast, eerste.dossier, bekend=VANDAAG, vervangt=eerste)
    eerste.refresh_from_db()
    assert eerste.opvolger == derde


def test_herroepen_reaches_the_decision_objected_to_and_what_came_instead_and_nothing_stands_without_a_first(cast):
    eerste = besluit(cast)
    bezwaar = klaar_om_te_beslissen(cast, eerste, uitkomst=Bezwaaruitkomst.GEGROND, herroept=True)
    tweede = besluit(cast, eerste.dossier, bekend=date(2026, 10, 20), vervangt=eerste)
    bezwaar = stel_vast_en_verzend(cast, bezwaar)

    assert bezwaar.beslissing.inhoud["herroept"] == "PIP-2026-0001 en PIP-2026-0002"
    standen = dict(eerste.dossier.beschikkingen.values_list("nummer", "status"))
    assert (standen[eerste.nummer], standen[tweede.nummer]) == ("herroepen", "herroepen")
    assert eerste.dossier.gebeurtenissen.filter(soort="BESCHIKKING_HERROEPEN").count() == 2


def test_what_comes_in_the_place_of_a_decision_keeps_the_earlier_one_away(cast):
    bezwaar = klaar_om_te_beslissen(
        cast, uitkomst=Bezwaaruitkomst.GEGROND, herroept=True, vervanging="Uw leerroute wordt de onderwijsroute."
    )
    tweede = besluit(cast, bezwaar.dossier, bekend=date(2026, 10, 20), vervangt=bezwaar.beschikking)
    bezwaar = stel_vast_en_verzend(cast, bezwaar)

    tweede.refresh_from_db()
    assert (tweede.status, tweede.opvolger) == (Beschikkingstatus.HERROEPEN, bezwaar.beslissing)
    assert bezwaar.beslissing.inhoud["herleeft"] == ""
    assert bezwaar.dossier.gebeurtenissen.filter(gegevens__in_de_plaats=True).count() == 2
    assert Bezwaar.objects.get(pk=bezwaar.pk).ook_tegen() == [tweede]


def test_a_decision_on_another_bezwaar_is_not_objected_to_and_nothing_is_herroepen_twice(cast):
    eerste = besluit(cast)
    tweede = besluit(cast, eerste.dossier, bekend=date(2026, 9, 20), vervangt=eerste)
    gelijk = {"uitkomst": Bezwaaruitkomst.GEGROND, "herroept": True}
    tegen_eerste = stel_vast_en_verzend(cast, klaar_om_te_beslissen(cast, eerste, **gelijk))
    assert tegen_eerste.bestreden() == [eerste, tweede]

    tegen_tweede = klaar_om_te_beslissen(cast, tweede, uitkomst=Bezwaaruitkomst.GEGROND)
    assert tegen_tweede.bestreden() == [tweede]
    with pytest.raises(BezwaarFout, match="PIP-2026-0002 is al herroepen met BOB-2026-0001"):
        beslissen.stel_op(bezwaar=tegen_tweede, gegevens=gelijk, door=cast.jurist, op=VANDAAG)
    assert stel_vast(cast, tegen_tweede).beslissing.vervangt is None


def test_who_wrote_it_who_took_the_first_decision_and_who_has_no_role_do_not_decide(cast):
    bezwaar = klaar_om_te_beslissen(cast)
    Aanstelling.objects.create(medewerker=cast.tweede_lezer, gemeente=cast.gemeente, rol=Rol.TEAMLEIDER, van=SINDS)

    for door, zin in (
        (cast.jurist, "zelf opgesteld"),
        (cast.tweede_lezer, "U hebt besluit PIP-2026-0001 zelf genomen.*10:3 lid 3"),
        (cast.collega, "Alleen een jurist bezwaar of teamleider"),
        (cast.buitenstaander, "van deze gemeente"),
    ):
        with pytest.raises(BezwaarFout, match=zin):
            stel_vast(cast, bezwaar, door)
    assert Bezwaar.objects.get(pk=bezwaar.pk).loopt


def test_a_decision_that_was_rewritten_since_it_was_read_is_not_taken(cast):
    gelezen = klaar_om_te_beslissen(cast)
    beslissen.stel_op(bezwaar=gelezen, gegevens={"motivering": "Anders."}, door=cast.jurist, op=VANDAAG)

    with pytest.raises(BezwaarFout, match="gewijzigd sinds u haar opende"):
        stel_vast(cast, gelezen)


def _hoort_alsnog(cast, bezwaar: Bezwaar) -> None:
    """A hearing with its report, by the teamleider, while the decision is written already."""
    toen = date(2026, 12, 3)
    horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, toen), door=cast.teamleider, op=VANDAAG)
    horen.leg_verslag_vast(bezwaar=bezwaar, verslag="U zei nee.", door=cast.teamleider, op=toen)


@pytest.mark.parametrize(
    "stap",
    [
        lambda cast, b: beslissen.stel_op(bezwaar=b, gegevens={"motivering": "Zo."}, door=cast.teamleider, op=VANDAAG),
        lambda cast, b: horen.zie_af_van_horen(
            bezwaar=b, grond=NietHoren.ONGEGROND, waarom="Geen kans.", door=cast.teamleider, op=VANDAAG
        ),
        _hoort_alsnog,
        lambda cast, b: verloop.oordeel_verschoonbaar(
            bezwaar=b, verschoonbaar=True, waarom="Ziek.", door=cast.teamleider, op=VANDAAG
        ),
        lambda cast, b: registreren.wijzig(
            bezwaar=b, gegevens={"gemachtigde": "mr. X"}, reden="Brief.", door=cast.teamleider, op=VANDAAG
        ),
    ],
    ids=["tekst", "afzien", "verslag", "verschoonbaar", "ontvangst"],
)
def test_who_changed_anything_in_the_letter_does_not_take_the_decision(cast, stap):
    """Not even when the jurist saved last: every writer on the draft counts."""
    bezwaar = klaar_om_te_beslissen(cast)
    te_laat = {"ontvangen_op": date(2026, 11, 10)}
    registreren.wijzig(bezwaar=bezwaar, gegevens=te_laat, reden="Typefout.", door=None, op=VANDAAG)
    verloop.oordeel_verschoonbaar(bezwaar=bezwaar, verschoonbaar=True, waarom="Post.", door=None, op=VANDAAG)
    gelezen = Bezwaar.objects.get(pk=bezwaar.pk)
    assert gelezen.revisie == 3

    stap(cast, gelezen)
    with pytest.raises(BezwaarFout, match=r"meegeschreven|zelf opgesteld"):
        stel_vast(cast, Bezwaar.objects.get(pk=bezwaar.pk))
    Aanstelling.objects.create(medewerker=cast.collega, gemeente=cast.gemeente, rol=Rol.JURIST, van=SINDS)
    with pytest.raises(BezwaarFout, match="gewijzigd sinds u haar opende"):
        stel_vast(cast, gelezen, cast.collega)

    beslissen.stel_op(bezwaar=bezwaar, gegevens={}, door=cast.jurist, op=VANDAAG)
    laatste = Bezwaar.objects.get(pk=bezwaar.pk)
    with pytest.raises(BezwaarFout, match="meegeschreven"):
        stel_vast(cast, laatste)
    assert stel_vast(cast, laatste, cast.collega).beslissing.vastgesteld_door == cast.collega


def test_the_database_refuses_a_decision_by_somebody_who_wrote_on_it(cast):
    bezwaar = klaar_om_te_beslissen(cast)
    eigen = besluit(cast, bezwaar.dossier)
    bezwaar.schrijvers.add(eigen.vastgesteld_door)
    with pytest.raises(IntegrityError, match="bezwaar_vier_ogen"):
        Bezwaar.objects.filter(pk=bezwaar.pk).update(beslissing=eigen, status="beslist")


@pytest.mark.parametrize(
    ("gegevens", "zin"),
    [
        ({"motivering": " "}, "7:12"),
        ({"uitkomst": ""}, "Kies de uitkomst.*7:11"),
        ({"herroept": True}, "Herroepen kan alleen.*7:11"),
        ({"vervanging": "U krijgt de Z-route."}, "besluit dat wordt herroepen.*7:11 lid 2"),
        ({"uitkomst": "gegrond", "vervanging": "U krijgt de Z-route."}, "besluit dat wordt herroepen.*7:11 lid 2"),
        ({"uitkomst": "niet_ontvankelijk"}, "Niet-ontvankelijk kan hier niet.*6:6"),
        ({"geen_belang": True}, "Zonder belang.*niet-ontvankelijk"),
    ],
)
def test_an_incomplete_decision_is_refused_with_the_article(cast, gegevens, zin):
    with pytest.raises(BezwaarFout, match=zin):
        klaar_om_te_beslissen(cast, **gegevens)


def test_nobody_decides_without_a_hearing_or_a_reason_to_leave_it_out(cast):
    gegevens = {"uitkomst": "ongegrond", "motivering": "Daarom."}
    with pytest.raises(BezwaarFout, match="7:2 en 7:3"):
        beslissen.stel_op(bezwaar=registreer(cast), gegevens=gegevens, door=cast.jurist, op=VANDAAG)


def test_a_late_bezwaar_without_excuse_can_only_be_niet_ontvankelijk(cast):
    bezwaar = registreer(cast, ontvangen_op=date(2026, 11, 10))
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    horen.zie_af_van_horen(grond=NietHoren.NIET_ONTVANKELIJK, waarom="Te laat.", **wie)
    gegevens = {"uitkomst": "ongegrond", "motivering": "Daarom."}
    with pytest.raises(BezwaarFout, match=r"Beoordeel eerst.*6:11"):
        beslissen.stel_op(gegevens=gegevens, **wie)
    verloop.oordeel_verschoonbaar(verschoonbaar=False, waarom="Vakantie is geen reden.", **wie)
    with pytest.raises(BezwaarFout, match="dan is het niet-ontvankelijk"):
        beslissen.stel_op(gegevens=gegevens, **wie)
    bezwaar = beslissen.stel_op(gegevens=gegevens | {"uitkomst": "niet_ontvankelijk"}, **wie)
    inhoud = stel_vast(cast, bezwaar).beslissing.inhoud
    assert inhoud["verschoonbaar"] == "Vakantie is geen reden."
    assert "na de laatste dag dinsdag 27 oktober 2026" in inhoud["op_tijd"]


def test_beroep_follows_the_bekendmaking_and_ends_with_an_outcome_that_fits(cast):
    bezwaar = stel_vast(cast, klaar_om_te_beslissen(cast))
    wie = {"door": cast.jurist, "op": VANDAAG}
    with pytest.raises(BezwaarFout, match=r"bekendgemaakt.*8"):
        beroep.registreer_zaak(bezwaar=bezwaar, soort=Zaaksoort.BEROEP, ingesteld_op=VANDAAG, **wie)
    with pytest.raises(BezwaarFout, match="Op dit bezwaar is beslist"):
        beroep.registreer_zaak(bezwaar=bezwaar, soort=Zaaksoort.NIET_TIJDIG, ingesteld_op=VANDAAG, **wie)
    zet_gereed(bezwaar.beslissing.document)
    beslissen.maak_bekend(bezwaar=bezwaar, datum=VANDAAG, kanaal=Kanaal.POST, **wie)
    bezwaar = Bezwaar.objects.get(pk=bezwaar.pk)

    zaken = [
        beroep.registreer_zaak(bezwaar=bezwaar, soort=Zaaksoort.BEROEP, ingesteld_op=VANDAAG, zaaknummer="26/1", **wie)
        for _ in range(2)
    ]
    assert zaken[0] == zaken[1]
    assert bezwaar.dossier.gebeurtenissen.filter(soort="BEROEP_INGESTELD").count() == 1
    wachten = volgende(bezwaar, VANDAAG)
    assert (wachten.wacht, wachten.doen) == (True, "Uitspraak vastleggen")
    with pytest.raises(BezwaarFout, match="past niet bij deze zaak"):
        beroep.leg_uitspraak_vast(zaak=zaken[0], uitkomst=Zaakuitkomst.TOEGEWEZEN, datum=VANDAAG, **wie)
    beroep.leg_uitspraak_vast(zaak=zaken[0], uitkomst=Zaakuitkomst.ONGEGROND, datum=VANDAAG, **wie)
    assert volgende(Bezwaar.objects.get(pk=bezwaar.pk), VANDAAG) is None


def test_a_voorlopige_voorziening_can_be_asked_while_the_bezwaar_runs(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "soort": Zaaksoort.VOORZIENING, "door": cast.jurist, "op": VANDAAG}
    beroep.registreer_zaak(ingesteld_op=date(2026, 11, 2), **wie)

    assert bezwaar.dossier.gebeurtenissen.get(soort="BEZWAAR_ZAAK").gegevens["zaak"] == "voorlopige voorziening"
    with pytest.raises(BezwaarFout, match="Er loopt al zo’n zaak"):
        beroep.registreer_zaak(ingesteld_op=date(2026, 11, 9), **wie)
