"""History in sentences, who looked, and a dossier that only the named know of."""

from datetime import date

import pytest

from cases.services.gebeurtenissen import corrigeer_feit, registreer_handeling
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import leg_vast, maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP)


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/"


def zinnen(antwoord):
    return [regel.zin for regel in antwoord.context["regels"]]


def test_every_event_is_a_sentence_and_a_correction_says_what_it_replaced(cast, inloggen, dossier, adres):
    feit = leg_vast(dossier, FeitSoort.KOPPELING, date(2026, 11, 2), azc="AZC Almere")
    nieuw = corrigeer_feit(
        gebeurtenis=feit, datum=date(2026, 11, 3), toelichting="brief nagekeken", door=cast.collega, op=OP
    )
    corrigeer_feit(gebeurtenis=nieuw, datum=nieuw.datum, vervalt=True, toelichting="ander dossier", door=None, op=OP)

    antwoord = inloggen(cast.consulent).get(f"{adres}geschiedenis/")

    naam, collega = cast.consulent.naam, cast.collega.naam
    assert zinnen(antwoord) == [
        "Systeem trok in: Koppeling van 3 november 2026.",
        f"{collega} corrigeerde: Koppeling van 2 november 2026 naar 3 november 2026, AZC Almere.",
        f"{naam} legde vast: Koppeling op 2 november 2026, AZC Almere.",
        f"{naam} opende het dossier.",
    ]
    assert "Reden: brief nagekeken" in antwoord.content.decode()


def test_the_sentence_of_a_pip_says_no_more_than_people_know(cast, inloggen, dossier, adres):
    soort = FeitSoort.PIP_VASTGESTELD
    leg_vast(dossier, soort, date(2026, 11, 2), beschikking="PIP-2026-1", leerroute="B1", eerste=True)
    leg_vast(dossier, soort, date(2026, 11, 9), beschikking="PIP-2026-2", leerroute="Z", eerste=False)

    tweede, eerste, _ = zinnen(inloggen(cast.consulent).get(f"{adres}geschiedenis/"))

    assert eerste.endswith("PIP vastgesteld op 2 november 2026, B1-route, nummer PIP-2026-1.")
    assert tweede.endswith("PIP vastgesteld op 9 november 2026, wijzigt een eerder PIP, Z-route, nummer PIP-2026-2.")


def test_only_the_teamleider_sees_who_looked(cast, inloggen, dossier, adres):
    inloggen(cast.raadpleger).get(adres)

    assert "Wie heeft gekeken" not in inloggen(cast.consulent).get(f"{adres}geschiedenis/").content.decode()
    tekst = inloggen(cast.teamleider).get(f"{adres}geschiedenis/").content.decode()
    assert f"{cast.raadpleger.naam}: dossier" in tekst


def test_history_pages_by_key_at_a_fixed_cost(cast, inloggen, dossier, adres, django_assert_max_num_queries):
    client = inloggen(cast.consulent)
    client.get(f"{adres}geschiedenis/")
    with django_assert_max_num_queries(60) as klein:
        client.get(f"{adres}geschiedenis/")
    for _ in range(300):
        registreer_handeling(
            dossier=dossier, soort="NOTITIE_GESCHREVEN", datum=OP, door=None, gegevens={"soort": "notitie"}
        )

    with django_assert_max_num_queries(len(klein)):
        eerste = client.get(f"{adres}geschiedenis/")
    tweede = client.get(f"{adres}geschiedenis/{eerste.context['blad'].volgende}")

    pks = [{regel.gebeurtenis.pk for regel in blad.context["regels"]} for blad in (eerste, tweede)]
    assert [len(stapel) for stapel in pks] == [50, 50]
    assert not pks[0] & pks[1]


def test_a_protected_dossier_is_seen_by_the_named_only_and_never_lost(cast, inloggen, dossier, adres):
    invoer = {"bescherm": "1", "b-mensen": [cast.collega.pk], "b-reden": "bedreiging"}

    inloggen(cast.teamleider).post(f"{adres}bescherming/", invoer)

    status = {
        wie: inloggen(getattr(cast, wie)).get(adres).status_code for wie in ("teamleider", "collega", "consulent")
    }
    assert status == {"teamleider": 200, "collega": 200, "consulent": 404}
    assert dossier.gebeurtenissen.get(soort="DOSSIER_BESCHERMD").toelichting == "bedreiging"

    inloggen(cast.teamleider).post(f"{adres}bescherming/", {"hef_op": "1", "o-reden": "voorbij"})
    assert inloggen(cast.consulent).get(adres).status_code == 200
    assert not dossier.toegangen.exists()


@pytest.mark.parametrize("pad", ["", "persoon/", "koppeling/", "documenten/", "geschiedenis/", "feiten/nieuw/"])
def test_no_page_of_a_protected_dossier_opens_for_others(cast, inloggen, dossier, adres, pad):
    assert inloggen(cast.collega).get(f"{adres}{pad}").status_code == 200
    dossier.extra_beschermd = True
    dossier.save()

    assert inloggen(cast.collega).get(f"{adres}{pad}").status_code == 404


def test_protection_asks_for_a_reason_and_for_the_teamleider(cast, inloggen, dossier, adres):
    invoer = {"bescherm": "1", "b-mensen": [cast.collega.pk], "b-reden": " "}

    assert "Vul ‘Reden’ in" in inloggen(cast.teamleider).post(f"{adres}bescherming/", invoer).content.decode()
    assert inloggen(cast.consulent).get(f"{adres}bescherming/").status_code == 403
    dossier.refresh_from_db()
    assert not dossier.extra_beschermd
