"""The bijlage: dated versions beside a decision that stays as it is."""

from datetime import date

import pytest
from django.db import InternalError, transaction
from django.urls import reverse

from cases.models import Document
from pip_plans.plan.forms.bijlage import BijlageForm
from pip_plans.plan.models import Pip, PipBijlage
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.bijlagen import bewaar_bijlage, breng_uit, concept_van, geldende_bijlage, uitgebracht
from pip_plans.plan.services.brief import stel_brief_samen
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.situatie import situatie
from pip_plans.plan.services.versies import uitgegeven_versie
from tests.conftest import VANDAAG
from tests.pip_plans.plan.hulp import asiel_met_intake, maak_compleet, vastgesteld_pip

from .wijziging import EENS, HOOFDLIJN, LATER, beslis_herroepen, schrijf, verzend
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit

TEKST = {"rooster": "Maandag 9.00 tot 12.00 uur, lokaal 4", "subdoelen": "U oefent met fietsen"}
VANAF = date(2026, 12, 1)


def _uit(pip, cast, gegevens, *, plicht=False, vanaf=VANAF):
    revisie = concept_van(pip).revisie
    wie = {"door": cast.consulent, "op": VANDAAG}
    return breng_uit(pip=pip, revisie=revisie, gegevens=gegevens, geldig_vanaf=vanaf, raakt_plicht=plicht, **wie)


def test_each_version_is_a_letter_of_its_own_and_the_decision_stays(cast):
    pip = vastgesteld_pip(cast)
    besluit = pip.beschikking
    eerste = _uit(pip, cast, TEKST)
    tweede = _uit(pip, cast, TEKST | {"rooster": "Dinsdag 9.00 tot 12.00 uur, lokaal 4"}, vanaf=date(2027, 1, 1))

    assert [rij.versie for rij in uitgebracht(pip.dossier)] == [2, 1]
    inhoud = Document.objects.get(pk=tweede.document_id).inhoud
    assert (inhoud["kenmerk"]["nummer"], inhoud["vervangt"]) == (f"{besluit.nummer}-B2", 1)
    assert inhoud["rooster"] == ["Dinsdag 9.00 tot 12.00 uur, lokaal 4."]
    assert eerste.document.soort == "pip_bijlage"
    assert Pip.objects.filter(dossier=pip.dossier).count() == 1
    assert pip.dossier.beschikkingen.get() == besluit


def test_what_was_written_with_the_concept_goes_out_with_the_decision(cast):
    pip = maak_compleet(stel_op(dossier=asiel_met_intake(cast), door=cast.consulent, op=VANDAAG))
    bewaar_bijlage(pip=pip, revisie=0, gegevens=TEKST, door=cast.consulent, op=VANDAAG)
    pip = bied_aan(pip=pip, door=cast.consulent, op=VANDAAG)
    with pytest.raises(PlanFout, match="tweede lezer"):
        bewaar_bijlage(pip=pip, revisie=1, gegevens=TEKST, door=cast.consulent, op=VANDAAG)
    besluit = stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=VANDAAG)

    rij = uitgebracht(pip.dossier)[0]
    assert (rij.versie, rij.geldig_vanaf) == (1, besluit.dagtekening)


def test_the_decision_names_what_goes_along_and_only_what_is_new(cast):
    pip = maak_compleet(stel_op(dossier=asiel_met_intake(cast), door=cast.consulent, op=VANDAAG))
    bewaar_bijlage(pip=pip, revisie=0, gegevens={"rooster": ""}, door=cast.consulent, op=VANDAAG)
    assert not any(naam.startswith("Bijlage") for naam in _enveloppe(pip))

    bewaar_bijlage(pip=pip, revisie=1, gegevens=TEKST, door=cast.consulent, op=VANDAAG)
    assert "Bijlage 1 bij uw PIP" in _enveloppe(pip)


