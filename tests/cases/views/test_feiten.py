"""Recording a fact, and correcting one only after seeing what it moves."""

from datetime import date

import pytest

from cases.services.feiten import ongewoon
from cases.services.gebeurtenissen import registreer_feit
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import asielstatushouder

pytestmark = pytest.mark.usefixtures("vrijdag")


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/feiten/"


def brp_van(dossier):
    return dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")


def test_every_kind_that_people_record_has_its_own_form(cast, inloggen, adres):
    client = inloggen(cast.consulent)
    eigen_schermen = {
        "PIP_VASTGESTELD", "BESCHIKKING_BEKENDGEMAAKT", "BIJSTAND_INGEGAAN", "BEZWAAR_ONTVANGEN", "BESLUIT_DUO",
        "BEZWAAR_VERZUIM_GEMELD", "BEZWAAR_VERZUIM_HERSTELD", "BEZWAAR_VERDAAGD", "BEZWAAR_INGETROKKEN",
        "INGEBREKESTELLING", "BESLISSING_OP_BEZWAAR", "BEROEP_INGESTELD", "BEZWAAR_UITSTEL", "BESCHIKKING_HERROEPEN",
        "BOETERAPPORT", "BOETE_OPGELEGD", "BOETEZAAK_BEEINDIGD", "BETALINGSREGELING", "BOETE_BETAALD", "BOETE_DUO",
        "EXAMENUITSLAG", "ONDERDEEL_AFGEROND",
    }  # fmt: skip

    for soort in FeitSoort:
        antwoord = client.get(f"{adres}nieuw/{soort}/").status_code
        wel = soort not in eigen_schermen
        assert antwoord == (200 if wel else 404), soort


def test_a_double_click_records_a_fact_once(cast, inloggen, dossier, adres):
    client, gegevens = inloggen(cast.consulent), {"datum": "19-11-2026", "wijze": "telefonisch", "kenmerk": "a1"}

    for _ in range(2):
        assert client.post(f"{adres}nieuw/EERSTE_CONTACT/", gegevens).status_code == 302

    feit = dossier.gebeurtenissen.get(soort="EERSTE_CONTACT")
    assert (feit.datum, feit.gegevens, feit.door) == (date(2026, 11, 19), {"wijze": "telefonisch"}, cast.consulent)


@pytest.mark.parametrize(
    ("soort", "invoer", "zin"),
    [
        ("HUISVESTING", {"datum": "21-11-2026"}, "Deze datum ligt in de toekomst"),
        ("HUISVESTING", {"datum": "31-02-2026"}, "Deze datum bestaat niet"),
        ("PIP_VORIGE_GEMEENTE", {"datum": "01-06-2021"}, "Toen gold de Wet inburgering 2021 nog niet"),
        ("PIP_VORIGE_GEMEENTE", {"datum": "01-06-2026", "gemeente": "diemen "}, "Diemen is uw eigen gemeente"),
        ("DOELGROEP", {"datum": "01-11-2026"}, "Maak een keuze bij ‘Doelgroep’"),
        ("TERMIJN_DUO", {"datum": "01-11-2026", "start": "02-11-2026", "einde": "01-11-2026"}, "niet na de eerste dag"),
    ],
)
def test_a_fault_is_said_at_its_field_and_nothing_is_stored(cast, inloggen, dossier, adres, soort, invoer, zin):
    voor = dossier.gebeurtenissen.count()

    antwoord = inloggen(cast.consulent).post(f"{adres}nieuw/{soort}/", {**invoer, "kenmerk": "a1"})

    assert zin in antwoord.content.decode()
    assert dossier.gebeurtenissen.count() == voor


def test_a_death_is_not_before_what_somebody_was_alive_for_and_is_seen_before_it_is_stored(
    cast, inloggen, dossier, adres
):
    client, url = inloggen(cast.consulent), f"{adres}nieuw/OVERLIJDEN/"
    goed = {"datum": "19-11-2026", "kenmerk": "a1"}

    te_vroeg = client.post(url, goed | {"datum": "01-01-1980", "bevestig": "1"}).content.decode()
    vooraf = client.post(url, goed).content.decode()
    assert "op 9 september 2026. Klopt dat niet" in te_vroeg
    assert "bewaard tot en met donderdag 19 november 2026" in vooraf
    assert not dossier.gebeurtenissen.filter(soort="OVERLIJDEN").exists()

    assert client.post(url, goed | {"bevestig": "1"}).status_code == 302
    tweede = client.post(url, {"datum": "20-11-2026", "kenmerk": "a2", "bevestig": "1"}).content.decode()
    assert "al een overlijden vastgelegd op 19-11-2026" in tweede
    assert dossier.gebeurtenissen.filter(soort="OVERLIJDEN").count() == 1


