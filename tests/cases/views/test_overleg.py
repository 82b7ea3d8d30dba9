"""The pages of the casusoverleg, from a new partner to a closed meeting, as its readers see them."""

from datetime import datetime

import pytest

from cases.models import Casusoverleg, Inzage, Overlegactie, Overlegpartner, Overlegpunt, Verstrekking
from cases.services.overleg import agendeer, versie
from tests.cases.services.test_overleg import OP, maak_overleg
from tests.fabriek import maak_dossier


@pytest.fixture(autouse=True)
def vandaag(time_machine):
    time_machine.move_to(datetime(2026, 11, 25, 10).astimezone())


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam="Overleghart", bsn="999993653")


def test_from_a_new_partner_to_a_closed_meeting(cast, dossier, inloggen):
    client, basis = inloggen(cast.consulent), "/diemen/overleg/"

    def stuur(adres, **gegevens):
        antwoord = client.post(adres, gegevens)
        assert antwoord.status_code == 302, antwoord.content.decode()

    assert "Nog geen partners" in client.get(basis).content.decode()
    stuur(f"{basis}partners/nieuw/", naam="VluchtelingenWerk", soort="begeleiding", actief="on")
    stuur(f"{basis}nieuw/", partner=Overlegpartner.objects.get().pk, onderwerp="ontzorgen", datum="25-11-2026")
    overleg = Casusoverleg.objects.get()
    plek = f"{basis}{overleg.pk}/"
    vreemd = client.post(plek, {"opslaan": "1", "dossier": "D-2026-9999", "vraag": "Wie?"})
    assert "bestaat niet, of u mag het niet zien" in vreemd.content.decode()
    stuur(plek, opslaan="1", dossier=dossier.nummer, vraag="Lukt het betalen?")
    punt = f"/diemen/dossiers/{dossier.nummer}/overleg/{Overlegpunt.objects.get().pk}/"
    assert client.post(plek, {"afronden": "1", "aanwezig": "Els"}).status_code == 422
    stuur(punt, opslaan="1", verslag="Het lukt.", gezien=versie(Overlegpunt.objects.get()))
    stuur(punt, actie="1", wat="Brief lezen", eigenaar=cast.consulent.pk, uiterlijk="1-12-2026")
    assert "Brief lezen (uiterlijk 01-12-2026)" in client.get("/diemen/").content.decode()
    stuur(plek, afronden="1", aanwezig="Els Kramer")
    rij = Overlegactie.objects.get()
    stuur(f"/diemen/dossiers/{dossier.nummer}/overleg/acties/{rij.pk}/gedaan/")

    assert "Brief lezen" not in client.get("/diemen/").content.decode()
    for adres in (plek, f"/diemen/dossiers/{dossier.nummer}/overleg/"):
        assert "Het lukt." in client.get(adres).content.decode()
    assert Inzage.objects.get(wat="casusoverleg", dossier=dossier).medewerker == cast.consulent


def test_a_point_gets_another_question_and_leaves_the_agenda(cast, dossier, inloggen):
    overleg = maak_overleg(cast)
    rij = agendeer(overleg=overleg, dossier=dossier, vraag="Lukt het?", door=cast.consulent, op=OP)
    client, tab = inloggen(cast.consulent), f"/diemen/dossiers/{dossier.nummer}/overleg/"
    opnieuw = {"vraag": "Wie belt?", "opslaan": "1"}
    for adres, waar in (
        (f"/diemen/overleg/{overleg.pk}/", {"dossier": dossier.nummer}),
        (tab, {"overleg": overleg.pk}),
    ):
        antwoord = client.post(adres, opnieuw | waar)
        assert (antwoord.status_code, "met de vraag: ‘Lukt het?’" in antwoord.content.decode()) == (422, True)

    anders = {"wijzig_vraag": "1", "vraag": "Wie belt?", "eerder": "Lukt het?"}
    assert client.post(f"{tab}{rij.pk}/", anders | {"vraag": "999769248"}).status_code == 422
    assert client.post(f"{tab}{rij.pk}/", anders).status_code == 302
    pagina = client.get(f"{tab}{rij.pk}/").content.decode()
    assert "Wie belt?" in pagina
    assert f"{tab}{rij.pk}/van-de-agenda/" in pagina
    assert client.post(f"{tab}{rij.pk}/van-de-agenda/").status_code == 302
    assert not Overlegpunt.objects.exists()


