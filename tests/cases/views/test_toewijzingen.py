"""Choosing dossiers in the list, giving them away, and the page with what came of it."""

from uuid import uuid4

import pytest
from django.urls import reverse

from cases.enums import Dossierstatus
from cases.models import Dossier, Toewijsregel, Toewijsronde
from cases.tasks.toewijzen import werk
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier
from tests.hulp import aantal_queries

pytestmark = pytest.mark.usefixtures("vrijdag")


def adres(naam: str, pk: int | None = None) -> str:
    return reverse(f"cases:{naam}", kwargs={"gemeente": "diemen"} | ({"pk": pk} if pk else {}))


@pytest.fixture
def dossiers(cast) -> list[Dossier]:
    return [maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG) for _ in range(3)]


def bevestig(client, cast, dossiers=(), vraag="", sleutel=None):
    velden = {"dossier": [d.pk for d in dossiers], "consulent": cast.collega.pk, "sleutel": sleutel or uuid4()}
    return client.post(adres("toewijzing_nieuw") + vraag, velden | {"bevestig": "ja"})


def test_chosen_dossiers_are_first_shown_and_then_given(cast, inloggen, dossiers, django_capture_on_commit_callbacks):
    client = inloggen(cast.teamleider)
    voorbeeld = client.post(adres("toewijzing_nieuw"), {"dossier": [d.pk for d in dossiers[:2]]})
    assert "2 lopende dossiers" in voorbeeld.text
    assert not Toewijsronde.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        antwoord = bevestig(client, cast, dossiers[:2])

    ronde = Toewijsronde.objects.get()
    assert antwoord.url == adres("toewijzing", ronde.pk)
    pagina = client.get(antwoord.url)
    assert "Klaar: 2 toegewezen" in pagina.text
    assert Dossier.objects.filter(consulent=cast.collega).count() == 2


def test_all_of_a_filter_and_only_what_runs(cast, inloggen, dossiers):
    Dossier.objects.filter(pk=dossiers[0].pk).update(status=Dossierstatus.AFGESLOTEN)
    maak_dossier(cast.gemeente, None, op=VANDAAG)
    client = inloggen(cast.teamleider)

    bevestig(client, cast, vraag=f"?consulent={cast.consulent.pk}")
    assert set(Toewijsregel.objects.values_list("dossier", flat=True)) == {dossiers[1].pk, dossiers[2].pk}

    afgesloten = client.get(adres("toewijzing_nieuw") + "?status=afgesloten")
    assert "Geen dossiers gekozen" in afgesloten.text


def test_a_double_click_is_one_round_and_nonsense_chooses_nothing(cast, inloggen, dossiers):
    client, sleutel = inloggen(cast.teamleider), uuid4()
    for _ in range(2):
        bevestig(client, cast, dossiers, sleutel=sleutel)
    assert Toewijsronde.objects.count() == 1

    for onzin in ("0", "9" * 40, "-1", "x"):
        client.post(adres("toewijzing_nieuw") + "?consulent=geen", {"dossier": onzin, "bevestig": "ja"})
    client.post(adres("toewijzing_nieuw"), {"bevestig": "ja", "sleutel": "x", "consulent": "999"})
    assert Toewijsronde.objects.count() == 1


def test_somebody_elses_dossier_number_in_the_form_is_not_given(cast, inloggen, uithoorn):
    vreemd = maak_dossier(uithoorn, cast.buitenstaander, op=VANDAAG)
    beschermd = maak_dossier(cast.gemeente, None, op=VANDAAG)
    Dossier.objects.filter(pk=beschermd.pk).update(extra_beschermd=True)

    bevestig(inloggen(cast.teamleider), cast, [vreemd, beschermd])

    assert not Toewijsronde.objects.exists()


def test_a_refused_row_says_why_and_a_protected_one_is_not_there(
    cast, inloggen, dossiers, django_capture_on_commit_callbacks
):
    client = inloggen(cast.teamleider)
    bevestig(client, cast, dossiers)
    Dossier.objects.filter(pk=dossiers[0].pk).update(status=Dossierstatus.AFGESLOTEN)
    Dossier.objects.filter(pk=dossiers[1].pk).update(extra_beschermd=True)
    ronde = Toewijsronde.objects.get()
    assert 'hx-trigger="every 2s"' in client.get(adres("toewijzing", ronde.pk)).text

    with django_capture_on_commit_callbacks(execute=True):
        werk(ronde.pk)

    pagina = client.get(adres("toewijzing", ronde.pk) + "?toon=geweigerd")
    assert [regel.dossier for regel in pagina.context["blad"].rijen] == [dossiers[0]]
    assert "Het dossier is intussen afgesloten." in pagina.text
    assert "Nog een keer: 2 dossiers." in client.post(adres("toewijzing_opnieuw", ronde.pk), follow=True).text


def test_only_a_teamleider_of_this_gemeente_may(cast, inloggen, dossiers):
    bevestig(inloggen(cast.teamleider), cast, dossiers)
    ronde = Toewijsronde.objects.get()

    assert bevestig(inloggen(cast.consulent), cast, dossiers).status_code == 403
    assert "Gekozen dossiers toewijzen" not in inloggen(cast.consulent).get(adres("dossiers")).text
    elders = reverse("cases:toewijzing", kwargs={"gemeente": "uithoorn", "pk": ronde.pk})
    assert inloggen(cast.buitenstaander).get(elders).status_code == 404


def test_the_pages_cost_the_same_with_more_rows(cast, inloggen, dossiers):
    client = inloggen(cast.teamleider)
    bevestig(client, cast, dossiers)
    paden = [adres("toewijzing", Toewijsronde.objects.get().pk), adres("toewijzingen"), adres("toewijzing_nieuw")]
    weinig = [aantal_queries(client, pad) for pad in paden]
    meer = [maak_dossier(cast.gemeente, None, op=VANDAAG) for _ in range(60)]
    bevestig(client, cast, meer)
    paden[0] = adres("toewijzing", Toewijsronde.objects.first().pk)

    assert [aantal_queries(client, pad) for pad in paden] == weinig
    assert "Volgende" in client.get(paden[0]).text
