"""A decision on a bezwaar, or on the dwangsom, that is not sent: the work on it is open again."""

import pytest

from cases.enums import Beschikkingstatus
from cases.models import Beschikking, Bezwaar, Dwangsombesluit
from cases.services.beschikkingen import BeschikkingFout
from cases.services.bezwaar import beslissen, dwangsom
from cases.services.bezwaar.stand import volgende
from cases.services.niet_verzenden import verzend_niet
from inburgering.recht.feiten import FeitSoort
from tests.conftest import VANDAAG

from .hulp import klaar_om_te_beslissen
from .test_dwangsom import BESLIST, beslist_te_laat

HERROEPEN = {"uitkomst": "gegrond", "motivering": "U krijgt gelijk.", "herroept": True}


def beslis(bezwaar: Bezwaar, door) -> Bezwaar:
    return beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=door, op=VANDAAG)


def test_the_bezwaar_is_pending_again_and_can_be_decided_the_same_day(cast):
    bezwaar = beslis(klaar_om_te_beslissen(cast, **HERROEPEN), cast.teamleider)
    assert bezwaar.dossier.termijnen.open().filter(soort="BESLIS_BEZWAAR").exists() is False
    with pytest.raises(BeschikkingFout, match="zelf vastgesteld"):
        verzend_niet(besluit=bezwaar.beslissing, reden="Fout.", door=cast.teamleider, op=VANDAAG)

    weg = verzend_niet(besluit=bezwaar.beslissing, reden="Fout.", door=cast.jurist, op=VANDAAG)

    bezwaar = Bezwaar.objects.get(pk=bezwaar.pk)
    assert (bezwaar.loopt, bezwaar.beslissing, bezwaar.motivering) == (True, None, "U krijgt gelijk.")
    assert bezwaar in Bezwaar.objects.te_doen()
    assert volgende(bezwaar, VANDAAG).code == "vaststellen"
    assert bezwaar.dossier.termijnen.open().filter(soort="BESLIS_BEZWAAR", aanleiding=bezwaar.nummer).exists()
    assert (bezwaar.beschikking.werkt, bezwaar.beschikking.opvolger_onderweg) == (True, None)
    feiten = bezwaar.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.BESLISSING_OP_BEZWAAR)
    assert not feiten.exists()

    opnieuw = beslis(bezwaar, cast.teamleider).beslissing
    assert (weg.nummer, opnieuw.nummer) == ("BOB-2026-0001", "BOB-2026-0002")
    assert feiten.get().gegevens["beslissing"] == opnieuw.nummer


def test_the_decision_on_the_dwangsom_is_a_concept_again(cast):
    bezwaar = beslist_te_laat(cast)
    wie = {"bezwaar": bezwaar, "op": BESLIST}
    dwangsom.stel_op(uitzondering=None, toelichting="", door=cast.jurist, **wie)
    eerste = dwangsom.stel_vast(door=cast.teamleider, **wie)

    verzend_niet(besluit=eerste, reden="Het bedrag klopt niet.", door=cast.jurist, op=BESLIST)

    assert Dwangsombesluit.objects.get().beschikking is None
    assert volgende(Bezwaar.objects.get(pk=bezwaar.pk), BESLIST).code == "dwangsom_vaststellen"
    assert dwangsom.stel_vast(door=cast.teamleider, **wie).nummer == "DWS-2027-0002"
    assert Beschikking.objects.get(pk=eerste.pk).status == Beschikkingstatus.NIET_VERZONDEN


def test_the_page_of_the_bezwaar_shows_the_button_to_another_person_until_it_is_done(cast, inloggen, time_machine):
    time_machine.move_to(f"{VANDAAG} 09:00:00+01:00")
    bezwaar = beslis(klaar_om_te_beslissen(cast), cast.teamleider)
    pagina = f"/diemen/dossiers/{bezwaar.dossier.nummer}/bezwaar/{bezwaar.pk}/"
    assert "niet-verzenden/" in inloggen(cast.jurist).get(pagina).text
    assert "niet-verzenden/" not in inloggen(cast.teamleider).get(pagina).text

    antwoord = inloggen(cast.jurist).post(
        f"/diemen/dossiers/{bezwaar.dossier.nummer}/documenten/{bezwaar.beslissing.document_id}/niet-verzenden/",
        {"reden": "Het horen ontbreekt.", "nog_hier": "on"},
        follow=True,
    )
    assert antwoord.redirect_chain[-1][0] == f"/diemen/dossiers/{bezwaar.dossier.nummer}/bezwaar/"
    na = inloggen(cast.jurist).get(pagina).text
    assert ("niet-verzenden/" in na, "(niet verzonden)" in na) == (False, True)
    assert "besliste dat BOB-2026-0001 niet wordt verzonden" in na
