"""Who gets which mail, and what it does not say."""

import re
from datetime import date, timedelta

import pytest

from cases.enums import Rol, Signaalstatus
from cases.models import Bezorging, Dossiertoegang, Hartslag, Signaal, Tekstblok, Vervanging
from cases.services.hartslag import TaakFout
from cases.tasks.signalen import maak as maaktaak
from cases.tasks.signalen import verstuur
from tests.fabriek import aangesteld, asielstatushouder, maak_cast

from .conftest import BRP, LAATSTE_DAG

VROEG, LAAT = LAATSTE_DAG - timedelta(days=28), LAATSTE_DAG - timedelta(days=7)


def test_the_consulent_first_and_the_teamleider_later(cast, dossier, maak, post):
    maak(VROEG)
    assert list(post()) == [cast.consulent.email]

    maak(LAAT)
    assert set(post()) == {cast.consulent.email, cast.teamleider.email}
    assert post() == {}
    assert set(Signaal.objects.values_list("status", flat=True)) == {Signaalstatus.VERZONDEN}


def test_the_mail_holds_number_what_day_and_link_and_no_name(cast, dossier, maak, mailoutbox, settings):
    settings.BASIS_URL = "https://inburgering.example"
    maak(VROEG)
    verstuur()

    (bericht,) = mailoutbox
    html = bericht.alternatives[0][0]
    for tekst in (bericht.body, html):
        assert dossier.nummer in tekst
        assert "PIP vaststellen" in tekst
        assert "woensdag 18 november 2026" in tekst
        assert f"https://inburgering.example/diemen/dossiers/{dossier.nummer}/" in tekst
        assert not re.search(rf"{dossier.inburgeraar.achternaam}|Selam|Tigrinya|{cast.consulent.naam}\b", tekst)
    assert dossier.nummer not in bericht.subject
    assert bericht.extra_headers["Auto-Submitted"] == "auto-generated"


def test_every_gemeente_says_it_in_its_own_words(cast, dossier, maak, mailoutbox):
    Tekstblok.objects.create(
        gemeente=cast.gemeente, code="signalen-begin", titel="x", tekst="Kijk hier eerst naar.", geldig_vanaf=BRP
    )
    maak(VROEG)
    verstuur()

    (bericht,) = mailoutbox
    for tekst in (bericht.body, bericht.alternatives[0][0]):
        assert "Kijk hier eerst naar." in tekst
        assert "Hier moet u nog iets mee doen." not in tekst
        assert "Lukt het niet op tijd? Zeg het uw teamleider." in tekst


def test_several_thresholds_of_one_term_are_one_line_and_one_mail_per_person(cast, dossier, maak, post):
    ander = asielstatushouder(cast.gemeente, cast.consulent, brp=BRP, kennisgeving=BRP)
    maak(LAATSTE_DAG + timedelta(days=1))
    tekst = post()[cast.consulent.email]

    assert [tekst.count(f"{nummer}:") for nummer in (dossier.nummer, ander.nummer)] == [1, 1]
    assert tekst.count("(te laat)") == 2


def test_who_replaces_the_consulent_gets_it_as_well(cast, dossier, maak, post):
    Vervanging.objects.create(
        gemeente=cast.gemeente, afwezige=cast.consulent, vervanger=cast.collega, van=VROEG, tot=VROEG
    )
    maak(VROEG)

    assert set(post()) == {cast.consulent.email, cast.collega.email}


def test_a_dossier_without_consulent_goes_to_the_teamleiders(cast, dossier, maak, post):
    tweede = aangesteld(cast.gemeente, Rol.TEAMLEIDER)
    dossier.consulent = None
    dossier.save()
    maak(VROEG)

    assert set(post()) == {cast.teamleider.email, tweede.email}