def test_a_concept_goes_along_with_the_next_version_and_is_never_out_of_sight(bekend, begin, besluit, cast, inloggen):
    url = reverse("plan:bijlage", args=["diemen", bekend.dossier.nummer])
    bewaar_bijlage(pip=bekend, revisie=0, gegevens=TEKST, door=cast.consulent, op=LATER)
    tweede = schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16, zienswijze=EENS)
    assert "gaat mee als die versie wordt vastgesteld" in inloggen(cast.consulent).get(url).content.decode()
    assert "Bijlage 1 bij uw PIP" in _enveloppe(tweede)
    bied_aan(pip=tweede, door=cast.consulent, op=LATER)
    with pytest.raises(PlanFout, match="bij de tweede lezer"):
        bewaar_bijlage(pip=bekend, revisie=1, gegevens={"rooster": "x"}, door=cast.consulent, op=LATER)
    tweede.refresh_from_db()
    nieuw = stel_vast(pip=tweede, revisie=tweede.revisie, door=cast.tweede_lezer, op=LATER)

    (rij,) = uitgebracht(bekend.dossier)
    assert (rij.pip, rij.geldig_vanaf, rij.document.inhoud["besluit"]) == (tweede, LATER, nieuw.nummer)


def test_a_concept_that_says_nothing_new_does_not_stop_the_next_decision(bekend, begin, besluit, cast):
    _uit(bekend, cast, TEKST)
    bewaar_bijlage(pip=bekend, revisie=0, gegevens=TEKST, door=cast.consulent, op=LATER)
    besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))

    assert [rij.versie for rij in uitgebracht(bekend.dossier)] == [1]
    tweede = uitgegeven_versie(bekend.dossier)
    assert concept_van(tweede).inhoud["rooster"] == TEKST["rooster"]
    uit = breng_uit(
        pip=tweede, revisie=1, gegevens={"rooster": "Vrijdag"}, geldig_vanaf=LATER, raakt_plicht=False,
        door=cast.consulent, op=LATER,
    )  # fmt: skip
    assert (uit.pip, uit.versie) == (tweede, 2)


def _enveloppe(pip):
    gegevens = situatie(pip.dossier)
    return stel_brief_samen(pip=pip, gegevens=gegevens, nummer="", dagtekening=LATER, tekent="").kenmerk.bijlagen


@pytest.mark.parametrize(
    ("gegevens", "anders", "reden"),
    [
        (TEKST, {"plicht": True}, "nieuwe beschikking nodig, omdat een boete .*art. 23"),
        (TEKST, {"vanaf": date(2026, 11, 1)}, "voor het besluit"),
        ({}, {}, "leeg"),
    ],
)
def test_what_is_no_bijlage_is_refused_and_nothing_is_kept(gegevens, anders, reden, cast):
    pip = vastgesteld_pip(cast)

    with pytest.raises(PlanFout, match=reden):
        _uit(pip, cast, gegevens, **anders)
    assert not PipBijlage.objects.exists()


def test_the_same_text_again_is_no_new_version(cast):
    pip = vastgesteld_pip(cast)
    _uit(pip, cast, TEKST)

    with pytest.raises(PlanFout, match="niets veranderd"):
        _uit(pip, cast, TEKST)
    assert len(uitgebracht(pip.dossier)) == 1


def test_two_people_do_not_overwrite_each_other(cast):
    pip = vastgesteld_pip(cast)
    bewaar_bijlage(pip=pip, revisie=0, gegevens=TEKST, door=cast.consulent, op=VANDAAG)

    with pytest.raises(PlanFout, match=cast.consulent.naam):
        bewaar_bijlage(pip=pip, revisie=0, gegevens={"rooster": "x"}, door=cast.collega, op=VANDAAG)
    assert PipBijlage.objects.get().inhoud["rooster"] == TEKST["rooster"]


def test_the_database_keeps_what_was_sent(cast):
    rij = _uit(vastgesteld_pip(cast), cast, TEKST)

    with pytest.raises(InternalError), transaction.atomic():
        PipBijlage.objects.filter(pk=rij.pk).update(inhoud={})


