"""What the law asks before a PIP is decided on, each with the field where it is mended."""

from datetime import date

import pytest

from cases.enums import Gezinsrol
from cases.models import Gezin, Gezinskind
from cases.services.dossiers import wijzig_persoon
from pip_plans.plan.models import Pip
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.volledigheid import ontbreekt
from tests.conftest import VANDAAG
from tests.pip_plans.plan.hulp import asiel_met_intake, gezinsmigrant_met_intake, maak_compleet


@pytest.fixture
def pip(cast) -> Pip:
    dossier = asiel_met_intake(cast)
    gezin = Gezin.objects.create(gemeente=cast.gemeente, kenmerk="G-1")
    Gezinskind.objects.create(gezin=gezin, naam="Yohanna", geboortedatum=date(2024, 3, 1))
    Gezinskind.objects.create(gezin=gezin, naam="Abel", geboortedatum=date(2014, 3, 1))
    persoon = {"gezin": gezin, "gezinsrol": Gezinsrol.values[0]}
    wijzig_persoon(dossier=dossier, persoon=persoon, door=cast.consulent, op=VANDAAG)
    dossier.refresh_from_db()
    return maak_compleet(stel_op(dossier=dossier, door=cast.consulent, op=VANDAAG))


def _met(pip, **gegevens):
    return bewaar_concept(pip=pip, revisie=pip.revisie, door=pip.opgesteld_door, op=VANDAAG, gegevens=gegevens)


def test_every_young_child_and_the_view_of_the_person_are_asked_for(pip):
    assert [rij.veld for rij in ontbreekt(pip)] == ["voorschools"]
    assert "Yohanna" in ontbreekt(pip)[0].zin
    pip = _met(pip, voorschools="Yohanna gaat naar voorschool De Bever.", zienswijze="", geen_zienswijze="")
    assert [(rij.veld, "4:8" in rij.zin) for rij in ontbreekt(pip)] == [("zienswijze", True)]
    pip = _met(pip, geen_zienswijze="Hij had geen zin.")
    assert [(rij.veld, "4:11 Awb" in rij.zin) for rij in ontbreekt(pip)] == [("zienswijze", True)]
    pip = _met(pip, geen_zienswijze_grond="spoed", geen_zienswijze=" ")
    assert [rij.veld for rij in ontbreekt(pip)] == ["geen_zienswijze"]
    assert ontbreekt(_met(pip, geen_zienswijze="De school begint morgen.")) == []


def test_hours_of_participation_for_the_wrong_group_stop_the_decision(cast):
    dossier = gezinsmigrant_met_intake(cast.gemeente, cast.consulent)
    pip = maak_compleet(stel_op(dossier=dossier, door=cast.consulent, op=VANDAAG), pw=False, uren_per_week=None)
    pip = _met(pip, leerroute="Z", motivering_afwijking="De toets was te kort.", participatie_uren=800)

    assert [(rij.veld, "3.14" in rij.zin) for rij in ontbreekt(pip)] == [("participatie_uren", True)]
