"""The demo caseload: the same every time, believable, made in the order of time, and never on a production system."""

import io
from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F

from cases import handelingen
from cases.enums import Beschikkingsoort, Beschikkingstatus, Documentstatus, Rol
from cases.klok import vandaag
from cases.models import (
    Aanstelling,
    Afspraak,
    Beschikking,
    Casusoverleg,
    Document,
    Dossier,
    Gebeurtenis,
    Gemeente,
    Inburgeraar,
    Medewerker,
    Notitie,
    Termijn,
)
from cases.services.inrichting import richt_in
from cases.services.termijnen import feiten_van, verschillen
from inburgering.demo.accounts import PERSONEEL, SANNE, WACHTWOORD
from inburgering.demo.laden import LaadFout, laad
from inburgering.demo.nummers import klopt_elfproef
from inburgering.demo.personen import trek_burgers
from inburgering.demo.verhalen import AANTAL
from inburgering.recht.feiten import Doelgroep
from ontzorgen.brieven import CREDITEUR
from ontzorgen.models import Inhoudingsuitkomst, Nazorgcontact, Nettouitkering, Overname, Terugleesregel, Toeslag
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.eindbericht import achterhaald
from ontzorgen.services.maandmatrix import Stand, maandmatrix
from ontzorgen.services.perioden import laatste_periode
from ontzorgen.services.prognose import prognose_van
from ontzorgen.services.verschillen import beschrijf, verschillend
from pip_plans.intake.models import Oproep
from pip_plans.plan.models import Pip
from pip_plans.plan.routewaarden import Plek
from pip_plans.plan.services.routeadvies import advies
from pip_plans.plan.services.situatie import situatie
from pip_plans.voortgang.models import Rapport, Rapportregel, Weekstaat
from tests.demo.hulp import probeer
from tests.pdf.conftest import lettertypen as lettertypen

PEILDATUM = date(2026, 11, 20)
DOSSIERS = 30
pytestmark = pytest.mark.usefixtures("lettertypen")


