"""Logging in: in two steps where that is compulsory, and throttled without hurting others."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.fabriek import WACHTWOORD


@pytest.fixture(autouse=True)
def _lege_tellers():
    cache.clear()


def poging(client, email, wachtwoord=WACHTWOORD, adres="192.0.2.1"):
    """One attempt to log in; True when it succeeded."""
    client.post(reverse("account_login"), {"login": email, "password": wachtwoord}, REMOTE_ADDR=adres)
    return "_auth_user_id" in client.session


def test_without_logging_in_every_page_asks_for_it(client):
    assert client.get("/diemen/").url.startswith(reverse("account_login"))


def test_guessing_locks_out_the_guesser_and_nobody_else(cast, client):
    for _ in range(6):
        poging(Client(), cast.consulent.email, "fout", adres="198.51.100.7")

    assert not poging(Client(), cast.consulent.email, adres="198.51.100.7")
    assert poging(Client(), cast.consulent.email, adres="192.0.2.1")
    assert poging(Client(), cast.collega.email, adres="198.51.100.7")


def test_nobody_registers_himself(db, client):
    antwoord = client.post(
        reverse("account_signup"), {"email": "x@x.example", "password1": WACHTWOORD, "password2": WACHTWOORD}
    )

    assert antwoord.status_code == 200
    assert "_auth_user_id" not in client.session


def test_where_two_steps_are_compulsory_no_page_opens_before_they_are_set_up(cast, inloggen, settings):
    settings.MFA_VERPLICHT = True
    client = inloggen(cast.consulent)

    antwoord = client.get(reverse("cases:termijnen", args=["diemen"]))

    assert antwoord.url == reverse("mfa_activate_totp")


def test_the_second_step_is_asked_and_a_wrong_code_does_not_do(cast, client):
    instance = TOTP.activate(cast.consulent, "JBSWY3DPEHPK3PXP").instance
    assert instance.user == cast.consulent

    assert not poging(client, cast.consulent.email)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "_auth_user_id" not in client.session

    code = format_hotp_value(hotp_value("JBSWY3DPEHPK3PXP", next(iter(yield_hotp_counters_from_time()))))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert "_auth_user_id" in client.session
