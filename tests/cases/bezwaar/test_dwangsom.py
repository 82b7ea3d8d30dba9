"""Being late: further uitstel, the letter that says so, and the decision on what it costs."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db.utils import IntegrityError, InternalError
from django.urls import reverse
from pypdf import PdfReader

from cases.enums import Kanaal
from cases.enums_bezwaar import GeenDwangsom, Uitstelgrond
from cases.models import Bezwaar, Dwangsombesluit, Termijn
from cases.services.bezwaar import beslissen, dwangsom, verloop
from cases.services.bezwaar.basis import BezwaarFout, beslistermijn
from cases.services.bezwaar.stand import volgende
from cases.services.geschiedenis import regels
from tests.conftest import VANDAAG

from .hulp import klaar_om_te_beslissen, registreer, zet_gereed

INGEBREKE, BESLIST = date(2026, 12, 10), date(2027, 1, 11)


def soorten(bezwaar: Bezwaar) -> list[str]:
    return list(bezwaar.dossier.documenten.order_by("pk").values_list("soort", flat=True))


def beslist_te_laat(cast, dag: date = BESLIST) -> Bezwaar:
    """Put in default two days after the last day, decided and made known on `dag`."""
    bezwaar = klaar_om_te_beslissen(cast)
    verloop.registreer_ingebrekestelling(bezwaar=bezwaar, datum=INGEBREKE, door=cast.jurist, op=INGEBREKE)
    bezwaar = beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=dag)
    zet_gereed(bezwaar.beslissing.document)
    beslissen.maak_bekend(bezwaar=bezwaar, datum=dag, kanaal=Kanaal.POST, door=cast.jurist, op=dag)
    return Bezwaar.objects.get(pk=bezwaar.pk)


def test_further_uitstel_comes_after_the_verdaging_and_names_its_day_and_ground(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    nieuw = {"tot": date(2027, 2, 16), "grond": Uitstelgrond.INDIENER, "reden": "U wacht op een brief."}
    with pytest.raises(BezwaarFout, match=r"Verdaag eerst.*lid 3"):
        verloop.stel_verder_uit(**nieuw, **wie)
    verloop.verdaag(weken=6, reden="Druk.", **wie)
    for anders, zin in (
        ({"tot": date(2027, 1, 19)}, "Kies een dag na 19-01-2027"),
        ({"reden": " "}, "Schrijf op waarom"),
        ({"op": date(2027, 1, 20)}, r"is voorbij.*7:10 lid 4"),
    ):
        with pytest.raises(BezwaarFout, match=zin):
            verloop.stel_verder_uit(**nieuw | wie | anders)

    verloop.stel_verder_uit(**nieuw, **wie)
    termijn = beslistermijn(bezwaar)
    assert (termijn.ruwe_dag, termijn.laatste_dag) == (date(2027, 2, 16), date(2027, 2, 16))
    assert "art. 7:10 lid 4 onder b Awb" in termijn.uitleg[-1]
    [regel] = regels(bezwaar.dossier.gebeurtenissen.filter(soort="BEZWAAR_UITSTEL"))
    assert regel.zin.endswith("verder uit tot en met 16 februari 2027 (art. 7:10 lid 4 onder b Awb).")
    assert bezwaar.dossier.documenten.get(soort="bezwaar_uitstel").inhoud["beslis_uiterlijk"] == "2027-02-16"


def test_an_ingebrekestelling_gets_one_letter_that_says_whether_it_came_too_early(cast):
    bezwaar = registreer(cast)
    for dag in (VANDAAG, INGEBREKE, INGEBREKE):
        verloop.registreer_ingebrekestelling(bezwaar=bezwaar, datum=dag, door=cast.jurist, op=dag)
    vroeg, terecht = bezwaar.dossier.documenten.filter(soort="bezwaar_ingebreke").order_by("pk")
    assert (vroeg.inhoud["stand"], terecht.inhoud["stand"]) == ("te_vroeg", "twee_weken")
    assert terecht.inhoud["eerste_dag"] == "2026-12-25"


@pytest.mark.parametrize(
    ("datum", "op", "stand"),
    [
        (VANDAAG, date(2026, 12, 9), "kwam_te_vroeg"),
        (INGEBREKE, date(2026, 12, 24), "twee_weken"),
        (INGEBREKE, date(2026, 12, 25), "loopt"),
        (INGEBREKE, date(2027, 2, 4), "loopt"),
        (INGEBREKE, date(2027, 2, 5), "vol"),
    ],
)
def test_the_answer_to_an_ingebrekestelling_is_true_on_its_own_day(cast, datum, op, stand):
    bezwaar = registreer(cast)
    verloop.registreer_ingebrekestelling(bezwaar=bezwaar, datum=datum, door=cast.jurist, op=op)
    assert bezwaar.dossier.documenten.get(soort="bezwaar_ingebreke").inhoud["stand"] == stand


def test_what_being_late_costs_is_decided_by_two_people_and_made_known(cast):
    bezwaar = beslist_te_laat(cast)
    stap = volgende(bezwaar, BESLIST)
    assert (stap.code, "24 januari 2027" in stap.waarom) == ("dwangsom", True)
    standen = {rij.soort: rij.stand(BESLIST) for rij in Termijn.objects.filter(status="gehaald")}
    assert standen == {"BESLIS_BEZWAAR": "te_laat_gedaan", "DWANGSOM": "te_laat_gedaan"}
    assert bezwaar in Bezwaar.objects.te_doen()
    wie = {"bezwaar": bezwaar, "op": BESLIST}
    with pytest.raises(BezwaarFout, match="nog niet opgesteld"):
        dwangsom.stel_vast(door=cast.teamleider, **wie)
    for _ in range(2):
        dwangsom.stel_op(uitzondering=None, toelichting="", door=cast.jurist, **wie)
    with pytest.raises(BezwaarFout, match="heeft dit besluit opgesteld"):
        dwangsom.stel_op(uitzondering=None, toelichting="", door=cast.teamleider, **wie)
    with pytest.raises(BezwaarFout, match="zelf opgesteld"):
        dwangsom.stel_vast(door=cast.jurist, **wie)
    with pytest.raises(BezwaarFout, match="Alleen een jurist bezwaar of teamleider"):
        dwangsom.stel_vast(door=cast.collega, **wie)
    assert volgende(Bezwaar.objects.get(pk=bezwaar.pk), BESLIST).code == "dwangsom_vaststellen"

    genomen = [dwangsom.stel_vast(door=cast.teamleider, **wie) for _ in range(2)]
    assert genomen[0] == genomen[1]
    assert (genomen[0].nummer, genomen[0].inhoud["dagen"], genomen[0].inhoud["centen"]) == ("DWS-2027-0001", 17, 42700)
    assert volgende(Bezwaar.objects.get(pk=bezwaar.pk), BESLIST).code == "dwangsom_bekend"
    zet_gereed(genomen[0].document)
    dwangsom.maak_bekend(datum=BESLIST, kanaal=Kanaal.POST, door=cast.jurist, **wie)
    assert volgende(Bezwaar.objects.get(pk=bezwaar.pk), BESLIST) is None
    assert bezwaar not in Bezwaar.objects.te_doen()
    assert Termijn.objects.filter(soort="BEZWAAR", aanleiding="DWS-2027-0001").exists()
    with pytest.raises(InternalError, match="Cannot update"):
        Dwangsombesluit.objects.update(toelichting="anders")


def test_no_dwangsom_needs_a_ground_of_the_law_with_a_reason(cast):
    wie = {"bezwaar": beslist_te_laat(cast), "op": BESLIST}
    with pytest.raises(BezwaarFout, match="4:17 lid 6") as fout:
        dwangsom.stel_op(uitzondering=GeenDwangsom.LAAT, toelichting=" ", door=cast.jurist, **wie)
    assert fout.value.veld == "toelichting"
    dwangsom.stel_op(uitzondering=GeenDwangsom.LAAT, toelichting="Pas na twee jaar.", door=cast.jurist, **wie)
    inhoud = dwangsom.stel_vast(door=cast.teamleider, **wie).inhoud
    assert (inhoud["centen"], inhoud["uitzondering"], inhoud["toelichting"]) == (0, "a", "Pas na twee jaar.")


def test_the_database_asks_for_the_reason_as_well(cast):
    besluit = Dwangsombesluit(bezwaar=registreer(cast), uitzondering="a", opgesteld_door=cast.jurist)
    with pytest.raises(IntegrityError, match="dwangsom_uitzondering_met_reden"):
        besluit.save()


@pytest.mark.parametrize(("dag", "dagen"), [(date(2026, 12, 25), 0), (date(2026, 12, 26), 1), (date(2027, 3, 1), 42)])
def test_every_day_after_the_two_weeks_counts_until_the_day_of_the_bekendmaking_or_forty_two(cast, dag, dagen):
    bezwaar = beslist_te_laat(cast, dag)
    stap = volgende(bezwaar, dag)
    assert (stap.code if stap else "") == ("dwangsom" if dagen else "")
    assert (bezwaar in Bezwaar.objects.te_doen()) is bool(dagen)
    if not dagen:
        with pytest.raises(BezwaarFout, match="geen dwangsom gaan lopen"):
            dwangsom.stel_op(bezwaar=bezwaar, uitzondering=None, toelichting="", door=cast.jurist, op=dag)


def test_while_it_runs_nothing_is_laid_down_and_after_forty_two_days_it_is_without_a_decision(cast):
    bezwaar = klaar_om_te_beslissen(cast)
    verloop.registreer_ingebrekestelling(bezwaar=bezwaar, datum=INGEBREKE, door=cast.jurist, op=INGEBREKE)
    wie = {"bezwaar": bezwaar, "uitzondering": None, "toelichting": "", "door": cast.jurist}
    with pytest.raises(BezwaarFout, match="loopt nog"):
        dwangsom.stel_op(op=date(2027, 1, 10), **wie)
    na = date(2027, 2, 5)
    dwangsom.stel_op(op=na, **wie)
    inhoud = dwangsom.stel_vast(bezwaar=bezwaar, door=cast.teamleider, op=na).inhoud
    assert (inhoud["dagen"], inhoud["beslist_op"], inhoud["tot"]) == (42, "", "2027-02-04")
    assert inhoud["centen"] == 14 * (2300 + 3500 + 4500)


def test_the_jurist_and_the_teamleider_do_it_on_the_screen(cast, inloggen, time_machine):
    bezwaar = beslist_te_laat(cast)
    time_machine.move_to(f"{BESLIST + timedelta(days=1)} 09:00:00+01:00")
    plek = {"gemeente": "diemen", "nummer": bezwaar.dossier.nummer, "pk": bezwaar.pk}

    def adres(stap: str) -> str:
        return reverse("cases:bezwaar_stap", kwargs=plek | {"stap": stap})

    client = inloggen(cast.jurist)
    assert "427,00" in client.get(adres("dwangsom")).content.decode()
    assert client.post(adres("dwangsom"), {"uitzondering": "", "toelichting": ""}).status_code == 302
    assert client.post(adres("dwangsom_vaststellen")).status_code == 422
    pagina = client.get(reverse("cases:bezwaar", kwargs=plek)).content.decode()
    assert "U hebt dit besluit zelf opgesteld" in pagina
    assert adres("dwangsom_vaststellen") not in pagina
    baas = inloggen(cast.teamleider)
    lezen = baas.get(adres("dwangsom_vaststellen")).content.decode()
    concept = reverse("cases:bezwaar_voorbeeld", kwargs=plek)
    assert (bezwaar.motivering in lezen, concept in lezen) == (True, True)
    assert "427,00" in PdfReader(BytesIO(baas.get(concept).content)).pages[0].extract_text()
    assert baas.post(adres("dwangsom_vaststellen")).status_code == 302
    besluit = Dwangsombesluit.objects.get()
    assert besluit.beschikking.nummer == "DWS-2027-0001"
    assert "bezwaar_dwangsom" in soorten(bezwaar)
