"""The registry knows every kind of paper; a document of another kind is not made."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from cases import brieven
from cases.brieven import Briefsoort, Fase, OnbekendeBriefsoort, briefsoort, briefsoorten, registreer_brief
from cases.enums import Beschikkingsoort
from cases.models import Document
from cases.services.documenten import maak_document
from cases.teksten import STANDAARD
from tests.fabriek import maak_dossier

OP = date(2026, 11, 20)


def test_a_document_of_a_kind_that_nobody_registered_is_not_made(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)

    with pytest.raises(OnbekendeBriefsoort, match="'verzonnen'"):
        maak_document(dossier=dossier, soort="verzonnen", titel="Brief", sjabloon="oproep/v1", inhoud={})
    assert not Document.objects.exists()


def test_a_kind_is_registered_once(monkeypatch):
    monkeypatch.setattr(brieven, "_SOORTEN", {})
    soort = Briefsoort("proef", "Proef", "nooit", "niemand", "oproep/v1", Fase.ALGEMEEN)

    assert registreer_brief(soort) is briefsoort("proef")
    with pytest.raises(ValueError, match="registered twice"):
        registreer_brief(soort)


def test_kinds_stand_in_the_order_of_a_dossier():
    fasen = [list(Fase).index(soort.fase) for soort in briefsoorten()]

    assert fasen == sorted(fasen)
    assert {"dagstaat", "oproep", "pip"} <= {soort.code for soort in briefsoorten()}


def test_every_kind_has_its_template_and_names_text_blocks_that_exist():
    sjablonen = Path(settings.HOOFDMAP) / "templates" / "pdf"
    for soort in briefsoorten():
        assert (sjablonen / f"{soort.sjabloon}.html").is_file(), soort.code
        assert set(soort.tekstblokken) <= STANDAARD.keys(), soort.code


def test_what_is_a_beschikking_is_registered_as_one():
    for soort in Beschikkingsoort:
        assert briefsoort(soort.value).beschikking, soort
