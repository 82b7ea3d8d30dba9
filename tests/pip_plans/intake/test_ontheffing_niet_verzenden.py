"""A decision on an exemption from the test that is not sent: the test is open again."""

import pytest

from cases.services.beschikkingen import BeschikkingFout
from cases.services.niet_verzenden import verzend_niet
from pip_plans.intake.enums import Ontheffingstatus
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.afronding import ontbreekt

from .conftest import OP, adres, slaag
from .test_ontheffing import beslis, stel_voor, vers

pytestmark = pytest.mark.usefixtures("op_de_dag")


def blijft_hier(besluit, door):
    return verzend_niet(besluit=besluit, reden="De grond klopt niet.", door=door, op=OP)


def test_the_test_is_open_again_and_takes_a_result_or_another_proposal(intake, cast):
    besluit = beslis(stel_voor(intake), cast.tweede_lezer)
    with pytest.raises(BeschikkingFout, match="zelf vastgesteld"):
        blijft_hier(besluit, cast.tweede_lezer)

    blijft_hier(besluit, cast.teamleider)

    assert "toets" in [deel.onderdeel for deel in ontbreekt(vers(intake))]
    assert vers(intake).toets.ontheffing is None
    assert stel_voor(intake).status == Ontheffingstatus.TER_BESLISSING
    assert slaag(intake, dag=OP).resultaat is not None


def test_an_intake_that_was_completed_with_it_stands_in_the_way(intake, cast):
    besluit = beslis(stel_voor(intake), cast.tweede_lezer)
    BredeIntake.objects.filter(pk=intake.pk).update(
        afgerond_op=OP, wijze="gesprek", gewezen_op=OP, gewezen_hoe="gesprek"
    )

    with pytest.raises(BeschikkingFout, match="Heropen eerst de intake"):
        blijft_hier(besluit, cast.teamleider)


def test_the_page_shows_the_button_and_then_what_happened(intake, cast, inloggen):
    ontheffing = stel_voor(intake)
    besluit = beslis(ontheffing, cast.tweede_lezer)
    pagina = adres(intake.dossier, "ontheffing", pk=ontheffing.pk)
    assert "niet-verzenden/" in inloggen(cast.teamleider).get(pagina).text
    assert "niet-verzenden/" not in inloggen(cast.consulent).get(pagina).text

    blijft_hier(besluit, cast.teamleider)
    na = inloggen(cast.teamleider).get(pagina).text
    assert ("Er geldt niets van dit besluit" in na, "Bekendmaken vastleggen" in na) == (True, False)
