"""Taking papers in: per file a judgement, once per place, and nothing of the sender's name that should not be held."""

from datetime import timedelta

import pytest

from cases.models import Stuk
from cases.opslag import lees
from cases.services.stukken import StukFout
from cases.services.stukken.ontvangen import label_van
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .hulp import foto, pdf, stuur


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)


def test_the_good_files_of_a_request_are_kept_and_every_other_one_gets_its_reason(cast, dossier):
    bestanden = [("contract.pdf", pdf()), ("leeg.jpg", b""), ("voorkant.jpg", foto()), ("contract-kopie.pdf", pdf())]
    bestanden[3] = ("contract-kopie.pdf", bestanden[0][1])

    uitkomst = stuur(cast, *bestanden, dossier=dossier)

    assert [stuk.label for stuk in uitkomst.stukken] == ["contract", "voorkant"]
    assert [(weg.naam, weg.reden.split(";")[0].split(".")[0]) for weg in uitkomst.afgewezen] == [
        ("leeg.jpg", "is leeg"),
        ("contract-kopie.pdf", "staat al in dit dossier"),
    ]
    assert lees(uitkomst.stukken[0]) == bestanden[0][1]
    gebeurtenis = dossier.gebeurtenissen.get(soort="STUK_ONTVANGEN")
    assert gebeurtenis.gegevens == {"wat": "2 stukken (huur en wonen)"}


def test_the_same_paper_may_be_in_two_dossiers_but_once_in_each(cast, dossier):
    zelfde = ("gezin.pdf", pdf())
    ander = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)

    assert stuur(cast, zelfde, dossier=dossier).stukken
    assert stuur(cast, zelfde, dossier=ander).stukken
    assert stuur(cast, zelfde).stukken
    assert stuur(cast, zelfde).afgewezen[0].reden.startswith("staat al in het Postvak")


def test_a_file_that_is_too_large_is_not_read(cast, dossier, settings):
    settings.STUK_MEGABYTE = 0

    assert stuur(cast, ("groot.pdf", pdf()), dossier=dossier).afgewezen[0].reden.startswith("is groter dan 0 MB")


def test_the_history_does_not_say_that_a_paper_is_medical(cast, dossier):
    stuur(cast, ("brief.pdf", pdf()), dossier=dossier, onderwerp="medisch")

    assert dossier.gebeurtenissen.get(soort="STUK_ONTVANGEN").gegevens == {"wat": "een stuk"}


def test_a_paper_cannot_have_come_tomorrow(cast, dossier):
    with pytest.raises(StukFout, match="toekomst"):
        stuur(cast, ("brief.pdf", pdf()), dossier=dossier, ontvangen_op=VANDAAG + timedelta(days=1))
    assert not Stuk.objects.exists()


@pytest.mark.parametrize(
    ("naam", "label"),
    [
        ("C:\\Users\\Selam\\huur_contract.pdf", "huur contract"),
        ("../../etc/passwd", "passwd"),
        ("paspoort 999284691 voorkant.jpg", "paspoort … voorkant"),
        ("duo 123.456.782.pdf", "duo …"),
        ("12345 6789_blad 2.jpg", "… blad 2"),
        ("123-45-67-82 huur.pdf", "… huur"),
        ("regel\x00een\ntwee\u202efdp.exe.pdf", "regel een twee fdp.exe"),
        ("a" * 200 + ".pdf", "a" * 80),
        (".pdf", ".pdf"),
    ],
)
def test_little_is_kept_of_the_name_of_a_file(naam, label):
    assert label_van(naam) == label
