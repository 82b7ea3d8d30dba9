"""The pages of the reports of aanbieders: upload, preview, roles, and what colleagues may not see."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cases.models import Inzage
from cases.services.bescherming import bescherm
from pip_plans.voortgang.models import Rapport, Weekstaat
from pip_plans.voortgang.services import rapport as dienst
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import met_pip

from .bouw import OP, geplaatst, statushouder
from .bouw_rapport import MOMENT, csv, lees, xlsx


@pytest.fixture(autouse=True)
def vandaag(monkeypatch):
    """The edge asks the clock; here it is 20 November 2026."""
    for plek in ("cases.views.dossier_beeld", "pip_plans.voortgang.views.rapporten", "pip_plans.voortgang.tasks"):
        monkeypatch.setattr(f"{plek}.vandaag", lambda: OP)


def adres(naam: str, **delen: object) -> str:
    return reverse(f"voortgang:{naam}", kwargs={"gemeente": "diemen", **delen})


def stuur(client: Client, inhoud: bytes, **velden: object) -> str:
    bestand = SimpleUploadedFile("Tesfay rapport.xlsx", inhoud)
    gegevens = {"maand": "2026-11-01", "verbetering": "", "bestand": bestand} | velden
    return client.post(adres("rapporten"), gegevens, follow=True).content.decode()


@pytest.mark.django_db(transaction=True)
def test_from_upload_to_hours_on_the_page_of_a_dossier(cast: Cast, inloggen) -> None:
    plaatsing = statushouder(cast)
    client, wie = inloggen(cast.consulent), plaatsing.bij_wie
    assert "Nog niet ontvangen" in client.get(adres("rapporten")).content.decode()
    inhoud = xlsx((plaatsing.dossier.nummer, "NL-7", "2026-W45", 10, 0, 2), ("D-1999-1", "", "2026-W45", 8, 0, 0))

    voorbeeld = stuur(client, inhoud, aanbieder=wie.pk)

    assert "Voorbeeld: er is nog niets geschreven" in voorbeeld
    assert plaatsing.dossier.inburgeraar.lijstnaam in voorbeeld
    assert "We kennen geen deelnemer met dit nummer" in voorbeeld
    rapport = Rapport.objects.get()
    client.post(adres("rapport_bevestigen", pk=rapport.pk))
    assert Weekstaat.objects.get().gevolgd == 10
    klaar = client.get(adres("rapport", pk=rapport.pk)).content.decode()
    assert "1 regel is verwerkt. 1 foute regel staat hieronder." in klaar
    fouten = b"".join(client.get(adres("rapport_fouten", pk=rapport.pk)).streaming_content).decode()
    assert "D-1999-1" in fouten
    assert plaatsing.dossier.nummer not in fouten
    assert "was al ingelezen" in stuur(client, inhoud, aanbieder=wie.pk)
    assert Inzage.objects.filter(wat="rapport van een aanbieder").exists()


def test_who_had_a_place_and_is_not_in_the_file_is_named(cast: Cast, inloggen) -> None:
    """Not who began after the month, nor who left before it, nor whom this colleague may not see."""
    erin = statushouder(cast)
    wie = erin.bij_wie
    vergeten, later, eerder, geheim = (
        geplaatst(cast, met_pip(cast), wie=wie, start=start, einde=einde)
        for start, einde in (
            (date(2026, 8, 31), date(2027, 12, 31)),
            (date(2026, 12, 1), date(2027, 12, 31)),
            (date(2026, 8, 31), date(2026, 10, 31)),
            (date(2026, 8, 31), date(2027, 12, 31)),
        )
    )
    mensen = {"mensen": [cast.teamleider], "door": cast.teamleider}
    bescherm(dossier=geheim.dossier, reden="dreiging", op=OP, **mensen)
    stuur(inloggen(cast.consulent), csv((erin.dossier.nummer, "", "2026-W45", 10, 0, 2)), aanbieder=wie.pk)

    html = inloggen(cast.consulent).get(adres("rapport", pk=Rapport.objects.get().pk)).content.decode()

    _, _, blok = html.partition("Niet in dit rapport")
    blok = blok.partition("</ul>")[0]
    assert [rij.dossier.nummer in blok for rij in (vergeten, erin, later, eerder, geheim)] == [True, *[False] * 4]


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"aanbieder": ""}, "Maak een keuze bij ‘Aanbieder’."),
        ({"maand": "0001-01-01"}, "geldige keuze"),
        ({"maand": "2199-01-01"}, "geldige keuze"),
        ({"bestand": ""}, "Kies een bestand bij ‘Bestand’."),
        ({"bestand": SimpleUploadedFile("x.csv", csv(("1", "123456782", "2026-W45", 1, 0, 0)))}, "staat een BSN"),
    ],
)
def test_a_wrong_upload_comes_back_with_the_reason(cast: Cast, inloggen, velden, reden) -> None:
    wie = statushouder(cast).bij_wie

    assert reden in stuur(inloggen(cast.consulent), csv(), **{"aanbieder": wie.pk} | velden)
    assert not Rapport.objects.exists()


def test_a_colleague_does_not_see_the_row_of_a_dossier_that_is_closed_to_her(cast: Cast, inloggen) -> None:
    plaatsing = statushouder(cast)
    rapport = lees(cast, plaatsing.bij_wie, csv((plaatsing.dossier.nummer, "", "2026-W45", 80, 0, 0)))
    bescherm(dossier=plaatsing.dossier, mensen=[cast.consulent], reden="dreiging", door=cast.consulent, op=OP)

    inloggen(cast.collega).post(adres("rapport_opnieuw", pk=rapport.pk))

    for wie, ziet in ((cast.consulent, True), (cast.collega, False)):
        client = inloggen(wie)
        pagina = client.get(adres("rapport", pk=rapport.pk)).content.decode()
        fouten = b"".join(client.get(adres("rapport_fouten", pk=rapport.pk)).streaming_content).decode()
        assert (plaatsing.dossier.nummer in pagina, plaatsing.dossier.nummer in fouten) == (ziet, ziet)


def test_who_confirms_without_seeing_a_dossier_leaves_its_row_hidden_and_unwritten(cast: Cast) -> None:
    plaatsing = statushouder(cast)
    rapport = lees(cast, plaatsing.bij_wie, csv((plaatsing.dossier.nummer, "", "2026-W45", 8, 0, 0)))
    bescherm(dossier=plaatsing.dossier, mensen=[cast.consulent], reden="dreiging", door=cast.consulent, op=OP)

    dienst.bevestig(rapport=rapport, door=cast.collega, moment=MOMENT)
    dienst.schrijf_stuk(rapport_id=rapport.pk, op=OP, moment=MOMENT)

    regel = rapport.regels.get()
    assert (regel.uitkomst, regel.dossier) == ("fout", plaatsing.dossier)
    assert not Weekstaat.objects.exists()


def test_only_who_works_on_dossiers_reads_reports_and_an_outsider_knows_of_none(cast: Cast, inloggen) -> None:
    rapport = lees(cast, statushouder(cast).bij_wie, csv(("D-1999-1", "", "2026-W45", 8, 0, 0)))

    assert inloggen(cast.raadpleger).get(adres("rapporten")).status_code == 403
    assert inloggen(cast.buitenstaander).get(adres("rapport", pk=rapport.pk)).status_code == 404
    client = inloggen(cast.teamleider)
    assert client.get(adres("rapport", pk=rapport.pk + 1)).status_code == 404
    client.post(adres("rapport_opnieuw", pk=rapport.pk))
    weg = client.post(adres("rapport_weggooien", pk=rapport.pk), follow=True).content.decode()
    assert "weggegooid" in weg
    assert not Rapport.objects.exists()
    assert b"dossiernummer" in b"".join(client.get(adres("rapport_model")).streaming_content)
