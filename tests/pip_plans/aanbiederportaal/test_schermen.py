"""From an invitation to hours in the dossier: what the aanbieder does, and what the gemeente does with it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from cases.models import Inzage
from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang.models import Niveaumeting, Rapport, Weekstaat
from tests.fabriek import WACHTWOORD
from tests.pip_plans.voortgang.bouw import OP, statushouder
from tests.pip_plans.voortgang.bouw_rapport import csv

from .bouw import adres, lees, lever_in, maak_account

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plaatsing(cast) -> Plaatsing:
    return statushouder(cast)


def toegang(naam: str, pk: int) -> str:
    return reverse(f"aanbiedertoegang:{naam}", args=("diemen", pk))


def gemeente(naam: str, **delen: object) -> str:
    return reverse(f"voortgang:{naam}", kwargs={"gemeente": "diemen", **delen})


def test_an_invitation_by_mail_ends_at_the_list_of_participants(cast, plaatsing, inloggen):
    teamleider, wie = inloggen(cast.teamleider), plaatsing.bij_wie
    gegevens = {"naam": "Petra Smit", "email": "Petra@school.example", "van": "20-11-2026", "tot": "20-05-2027"}
    pagina = teamleider.post(toegang("uitnodigen", wie.pk), gegevens, follow=True).content.decode()
    assert "Petra Smit" in pagina
    assert "nog nooit" in pagina
    assert "uw contactpersoon bij de gemeente" in mail.outbox[0].body
    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)
    bezoeker = Client()
    formulier = bezoeker.get(link[1], follow=True)

    bezoeker.post(formulier.redirect_chain[-1][0], {"password1": WACHTWOORD, "password2": WACHTWOORD})
    bezoeker.post(reverse("account_login"), {"login": "petra@school.example", "password": WACHTWOORD})

    assert plaatsing.dossier.inburgeraar.lijstnaam in bezoeker.get("/", follow=True).content.decode()
    account = ExternAccount.objects.get()
    assert Inzage.objects.get(medewerker=account.persoon).dossier == plaatsing.dossier
    log = teamleider.get(toegang("account", account.pk)).content.decode()
    assert f"deelnemers, {wie}, 1 deelnemer" in log
    assert plaatsing.dossier.nummer not in log


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"tot": "22-11-2027"}, "Een account geldt hoogstens een jaar."),
        ({"tot": "19-11-2026"}, "Deze dag is al voorbij."),
        ({"van": "21-05-2027"}, "De laatste dag ligt voor de eerste."),
        ({"van": "01-01-1900", "tot": "31-12-2199"}, "Een account geldt hoogstens een jaar."),
        ({"email": "petra@school.example"}, "Deze persoon heeft in deze periode al een account."),
    ],
)
def test_what_cannot_be_an_account_is_refused_with_the_reason(anders, reden, cast, plaatsing, inloggen):
    maak_account(cast, plaatsing.bij_wie)
    gegevens = {"naam": "Piet", "email": "piet@school.example", "van": "20-11-2026", "tot": "20-05-2027"} | anders

    antwoord = inloggen(cast.beheerder).post(toegang("uitnodigen", plaatsing.bij_wie.pk), gegevens)

    assert antwoord.status_code == 422
    assert reden in antwoord.content.decode()


def test_an_employee_gets_no_external_account(cast, plaatsing, inloggen):
    gegevens = {"naam": "Piet", "email": cast.consulent.email, "van": "20-11-2026", "tot": "20-05-2027"}
    antwoord = inloggen(cast.beheerder).post(toegang("uitnodigen", plaatsing.bij_wie.pk), gegevens)

    assert "Dit e-mailadres is van een medewerker." in antwoord.content.decode()


def test_a_report_waits_until_the_gemeente_takes_it_in(cast, plaatsing, inloggen):
    account = maak_account(cast, plaatsing.bij_wie)
    client, consulent = inloggen(account.persoon), inloggen(cast.consulent)
    inhoud = csv((plaatsing.dossier.nummer, "NL-7", "2026-W45", 10, 0, 2), ("D-1999-1", "", "2026-W45", 8, 0, 0))

    voorbeeld = lever_in(client, account, inhoud)

    rapport = Rapport.objects.get()
    assert "1 goede regel, <strong>1 fout</strong>" in voorbeeld
    assert consulent.get(gemeente("rapport", pk=rapport.pk)).status_code == 404
    client.post(adres("insturen", account, pk=rapport.pk))
    client.post(adres("insturen", account, pk=rapport.pk))
    client.post(adres("weggooien", account, pk=rapport.pk))
    assert "Ingestuurd: wacht op u" in consulent.get(gemeente("rapporten")).content.decode()
    assert not Weekstaat.objects.exists()
    consulent.post(gemeente("rapport_bevestigen", pk=rapport.pk))
    week = Weekstaat.objects.get()
    assert (week.gevolgd, week.door) == (10, cast.consulent)
    klaar = lees(client, "rapport", account, pk=rapport.pk)
    assert klaar.count("overgenomen") == 2
    assert "We kennen geen deelnemer met dit nummer" in klaar


def test_a_report_that_is_sent_back_says_why_and_can_be_thrown_away(cast, plaatsing, inloggen):
    account = maak_account(cast, plaatsing.bij_wie)
    client, consulent = inloggen(account.persoon), inloggen(cast.consulent)
    lever_in(client, account, csv((plaatsing.dossier.nummer, "", "2026-W45", 10, 0, 2)))
    rapport = Rapport.objects.get()
    client.post(adres("insturen", account, pk=rapport.pk))
    terug = gemeente("rapport_terugsturen", pk=rapport.pk)
    assert "lang nummer" in consulent.post(terug, {"reden": "Van wie is 123456782?"}).content.decode()

    consulent.post(terug, {"reden": "Op regel 1 staan de uren van een maand."})

    assert "Op regel 1 staan de uren van een maand." in lees(client, "rapport", account, pk=rapport.pk)
    assert consulent.post(gemeente("rapport_bevestigen", pk=rapport.pk)).status_code == 404
    client.post(adres("weggooien", account, pk=rapport.pk))
    assert not Rapport.objects.exists()


def test_the_form_gives_the_same_rows_as_a_file(cast, plaatsing, inloggen):
    account, nummer = maak_account(cast, plaatsing.bij_wie), plaatsing.dossier.nummer
    client, plek = inloggen(account.persoon), adres("formulier", account, jaar=2026, maand=11)
    assert "NT2-les, week 45 van 2026" in client.get(plek).content.decode()
    gegevens = {
        f"{nummer}.2026-W45.uren_nt2": "10", f"{nummer}.2026-W46.verzuim_geoorloofd": "12",
        f"{nummer}.niveau.lezen": "A2", "verbetering": "",
    }  # fmt: skip

    client.post(plek, gegevens, follow=True)

    rapport = Rapport.objects.get()
    client.post(adres("insturen", account, pk=rapport.pk))
    inloggen(cast.consulent).post(gemeente("rapport_bevestigen", pk=rapport.pk))
    assert [(rij.gevolgd, rij.gemist) for rij in Weekstaat.objects.order_by("week")] == [(10, 0), (0, 12)]
    assert Niveaumeting.objects.get().gemeten_op.isocalendar().week == 46


@pytest.mark.parametrize(
    ("veld", "waarde", "reden"),
    [("2026-W45.uren_nt2", "", "Vul ten minste één week in."), ("niveau.lezen", "A2", "Vul ook uren in bij de week")],
)
def test_a_form_without_hours_is_not_a_report(veld, waarde, reden, cast, plaatsing, inloggen):
    account = maak_account(cast, plaatsing.bij_wie)
    plek = adres("formulier", account, jaar=2026, maand=11)
    antwoord = inloggen(account.persoon).post(plek, {f"{plaatsing.dossier.nummer}.{veld}": waarde})

    assert antwoord.status_code == 422
    assert reden in antwoord.content.decode()


@pytest.mark.parametrize(("jaar", "maand"), [(1, 1), (2199, 12), (2026, 13), (2026, 0), (2026, 12)])
def test_a_month_that_cannot_be_reported_is_no_page(jaar, maand, cast, plaatsing, inloggen):
    account = maak_account(cast, plaatsing.bij_wie)

    assert inloggen(account.persoon).get(adres("formulier", account, jaar=jaar, maand=maand)).status_code == 404


def test_a_withdrawal_asks_a_reason_and_stands_on_the_page(cast, plaatsing, inloggen):
    account, client = maak_account(cast, plaatsing.bij_wie), inloggen(cast.beheerder)
    assert client.post(toegang("intrekken", account.pk), {"reden": ""}).status_code == 422

    pagina = client.post(toegang("intrekken", account.pk), {"reden": "werkt er niet meer"}, follow=True)

    assert "werkt er niet meer" in pagina.content.decode()
    account.refresh_from_db()
    assert account.stand(OP) == "ingetrokken"
    assert not account.persoon.is_active
