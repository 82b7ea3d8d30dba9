"""The page Brieven lists every kind of letter there is, with a sample of nobody."""

import pytest

from cases.brieven import briefsoorten
from cases.models import Document, Inzage
from cases.teksten import STANDAARD


def test_every_registered_kind_stands_on_the_page_with_when_and_to_whom(cast, inloggen):
    pagina = inloggen(cast.consulent).get("/diemen/brieven/").content.decode()

    for soort in briefsoorten():
        for woorden in (soort.naam, soort.aanleiding, soort.ontvanger):
            assert woorden.replace("'", "&#x27;") in pagina, soort.code
        assert all(STANDAARD[code].titel in pagina for code in soort.tekstblokken)
    assert f"{len(briefsoorten())} soorten brieven" in pagina


def test_only_the_beheerder_gets_links_to_the_texts(cast, inloggen):
    link = "/diemen/beheer/teksten/welkom-privacy/"

    assert link in inloggen(cast.beheerder).get("/diemen/brieven/").content.decode()
    assert link not in inloggen(cast.consulent).get("/diemen/brieven/").content.decode()


@pytest.mark.parametrize("soort", ["welkom", "oproep", "dagstaat"])
def test_a_sample_is_a_pdf_and_leaves_nothing_behind(cast, inloggen, soort):
    antwoord = inloggen(cast.raadpleger).get(f"/diemen/brieven/{soort}/")

    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord.content.startswith(b"%PDF")
    assert not Document.objects.exists()
    assert not Inzage.objects.exists()


def test_an_unknown_kind_has_no_sample(cast, inloggen, proefsoort):
    proefsoort("proef", sjabloon="proef/v9")
    client = inloggen(cast.consulent)

    assert client.get("/diemen/brieven/verzonnen/").status_code == 404
    assert client.get("/diemen/brieven/proef/").status_code == 404
    assert "nog geen" in client.get("/diemen/brieven/").content.decode()
