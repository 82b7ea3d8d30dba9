"""Hours from before this system: one number per part, with a source and a day, that counts beside the weeks."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.modules import Module
from inburgering.recht.uren import Urensoort
from pip_plans.modules.services.stand import map_van, plicht_van
from pip_plans.plan.lesuren import lesuren
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang.models import Beginstand
from pip_plans.voortgang.services.beginstand import leg_beginstand_vast
from pip_plans.voortgang.services.norm import onderdelen
from tests.pip_plans.uitvoering.bouw import met_pip

from .bouw import OP, legt_vast, statushouder

TOT = date(2026, 8, 28)


def vooraf(cast, dossier, onderdeel: str = "uren_nt2", uren: str = "120.5", **anders: Any) -> Beginstand | None:
    velden = {"tot_en_met": TOT, "bron": "opgave van de school", "reden": ""} | anders
    return leg_beginstand_vast(
        dossier=dossier, onderdeel=onderdeel, uren=Decimal(uren), door=cast.consulent, op=OP, **velden
    )


def deel(dossier, soort: Urensoort):
    return next(rij for rij in onderdelen(dossier, dossierfeiten_van(dossier)) if rij.soort is soort)


def test_what_was_followed_before_counts_beside_the_weeks_and_is_named_apart(cast):
    plaatsing = statushouder(cast, "z", "Z")
    legt_vast(cast, plaatsing, nt2=10)
    vooraf(cast, plaatsing.dossier)

    rij = deel(plaatsing.dossier, Urensoort.TAAL)

    assert rij.gevolgd == Decimal("130.5")
    assert "Hiervan is 120,5 uur van vóór dit systeem." in rij.zin
    gevolgd = lesuren(plaatsing.dossier, OP)
    assert (gevolgd.uren, "vóór dit systeem" in gevolgd.bron) == (130, True)


def test_hours_of_the_map_from_before_count_once_for_the_map_and_for_the_norm(cast):
    dossier = met_pip(cast)
    vooraf(cast, dossier, "uren_map", "32")
    feiten = dossierfeiten_van(dossier)

    assert map_van(dossier, feiten, plicht_van(dossier, feiten, Module.MAP)).uren == 32
    assert deel(dossier, Urensoort.MAP).gevolgd == 32


def test_the_same_again_changes_nothing_and_a_correction_needs_a_reason(cast):
    dossier = met_pip(cast)
    een, twee = vooraf(cast, dossier), vooraf(cast, dossier)
    assert een.pk == twee.pk

    with pytest.raises(UitvoeringFout, match="Schrijf op waarom"):
        vooraf(cast, dossier, uren="80")
    vooraf(cast, dossier, uren="80", reden="Verkeerd gelezen.")
    assert Beginstand.objects.get().uren == 80
    assert vooraf(cast, dossier, uren="0", reden="Van iemand anders.") is None

    soorten = (
        dossier.gebeurtenissen.handelingen().filter(soort__startswith="UREN_VOORAF").values_list("soort", flat=True)
    )
    assert sorted(soorten) == ["UREN_VOORAF", *["UREN_VOORAF_GECORRIGEERD"] * 2]
    assert not Beginstand.objects.exists()


def test_a_week_that_is_there_is_not_counted_twice(cast):
    plaatsing = statushouder(cast)
    legt_vast(cast, plaatsing, nt2=10)

    with pytest.raises(UitvoeringFout, match="Van week 45 van 2026 staan er al uren"):
        vooraf(cast, plaatsing.dossier, tot_en_met=date(2026, 11, 2))
    vooraf(cast, plaatsing.dossier, "uren_knm", tot_en_met=date(2026, 11, 2))


@pytest.mark.parametrize(
    ("velden", "status"),
    [
        ({}, 302),
        ({"uren": "5001"}, 422),
        ({"uren": "-1"}, 422),
        ({"tot_en_met": "1-1-0001"}, 422),
        ({"tot_en_met": "1-1-2199"}, 422),
        ({"bron": " "}, 422),
    ],
)
def test_the_form_refuses_what_cannot_be(cast, inloggen, velden, status):
    dossier = met_pip(cast)
    invoer = {"onderdeel": "uren_nt2", "uren": "120,5", "tot_en_met": "28-08-2026", "bron": "opgave"} | velden
    adres = reverse("voortgang:beginstand", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})
    client = inloggen(cast.consulent)

    assert client.post(adres, invoer).status_code == status
    assert Beginstand.objects.count() == (status == 302)
    if status == 302:
        assert 'value="120,5"' in client.get(f"{adres}?onderdeel=uren_nt2").content.decode()