@pytest.mark.parametrize("hoe", ["aanstelling voorbij", "account gesloten"])
def test_who_left_gets_nothing_and_the_work_moves_up(cast, dossier, maak, post, hoe):
    def vertrekt(medewerker):
        if hoe == "aanstelling voorbij":
            medewerker.aanstellingen.update(tot=VROEG - timedelta(days=1))
        else:
            medewerker.is_active = False
            medewerker.save()

    vertrekt(cast.consulent)
    maak(VROEG)
    assert list(post()) == [cast.teamleider.email]

    vertrekt(cast.teamleider)
    maak(LAAT)
    assert list(post()) == [cast.beheerder.email]


def test_without_anybody_the_signal_waits_and_the_page_says_so(cast, dossier, maak, post):
    cast.gemeente.aanstellingen.all().delete()
    maak(VROEG)

    assert post() == {}
    assert Signaal.objects.get().status == Signaalstatus.WACHT
    assert "Signalen zonder ontvanger: 1." in Hartslag.objects.get(taak="signalen_versturen").fout

    terug = aangesteld(cast.gemeente, Rol.BEHEERDER)
    assert list(post()) == [terug.email]
    assert Hartslag.objects.get(taak="signalen_versturen").fout == ""


def test_an_extra_protected_dossier_is_told_only_to_who_is_named(cast, dossier, maak, post):
    dossier.extra_beschermd = True
    dossier.save()
    Dossiertoegang.objects.create(dossier=dossier, medewerker=cast.collega, reden="behandelt het dossier")
    maak(LAATSTE_DAG)

    assert list(post()) == [cast.collega.email]


def test_a_beheerder_hears_of_an_orphaned_protected_dossier_without_its_number(cast, dossier, maak, post):
    dossier.extra_beschermd = True
    dossier.save()
    maak(VROEG)
    (tekst,) = post().values()

    assert "extra beschermd dossier" in tekst
    assert dossier.nummer not in tekst


def test_a_dossier_that_changes_hands_before_the_mail_goes_reaches_the_new_consulent_only(cast, dossier, maak, post):
    maak(VROEG)
    Bezorging.objects.create(signaal=Signaal.objects.get(), medewerker=cast.consulent)
    dossier.consulent = cast.collega
    dossier.save()

    assert list(post()) == [cast.collega.email]


def test_a_term_that_was_met_meanwhile_is_not_mailed(cast, dossier, maak, post):
    maak(VROEG)
    dossier.termijnen.open().filter(soort="PIP").update(status="gehaald", gehaald_op=VROEG)

    assert post() == {}
    assert Signaal.objects.get().status == Signaalstatus.VERVALLEN


def test_two_gemeenten_of_one_person_come_in_one_mail(cast, uithoorn, dossier, maak, post):
    maak_cast(uithoorn, cast.gemeente)
    cast.consulent.aanstellingen.create(gemeente=uithoorn, rol=Rol.CONSULENT, van=date(2022, 1, 1))
    elders = asielstatushouder(uithoorn, cast.consulent, brp=BRP, kennisgeving=BRP)
    maak(VROEG)
    maaktaak()
    tekst = post()[cast.consulent.email]

    assert tekst.index("Diemen") < tekst.index(dossier.nummer) < tekst.index("Uithoorn") < tekst.rindex(elders.nummer)


def test_a_mail_server_that_fails_leaves_the_row_and_says_so_in_words(cast, dossier, maak, post, settings):
    maak(VROEG)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        9,  # nobody listens there
    )
    with pytest.raises(TaakFout, match="mailserver is niet bereikbaar"):
        verstuur()

    hartslag = Hartslag.objects.get(taak="signalen_versturen")
    assert (hartslag.gelukt_op, hartslag.fout[:35]) == (None, "De mailserver is niet bereikbaar. D")
    assert Bezorging.objects.get().verzonden_op is None

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert list(post()) == [cast.consulent.email]


def test_the_same_rows_keep_the_same_message_id(cast, dossier, maak, mailoutbox):
    maak(VROEG)
    verstuur()
    Bezorging.objects.update(verzonden_op=None)
    Signaal.objects.update(status=Signaalstatus.WACHT, verzonden_op=None)
    verstuur()

    kenmerken = [bericht.extra_headers["Message-ID"] for bericht in mailoutbox]
    assert len(kenmerken) == 2
    assert len(set(kenmerken)) == 1