def test_a_duty_with_a_fine_leads_to_a_new_decision_on_the_screen(cast, inloggen):
    pip = vastgesteld_pip(cast)
    client, url = inloggen(cast.consulent), reverse("plan:bijlage", args=["diemen", pip.dossier.nummer])
    gegevens = TEKST | {"revisie": 0, "uitbrengen": "ja", "geldig_vanaf": "1-12-2026", "raakt_plicht": "ja"}
    nee = client.post(url, gegevens)
    wel = client.post(url, gegevens | {"raakt_plicht": "nee"}, follow=True)

    assert nee.status_code == 422
    assert "Hoofdlijn: nieuwe beschikking nodig" in nee.content.decode()
    assert reverse("plan:wijzigen", args=["diemen", pip.dossier.nummer]) in nee.content.decode()
    assert "De bijlage is uitgebracht." in wel.content.decode()
    assert "Bijlage 1</a>, geldig vanaf 1 december 2026" in wel.content.decode()
    opgeslagen = client.post(url, {"rooster": "Woensdag", "revisie": 0}, follow=True).content.decode()
    assert "Alleen bijlage: geen nieuwe beschikking" in opgeslagen
    dreigt = {"vrije_afspraken": "Kom altijd, anders krijgt u een boete.", "revisie": 1}
    assert "In de bijlage staat ‘boete’" in client.post(url, dreigt, follow=True).content.decode()


def test_a_text_from_before_the_bijlage_went_out_is_kept_on_the_screen_and_can_be_saved(cast, inloggen):
    pip = vastgesteld_pip(cast)
    client, url = inloggen(cast.consulent), reverse("plan:bijlage", args=["diemen", pip.dossier.nummer])
    oud = {"rooster": "Alleen op zaterdag", "revisie": 7}

    antwoord = client.post(url, oud)

    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "De bijlage is intussen uitgebracht." in tekst
    assert "Alleen op zaterdag" in tekst
    client.post(url, oud | {"revisie": antwoord.context["form"]["revisie"].value()})
    assert PipBijlage.objects.get().inhoud["rooster"] == "Alleen op zaterdag"


def test_a_field_of_the_bijlage_has_a_maximum_also_without_a_browser(cast):
    te_lang, precies = "x" * 2001, "x\r\n" * 1000
    pip = vastgesteld_pip(cast)

    assert "rooster" in BijlageForm({"rooster": te_lang, "revisie": 0}).errors
    assert not BijlageForm({"rooster": precies, "revisie": 0}).errors
    with pytest.raises(PlanFout, match="ten hoogste 2000 tekens"):
        bewaar_bijlage(pip=pip, revisie=0, gegevens={"rooster": te_lang}, door=cast.consulent, op=VANDAAG)


def test_a_bijlage_that_cannot_be_printed_does_not_go_out(cast, lettertypen):
    pip = vastgesteld_pip(cast)

    with pytest.raises(PlanFout, match="Dit teken kan niet worden gedrukt: 人"):
        _uit(pip, cast, {"rooster": "Les bij 人"})
    assert not PipBijlage.objects.exists()


def test_a_bijlage_falls_with_the_version_that_is_herroepen_and_the_one_before_holds_again(
    bekend, begin, besluit, cast
):
    eerste, dossier = _uit(bekend, cast, TEKST), bekend.dossier
    nieuw, wie = TEKST | {"rooster": "Dinsdag 9.00 uur, lokaal 4"}, {"door": cast.consulent, "op": LATER}
    concept = schrijf(begin(bekend, **HOOFDLIJN), zienswijze=EENS, school="NL Training Diemen")
    bewaar_bijlage(pip=concept, revisie=0, gegevens=nieuw, **wie)
    genomen = besluit(Pip.objects.get(pk=concept.pk))
    assert geldende_bijlage(uitgebracht(dossier)) == eerste
    genomen = verzend(genomen)
    assert geldende_bijlage(uitgebracht(dossier)).versie == 2

    verzend(beslis_herroepen(cast, genomen))
    assert geldende_bijlage(uitgebracht(dossier)) == eerste
    staat = Pip.objects.get(pk=bekend.pk)
    assert concept_van(staat).inhoud["rooster"] == TEKST["rooster"]
    derde = breng_uit(pip=staat, revisie=0, gegevens=nieuw, geldig_vanaf=LATER, raakt_plicht=False, **wie)
    inhoud = Document.objects.get(pk=derde.document_id).inhoud
    assert (derde.versie, inhoud["vervangt"]) == (3, 1)


def test_no_bijlage_holds_when_the_only_pip_is_herroepen(bekend, cast, inloggen):
    _uit(bekend, cast, TEKST)
    client, url = inloggen(cast.consulent), f"/diemen/dossiers/{bekend.dossier.nummer}/pip/"
    assert "geldt nu" in client.get(url).text

    verzend(beslis_herroepen(cast, bekend.beschikking))
    assert "geldt nu" not in client.get(url).text
