"""Every address, as every role, as an outsider and anonymously, against the one table of `cases.toegang`."""

from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.enums import Rol
from cases.toegang import TABEL, mag

from .paden import Pad, alle_paden, gemeentepaden
from .wereld import Wereld, maak_wereld

# What is reachable without logging in, and nothing else.
OPENBAAR = {
    "gezond",
    "agendafeed",  # its address is the secret; tests/cases/views/test_agendalink.py
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_login_code",
    "account_confirm_email",
    "account_email_verification_sent",
    "account_logout",
    "mfa_authenticate",
}


class Terug(Exception):
    """Rolls back what one request did, so that every request meets the same world."""


@pytest.fixture
def wereld(cast) -> Wereld:
    return maak_wereld(cast)


def vraag(client: Client, wereld: Wereld, pad: Pad, **anders: str) -> int:
    """The status of asking for this address; with POST where a GET is not allowed. Leaves no trace."""
    url = reverse(pad.naam, kwargs=wereld.argumenten(pad.naam, pad.argumenten) | anders)
    status = 0
    try:
        with transaction.atomic():
            status = 405 if hasattr(pad.view, "knop") else client.get(url).status_code
            if status == 405:
                status = client.post(url).status_code
            raise Terug
    except Terug:
        return status


def test_every_page_of_a_gemeente_says_which_action_it_is():
    zonder = [pad.naam for pad in gemeentepaden() if not hasattr(pad.view, "actie")]

    assert zonder == []


@pytest.mark.parametrize("rol", Rol)
def test_every_role_gets_what_the_table_says(rol, wereld, inloggen):
    """Allowed means a page, a redirect or the form with its errors (an empty POST); anything else is a refusal."""
    client = inloggen(wereld.cast.met_rol(rol))
    afwijkend = {}
    for pad in gemeentepaden():
        status = vraag(client, wereld, pad)
        if status not in ({200, 302, 400, 422} if mag([rol], pad.view.actie) else {403}):
            afwijkend[pad.naam] = status

    assert afwijkend == {}


def test_a_reload_after_a_button_leads_to_a_page_of_the_plan_or_the_intake(wereld, inloggen):
    paden = [pad for pad in gemeentepaden() if pad.naam.startswith(("plan:", "intake:"))]
    knoppen = {pad.naam: pad for pad in paden if hasattr(pad.view, "knop")}
    clients = {rol: inloggen(wereld.cast.met_rol(rol)) for rol in (Rol.CONSULENT, Rol.TWEEDE_LEZER, Rol.BEHEERDER)}
    for pad in paden:
        client = next(client for rol, client in clients.items() if mag([rol], pad.view.actie))
        antwoord = client.get(reverse(pad.naam, kwargs=wereld.argumenten(pad.naam, pad.argumenten)))
        assert antwoord.status_code == 302 if pad.naam in knoppen else antwoord.status_code != 405, pad.naam

    assert {"plan:intrekking", "plan:aanbieden", "intake:ontheffing_beslissen"} <= knoppen.keys()


def test_for_an_outsider_nothing_of_this_gemeente_exists(wereld, inloggen):
    for medewerker in (wereld.cast.buitenstaander, wereld.cast.niemand):
        client = inloggen(medewerker)
        gezien = {pad.naam: status for pad in gemeentepaden() if (status := vraag(client, wereld, pad)) != 404}
        assert gezien == {}


def test_anonymously_every_page_of_a_gemeente_leads_to_the_login_page(wereld, client):
    for pad in gemeentepaden():
        antwoord = client.get(reverse(pad.naam, kwargs=wereld.argumenten(pad.naam, pad.argumenten)))
        assert urlsplit(antwoord.headers.get("Location", "")).path == reverse("account_login"), pad.naam


def test_the_list_of_public_pages_is_complete(db, client):
    """A page that opens without logging in stands in the list above, so that adding one is a decision."""
    argumenten = {"uidb36": "1", "key": "x", "geheim": "x", "account": 1, "pk": 1, "jaar": 2026, "maand": 11}
    open_paginas = set()
    for pad in alle_paden():
        if pad.per_gemeente:
            continue
        url = reverse(pad.naam, kwargs={naam: argumenten[naam] for naam in pad.argumenten})
        antwoord = client.get(url)
        if urlsplit(antwoord.headers.get("Location", "")).path != reverse("account_login"):
            open_paginas.add(pad.naam)

    assert open_paginas <= OPENBAAR


def test_an_extra_protected_dossier_answers_as_one_that_does_not_exist(wereld, inloggen):
    for dossier in wereld.dossiers:
        dossier.extra_beschermd = True
        dossier.save(update_fields=["extra_beschermd"])
    op_dossier = [pad for pad in gemeentepaden() if "nummer" in pad.argumenten and "koppelregel" not in pad.naam]

    for rol in (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.TWEEDE_LEZER, Rol.RAADPLEGER, Rol.JURIST):
        client = inloggen(wereld.cast.met_rol(rol))
        mogelijk = [pad for pad in op_dossier if mag([rol], pad.view.actie)]
        afgeschermd = {pad.naam: vraag(client, wereld, pad) for pad in mogelijk}
        bestaat_niet = {pad.naam: vraag(client, wereld, pad, nummer="D-2026-9999") for pad in mogelijk}
        assert afgeschermd == bestaat_niet, rol
        assert set(afgeschermd.values()) <= {400, 404}


def test_every_action_has_somebody_who_may_do_it():
    assert all(TABEL.values())
