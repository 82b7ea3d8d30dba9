"""Somebody of an aanbieder with an account, for the tests of the portal."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.aanbiederportaal.services.accounts import nodig_uit
from pip_plans.uitvoering.models import Aanbieder
from tests.fabriek import Cast
from tests.pip_plans.voortgang.bouw import OP

TOT = date(2027, 5, 20)


def maak_account(cast: Cast, wie: Aanbieder, email: str = "petra@school.example", **anders: Any) -> ExternAccount:
    velden: dict[str, Any] = {"naam": "Petra Smit", "van": OP, "tot": TOT, "door": cast.teamleider, "op": OP}
    return nodig_uit(aanbieder=wie, email=email, **velden | anders)


def adres(naam: str, account: ExternAccount, **delen: object) -> str:
    return reverse(f"aanbiederportaal:{naam}", kwargs={"account": account.pk, **delen})


def lever_in(client: Client, account: ExternAccount, inhoud: bytes, **velden: object) -> str:
    """Upload a file; the page that follows."""
    bestand = SimpleUploadedFile("Tesfay rapport.csv", inhoud)
    gegevens = {"maand": "2026-11-01", "verbetering": "", "bestand": bestand} | velden
    return client.post(adres("rapporten", account), gegevens, follow=True).content.decode()


def lees(client: Client, naam: str, account: ExternAccount, **delen: object) -> str:
    antwoord = client.get(adres(naam, account, **delen))
    assert antwoord.status_code == 200
    return antwoord.content.decode()
