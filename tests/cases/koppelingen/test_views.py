"""The pages of the import, as a browser without JavaScript sees them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Dossier, Inzage, Koppelbestand
from cases.services import koppelingen
from cases.services.bescherming import bescherm
from cases.services.koppelingen.lezen import GROOTSTE_BESTAND
from tests.fabriek import maak_dossier

from .hulp import ANDER, OP, PERSOON, VOORBEELD, lijst, maak_csv

pytestmark = pytest.mark.usefixtures("vandaag")


@pytest.fixture
def vandaag(time_machine):
    time_machine.move_to("2026-11-20T09:00:00+00:00")


@pytest.fixture
def client(cast, inloggen):
    return inloggen(cast.consulent)


@pytest.fixture
def bestand(cast):
    inhoud = maak_csv(PERSOON | {"achternaam": "<script>x</script>"}, ANDER | {"bsn": "1", "geslacht": "x"})
    return koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=inhoud.encode(), door=cast.consulent, op=OP)


def laad_op(client, inhoud, naam="Shilan Aziz.csv"):
    return client.post("/diemen/koppelingen/", {"bestand": SimpleUploadedFile(naam, inhoud)}, follow=True)


def test_from_upload_to_confirmation_to_dossiers(client, cast, django_capture_on_commit_callbacks):
    pagina = laad_op(client, VOORBEELD)
    adres = pagina.redirect_chain[-1][0]
    tekst = pagina.content.decode()
    assert "44 regels: <strong>44 nieuw</strong>" in tekst
    assert "Bevestigen en 44 regels schrijven" in tekst
    assert not Dossier.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{adres}bevestigen/")

    assert Dossier.objects.filter(gemeente=cast.gemeente, consulent=None).count() == 44
    assert "44 regels zijn verwerkt" in client.get(adres).content.decode()


def test_the_name_of_the_file_is_kept_nowhere(client):
    laad_op(client, lijst({}))

    assert "Shilan Aziz.csv" not in str(Koppelbestand.objects.values())


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"a;b\n1;2", "geen kolomnamen die we kennen"),
        (b"", "Het bestand is leeg."),
        (b"x" * (GROOTSTE_BESTAND + 1), "groter dan 5 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_on_the_page(client, inhoud, reden):
    assert reden in laad_op(client, inhoud).content.decode()
    assert not Koppelbestand.objects.exists()


def test_the_preview_names_fields_and_reasons_and_escapes_what_it_shows(client, bestand):
    tekst = client.get(f"/diemen/koppelingen/{bestand.pk}/").content.decode()

    assert "&lt;script&gt;x&lt;/script&gt;" in tekst
    assert "<strong>Fout</strong>, Geslacht: Onbekend geslacht. Kies m, v of o (onbekend)." in tekst
    assert PERSOON["bsn"] not in tekst


def test_looking_at_a_preview_is_logged(client, bestand, cast):
    client.get(f"/diemen/koppelingen/{bestand.pk}/")

    assert Inzage.objects.get(wat="koppelbestand").medewerker == cast.consulent


def test_a_faulty_row_is_mended_on_the_spot(client, bestand):
    adres = f"/diemen/koppelingen/{bestand.pk}/regels/3/"
    assert "Er zijn 2 fouten" in client.get(adres).content.decode()

    nog_fout = client.post(adres, ANDER | {"geslacht": "x", "voorvoegsel": ""})
    assert "Er is 1 fout" in nog_fout.content.decode()
    goed = client.post(adres, ANDER | {"voorvoegsel": ""}, follow=True)

    assert "Regel 3 is nu goed: nieuw." in goed.content.decode()
    assert not Dossier.objects.exists()


def test_a_row_is_left_out_and_a_preview_thrown_away(client, bestand):
    adres = f"/diemen/koppelingen/{bestand.pk}/"
    client.post(f"{adres}regels/3/weglaten/")
    assert bestand.regels.get(nummer=3).uitkomst == "weggelaten"

    client.post(f"{adres}weggooien/")
    assert not Koppelbestand.objects.exists()


def test_faulty_rows_are_downloaded_without_a_name_in_the_file_name(client, bestand):
    antwoord = client.get(f"/diemen/koppelingen/{bestand.pk}/fouten.csv")

    assert antwoord["Content-Disposition"] == f'attachment; filename="foute-regels-{bestand.pk}.csv"'
    assert b"".join(antwoord.streaming_content).decode("utf-8-sig").startswith("regel;veld;reden;bsn;")


def test_faulty_rows_about_a_protected_dossier_are_not_downloaded_by_others(client, cast, inloggen):
    inhoud = lijst({}, {"bsn": ""})  # one known person on two rows: both are faulty
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, bsn=PERSOON["bsn"], v_nummer=PERSOON["v_nummer"])
    bestand = koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=inhoud, door=cast.consulent, op=OP)
    bescherm(dossier=dossier, mensen=[cast.consulent], reden="veiligheid", door=cast.teamleider, op=OP)

    def download(wie):
        return b"".join(wie.get(f"/diemen/koppelingen/{bestand.pk}/fouten.csv").streaming_content).decode()

    assert download(client).count(PERSOON["v_nummer"]) == 2
    assert PERSOON["v_nummer"] not in download(inloggen(cast.collega))
    assert Inzage.objects.filter(wat="foute regels koppelbestand").last().verzameling == [dossier.pk]
    inloggen(cast.consulent).post(f"/diemen/koppelingen/{bestand.pk}/regels/2/weglaten/")
    assert "Shilan" not in inloggen(cast.collega).get(f"/diemen/koppelingen/{bestand.pk}/").text


def test_protecting_a_dossier_takes_its_name_out_of_earlier_previews(client, cast):
    dossier = maak_dossier(
        cast.gemeente, None, op=OP, achternaam="Azis", voornamen="Shillan", geboortedatum=date(2000, 11, 11)
    )
    bestand = koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=lijst({}), door=cast.consulent, op=OP)
    adres = f"/diemen/koppelingen/{bestand.pk}/"
    assert "Lijkt op Azis" in client.get(adres).text

    bescherm(dossier=dossier, mensen=[], reden="veiligheid", door=cast.teamleider, op=OP)

    assert "Azis" not in client.get(adres).text
    assert dossier.nummer not in client.get(adres).text


def test_filters_and_pages_by_line_number(client, cast, monkeypatch):
    monkeypatch.setattr("cases.views.koppelingen_beeld.OP_EEN_BLAD", 20)
    bestand = koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=VOORBEELD, door=cast.consulent, op=OP)

    def nummers(vraag):
        blad = client.get(f"/diemen/koppelingen/{bestand.pk}/{vraag}").context["blad"]
        return [regel.nummer for regel in blad.regels], blad.vorige, blad.volgende

    assert nummers("") == (list(range(2, 22)), "", "?na=21")
    assert nummers("?na=21") == (list(range(22, 42)), "?voor=22", "?na=41")
    assert nummers("?na=41") == (list(range(42, 46)), "?voor=42", "")
    assert nummers("?voor=42")[0] == list(range(22, 42))
    assert nummers("?toon=let-op") == ([2, 9, 11, 20, 21, 27, 29], "", "")


def test_progress_polls_while_writing_and_then_reloads_the_page(client, bestand, cast):
    adres = f"/diemen/koppelingen/{bestand.pk}/"
    client.post(f"{adres}bevestigen/")
    bezig = client.get(f"{adres}voortgang/", headers={"HX-Request": "true"})
    assert "0 van 1" in bezig.content.decode()
    assert "HX-Refresh" not in bezig
    assert client.get(f"{adres}voortgang/").status_code == 302

    while koppelingen.schrijf_stuk(bestand_id=bestand.pk, op=OP, moment=bestand.aangemaakt_op):
        pass
    assert client.get(f"{adres}voortgang/", headers={"HX-Request": "true"})["HX-Refresh"] == "true"


@pytest.mark.parametrize("pad", ["", "regels/2/", "fouten.csv", "voortgang/"])
@pytest.mark.parametrize(("wie", "status"), [("tweede_lezer", 403), ("raadpleger", 403), ("buitenstaander", 404)])
def test_only_who_may_record_dossiers_of_this_gemeente(inloggen, cast, bestand, pad, wie, status):
    client = inloggen(getattr(cast, wie))

    assert client.get(f"/diemen/koppelingen/{bestand.pk}/{pad}").status_code == status
    assert client.get(f"/uithoorn/koppelingen/{bestand.pk}/{pad}").status_code == 404