def test_the_partner_gets_the_closed_list_and_that_is_logged(cast, dossier, inloggen):
    overleg = maak_overleg(cast)
    agendeer(overleg=overleg, dossier=dossier, vraag="Lukt het?", door=cast.consulent, op=OP)
    client, blad = inloggen(cast.consulent), f"/diemen/overleg/{overleg.pk}/blad/"
    pagina = client.get(blad).content.decode()
    assert "Overleghart" in pagina
    assert "999993653" not in pagina
    assert client.post(blad).content.startswith(b"%PDF")

    geef = f"/diemen/dossiers/{dossier.nummer}/overleg/verstrekken/"
    keuze = f"{geef}?partner={overleg.partner_id}"
    assert "artikel 13 en artikel 35 lid 3" in client.get(keuze).content.decode()
    assert client.post(keuze, {"doel": "", "grond": "overeenkomst"}).status_code == 422
    antwoord = client.post(keuze, {"doel": "hulp bij het afbouwen", "grond": "overeenkomst"})
    assert antwoord.headers["Content-Type"] == "application/pdf"
    assert set(Verstrekking.objects.values_list("doel", flat=True)) == {
        "casusoverleg van 25-11-2026", "hulp bij het afbouwen",
    }  # fmt: skip
    assert "hulp bij het afbouwen" in client.get(f"/diemen/dossiers/{dossier.nummer}/overleg/").content.decode()


def test_a_sheet_that_cannot_be_printed_was_not_given(cast, dossier, inloggen):
    overleg = maak_overleg(cast)
    agendeer(overleg=overleg, dossier=dossier, vraag="Lukt \u202e het?", door=cast.consulent, op=OP)
    pagina = inloggen(cast.consulent).post(f"/diemen/overleg/{overleg.pk}/blad/", follow=True).content.decode()
    assert "Er is niets gegeven" in pagina
    assert not Verstrekking.objects.exists()


def test_who_is_protected_stands_on_no_agenda_of_who_is_not_named(cast, dossier, inloggen):
    overleg = maak_overleg(cast)
    agendeer(overleg=overleg, dossier=dossier, vraag="Veilig?", door=cast.consulent, op=OP)
    adressen = (f"/diemen/overleg/{overleg.pk}/", f"/diemen/overleg/{overleg.pk}/blad/")
    client = inloggen(cast.sociale_zaken)
    assert all("Overleghart" in client.get(adres).content.decode() for adres in adressen)

    dossier.extra_beschermd = True
    dossier.save(update_fields=["extra_beschermd"])
    for adres in adressen:
        pagina = client.get(adres).content.decode()
        assert "Overleghart" not in pagina
        assert dossier.nummer not in pagina
        assert "Veilig?" not in pagina
    assert client.get(f"/diemen/dossiers/{dossier.nummer}/overleg/").status_code == 404


def test_a_meeting_on_another_subject_does_not_exist_for_sociale_zaken(cast, inloggen):
    school = maak_overleg(cast, "onderwijs", "inburgering", naam="NL Training")
    assert inloggen(cast.consulent).get(f"/diemen/overleg/{school.pk}/").status_code == 200
    assert inloggen(cast.sociale_zaken).get(f"/diemen/overleg/{school.pk}/").status_code == 404
    assert inloggen(cast.buitenstaander).get(f"/uithoorn/overleg/{school.pk}/").status_code == 404
