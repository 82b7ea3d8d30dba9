"""The pages of the functioneel beheerder, as she uses them."""

import re
from datetime import date

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from cases.enums import Rol
from cases.instellingen import instelling
from cases.models import Aanstelling, Kbdag, Medewerker
from cases.services.afsluiten import sluit_af
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import asielstatushouder, leg_vast

VANDAAG = timezone.localdate()
PAGINAS = [
    "beheer",
    "gemeente",
    "mensen",
    "uitnodigen",
    "instellingen",
    "teksten",
    "kalender",
    "vernietigingslijst",
    "vernietigen",
]


@pytest.fixture
def beheer(cast, inloggen):
    return inloggen(cast.beheerder)


@pytest.mark.parametrize("naam", PAGINAS)
def test_every_page_opens_for_the_beheerder_and_not_for_a_consulent(naam, cast, beheer, inloggen):
    url = reverse(f"cases:{naam}", args=["diemen"])

    assert beheer.get(url).status_code == 200
    assert inloggen(cast.consulent).get(url).status_code == 403


def test_an_invitation_makes_an_account_with_a_role_and_a_link_that_works(
    beheer, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        beheer.post(
            reverse("cases:uitnodigen", args=["diemen"]),
            {"email": "Nieuw@Diemen.example", "naam": "Nieuwe Collega", "rollen": ["consulent"], "van": "01-11-2026"},
        )

    nieuw = Medewerker.objects.get(email="nieuw@diemen.example")
    assert list(nieuw.aanstellingen.values_list("rol", flat=True)) == ["consulent"]
    pad = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    pagina = client.get(pad, follow=True)
    assert "Wachtwoord" in pagina.content.decode()
    assert mail.outbox[0].to == ["nieuw@diemen.example"]


def test_a_known_address_of_another_gemeente_gets_the_role_and_no_second_account(cast, beheer):
    beheer.post(
        reverse("cases:uitnodigen", args=["diemen"]),
        {"email": cast.buitenstaander.email, "naam": "x", "rollen": ["raadpleger"], "van": "01-11-2026"},
    )

    assert Aanstelling.objects.filter(medewerker=cast.buitenstaander, gemeente=cast.gemeente).count() == 1


def test_a_role_that_overlaps_is_refused_with_a_sentence(cast, beheer):
    url = reverse("cases:medewerker", args=["diemen", cast.consulent.pk])

    antwoord = beheer.post(url, {"aanstellen": "1", "rol": "consulent", "van": "01-01-2026"})

    assert "heeft deze rol in deze periode al" in antwoord.content.decode()


def test_out_of_service_ends_the_session_at_once(cast, beheer, inloggen):
    sessie = inloggen(cast.consulent)
    termijnen = reverse("cases:termijnen", args=["diemen"])
    assert sessie.get(termijnen).status_code == 200

    beheer.post(reverse("cases:medewerker_actie", args=["diemen", cast.consulent.pk]), {"actie": "uit_dienst"})

    assert sessie.get(termijnen).status_code == 302
    cast.consulent.refresh_from_db()
    assert not cast.consulent.is_active


def test_the_last_beheerder_stays(cast, beheer):
    url = reverse("cases:medewerker_actie", args=["diemen", cast.beheerder.pk])

    antwoord = beheer.post(url, {"actie": "uit_dienst"}, follow=True)

    assert "laatste functioneel beheerder" in antwoord.content.decode()
    assert Aanstelling.objects.filter(medewerker=cast.beheerder, tot=None).exists()


def test_somebody_of_another_gemeente_does_not_exist_here(cast, beheer):
    assert beheer.get(reverse("cases:medewerker", args=["diemen", cast.buitenstaander.pk])).status_code == 404


def test_a_policy_choice_moves_the_terms_of_this_gemeente(cast, beheer, django_capture_on_commit_callbacks):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 10, 1))
    assert dossier.termijnen.open().get(soort="PIP").laatste_dag == date(2026, 12, 10)

    with django_capture_on_commit_callbacks(execute=True):
        beheer.post(
            reverse("cases:instelling", args=["diemen", "pip_startregel"]),
            {"waarde": "brp", "bron": "Beleidskader 2022", "geldig_vanaf": f"{VANDAAG:%d-%m-%Y}", "bevestig": "1"},
        )

    assert instelling(cast.gemeente, "pip_startregel", VANDAAG) == ("brp", "Beleidskader 2022")
    assert dossier.termijnen.open().get(soort="PIP").laatste_dag == date(2026, 11, 18)


