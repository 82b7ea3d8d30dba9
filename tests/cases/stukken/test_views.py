"""The pages: sending from a telephone or a desk, opening safely, and who sees what."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.enums import Rol
from cases.models import Inzage, Stuk
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .hulp import docx, foto, heic, pdf, stuur

STREKT = {"onderwerp": "huur", "ontvangen_op": "20-11-2026", "omschrijving": "blad 1"}


@pytest.fixture(autouse=True)
def dag(time_machine):
    time_machine.move_to("2026-11-20T09:00:00+00:00")


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)


@pytest.fixture
def pagina(dossier) -> str:
    return f"/diemen/dossiers/{dossier.nummer}/documenten/binnengekomen/"


def bestand(naam: str, inhoud: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud, content_type="text/html")  # what the browser says is not believed


def test_several_files_and_a_photo_go_in_together(cast, inloggen, dossier, pagina):
    client = inloggen(cast.consulent)
    files = {
        "bestanden": [bestand("contract.pdf", pdf()), bestand("cv.docx", docx())],
        "foto": bestand("x.jpg", foto()),
    }

    antwoord = client.post(f"{pagina}toevoegen/", STREKT | files, follow=True)

    tekst = antwoord.content.decode()
    assert "Bewaard: 3 stukken." in tekst
    assert "huur en wonen: blad 1" in tekst
    assert "niet gescand" in tekst
    assert dossier.stukken.count() == 3


def test_a_refused_file_comes_back_with_its_reason_and_nothing_typed_is_lost(cast, inloggen, dossier, pagina):
    files = {"bestanden": [bestand("contract.pdf", pdf()), bestand("leeg.pdf", b""), bestand("<b>.pdf", b"hallo")]}

    antwoord = inloggen(cast.consulent).post(f"{pagina}toevoegen/", STREKT | files)

    tekst = antwoord.content.decode()
    assert "‘leeg.pdf’ is leeg" in tekst
    assert "‘&lt;b&gt;.pdf’ nemen wij niet aan" in tekst
    assert "Bewaard: 1 stuk." in tekst
    assert 'value="blad 1"' in tekst
    assert dossier.stukken.get().label == "contract"


def test_a_request_that_is_too_large_keeps_what_was_typed_and_stores_nothing(cast, inloggen, dossier, pagina, settings):
    settings.VERZOEK_MEGABYTE = 1
    files = {"bestanden": bestand("groot.pdf", pdf() + bytes(1_200_000))}

    antwoord = inloggen(cast.consulent).post(f"{pagina}toevoegen/", STREKT | files)

    tekst = antwoord.content.decode()
    assert "Samen zijn de bestanden groter dan 1 MB." in tekst
    assert 'value="blad 1"' in tekst
    assert not dossier.stukken.exists()


def test_without_a_file_the_page_asks_for_one(cast, inloggen, pagina):
    tekst = inloggen(cast.consulent).post(f"{pagina}toevoegen/", STREKT).content.decode()

    assert "Kies een of meer bestanden, of maak een foto." in tekst


@pytest.mark.parametrize(
    ("naam", "inhoud", "hoe", "soort"),
    [
        ("contract.pdf", pdf(), "inline", "application/pdf"),
        ("foto.jpg", foto(), "inline", "image/jpeg"),
        ("foto.heic", heic(), "attachment", "image/heic"),
        ("cv.docx", docx(), "attachment", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_a_paper_opens_in_a_closed_room_under_a_neutral_name_and_leaves_a_trace(
    cast, inloggen, dossier, pagina, naam, inhoud, hoe, soort
):
    stuk = stuur(cast, (naam, inhoud), dossier=dossier).stukken[0]

    antwoord = inloggen(cast.consulent).get(f"{pagina}{stuk.pk}/")

    assert antwoord.content == inhoud
    assert antwoord["Content-Type"] == soort
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Disposition"] == f'{hoe}; filename="{stuk.bestandsnaam}"'
    assert antwoord["Content-Security-Policy"].startswith("default-src 'none'")
    assert "script-src" not in antwoord["Content-Security-Policy"]
    assert Inzage.objects.filter(dossier=dossier, wat=f"stuk {stuk.pk}", medewerker=cast.consulent).count() == 1


def test_what_waits_for_the_scanner_or_was_refused_does_not_open(cast, inloggen, dossier, pagina, settings):
    settings.VIRUSSCANNER = "clamd://127.0.0.1:9"
    stuk = stuur(cast, ("contract.pdf", pdf()), dossier=dossier).stukken[0]
    client = inloggen(cast.consulent)

    assert client.get(f"{pagina}{stuk.pk}/").status_code == 404
    assert "wacht op viruscontrole" in client.get(pagina).content.decode()


def test_a_medical_paper_is_there_for_the_own_consulent_only(cast, inloggen, dossier, pagina):
    stuk = stuur(cast, ("arts.pdf", pdf()), dossier=dossier, onderwerp="medisch", omschrijving="ooglijden").stukken[0]

    assert "ooglijden" in inloggen(cast.consulent).get(pagina).content.decode()
    assert inloggen(cast.consulent).get(f"{pagina}{stuk.pk}/").status_code == 200
    for ander in (cast.collega, cast.teamleider, cast.raadpleger):
        client = inloggen(ander)
        assert "ooglijden" not in client.get(pagina).content.decode()
        assert client.get(f"{pagina}{stuk.pk}/").status_code == 403
    assert inloggen(cast.collega).get(f"{pagina}{stuk.pk}/wijzigen/").status_code == 403


def test_a_paper_of_another_dossier_or_gemeente_does_not_exist(cast, inloggen, dossier, pagina):
    stuk = stuur(cast, ("contract.pdf", pdf()), dossier=dossier).stukken[0]
    ander = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    elders = pagina.replace(dossier.nummer, ander.nummer)

    assert inloggen(cast.consulent).get(f"{elders}{stuk.pk}/").status_code == 404
    assert inloggen(cast.buitenstaander).get(f"{pagina}{stuk.pk}/").status_code == 404
    assert inloggen(cast.consulent).get(f"/diemen/postvak/{stuk.pk}/").status_code == 404
    for rol in (Rol.SOCIALE_ZAKEN, Rol.FINANCIEN, Rol.BEHEERDER):
        assert inloggen(cast.met_rol(rol)).get(f"{pagina}{stuk.pk}/").status_code == 403


def test_from_the_postvak_to_a_dossier_that_is_found_by_name(cast, inloggen, dossier):
    client = inloggen(cast.teamleider)
    client.post("/diemen/postvak/toevoegen/", STREKT | {"bestanden": bestand("post.pdf", pdf())})
    stuk = Stuk.objects.get()
    adres = f"/diemen/postvak/{stuk.pk}/"
    naam = dossier.inburgeraar.achternaam

    gevonden = client.post(adres, STREKT | {"zoek": naam, "gezocht": ""})
    assert dossier.nummer in gevonden.content.decode()
    assert Stuk.objects.get().dossier is None
    gekoppeld = client.post(adres, STREKT | {"zoek": naam, "gezocht": naam, "dossier": dossier.nummer}, follow=True)

    assert f"Het stuk staat in dossier {dossier.nummer}." in gekoppeld.content.decode()
    assert Stuk.objects.get().dossier == dossier
    assert client.get(adres).status_code == 404


def test_a_look_into_the_postvak_leaves_a_trace_and_health_stays_with_who_put_it_there(cast, inloggen):
    gewoon, medisch = (
        stuur(cast, (f"{onderwerp}.pdf", pdf(breed=breed)), onderwerp=onderwerp).stukken[0]
        for onderwerp, breed in (("werk", 300), ("medisch", 400))
    )
    client = inloggen(cast.collega)

    assert client.get(f"/diemen/postvak/{gewoon.pk}/inhoud/").status_code == 200
    assert Inzage.objects.get(wat=f"stuk {gewoon.pk} in het Postvak").medewerker == cast.collega
    assert client.get(f"/diemen/postvak/{medisch.pk}/inhoud/").status_code == 403
    assert "opent en koppelt alleen" in client.get(f"/diemen/postvak/{medisch.pk}/").content.decode()
    assert inloggen(cast.consulent).get(f"/diemen/postvak/{medisch.pk}/inhoud/").status_code == 200


def test_the_wrong_dossier_is_put_right_from_the_page_of_the_paper(cast, inloggen, dossier, pagina):
    stuk = stuur(cast, ("contract.pdf", pdf()), dossier=dossier).stukken[0]
    client = inloggen(cast.consulent)

    zonder = client.post(f"{pagina}{stuk.pk}/terugleggen/", {"reden": ""})
    assert "Vul ‘Reden’ in." in zonder.content.decode()
    client.post(f"{pagina}{stuk.pk}/terugleggen/", {"reden": "Van de buurman"})
    postvak = client.get("/diemen/postvak/").content.decode()
    assert "contract" in postvak
    client.post(f"/diemen/postvak/{stuk.pk}/verwijderen/", {"reden": "Niet voor ons"})
    assert "Het Postvak is leeg" in client.get("/diemen/postvak/").content.decode()


def test_of_a_medical_paper_of_somebody_else_the_postvak_tells_nothing_and_links_nothing(cast, inloggen, dossier):
    stuk = stuur(cast, ("ggz-brief.pdf", pdf()), onderwerp="medisch", omschrijving="ooglijden").stukken[0]
    adres = f"/diemen/postvak/{stuk.pk}/"
    client = inloggen(cast.collega)

    for pagina in ("/diemen/postvak/", adres, f"{adres}verwijderen/", "/diemen/"):
        tekst = client.get(pagina).content.decode()
        assert "ooglijden" not in tekst
        assert "ggz-brief" not in tekst
    assert str(cast.consulent) in client.get("/diemen/postvak/").content.decode()
    geweigerd = client.post(adres, STREKT | {"zoek": dossier.nummer, "gezocht": "", "dossier": dossier.nummer})
    assert geweigerd.status_code == 403
    assert "opent en koppelt alleen" in geweigerd.content.decode()
    assert Stuk.objects.get().dossier is None
    eigen = inloggen(cast.consulent).get("/diemen/postvak/").content.decode()
    assert [woord in eigen for woord in ("ooglijden", "ggz-brief")] == [True, True]
