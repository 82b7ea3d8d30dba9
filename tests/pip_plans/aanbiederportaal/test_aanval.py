"""An external account sees nothing outside its own places, whatever address, number or file it tries."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cases.services.bescherming import bescherm
from cases.services.medewerkers import EEN_DAG
from pip_plans.aanbiederportaal.services.accounts import trek_in
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang.models import Niveaumeting, Rapport
from pip_plans.voortgang.services.rapport.beoordelen import NIVEAU_BEKEND, ONBEKEND
from tests.architectuur.paden import alle_paden, gemeentepaden
from tests.architectuur.test_rechten import vraag
from tests.architectuur.wereld import maak_wereld
from tests.pip_plans.uitvoering.bouw import maak_aanbieder
from tests.pip_plans.voortgang.bouw import OP, statushouder
from tests.pip_plans.voortgang.bouw_rapport import MOMENT, csv
from tests.pip_plans.voortgang.bouw_rapport import lees as leest_gemeente

from .bouw import TOT, adres, lees, lever_in, maak_account

PORTAALPADEN = [pad for pad in alle_paden() if pad.naam.startswith("aanbiederportaal:")]


@pytest.fixture
def plaatsing(cast) -> Plaatsing:
    return statushouder(cast)


@pytest.fixture
def account(cast, plaatsing):
    return maak_account(cast, plaatsing.bij_wie)


@pytest.fixture
def client(account, inloggen):
    return inloggen(account.persoon)


def portaalstatussen(client, account, pk: int = 1) -> dict[str, int]:
    delen = {"account": account.pk, "pk": pk, "jaar": 2026, "maand": 11}
    adressen = {p.naam: reverse(p.naam, kwargs={n: delen[n] for n in p.argumenten}) for p in PORTAALPADEN}
    return {naam: client.get(url).status_code for naam, url in adressen.items()}


def test_no_page_of_any_gemeente_exists_for_it(cast, inloggen):
    wereld = maak_wereld(cast)
    client = inloggen(maak_account(cast, maak_aanbieder(cast, "School")).persoon)

    assert {pad.naam: s for pad in gemeentepaden() if (s := vraag(client, wereld, pad)) != 404} == {}


def test_the_front_door_leads_only_to_the_portal(client, account):
    assert client.get("/").url == reverse("aanbiederportaal:begin")
    assert client.get(reverse("aanbiederportaal:begin")).url == adres("deelnemers", account)


def test_an_employee_and_somebody_of_another_school_find_no_portal_here(cast, account, inloggen):
    ander = maak_account(cast, maak_aanbieder(cast, "Toptaal"), "ander@toptaal.example").persoon
    for wie in (cast.teamleider, cast.beheerder, cast.consulent, ander):
        statussen = portaalstatussen(inloggen(wie), account)
        del statussen["aanbiederportaal:begin"]
        assert set(statussen.values()) == {404}
    assert inloggen(cast.beheerder).get(reverse("aanbiederportaal:begin")).status_code == 404


def test_anonymously_every_page_leads_to_the_login(account):
    assert set(portaalstatussen(Client(), account).values()) == {302}


def test_it_ends_after_its_last_day_in_a_session_that_is_open(client, account, op_dag):
    lever_in(client, account, csv(("D-1999-1", "", "2026-W45", 8, 0, 0)))
    rapport = Rapport.objects.get()
    assert client.get(adres("rapport", account, pk=rapport.pk)).status_code == 200

    op_dag(TOT + EEN_DAG)

    assert set(portaalstatussen(client, account, rapport.pk).values()) == {404, 403}
    assert "Uw account geldt vandaag niet" in client.get(reverse("aanbiederportaal:begin")).content.decode()
    assert client.post(adres("insturen", account, pk=rapport.pk)).status_code == 404


def test_it_does_not_begin_before_its_first_day(cast, plaatsing, inloggen):
    later = maak_account(cast, plaatsing.bij_wie, van=OP + EEN_DAG)

    assert inloggen(later.persoon).get(adres("deelnemers", later)).status_code == 404


def test_withdrawn_means_out_at_once_in_every_session(cast, client, account, inloggen):
    tweede = inloggen(account.persoon)
    assert tweede.get(adres("deelnemers", account)).status_code == 200

    trek_in(account=account, reden="werkt er niet meer", door=cast.teamleider, op=OP, moment=MOMENT)

    for wie in (client, tweede):
        antwoord = wie.get(adres("deelnemers", account))
        assert antwoord.url.startswith(reverse("account_login"))


def test_with_another_school_left_only_this_one_closes(cast, client, account):
    andere = maak_account(cast, maak_aanbieder(cast, "Toptaal"), account.persoon.email)

    trek_in(account=account, reden="contract voorbij", door=cast.teamleider, op=OP, moment=MOMENT)

    assert client.get(adres("deelnemers", account)).status_code == 404
    assert client.get(adres("deelnemers", andere)).status_code == 200


def test_the_list_holds_only_its_own_places_of_now_or_just_now(cast, client, account, plaatsing):
    wie = plaatsing.bij_wie
    elders, voorbij, net_voorbij, nog_niet, naast = (statushouder(cast) for _ in range(5))
    for rij, dagen in ((voorbij, -62), (net_voorbij, -61)):
        Plaatsing.objects.filter(pk=rij.pk).update(contract=plaatsing.contract, einde=OP + timedelta(days=dagen))
    Plaatsing.objects.filter(pk=nog_niet.pk).update(contract=plaatsing.contract, start=OP + EEN_DAG)
    Plaatsing.objects.filter(pk=naast.pk).update(contract=plaatsing.contract, stand="voorgesteld")

    pagina = lees(client, "deelnemers", account)

    assert wie.naam in pagina
    gezien = {rij for rij in (plaatsing, elders, voorbij, net_voorbij, nog_niet, naast) if rij.dossier.nummer in pagina}
    assert gezien == {plaatsing, net_voorbij}


def test_a_place_in_the_same_school_of_another_gemeente_is_not_there(cast, client, account, plaatsing, uithoorn):
    plaatsing.dossier.gemeente = uithoorn
    plaatsing.dossier.save(update_fields=["gemeente"])

    assert plaatsing.dossier.nummer not in lees(client, "deelnemers", account)


def test_no_more_is_on_its_pages_than_a_report_needs(client, account, plaatsing):
    persoon, dossier = plaatsing.dossier.inburgeraar, plaatsing.dossier
    lever_in(client, account, csv((dossier.nummer, "", "2026-W45", 8, 0, 0)))
    samen = lees(client, "deelnemers", account) + lees(client, "rapport", account, pk=Rapport.objects.get().pk)

    assert persoon.lijstnaam in samen
    verborgen = (persoon.v_nummer, "1992", "07-04", persoon.straat, persoon.postcode, persoon.voorkeurstaal, "asiel")
    assert [waarde for waarde in verborgen if waarde and waarde.lower() in samen.lower()] == []


def test_of_who_is_protected_there_is_a_number_and_no_name(cast, client, account, plaatsing):
    bescherm(dossier=plaatsing.dossier, mensen=[cast.consulent], reden="dreiging", door=cast.teamleider, op=OP)
    lever_in(client, account, csv((plaatsing.dossier.nummer, "", "2026-W45", 8, 0, 0)))
    samen = lees(client, "deelnemers", account) + lees(client, "rapport", account, pk=Rapport.objects.get().pk)

    assert plaatsing.dossier.nummer in samen
    assert plaatsing.dossier.inburgeraar.achternaam not in samen


def test_a_guessed_number_answers_as_one_that_does_not_exist(cast, client, account):
    elders = statushouder(cast).dossier.nummer

    lever_in(client, account, csv((elders, "", "2026-W45", 8, 0, 0), ("D-1999-1", "", "2026-W45", 8, 0, 0)))

    regels = Rapport.objects.get().regels.all()
    assert [(regel.dossier, [m["reden"] for m in regel.meldingen]) for regel in regels] == [(None, [ONBEKEND])] * 2


@pytest.mark.parametrize("niveau", ["A1", "A2"])
def test_what_another_school_measured_cannot_be_found_by_trying(niveau, cast, client, account, plaatsing):
    Niveaumeting.objects.create(
        dossier=plaatsing.dossier, vaardigheid="lezen", niveau="A2", gemeten_op="2026-11-02", door=cast.consulent
    )
    kop = ("dossiernummer", "week", "uren_nt2", "niveau_lezen")

    lever_in(client, account, csv((plaatsing.dossier.nummer, "2026-W45", 8, niveau), kop=kop))

    assert [m["reden"] for m in Rapport.objects.get().regels.get().meldingen] == [NIVEAU_BEKEND]


def test_a_guessed_report_is_not_there(cast, client, account, plaatsing, inloggen):
    van_gemeente = leest_gemeente(cast, plaatsing.bij_wie, csv((plaatsing.dossier.nummer, "", "2026-W45", 8, 0, 0)))
    ander = maak_account(cast, maak_aanbieder(cast, "Toptaal"), "ander@toptaal.example")
    lever_in(inloggen(ander.persoon), ander, csv(("D-1999-1", "", "2026-W45", 8, 0, 0)))

    for rapport in (van_gemeente, Rapport.objects.latest("pk")):
        statussen = portaalstatussen(client, account, rapport.pk)
        assert {statussen[f"aanbiederportaal:{naam}"] for naam in ("rapport", "insturen", "weggooien")} == {404}
        for knop in ("insturen", "weggooien"):
            assert client.post(adres(knop, account, pk=rapport.pk)).status_code == 404
    assert Rapport.objects.filter(ingestuurd_op=None).count() == 2


def test_the_same_file_as_the_gemeente_has_does_not_open_its_report(cast, client, account, plaatsing):
    inhoud = csv((plaatsing.dossier.nummer, "", "2026-W45", 8, 0, 0))
    leest_gemeente(cast, plaatsing.bij_wie, inhoud)

    assert "De gemeente heeft dit bestand al." in lever_in(client, account, inhoud)
