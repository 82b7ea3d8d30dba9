"""A letter by hand: choose, preview, make, record that it was sent. A second click makes no second letter."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cases.enums import Afspraaksoort, Documentstatus, Gezinsrol, Partij, Plaatssoort
from cases.models import Afspraak, Deelnemer, Document
from cases.services.brieven import BriefFout
from cases.services.brieven.uitnodiging import Genodigde, stel_samen
from cases.services.documenten import maak
from cases.services.gezinnen import voeg_toe_op_nummer
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import asielstatushouder, leg_vast, maak_dossier
from tests.pip_plans.plan.hulp import vastgesteld_pip, zet_document_gereed

BSN = "123456782"


@pytest.fixture(autouse=True)
def op_vrijdag(vrijdag):
    """Everything here happens on Friday 20 November 2026."""


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 2), bsn=BSN, geslacht="v", achternaam="Tesfay")


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/documenten/"


@pytest.fixture
def afspraak(dossier, cast):
    return Afspraak.objects.create(
        dossier=dossier,
        soort=Afspraaksoort.VOORTGANG,
        begin=datetime(2026, 12, 3, 10, 30, tzinfo=ZoneInfo("Europe/Amsterdam")),
        plaatssoort=Plaatssoort.AZC,
        plaats="AZC Almere, kamer 3",
        met=cast.consulent,
        tolk_taal="Tigrinya",
    )


def nodig_uit(client, adres, afspraak, *partijen, **anders):
    gegevens = {"afspraak": afspraak.pk, "partijen": partijen, "weet_ervan": "on", "opstellen": "1"}
    return client.post(f"{adres}nieuw/uitnodiging/", gegevens | anders, follow=True)


def brieven(dossier):
    return {document.inhoud["partij"]: document.inhoud for document in dossier.documenten.all()}


def test_a_preview_is_shown_and_nothing_is_kept(cast, inloggen, adres):
    antwoord = inloggen(cast.consulent).post(f"{adres}nieuw/welkom/", {"voorbeeld": "1"})

    assert antwoord["Content-Type"] == "application/pdf"
    assert not Document.objects.exists()


def test_two_clicks_make_one_letter_that_waits_for_the_worker(cast, inloggen, dossier, adres):
    client = inloggen(cast.consulent)

    for _ in range(2):
        client.post(f"{adres}nieuw/welkom/", {"opstellen": "1"})

    document = Document.objects.get()
    assert (document.soort, document.status) == ("welkom", Documentstatus.TE_MAKEN)
    assert document.inhoud["kenmerk"]["datum"] == "2026-11-20"
    assert dossier.gebeurtenissen.filter(soort="BRIEF_OPGESTELD").count() == 1
    assert "wordt gemaakt" in client.get(adres).content.decode()


def test_the_welcome_letter_speaks_the_language_of_the_reader_and_shows_what_nobody_checked(cast, inloggen, dossier):
    adres = f"/diemen/dossiers/{dossier.nummer}/documenten/nieuw/welkom/"
    inloggen(cast.consulent).post(adres, {"opstellen": "1"})

    vertaling = Document.objects.get().inhoud["vertaling"]
    assert (vertaling["taal"], vertaling["richting"]) == ("ti", "ltr")
    assert all(zin["merk"] for zin in vertaling["zinnen"])
    assert [zin["taal"] for zin in vertaling["merk"]] == ["ti", "nl"]


@pytest.mark.parametrize(("taal", "richting"), [("Arabisch (Syrië)", "rtl"), ("Nederlands", None), ("Somalisch", None)])
def test_a_language_runs_in_its_own_direction_and_without_it_there_is_dutch_only(cast, inloggen, taal, richting):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 2), voorkeurstaal=taal)
    inloggen(cast.consulent).post(f"/diemen/dossiers/{dossier.nummer}/documenten/nieuw/welkom/", {"opstellen": "1"})

    vertaling = Document.objects.get().inhoud["vertaling"]
    assert (vertaling and vertaling["richting"]) == richting


def test_every_party_gets_its_own_copy_with_only_what_it_needs(cast, inloggen, dossier, adres, afspraak):
    namen = {"naam_tolk": "Tolken BV", "naam_coa": "Balie COA", "naam_begeleider": "Els Kramer"}
    antwoord = nodig_uit(inloggen(cast.consulent), adres, afspraak, "inburgeraar", "tolk", "coa", "begeleider", **namen)

    assert "Er worden 4 brieven gemaakt" in antwoord.content.decode()
    per_partij = brieven(dossier)
    assert BSN not in str(per_partij)
    assert "Tesfay" not in str(per_partij["tolk"])
    assert per_partij["tolk"]["tolk_in"] == "Tigrinya"
    assert per_partij["begeleider"]["over"] == "Selam Tesfay"
    assert per_partij["coa"]["in_azc"] is True
    assert [brief["vertaling"] for partij, brief in per_partij.items() if partij != "inburgeraar"] == [None] * 3
    for document in dossier.documenten.all():
        maak(document_id=document.pk, moment=timezone.now())
    assert {document.status for document in dossier.documenten.all()} == {Documentstatus.GEREED}
    assert not any("Tesfay" in document.titel for document in dossier.documenten.all())


def test_an_interpreter_is_asked_without_a_name(cast, inloggen, dossier, adres, afspraak):
    nodig_uit(inloggen(cast.consulent), adres, afspraak, "tolk")

    aan = brieven(dossier)["tolk"]["geadresseerde"]
    assert (aan["naam"], aan["aanhef"]) == ("De tolk", "Geachte tolk")


def test_only_the_name_of_the_interpreter_is_said_to_be_optional(cast, inloggen, adres, afspraak):
    pagina = inloggen(cast.consulent).get(f"{adres}nieuw/uitnodiging/").content.decode()
    labels = {naam: pagina.split(f'for="id_naam_{naam}"')[1].split("</label>")[0] for naam in ("tolk", "coa")}

    assert ["niet verplicht" in label for label in labels.values()] == [True, False]


def test_what_is_typed_at_a_party_that_is_not_ticked_is_left_alone(cast, inloggen, dossier, adres, afspraak):
    """A browser without `:has` shows these fields: the server goes by the ticks."""
    nodig_uit(inloggen(cast.consulent), adres, afspraak, "inburgeraar", weet_ervan="", naam_coa="Balie COA")

    assert list(brieven(dossier)) == ["inburgeraar"]


def test_a_preview_of_several_copies_is_one_pdf(cast, inloggen, adres, afspraak):
    gegevens = {"afspraak": afspraak.pk, "partijen": ["inburgeraar", "tolk"], "naam_tolk": "Tolken BV", "voorbeeld": 1}

    antwoord = inloggen(cast.consulent).post(f"{adres}nieuw/uitnodiging/", gegevens)

    assert antwoord.content.startswith(b"%PDF")
    assert not Document.objects.exists()


def test_others_are_invited_by_name_and_only_with_the_knowledge_of_the_inburgeraar(cast, inloggen, adres, afspraak):
    antwoord = nodig_uit(inloggen(cast.consulent), adres, afspraak, "begeleider", weet_ervan="")

    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Vul in hoe de maatschappelijk begeleider heet." in tekst
    assert "Bespreek dit eerst met de inburgeraar." in tekst
    assert not Document.objects.exists()


def test_the_partner_is_offered_when_this_person_may_see_him(cast, inloggen, dossier, adres, afspraak):
    partner = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 2), achternaam="Berhe", geslacht="m")
    for wie, rol in ((dossier, Gezinsrol.AANVRAGER), (partner, Gezinsrol.PARTNER)):
        voeg_toe_op_nummer(dossier=wie, kenmerk="G-1", rol=rol, door=cast.consulent, op=date(2026, 11, 2))
    client = inloggen(cast.consulent)

    nodig_uit(client, adres, afspraak, "partner")
    assert brieven(dossier)["partner"]["geadresseerde"]["naam"] == "De heer S. Berhe"
    assert brieven(dossier)["partner"]["over"] == "Selam Tesfay"

    partner.extra_beschermd = True
    partner.save(update_fields=["extra_beschermd"])
    assert "de partner" not in client.get(f"{adres}nieuw/uitnodiging/").content.decode()


def test_who_is_known_to_come_is_filled_in_and_gets_the_day_of_the_invitation(cast, inloggen, adres, afspraak):
    els = Deelnemer.objects.create(
        afspraak=afspraak, hoedanigheid="begeleider", naam="Els Kramer", organisatie="VluchtelingenWerk"
    )
    client = inloggen(cast.consulent)
    pagina = client.get(f"{adres}nieuw/uitnodiging/?afspraak={afspraak.pk}").content.decode()
    assert "Els Kramer, VluchtelingenWerk" in pagina

    nodig_uit(client, adres, afspraak, "begeleider", naam_begeleider="Els Kramer, VluchtelingenWerk")

    els.refresh_from_db()
    assert els.uitgenodigd_op == date(2026, 11, 20)


def test_the_partner_is_not_invited_to_an_individual_talk(cast, dossier, afspraak):
    Afspraak.objects.update(soort=Afspraaksoort.INDIVIDUEEL)
    afspraak.refresh_from_db()

    with pytest.raises(BriefFout, match="individueel"):
        stel_samen(afspraak=afspraak, genodigden=[Genodigde(Partij.PARTNER, dossier=dossier)], op=date(2026, 11, 20))


def test_without_an_afspraak_there_is_nothing_to_invite_for(cast, inloggen, adres):
    client = inloggen(cast.consulent)

    assert "Plan eerst een afspraak." in client.get(f"{adres}nieuw/").content.decode()
    assert client.get(f"{adres}nieuw/uitnodiging/").status_code == 302
    assert client.get(f"{adres}nieuw/oproep/").status_code == 404


def test_no_interpreter_is_asked_for_a_talk_without_one(cast, inloggen, adres, afspraak):
    Afspraak.objects.update(tolk_taal="")

    antwoord = nodig_uit(inloggen(cast.consulent), adres, afspraak, "tolk", naam_tolk="Tolken BV")

    assert "geen tolk gevraagd" in antwoord.content.decode()
    assert not Document.objects.exists()


def test_a_covering_letter_keeps_paragraphs_and_lists_what_goes_with_it(cast, inloggen, dossier, adres):
    gegevens = {
        "onderwerp": "Uw rooster",
        "tekst": "Bij deze brief zit uw rooster.\r\n\r\nTot ziens!",
        "bijlagen": "Rooster\n\nPlattegrond",
        "opstellen": "1",
    }
    inloggen(cast.consulent).post(f"{adres}nieuw/begeleidend/", gegevens)

    document = dossier.documenten.get()
    assert document.titel == "Begeleidende brief"
    assert document.inhoud["alineas"] == ["Bij deze brief zit uw rooster.", "Tot ziens!"]
    assert document.inhoud["kenmerk"]["bijlagen"] == ["Rooster", "Plattegrond"]


def test_the_tab_says_when_and_how_a_letter_left(cast, inloggen, dossier, adres):
    client = inloggen(cast.consulent)
    client.post(f"{adres}nieuw/welkom/", {"opstellen": "1"})
    document = dossier.documenten.get()
    te_vroeg = client.post(f"{adres}{document.pk}/verzonden/", {"datum": "20-11-2026", "kanaal": "post"})
    assert "nog niet gereed" in te_vroeg.content.decode()

    maak(document_id=document.pk, moment=timezone.now())
    antwoord = client.post(f"{adres}{document.pk}/verzonden/", {"datum": "20-11-2026", "kanaal": "post"}, follow=True)

    assert "per post verzonden op 20 november 2026" in antwoord.content.decode()


def test_of_a_beschikking_the_same_page_records_the_bekendmaking(cast, inloggen):
    besluit = vastgesteld_pip(cast).beschikking
    zet_document_gereed(besluit.document)
    adres = f"/diemen/dossiers/{besluit.dossier.nummer}/documenten/"
    client = inloggen(cast.consulent)

    geweigerd = client.post(f"{adres}{besluit.document_id}/verzonden/", {"datum": "20-11-2026", "kanaal": "email"})
    assert geweigerd.status_code == 422
    client.post(f"{adres}{besluit.document_id}/verzonden/", {"datum": "20-11-2026", "kanaal": "post"})

    besluit.refresh_from_db()
    assert besluit.bekendgemaakt_op == date(2026, 11, 20)
    assert besluit.dossier.termijnen.filter(soort="BEZWAAR").exists()


def test_who_only_reads_writes_no_letter(cast, inloggen, adres):
    client = inloggen(cast.raadpleger)

    assert "Nieuwe brief" not in client.get(adres).content.decode()
    assert client.post(f"{adres}nieuw/welkom/", {"opstellen": "1"}).status_code == 403


def test_the_welcome_letter_is_a_next_step_between_koppeling_and_pip_until_it_is_made(cast, inloggen):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 11, 2), kennisgeving=date(2026, 11, 2))
    client, overzicht = inloggen(cast.consulent), f"/diemen/dossiers/{dossier.nummer}/"
    assert "Stuur de welkomstbrief" in client.get(overzicht).content.decode()

    client.post(f"{overzicht}documenten/nieuw/welkom/", {"opstellen": "1"})
    assert "Stuur de welkomstbrief" not in client.get(overzicht).content.decode()

    zonder = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 2))
    leg_vast(zonder, FeitSoort.DOELGROEP, date(2026, 11, 2), doelgroep="GEZINSMIGRANT")
    assert "welkomstbrief" not in client.get(f"/diemen/dossiers/{zonder.nummer}/").content.decode()


@pytest.mark.usefixtures("lettertypen")
def test_what_cannot_be_printed_is_said_in_the_form_and_no_letter_is_made(cast, inloggen, adres):
    velden = {"onderwerp": "Papier \u4e2d", "tekst": "Hierbij een brief."}
    antwoord = inloggen(cast.consulent).post(f"{adres}nieuw/begeleidend/", velden)

    assert antwoord.status_code == 422
    assert "Dit teken kan niet worden gedrukt: \u4e2d in" in antwoord.content.decode()
    assert not Document.objects.exists()
