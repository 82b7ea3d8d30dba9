"""The tab Documenten: reading leaves a trace, and a file tells nothing by its name."""

from datetime import date

import pytest
from django.utils import timezone

from cases.models import Inzage
from cases.services import documenten
from tests.cases.services.test_documenten import INHOUD
from tests.fabriek import maak_dossier


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 20))


def maak(dossier, soort="dagstaat", *, klaar=True):
    document = documenten.maak_document(
        dossier=dossier, soort=soort, titel="Dagstaat AZC", sjabloon="dagstaat/v1", inhoud=INHOUD
    )
    if klaar:
        documenten.maak(document_id=document.pk, moment=timezone.now())
    return document, f"/diemen/dossiers/{dossier.nummer}/documenten/"


def test_a_document_is_read_with_a_trace_and_a_neutral_name(cast, inloggen, dossier):
    document, lijst = maak(dossier)

    antwoord = inloggen(cast.consulent).get(f"{lijst}{document.pk}/")

    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Disposition"] == f'inline; filename="dagstaat-{document.pk}.pdf"'
    assert Inzage.objects.filter(dossier=dossier, wat=f"document {document.pk}").count() == 1


def test_a_document_opens_only_through_its_own_dossier(cast, inloggen, dossier):
    document, _ = maak(dossier)
    ander = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 20))

    client = inloggen(cast.consulent)
    assert client.get(f"/diemen/dossiers/{ander.nummer}/documenten/{document.pk}/").status_code == 404
    assert (
        inloggen(cast.buitenstaander).get(f"/diemen/dossiers/{dossier.nummer}/documenten/{document.pk}/").status_code
        == 404
    )


def test_what_holds_special_data_opens_for_the_own_consulent_only(cast, inloggen, dossier, proefsoort):
    proefsoort("proefverslag", bijzonder=True)
    document, lijst = maak(dossier, "proefverslag")

    assert inloggen(cast.consulent).get(f"{lijst}{document.pk}/").status_code == 200
    assert inloggen(cast.raadpleger).get(f"{lijst}{document.pk}/").status_code == 403


def test_a_failed_document_says_why_and_is_tried_again_by_who_may_edit(cast, inloggen, dossier):
    document, lijst = maak(dossier, klaar=False)
    documenten._noteer_mislukt(document.pk, "De lettertypen ontbreken.")

    assert "De lettertypen ontbreken." in inloggen(cast.consulent).get(lijst).content.decode()
    assert inloggen(cast.raadpleger).post(f"{lijst}{document.pk}/opnieuw/").status_code == 403
    antwoord = inloggen(cast.consulent).post(f"{lijst}{document.pk}/opnieuw/", follow=True)
    assert "wordt opnieuw gemaakt" in antwoord.content.decode()


@pytest.mark.parametrize("pk", ["999", "9" * 19, "1" * 200])
@pytest.mark.parametrize("waar", ["documenten/{}/", "documenten/binnengekomen/{}/", "pip/versies/{}/"])
def test_what_does_not_exist_is_not_found_and_not_logged(cast, inloggen, dossier, waar, pk):
    adres = f"/diemen/dossiers/{dossier.nummer}/{waar.format(pk)}"

    assert inloggen(cast.consulent).get(adres).status_code == 404
    assert not Inzage.objects.exists()
