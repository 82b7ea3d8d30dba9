"""A permit that turns out to be of another day: a person brings the dossier under the other act, and sees what goes."""

from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from cases.models import Dossier
from cases.services.gebeurtenissen import corrigeer_feit
from cases.services.regime import RegimeFout, regimewissel, wissel_regime
from cases.services.termijnen import feiten_van, verschillen
from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.intake.models import BredeIntake, Leerbaarheidstoets, Toetsresultaat
from pip_plans.plan.services.opstellen import stel_op
from tests.fabriek import leg_vast
from tests.pip_plans.plan.hulp import asiel_met_intake

from .conftest import slaag

OP = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("op_de_dag")


def vergunning(dossier, dag):
    return leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, dag, soort="asiel bepaalde tijd")


def corrigeer(feit, dag):
    """The correction message: the permit is of another day."""
    corrigeer_feit(
        gebeurtenis=feit, datum=dag, gegevens=feit.gegevens, toelichting="bericht van de IND", door=None, op=OP
    )


def adres(dossier):
    return reverse("cases:regime", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})


def stappen(client, dossier) -> str:
    return client.get(
        reverse("cases:dossier", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})
    ).content.decode()


def test_a_correction_to_before_2022_is_seen_shown_and_done(intake, inloggen):
    dossier, client = intake.dossier, inloggen(intake.dossier.consulent)
    feit = vergunning(dossier, date(2026, 7, 1))
    slaag(intake, woorden="B1 haalbaar")
    assert regimewissel(dossier=dossier, op=OP) is None
    assert "Onder de andere wet brengen" not in stappen(client, dossier)

    corrigeer(feit, date(2021, 12, 31))
    assert "Onder de andere wet brengen" in stappen(client, dossier)
    scherm = client.get(adres(dossier)).content.decode()
    assert "PIP vaststellen" in scherm
    assert "uitslag van de leerbaarheidstoets" in scherm
    assert dossier.termijnen.open().exists()
    assert client.post(adres(dossier), {"reden": " "}).status_code == 422

    client.post(adres(dossier), {"reden": "Correctiebericht van de IND"})
    dossier = Dossier.objects.get(pk=dossier.pk)
    assert dossier.regime == Regime.WI2013
    assert not dossier.termijnen.open().exists()
    assert verschillen(dossier=dossier, feiten=feiten_van(dossier), op=OP) == []
    event = dossier.gebeurtenissen.get(soort="REGIME_GEWIJZIGD")
    assert (event.toelichting, event.door) == ("Correctiebericht van de IND", dossier.consulent)
    assert "Dat past bij de vergunning" in client.get(adres(dossier)).content.decode()
    with pytest.raises(RegimeFout, match="past al"):
        wissel_regime(dossier=dossier, reden="nog eens", door=dossier.consulent, op=OP)


def test_what_the_act_of_2013_gives_no_ground_for_is_gone_with_its_history(intake):
    feit = vergunning(intake.dossier, date(2026, 7, 1))
    slaag(intake, woorden="B1 haalbaar")
    historie = apps.get_model("intake", "LeerbaarheidstoetsEvent")
    assert historie.objects.filter(intake=intake).exists()
    corrigeer(feit, date(2021, 12, 31))
    wissel_regime(dossier=intake.dossier, reden="bericht van de IND", door=intake.dossier.consulent, op=OP)

    for model in (Leerbaarheidstoets, Toetsresultaat, historie):
        assert not model.objects.filter(intake=intake).exists()
    assert BredeIntake.objects.filter(pk=intake.pk).exists()


def test_back_under_the_act_of_2021_the_terms_come_and_a_test_can_be_taken(intake):
    feit = vergunning(intake.dossier, date(2021, 12, 31))
    wissel_regime(dossier=intake.dossier, reden="eerste bericht", door=intake.dossier.consulent, op=OP)
    dossier = Dossier.objects.get(pk=intake.dossier_id)
    corrigeer(dossier.gebeurtenissen.get(pk=feit.pk), date(2026, 7, 1))
    wissel_regime(dossier=dossier, reden="tweede bericht", door=dossier.consulent, op=OP)

    assert dossier.termijnen.open().filter(soort="PIP").exists()
    slaag(BredeIntake.objects.get(pk=intake.pk))
    assert Toetsresultaat.objects.filter(intake=intake).count() == 1


def test_a_plan_in_the_making_has_to_go_first(cast):
    dossier = asiel_met_intake(cast)
    feit = vergunning(dossier, date(2026, 7, 1))
    stel_op(dossier=dossier, door=cast.consulent, op=OP)
    corrigeer(feit, date(2021, 12, 31))

    wissel = regimewissel(dossier=dossier, op=OP)
    assert wissel is not None
    assert any("PIP" in zin for zin in wissel.beletsels)
    with pytest.raises(RegimeFout, match="PIP"):
        wissel_regime(dossier=dossier, reden="bericht", door=cast.consulent, op=OP)


def test_one_dossier_per_person_and_act(cast, intake):
    dossier = intake.dossier
    Dossier.objects.create(
        gemeente=dossier.gemeente, inburgeraar=dossier.inburgeraar, nummer="D-2013-0001", regime=Regime.WI2013.value
    )
    vergunning(dossier, date(2021, 12, 31))
    with pytest.raises(RegimeFout, match="al een dossier"):
        wissel_regime(dossier=dossier, reden="bericht", door=cast.consulent, op=OP)
