"""The overview: what to do now and why, which terms there are and which not, and what DUO has to be told."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cases.models import Afspraak, Notitie
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import asielstatushouder, leg_vast, maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)
NL = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


@pytest.fixture
def open_pagina(cast, inloggen):
    return lambda dossier: inloggen(cast.consulent).get(f"/diemen/dossiers/{dossier.nummer}/")


def titels(antwoord):
    return [stap.titel for stap, _ in antwoord.context["stappen"]]


def test_a_new_dossier_asks_first_for_a_consulent_and_then_for_the_facts(cast, open_pagina):
    dossier = maak_dossier(cast.gemeente, None, op=OP)

    assert titels(open_pagina(dossier)) == [
        "Consulent toewijzen",
        "Eerste contact in de gemeente",
        "Kennisgeving van DUO vastleggen",
        "Inschrijving in de BRP vastleggen",
        "Doelgroep vastleggen",
    ]


def test_the_first_contact_follows_the_policy_for_the_azc(dossier, open_pagina):
    assert "Eerste contact: bezoek in AZC Almere" in titels(open_pagina(dossier))


def test_an_appointment_asks_for_its_interpreter_and_afterwards_for_its_outcome(cast, dossier, open_pagina):
    def plan(dag, **velden):
        Afspraak.objects.create(
            dossier=dossier, soort="intake", begin=datetime(2026, 11, dag, 9, tzinfo=NL), plaatssoort="gemeentehuis",
            met=cast.consulent, **velden,
        )  # fmt: skip

    plan(24, tolk_taal="Tigrinya")
    plan(20)

    gevonden = titels(open_pagina(dossier))
    assert "Tolk Tigrinya bestellen" in gevonden
    assert "Uitkomst vastleggen: Intakegesprek van 20 november 2026 om 09:00 uur" in gevonden


def test_awaited_information_is_asked_after_until_it_comes(dossier, open_pagina):
    leg_vast(dossier, FeitSoort.DERDEN_INFORMATIE_GEVRAAGD, date(2026, 10, 1))
    assert "Informatie van derden navragen" in titels(open_pagina(dossier))

    leg_vast(dossier, FeitSoort.DERDEN_INFORMATIE_ONTVANGEN, date(2026, 11, 10))
    assert "Informatie van derden navragen" not in titels(open_pagina(dossier))


def test_a_pip_that_duo_answered_with_a_term_needs_no_report(dossier, open_pagina):
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 2), leerroute="B1", beschikking="2026/1")
    leg_vast(dossier, FeitSoort.TERMIJN_DUO, date(2026, 11, 12), start="2026-11-03", einde="2029-11-02")

    assert "Meld het PIP in het DUO-portaal" not in titels(open_pagina(dossier))


def test_a_pip_is_reported_to_duo_once_with_the_values_to_copy(cast, inloggen, dossier, open_pagina):
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 17), leerroute="B1", beschikking="PIP-2026-0001")
    antwoord = open_pagina(dossier)
    tekst = antwoord.content.decode()

    assert "Meld het PIP in het DUO-portaal" in titels(antwoord)
    for waarde in ("17-11-2026", "B1-route", dossier.inburgeraar.v_nummer, "PIP-2026-0001"):
        assert waarde in tekst

    for _ in range(2):
        inloggen(cast.consulent).post(f"/diemen/dossiers/{dossier.nummer}/pip-gemeld/")
    assert dossier.gebeurtenissen.filter(soort="PIP_GEMELD_BIJ_DUO").count() == 1
    assert "Meld het PIP in het DUO-portaal" not in titels(open_pagina(dossier))
    assert "Termijn van DUO vastleggen" in titels(open_pagina(dossier))


def test_of_who_left_nothing_is_asked_but_to_close_the_dossier(dossier, open_pagina):
    leg_vast(dossier, FeitSoort.VERTREK, date(2026, 11, 1))

    assert titels(open_pagina(dossier)) == ["Dossier afsluiten"]


def test_terms_show_both_days_and_absent_terms_say_why(dossier, open_pagina):
    antwoord = open_pagina(dossier)
    tekst = antwoord.content.decode()

    assert [(termijn.soort, stand) for termijn, stand in antwoord.context["termijnen"]] == [("PIP", "te_laat")]
    assert tekst.count("18-11-2026") >= 2
    assert "Deze termijn begint pas als het PIP is vastgesteld." in tekst


def test_what_people_type_is_never_markup(cast, dossier, open_pagina):
    Notitie.objects.create(dossier=dossier, tekst="<script>alert(1)</script>", door=cast.consulent)

    assert "<script>alert" not in open_pagina(dossier).content.decode()


def test_the_page_costs_the_same_with_three_events_and_with_three_hundred(
    cast, inloggen, dossier, django_assert_max_num_queries
):
    client, adres = inloggen(cast.consulent), f"/diemen/dossiers/{dossier.nummer}/"
    client.get(adres)  # the first look of the quarter is logged
    with django_assert_max_num_queries(60) as klein:
        client.get(adres)

    for nummer in range(300):
        registreer_handeling(dossier=dossier, soort="NOTITIE_GESCHREVEN", datum=OP, door=None, gegevens={"soort": "x"})
        Notitie.objects.create(dossier=dossier, tekst=str(nummer), door=cast.consulent)
        leg_vast(dossier, FeitSoort.HUISVESTING, OP - timedelta(days=nummer)) if nummer < 5 else None
    with django_assert_max_num_queries(len(klein)):
        client.get(adres)