@pytest.fixture(scope="module")
def diemen(django_db_setup, django_db_blocker, lettertypen):
    """Loaded once for the tests that only look; taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        richt_in()
        gemeente = Gemeente.objects.get(slug="diemen")
        laad(gemeente=gemeente, aantal=DOSSIERS, zaad=1, peildatum=PEILDATUM)
        yield gemeente
        transaction.set_rollback(True)


def test_the_history_was_written_on_the_days_of_the_play(diemen) -> None:
    geopend = Gebeurtenis.objects.filter(soort=handelingen.DOSSIER_GEOPEND, datum__lt=vandaag())

    assert geopend.filter(vastgelegd_op__date=F("datum")).count() == geopend.count() > 20
    assert not Notitie.objects.filter(gemaakt_op__date__gt=vandaag())


def test_the_same_seed_gives_the_same_content(ingericht) -> None:
    assert probeer(AANTAL + 3, 7, PEILDATUM) == probeer(AANTAL + 3, 7, PEILDATUM)


def test_another_seed_gives_other_people(ingericht) -> None:
    def namen(zaad: int) -> list[Any]:
        burgers = trek_burgers(20, gemeente=Gemeente(slug="diemen"), peildatum=PEILDATUM, toeval=Random(zaad))
        return [burger.persoon for burger in burgers]

    assert namen(1) == namen(1)
    assert namen(1) != namen(2)


def test_there_are_as_many_dossiers_as_were_asked_for(diemen) -> None:
    assert Dossier.objects.filter(gemeente=diemen).count() == DOSSIERS
    assert Inburgeraar.objects.filter(voornamen__in=["Selam", "Layla", "Mehret"], gemeente=diemen).count() == 3


def test_every_term_is_what_the_law_library_gives_today(diemen) -> None:
    for dossier in Dossier.objects.filter(gemeente=diemen):
        assert verschillen(dossier=dossier, feiten=feiten_van(dossier), op=PEILDATUM) == []


def test_nothing_lies_after_the_peildatum_and_history_is_told_in_order(diemen) -> None:
    gebeurtenissen = Gebeurtenis.objects.filter(dossier__gemeente=diemen)
    assert not gebeurtenissen.filter(datum__gt=PEILDATUM).exists()
    geopend = gebeurtenissen.filter(soort="DOSSIER_GEOPEND").order_by("dossier__nummer")
    dagen = list(geopend.values_list("datum", flat=True))
    assert dagen == sorted(dagen)


def test_a_few_duties_are_late_and_most_are_not(diemen) -> None:
    standen = Counter(termijn.stand(PEILDATUM) for termijn in Termijn.objects.filter(soort="PIP", status="open"))
    assert 1 <= standen["te_laat"] <= 4
    assert standen["te_laat"] < standen["binnenkort"] + standen["later"]


def test_pips_wait_for_the_reader_and_what_was_made_known_is_on_paper(diemen) -> None:
    standen = Counter(Pip.objects.values_list("status", flat=True))
    assert standen["vastgesteld"] >= 4
    assert standen["ter_lezing"] >= 1
    bekend = Beschikking.objects.filter(status="bekendgemaakt")
    assert set(bekend.values_list("document__status", flat=True)) == {Documentstatus.GEREED}


def test_people_have_invented_but_valid_numbers(diemen) -> None:
    for bsn, v_nummer in Inburgeraar.objects.values_list("bsn", "v_nummer"):
        assert bsn.startswith("999")
        assert klopt_elfproef(bsn)
        assert len(v_nummer) == 10


def test_there_is_work_today_and_somebody_without_a_consulent(diemen) -> None:
    komend = Afspraak.objects.open().filter(begin__date__gte=PEILDATUM)
    assert komend.filter(begin__date=PEILDATUM).exists()
    assert komend.filter(tolkopdrachten__bevestigd_op__isnull=False).exists()
    assert Dossier.objects.filter(consulent=None).exists()
    assert Notitie.objects.filter(datum__isnull=False, afgehandeld_op=None).exists()


def test_the_stories_are_where_they_should_be(diemen) -> None:
    def verhaal(voornaam: str) -> Dossier:
        return diemen.dossiers.filter(inburgeraar__voornamen=voornaam).order_by("nummer").first()

    assert not verhaal("Selam").termijnen.exists()
    gewijzigd, eerste = verhaal("Layla").pips.all()
    assert (gewijzigd.beschikking.vervangt, eerste.stand) == (eerste.beschikking, "vervangen")
    assert gewijzigd.beschikking.bekendgemaakt_op
    assert verhaal("Layla").documenten.filter(verzendingen__kanaal="post").count() == 4
    assert verhaal("Selam").documenten.get().soort == "welkom"
    assert verhaal("Yonas").pips.get().leerroute == "ONDERWIJS"
    farid = verhaal("Farid").pips.get()
    assert (farid.leerroute, farid.b1_haalbaar, bool(farid.motivering_afwijking)) == ("Z", True, True)
    bezwaar = verhaal("Farid").bezwaren.get()
    assert (bezwaar.loopt, bool(bezwaar.bevestigd_op)) == (True, True)
    assert verhaal("Farid").termijnen.get(soort="BESLIS_BEZWAAR").stand(PEILDATUM) in {"binnenkort", "later"}
    priya = Oproep.objects.filter(intake__dossier=verhaal("Priya"))
    assert list(priya.values_list("verschijning", flat=True)) == ["niet_verschenen", "niet_verschenen", ""]
    assert verhaal("Karwan").termijnen.get(soort="PIP", status="open").stand(PEILDATUM) == "te_laat"
    mehret = verhaal("Mehret")
    assert (mehret.regime, mehret.pips.get().stand) == ("WI2013", "uitgebracht als advies")
    omar, rania = verhaal("Omar"), verhaal("Rania")
    assert rania.brede_intake.individueel_gewenst
    samen = Afspraak.objects.filter(dossier__in=(omar, rania), soort="pip").order_by("begin")
    assert [rij.tolk_taal for rij in samen] == ["Arabisch", "Arabisch"]
    assert omar.inburgeraar.gezin == rania.inburgeraar.gezin == omar.inburgeraar.gezin.kinderen.get().gezin


def test_karwan_runs_short_until_his_huurtoeslag_comes(diemen) -> None:
    karwan = Dossier.objects.get(inburgeraar__voornamen="Karwan")
    prognose = prognose_van(eenheid=eenheid_van(dossier=karwan, op=PEILDATUM), op=PEILDATUM)
    assert [maand.onder_minimum for maand in prognose.maanden] == [True, True, *[False] * 7]
    assert Toeslag.objects.na_te_vragen(PEILDATUM).filter(eenheid__leden__dossier=karwan).count() == 2


def test_a_list_was_read_back_for_the_most_part_and_what_differs_stands_out(diemen) -> None:
    netto = Nettouitkering.objects.filter(eenheid__gemeente=diemen)
    maand = netto.first().maand
    rijen = verschillend(gemeente=diemen, maand=maand, zichtbaar=Dossier.objects.all(), op=PEILDATUM)
    zinnen = " ".join(
        zin
        for verschil in beschrijf(rijen, maand=maand, zichtbaar=Dossier.objects.all(), op=PEILDATUM)
        for zin in verschil.zinnen
    )
    for woord in ("Uitbetaald: ", "niet ingehouden. klantnummer", " minder)", "nog niet teruggemeld (lijst 1 van"):
        assert woord in zinnen
    mensen = Dossier.objects.filter(uitkeringseenheden__eenheid__in=netto.values("eenheid"))
    _, matrix = maandmatrix(list(mensen), [maand], op=PEILDATUM)
    standen = {regel.stand for rij in matrix for cel in rij.cellen for vak in cel for regel in vak.standen}
    assert {Stand.INGEHOUDEN, Stand.ANDER_BEDRAG, Stand.NIET_INGEHOUDEN, Stand.NIET_GEMELD} <= standen


def test_farid_reached_the_end_and_layla_is_on_her_way(diemen) -> None:
    farid = Dossier.objects.get(inburgeraar__achternaam="Noorzai", inburgeraar__voornamen="Farid")
    assert laatste_periode(farid).laatste_dag < PEILDATUM.replace(day=1)
    einde = farid.beschikkingen.get(soort=Beschikkingsoort.ONTZORGEN_EINDE)
    assert einde.status == Beschikkingstatus.BEKENDGEMAAKT
    overgenomen = Overname.objects.filter(last__eenheid__leden__dossier=farid, overgenomen_op__isnull=False)
    assert overgenomen.count() == 4
    assert set(Nazorgcontact.objects.filter(dossier=farid).values_list("uitkomst", flat=True)) == {"gesproken", ""}

    layla = Dossier.objects.get(inburgeraar__achternaam="Al-Masri")
    brieven = Document.objects.filter(soort=CREDITEUR.code, verzendingen__isnull=False)
    assert (brieven.filter(dossier=farid).count(), brieven.filter(dossier=layla).count()) == (2, 1)


def test_there_is_a_casusoverleg_on_more_subjects_in_every_stand(diemen) -> None:
    rijen = list(Casusoverleg.objects.filter(gemeente=diemen).select_related("partner"))
    assert {(rij.partner.soort, rij.onderwerp) for rij in rijen} == {
        ("begeleiding", "ontzorgen"), ("onderwijs", "inburgering"), ("werk", "werk"), ("zorg", "begeleiding"),
    }  # fmt: skip
    assert {(bool(rij.gehouden_op), bool(rij.afgezegd_op)) for rij in rijen} >= {
        (True, False), (False, True), (False, False)
    }  # fmt: skip
    school = next(rij for rij in rijen if rij.onderwerp == "inburgering")
    assert school.punten.get().acties.get().uiterlijk > PEILDATUM


def test_samira_is_paid_longer_than_her_landlord_read_and_a_slip_of_the_pen_was_corrected(diemen) -> None:
    samira = Dossier.objects.get(inburgeraar__voornamen="Samira", inburgeraar__achternaam="Haidari")
    eenheid = eenheid_van(dossier=samira, op=PEILDATUM)
    gezegd = {bericht.last.soort.code: bericht for bericht in achterhaald(eenheid=eenheid, op=PEILDATUM).values()}
    assert {soort: bool(bericht.brief) for soort, bericht in gezegd.items()} == {"huur": True, "energie": False}

    (regel,) = Terugleesregel.objects.filter(reden__startswith="Correctie. Eerst gemeld: ")
    assert Inhoudingsuitkomst.objects.filter(vervangen=True).count() == 1
    assert ["reden", "tikfout in het eerste bestand"] in regel.waarden


def test_the_route_advice_of_the_stories_has_arguments_on_both_sides(diemen) -> None:
    for voornaam in ("Layla", "Omar", "Yonas", "Farid", "Karwan"):
        dossier = diemen.dossiers.filter(inburgeraar__voornamen=voornaam).order_by("nummer").first()
        beeld = advies(dossier=dossier, situatie=situatie(dossier), op=PEILDATUM)
        assert beeld is not None
        voor = {argument.plek for route in beeld.routes for argument in route.voor}
        tegen = {argument.plek for route in beeld.routes for argument in route.tegen}
        assert {Plek.OPLEIDING, Plek.WENSEN} <= voor | tegen, voornaam
        assert voor & {Plek.TAAL, Plek.OPLEIDING, Plek.WENSEN}, voornaam
        assert tegen & {Plek.TAAL, Plek.OPLEIDING, Plek.WENSEN}, voornaam


def test_everybody_has_an_account_and_one_consulent_works_in_two_gemeenten(diemen) -> None:
    rollen = set(Aanstelling.objects.filter(gemeente=diemen).values_list("rol", flat=True))
    assert rollen == set(Rol.values)
    sanne = Medewerker.objects.get(email=SANNE.email)
    assert sanne.check_password(WACHTWOORD)
    assert set(sanne.aanstellingen.values_list("gemeente__slug", flat=True)) == {"diemen", "uithoorn"}


def test_shares_follow_the_policy_paper(ingericht) -> None:
    burgers = trek_burgers(100, gemeente=Gemeente.objects.get(slug="diemen"), peildatum=PEILDATUM, toeval=Random(3))
    assert Counter(burger.route for burger in burgers) == {"B1": 75, "MBO": 5, "ONDERWIJS": 5, "Z": 15}
    groepen = Counter(burger.doelgroep for burger in burgers)
    assert groepen[Doelgroep.GEESTELIJKE_BEDIENAAR] == 1
    assert sum(burger.asiel for burger in burgers) == 80


def test_a_gemeente_with_dossiers_is_left_alone(diemen) -> None:
    with pytest.raises(LaadFout, match="Diemen heeft al dossiers"):
        laad(gemeente=diemen, aantal=DOSSIERS, zaad=1, peildatum=PEILDATUM)


def test_production_refuses(ingericht, settings) -> None:
    settings.DEMO_MAG = False
    with pytest.raises(CommandError, match="alleen in de demonstratie"):
        call_command("laad_demo", gemeente="Diemen")
    assert not Medewerker.objects.exists()


def test_the_command_says_what_is_wrong_in_dutch(ingericht) -> None:
    with pytest.raises(CommandError, match="De gemeente Amsterdam bestaat niet"):
        call_command("laad_demo", gemeente="Amsterdam", stdout=io.StringIO())
    with pytest.raises(CommandError, match=f"ten minste {AANTAL} dossiers"):
        call_command("laad_demo", gemeente="Diemen", dossiers=2, stdout=io.StringIO())


def test_the_login_page_names_the_accounts_of_the_demo_only(db, client, settings) -> None:
    assert SANNE.email not in client.get("/accounts/login/").content.decode()
    settings.DEMO = True
    pagina = client.get("/accounts/login/").content.decode()
    assert WACHTWOORD in pagina
    assert all(persoon.email in pagina for persoon in PERSONEEL)


def test_the_aanbieders_report_and_somebody_comes_less(diemen) -> None:
    rapporten = Rapport.objects.van(diemen).bevestigd()

    assert {rapport.status for rapport in rapporten} == {"klaar"}
    assert not Rapportregel.objects.fout().exists()
    assert Weekstaat.objects.filter(plaatsing__dossier__inburgeraar__voornamen="Layla").exists()
    assert Weekstaat.objects.dalingen(PEILDATUM).exists()