def test_the_dates_of_duo_are_kept_as_iso_and_beat_our_own_count(cast, inloggen, dossier, adres):
    invoer = {"datum": "18-11-2026", "start": "10-11-2026", "einde": "09-11-2029", "kenmerk": "a1"}

    inloggen(cast.consulent).post(f"{adres}nieuw/TERMIJN_DUO/", invoer)

    assert dossier.termijnen.open().get(soort="INBURGERINGSTERMIJN").laatste_dag == date(2029, 11, 9)


def test_an_unusual_order_is_recorded_with_a_warning(cast, inloggen, dossier, adres):
    invoer = {"datum": "15-09-2026", "kenmerk": "a1"}

    antwoord = inloggen(cast.consulent).post(f"{adres}nieuw/HUISVESTING/", invoer, follow=True)

    assert "Let op, dit is ongewoon." in antwoord.content.decode()
    assert dossier.gebeurtenissen.filter(soort="HUISVESTING").exists()


def test_a_correction_first_shows_what_moves_and_stores_nothing(cast, inloggen, dossier, adres):
    feit = brp_van(dossier)
    invoer = {"datum": "16-09-2026", "toelichting": "BRP nagekeken", "kenmerk": "a1"}
    client = inloggen(cast.consulent)

    scherm = client.post(f"{adres}{feit.pk}/", invoer).content.decode()

    assert "woensdag 18 november 2026" in scherm
    assert "woensdag 25 november 2026" in scherm
    assert brp_van(dossier) == feit

    client.post(f"{adres}{feit.pk}/", {**invoer, "bevestig": "1"})
    assert brp_van(dossier).corrigeert == feit
    assert dossier.termijnen.open().get(soort="PIP").laatste_dag == date(2026, 11, 25)


def test_a_correction_needs_a_reason(cast, inloggen, dossier, adres):
    feit = brp_van(dossier)

    antwoord = inloggen(cast.consulent).post(
        f"{adres}{feit.pk}/", {"datum": "16-09-2026", "kenmerk": "a", "bevestig": "1"}
    )

    assert "Schrijf op waarom u dit feit corrigeert" in antwoord.content.decode()
    assert brp_van(dossier) == feit


def test_a_withdrawn_fact_takes_its_term_along(cast, inloggen, dossier, adres):
    feit = brp_van(dossier)
    client, invoer = inloggen(cast.consulent), {"toelichting": "verkeerd dossier"}

    assert "vervalt" in client.post(f"{adres}{feit.pk}/intrekken/", invoer).content.decode()
    client.post(f"{adres}{feit.pk}/intrekken/", {**invoer, "bevestig": "1"})

    assert not dossier.termijnen.open().filter(soort="PIP").exists()
    assert client.get(f"{adres}{feit.pk}/").status_code == 404


def test_a_fact_that_a_decision_wrote_is_not_corrected_by_hand(cast, inloggen, dossier, adres):
    pip = registreer_feit(
        dossier=dossier, soort=FeitSoort.PIP_VASTGESTELD, datum=date(2026, 11, 2), door=None, op=date(2026, 11, 2)
    )

    assert inloggen(cast.consulent).get(f"{adres}{pip.pk}/").status_code == 404


def test_who_may_only_read_cannot_record(cast, inloggen, adres):
    assert inloggen(cast.raadpleger).get(f"{adres}nieuw/HUISVESTING/").status_code == 403
    assert inloggen(cast.buitenstaander).get(f"{adres}nieuw/HUISVESTING/").status_code == 404


def test_a_pip_from_elsewhere_that_does_not_fit_is_kept_with_a_warning(dossier):
    for dag in (date(2026, 6, 1), date(2026, 10, 1)):
        registreer_feit(
            dossier=dossier, soort=FeitSoort.PIP_VORIGE_GEMEENTE, datum=dag, door=None, op=date(2026, 11, 20),
            gegevens={"gemeente": "Almere", "leerroute": "B1"},
        )  # fmt: skip

    zinnen = ongewoon(dossier, feiten_van(dossier))

    assert any("meer dan één PIP van een andere gemeente" in zin for zin in zinnen)
    assert any("Almere (01-10-2026) ligt na de BRP-inschrijving hier (09-09-2026)" in zin for zin in zinnen)
