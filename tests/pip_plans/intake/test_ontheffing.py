"""An exemption from the test: proposed, decided by somebody else, in a letter; refusing is a decision too."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Beschikkingsoort, Beschikkingstatus, Kanaal
from cases.models import Beschikking
from cases.services.beschikkingen import maak_bekend
from inburgering.recht.feiten import FeitSoort
from pip_plans.intake.enums import Ontheffingsgrond, Ontheffingstatus, Ontheffingsvoorstel
from pip_plans.intake.models import BredeIntake, Toetsontheffing
from pip_plans.intake.services.afronding import ontbreekt
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.ontheffing import (
    beslis_ontheffing,
    geef_ontheffing_terug,
    stel_ontheffing_voor,
    trek_voorstel_in,
)
from tests.pip_plans.plan.hulp import zet_document_gereed

from .conftest import OP, adres, slaag

pytestmark = pytest.mark.usefixtures("op_de_dag")


def stel_voor(intake, voorstel=Ontheffingsvoorstel.VERLENEN, **anders):
    gegevens = {"grond": Ontheffingsgrond.VISUEEL, "gevraagd_op": date(2026, 10, 14)} | anders
    return stel_ontheffing_voor(
        intake=intake,
        voorstel=voorstel,
        motivering="U kunt de letters op het scherm niet lezen, ook niet met een bril.",
        door=intake.dossier.consulent,
        op=OP,
        **gegevens,
    )


def beslis(ontheffing, door, op=OP):
    return beslis_ontheffing(ontheffing=ontheffing, revisie=ontheffing.revisie, door=door, op=op)


def verzend(besluit):
    zet_document_gereed(besluit.document)
    maak_bekend(beschikking=besluit, datum=OP, kanaal=Kanaal.POST, door=None, op=OP)


def vers(intake):
    return BredeIntake.objects.met_alles().get(pk=intake.pk)


def test_the_test_is_settled_only_when_the_ontheffing_was_made_known(intake, cast):
    voorstel = stel_voor(intake)
    assert "toets" in [deel.onderdeel for deel in ontbreekt(vers(intake))]

    besluit = beslis(voorstel, cast.tweede_lezer)
    assert "De ontheffing van de toets is nog niet verzonden" in " ".join(
        deel.reden for deel in ontbreekt(vers(intake))
    )
    assert vers(intake).toets.stand == "ontheffing vastgesteld, nog niet verzonden"
    verzend(besluit)

    assert "toets" not in [deel.onderdeel for deel in ontbreekt(vers(intake))]
    assert (besluit.soort, besluit.nummer) == (Beschikkingsoort.ONTHEFFING_TOETS, "OLT-2026-0001")
    assert besluit.inhoud["verleend"] is True
    assert vers(intake).toets.stand == "ontheffing van de leerbaarheidstoets"


def test_a_refusal_is_a_decision_after_which_the_test_is_still_needed(intake, cast):
    besluit = beslis(stel_voor(intake, Ontheffingsvoorstel.WEIGEREN), cast.teamleider)

    assert besluit.inhoud["verleend"] is False
    assert "toets" in [deel.onderdeel for deel in ontbreekt(vers(intake))]
    assert stel_voor(intake).status == Ontheffingstatus.TER_BESLISSING  # he may ask again


def test_who_proposes_does_not_decide(intake, cast):
    voorstel = stel_ontheffing_voor(
        intake=intake,
        grond=Ontheffingsgrond.AUDITIEF,
        gevraagd_op=OP,
        voorstel=Ontheffingsvoorstel.VERLENEN,
        motivering="U hoort de opdrachten niet.",
        door=cast.teamleider,
        op=OP,
    )

    with pytest.raises(IntakeFout, match="Iemand anders moet beslissen"):
        beslis(voorstel, cast.teamleider)
    with pytest.raises(IntakeFout, match="Alleen een tweede lezer of teamleider"):
        beslis(voorstel, cast.collega)
    with pytest.raises(IntakeFout, match="Alleen een tweede lezer of teamleider"):
        beslis(voorstel, cast.buitenstaander)
    assert not Beschikking.objects.exists()


def test_deciding_twice_gives_one_decision(intake, cast):
    voorstel = stel_voor(intake)

    assert beslis(voorstel, cast.tweede_lezer) == beslis(voorstel, cast.teamleider)
    assert Beschikking.objects.count() == 1


def test_what_changed_since_it_was_read_is_not_decided(intake, cast):
    voorstel = stel_voor(intake)
    geef_ontheffing_terug(ontheffing=voorstel, opmerkingen="Wat lukt wel?", door=cast.tweede_lezer, op=OP)
    stel_voor(intake)

    with pytest.raises(IntakeFout, match="gewijzigd sinds u het opende"):
        beslis_ontheffing(ontheffing=voorstel, revisie=1, door=cast.tweede_lezer, op=OP)


def test_who_wrote_an_earlier_text_of_it_does_not_decide_either(intake, cast):
    eerste = stel_ontheffing_voor(
        intake=intake, grond=Ontheffingsgrond.VISUEEL, gevraagd_op=OP, voorstel=Ontheffingsvoorstel.VERLENEN,
        motivering="U ziet het scherm niet goed.", door=cast.teamleider, op=OP,
    )  # fmt: skip
    geef_ontheffing_terug(ontheffing=eerste, opmerkingen="Wat lukt wel?", door=cast.tweede_lezer, op=OP)
    tweede = stel_voor(intake)

    with pytest.raises(IntakeFout, match="zelf aan dit voorstel geschreven"):
        beslis(tweede, cast.teamleider)
    assert list(Toetsontheffing.objects.te_beslissen_door(cast.teamleider, cast.gemeente, OP)) == []
    besluit = beslis(tweede, cast.tweede_lezer)
    tweede.schrijvers.add(cast.tweede_lezer)
    with pytest.raises(IntegrityError, match="ontheffing_vier_ogen"), transaction.atomic():
        Toetsontheffing.objects.filter(pk=tweede.pk).update(beschikking=besluit)


def test_a_proposal_comes_back_with_remarks_and_is_offered_again(intake, cast):
    voorstel = stel_voor(intake)
    with pytest.raises(IntakeFout, match="wat er anders moet"):
        geef_ontheffing_terug(ontheffing=voorstel, opmerkingen=" ", door=cast.tweede_lezer, op=OP)
    geef_ontheffing_terug(ontheffing=voorstel, opmerkingen="Wat lukt wel?", door=cast.tweede_lezer, op=OP)

    opnieuw = stel_voor(intake)

    assert (opnieuw.pk, opnieuw.status, opnieuw.opmerkingen) == (voorstel.pk, "ter_beslissing", "Wat lukt wel?")


def test_only_one_proposal_lies_there_and_it_can_be_withdrawn(intake, cast):
    voorstel = stel_voor(intake)
    with pytest.raises(IntakeFout, match="Er ligt al een voorstel"):
        stel_voor(intake)

    trek_voorstel_in(ontheffing=voorstel, door=cast.consulent, op=OP)

    with pytest.raises(IntakeFout, match="ligt niet bij de tweede lezer"):
        beslis(voorstel, cast.tweede_lezer)
    besluit = beslis(stel_voor(intake), cast.tweede_lezer)
    with pytest.raises(IntakeFout, match="al een besluit"):
        trek_voorstel_in(ontheffing=besluit.toetsontheffing, door=cast.consulent, op=OP)


def test_a_result_makes_an_ontheffing_pointless(intake, cast):
    voorstel = stel_voor(intake)
    slaag(intake)

    with pytest.raises(IntakeFout, match="intussen een uitslag"):
        beslis(voorstel, cast.tweede_lezer)
    trek_voorstel_in(ontheffing=voorstel, door=cast.consulent, op=OP)
    with pytest.raises(IntakeFout, match="al een uitslag"):
        stel_voor(intake)


def test_after_a_revoked_decision_the_test_is_needed_again(intake, cast):
    besluit = beslis(stel_voor(intake), cast.tweede_lezer)
    besluit.status = Beschikkingstatus.HERROEPEN

    assert vers(intake).toets.is_besloten
    besluit.toetsontheffing.beschikking = besluit
    assert not besluit.toetsontheffing.geldt


def test_making_it_known_starts_a_bezwaartermijn(intake, cast):
    besluit = beslis(stel_voor(intake), cast.tweede_lezer)
    zet_document_gereed(besluit.document)

    maak_bekend(beschikking=besluit, datum=OP, kanaal=Kanaal.POST, door=cast.consulent, op=OP)

    termijn = intake.dossier.termijnen.get(soort="BEZWAAR")
    assert termijn.laatste_dag == date(2026, 12, 1)
    feit = intake.dossier.gebeurtenissen.get(soort=FeitSoort.BESCHIKKING_BEKENDGEMAAKT)
    assert feit.gegevens["soort"] == "Besluit over ontheffing van de toets"


def test_the_history_and_the_list_of_documents_do_not_name_the_ground(intake, cast, inloggen):
    beslis(stel_voor(intake), cast.tweede_lezer)

    stappen = intake.dossier.gebeurtenissen.filter(soort__startswith="INTAKE_ONTHEFFING")
    assert [stap.gegevens for stap in stappen] == [{}, {"nummer": "OLT-2026-0001", "uitkomst": "verleend"}]
    for wie in (cast.raadpleger, cast.collega):
        client = inloggen(wie)
        pagina = client.get(f"/diemen/dossiers/{intake.dossier.nummer}/documenten/").content.decode()
        assert "ontheffing" in pagina
        assert "visue" not in pagina


def test_the_letter_opens_only_for_who_may_see_health(intake, cast, inloggen):
    besluit = beslis(stel_voor(intake), cast.tweede_lezer)
    zet_document_gereed(besluit.document)
    brief = f"/diemen/dossiers/{intake.dossier.nummer}/documenten/{besluit.document_id}/"

    assert inloggen(cast.consulent).get(brief).status_code == 200
    assert inloggen(cast.collega).get(brief).status_code == 403
    assert inloggen(cast.teamleider).get(brief).status_code == 403


def test_who_decided_can_read_the_letter_again_and_nothing_else_of_health(intake, cast, inloggen):
    voorstel = stel_voor(intake)
    lezer, pagina = inloggen(cast.tweede_lezer), adres(intake.dossier, "ontheffing", pk=voorstel.pk)
    assert f'href="{pagina}"' in lezer.get(adres(intake.dossier, "overzicht")).content.decode()
    besluit = beslis(voorstel, cast.tweede_lezer)
    zet_document_gereed(besluit.document)
    brief = f"/diemen/dossiers/{intake.dossier.nummer}/documenten/{besluit.document_id}/"

    assert f'href="{brief}"' in lezer.get(pagina).content.decode()
    assert lezer.get(brief).status_code == 200
    assert "zien alleen" not in lezer.get(pagina).content.decode()
    assert lezer.get(adres(intake.dossier, "leefgebied", gebied="gezondheid")).status_code in {403, 404}


def test_the_whole_way_over_the_screens(intake, cast, inloggen):
    velden = {"gevraagd_op": "14-10-2026", "grond": "visueel", "voorstel": "verlenen"}
    consulent, lezer = inloggen(cast.consulent), inloggen(cast.tweede_lezer)
    zonder = consulent.post(adres(intake.dossier, "ontheffing_voorstel"), velden)
    consulent.post(adres(intake.dossier, "ontheffing_voorstel"), velden | {"motivering": "Ziet het scherm niet."})
    rij = Toetsontheffing.objects.get()
    pagina = adres(intake.dossier, "ontheffing", pk=rij.pk)

    assert "Vul ‘Waarom’ in." in zonder.content.decode()
    assert "Ontheffing van de toets" in lezer.get("/diemen/").content.decode()
    assert "Besluit nemen" in lezer.get(pagina).content.decode()
    assert "Besluit nemen" not in consulent.get(pagina).content.decode()
    collega = inloggen(cast.collega)
    assert "Ziet het scherm niet." not in collega.get(pagina).content.decode()
    assert collega.get(adres(intake.dossier, "ontheffing_voorbeeld", pk=rij.pk)).status_code == 422
    assert consulent.post(adres(intake.dossier, "ontheffing_bekendmaken", pk=rij.pk)).status_code == 422
    assert lezer.get(adres(intake.dossier, "ontheffing_voorbeeld", pk=rij.pk))["Content-Type"] == "application/pdf"

    lezer.post(adres(intake.dossier, "ontheffing_beslissen", pk=rij.pk), {"revisie": rij.revisie, "besluit": "ja"})

    besluit = Beschikking.objects.get()
    zet_document_gereed(besluit.document)
    bekend = adres(intake.dossier, "ontheffing_bekendmaken", pk=rij.pk)
    te_vroeg = consulent.post(bekend, {"datum": "01-11-2026", "kanaal": "post"})
    consulent.post(bekend, {"datum": "20-11-2026", "kanaal": "post"})
    besluit.refresh_from_db()
    assert "niet vóór de dagtekening" in te_vroeg.content.decode()
    assert (besluit.status, besluit.bekendgemaakt_op) == ("bekendgemaakt", date(2026, 11, 20))


def test_the_database_wants_reasons_and_a_decision(intake):
    voorstel = stel_voor(intake)

    with pytest.raises(IntegrityError, match="ontheffing_met_motivering"), transaction.atomic():
        Toetsontheffing.objects.filter(pk=voorstel.pk).update(motivering="")
    with pytest.raises(IntegrityError, match="ontheffing_besloten_met_beschikking"), transaction.atomic():
        Toetsontheffing.objects.filter(pk=voorstel.pk).update(status="besloten")
