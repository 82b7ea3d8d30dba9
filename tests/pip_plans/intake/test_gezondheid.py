"""Who sees what is special: health, and the ground of an exemption."""

import pytest

from cases.enums import Rol
from cases.models import Aanstelling
from cases.services.bescherming import bescherm, hef_op
from inburgering.recht.feiten import FeitSoort
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import Leefgebied
from tests.fabriek import leg_vast

from .conftest import OP, adres, schrijf
from .test_ontheffing import stel_voor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_de_dag")]


def test_health_is_for_who_works_on_the_dossier(intake, cast, inloggen):
    schrijf(intake, Gebied.GEZONDHEID, "Draagt een hoorapparaat.")
    pagina = adres(intake.dossier, "leefgebieden")
    assert "hoorapparaat" in inloggen(cast.consulent).get(pagina).content.decode()

    for ander in (cast.collega, cast.tweede_lezer, cast.raadpleger, cast.teamleider):
        assert "hoorapparaat" not in inloggen(ander).get(pagina).content.decode()


def test_health_takes_a_role_that_works_on_dossiers_and_a_jurist_needs_a_bezwaar(intake, cast, inloggen):
    schrijf(intake, Gebied.GEZONDHEID, "Draagt een hoorapparaat.")
    pagina = adres(intake.dossier, "leefgebieden")
    Aanstelling.objects.create(medewerker=cast.raadpleger, gemeente=cast.gemeente, rol=Rol.JURIST, van=OP)
    assert "hoorapparaat" not in inloggen(cast.raadpleger).get(pagina).content.decode()
    leg_vast(intake.dossier, FeitSoort.BEZWAAR_ONTVANGEN, OP)
    assert "hoorapparaat" in inloggen(cast.raadpleger).get(pagina).content.decode()

    genoemd = [cast.collega, cast.teamleider, cast.tweede_lezer]
    bescherm(dossier=intake.dossier, mensen=genoemd, reden="veiligheid", door=cast.teamleider, op=OP)
    for wie in genoemd[:2]:
        assert "hoorapparaat" in inloggen(wie).get(pagina).content.decode()
    assert "hoorapparaat" not in inloggen(cast.tweede_lezer).get(pagina).content.decode()

    hef_op(dossier=intake.dossier, reden="weer veilig", door=cast.teamleider, op=OP)
    Aanstelling.objects.filter(medewerker=cast.consulent).update(rol=Rol.RAADPLEGER)
    assert "hoorapparaat" not in inloggen(cast.consulent).get(pagina).content.decode()


def test_a_colleague_cannot_write_about_health(intake, cast, inloggen):
    antwoord = inloggen(cast.collega).post(
        adres(intake.dossier, "leefgebied", gebied="gezondheid"), {"situatie": "x", "versie": 0}
    )

    assert antwoord.status_code == 403
    assert not Leefgebied.objects.exists()


def test_the_ground_of_an_exemption_is_for_who_works_on_the_dossier(intake, cast, inloggen):
    stel_voor(intake)
    pagina = adres(intake.dossier, "toets")

    assert "visuele beperking" in inloggen(cast.consulent).get(pagina).content.decode()
    assert "Grond: " not in inloggen(cast.collega).get(pagina).content.decode()