def test_thresholds_are_lines_and_a_wrong_line_is_named(cast, beheer):
    url = reverse("cases:instelling", args=["diemen", "signaal_drempels"])
    data = {"bron": "werkafspraak", "geldig_vanaf": f"{VANDAAG:%d-%m-%Y}"}

    fout = beheer.post(url, data | {"waarde": "PIP vaststellen; 14; consulent\nPIP vaststellen; veel; consulent"})
    beheer.post(url, data | {"waarde": "PIP vaststellen; 14; consulent\nPIP vaststellen; -1; teamleider"})

    assert "Regel 2" in fout.content.decode()
    assert instelling(cast.gemeente, "signaal_drempels", VANDAAG)[0] == [
        {"soort": "PIP", "dagen": 14, "aan": "consulent"},
        {"soort": "PIP", "dagen": -1, "aan": "teamleider"},
    ]
    lijst = beheer.get(reverse("cases:instellingen", args=["diemen"])).content.decode()
    assert "PIP vaststellen: 14 dagen ervoor, consulent" in lijst
    assert "PIP vaststellen: 1 dag erna, teamleider" in lijst


def test_a_new_kb_day_shifts_the_terms_that_end_on_it(cast, beheer, django_capture_on_commit_callbacks):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))

    with django_capture_on_commit_callbacks(execute=True):
        beheer.post(
            reverse("cases:kalender", args=["diemen"]),
            {"dag": "1", "datum": "18-11-2026", "naam": "extra dag", "bron": "Stcrt. 2026, 1", "bevestig": "1"},
        )

    assert Kbdag.objects.filter(datum=date(2026, 11, 18)).exists()
    termijn = dossier.termijnen.open().get(soort="PIP")
    assert (termijn.ruwe_dag, termijn.laatste_dag) == (date(2026, 11, 18), date(2026, 11, 19))


def test_the_teamleider_arranges_substitution(cast, inloggen):
    teamleider = inloggen(cast.teamleider)

    antwoord = teamleider.post(
        reverse("cases:vervanging", args=["diemen"]),
        {"afwezige": cast.consulent.pk, "vervanger": cast.collega.pk, "van": "20-11-2026", "tot": "31-12-2026"},
    )

    assert antwoord.status_code == 302
    assert cast.consulent.afwezigheden.get().vervanger == cast.collega


def test_a_dossier_past_its_retention_period_is_destroyed_with_everything_and_leaves_a_proof(cast, beheer):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2022, 3, 7), kennisgeving=date(2022, 3, 1))
    leg_vast(dossier, FeitSoort.OVERLIJDEN, date(2022, 5, 1))
    open_lijst = beheer.get(reverse("cases:vernietigingslijst", args=["diemen"])).content.decode()
    te_vroeg = beheer.post(
        reverse("cases:vernietigen", args=["diemen"]), {"nummer": dossier.nummer, "grondslag": "art. 9.9, overlijden"}
    )
    sluit_af(dossier=dossier, door=cast.teamleider, op=date(2026, 11, 20))
    lijst = beheer.get(reverse("cases:vernietigingslijst", args=["diemen"])).content.decode()

    beheer.post(
        reverse("cases:vernietigen", args=["diemen"]), {"nummer": dossier.nummer, "grondslag": "art. 9.9, overlijden"}
    )

    assert "nog niet afgesloten" in te_vroeg.content.decode()
    assert dossier.nummer not in open_lijst
    assert dossier.nummer in lijst
    assert dossier.inburgeraar.achternaam not in lijst
    assert not type(dossier).objects.filter(pk=dossier.pk).exists()
    assert not type(dossier.inburgeraar).objects.filter(pk=dossier.inburgeraar_id).exists()
    bewijs = cast.gemeente.vernietigingen.get()
    assert (bewijs.dossiernummer, bewijs.aantallen["cases.Gebeurtenis"]) == (dossier.nummer, 7)


def test_a_dossier_that_must_be_kept_is_not_destroyed(cast, beheer):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2022, 3, 7), kennisgeving=date(2022, 3, 1))
    leg_vast(dossier, FeitSoort.EINDE_PLICHT, date(2025, 6, 30))
    sluit_af(dossier=dossier, door=cast.teamleider, op=date(2026, 11, 20))

    antwoord = beheer.post(
        reverse("cases:vernietigen", args=["diemen"]), {"nummer": dossier.nummer, "grondslag": "art. 9.9"}
    )

    assert "bewaard blijven tot en met 30-06-2030" in antwoord.content.decode()
    assert type(dossier).objects.filter(pk=dossier.pk).exists()


def test_a_pending_objection_stops_every_destruction(cast, beheer):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2022, 3, 7), kennisgeving=date(2022, 3, 1))
    leg_vast(dossier, FeitSoort.BEZWAAR_ONTVANGEN, date(2022, 6, 1), beschikking="PIP-2022-0001")

    antwoord = beheer.post(
        reverse("cases:vernietigen", args=["diemen"]),
        {"nummer": dossier.nummer, "grondslag": "vergissing", "onterecht": "on"},
    )

    assert "loopt een bezwaar" in antwoord.content.decode()


def test_the_beheerder_has_no_way_into_a_dossier(cast, beheer):
    assert Rol.BEHEERDER.value == "beheerder"
    assert beheer.get("/diemen/dossiers/").status_code in {403, 404}
