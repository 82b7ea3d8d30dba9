"""What the law does not allow is refused with its article, at the field where it is mended."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import TemplateDoesNotExist
from django.urls import reverse
from django.utils import timezone

from cases.models import Beschikking, Document
from cases.services import documenten, veeg
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.gereed import in_de_weg
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.situatie import situatie
from tests.conftest import VANDAAG

from .hulp import gezinsmigrant_met_intake, maak_compleet, pip_ter_lezing, stel_tegelijk_vast

AFWIJKING = {"motivering_afwijking": "U leert beter in de praktijk."}
LEEG = {
    "leerroute": "", "motivering": "", "uren_per_week": None, "pvt_uren": None, "map_uren": None, "zienswijze": "",
    "voortgangsgesprekken": None, "begeleiding": "",
}  # fmt: skip


def schrijf(pip: Pip, **gegevens) -> Pip:
    return bewaar_concept(pip=pip, revisie=pip.revisie, door=pip.opgesteld_door, op=VANDAAG, gegevens=gegevens)


def test_everything_that_the_law_asks_is_named_with_its_article_and_its_field(compleet, cast, inloggen):
    pip = schrijf(compleet, **LEEG)
    gemis = in_de_weg(pip, situatie(pip.dossier), VANDAAG)

    assert {rij.veld for rij in gemis} == {*LEEG}
    assert [rij.zin for rij in gemis if "art. " not in rij.zin] == []
    pagina = inloggen(cast.consulent).get(reverse("plan:overzicht", args=["diemen", pip.dossier.nummer]))
    for rij in gemis:
        assert f'#div_id_{rij.veld}">' in pagina.content.decode(), rij.veld
    with pytest.raises(PlanFout, match="Er ontbreekt nog iets"):
        bied_aan(pip=pip, door=cast.consulent, op=VANDAAG)


def test_a_deviation_without_reasons_is_refused(compleet, cast):
    pip = schrijf(compleet, leerroute="Z")

    with pytest.raises(PlanFout, match=r"anders dan de leerbaarheidstoets.*art. 3:46 Awb"):
        bied_aan(pip=pip, door=cast.consulent, op=VANDAAG)


def test_hours_of_participation_for_who_gets_no_offer_are_refused(cast):
    pip = stel_op(dossier=gezinsmigrant_met_intake(cast.gemeente, cast.consulent), door=cast.consulent, op=VANDAAG)
    pip = maak_compleet(pip, pw=False, uren_per_week=None, leerroute="Z", participatie_uren=800, **AFWIJKING)

    with pytest.raises(PlanFout, match=r"gelden niet voor deze doelgroep.*art. 3.14"):
        bied_aan(pip=pip, door=cast.consulent, op=VANDAAG)


def test_a_map_in_the_onderwijsroute_is_refused_on_the_screen_and_in_the_database(compleet, cast, inloggen):
    adres = reverse("plan:hoofdlijnen", args=["diemen", compleet.dossier.nummer])
    antwoord = inloggen(cast.consulent).post(
        adres, {"leerroute": "ONDERWIJS", "map_uren": "60", "revisie": compleet.revisie}
    )
    assert "art. 8 lid 3" in str(antwoord.context["form"].errors["map_uren"])

    with pytest.raises(IntegrityError, match="pip_geen_map_in_onderwijsroute"), transaction.atomic():
        Pip.objects.filter(pk=compleet.pk).update(leerroute="ONDERWIJS")


def test_fewer_hours_in_the_z_route_need_the_ground_of_the_regeling(compleet, cast, inloggen):
    minder = {"leerroute": "Z", "participatie_uren": 400, **AFWIJKING}
    with pytest.raises(ValidationError, match=r"art. 3.16 Regeling"):
        schrijf(compleet, **minder)
    adres = reverse("plan:hoofdlijnen", args=["diemen", compleet.dossier.nummer])
    antwoord = inloggen(cast.consulent).post(adres, {**minder, "revisie": compleet.revisie})
    assert "art. 3.16 Regeling" in str(antwoord.context["form"].errors["participatie_uren"])

    pip = schrijf(compleet, **minder, lagere_norm=True)
    besluit = stel_vast(
        pip=bied_aan(pip=pip, door=cast.consulent, op=VANDAAG), revisie=pip.revisie, door=cast.tweede_lezer, op=VANDAAG
    )
    assert besluit.inhoud["zroute"]["lagere_norm"] is True
    assert besluit.inhoud["zroute"]["uren_participatie"] == 400


@pytest.mark.django_db(transaction=True)
def test_two_people_who_decide_on_a_first_pip_at_once_make_one_number_and_one_document(cast):
    pip = pip_ter_lezing(cast)

    assert stel_tegelijk_vast(pip, cast, op=VANDAAG) == ["PIP-2026-0001", "PIP-2026-0001"]
    assert Beschikking.objects.filter(dossier=pip.dossier).count() == 1
    assert Document.objects.filter(dossier=pip.dossier, soort="pip").count() == 1


def test_a_letter_that_fails_is_tried_again_and_everybody_sees_it(cast, inloggen):
    pip = pip_ter_lezing(cast)
    besluit = stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=VANDAAG)
    brief = Document.objects.filter(pk=besluit.document_id)
    brief.update(sjabloon="weg/v1")  # as after a bad roll-out
    with pytest.raises(TemplateDoesNotExist):
        documenten.maak(document_id=besluit.document_id, moment=timezone.now())

    pagina = inloggen(cast.consulent).get(reverse("cases:dossier", args=["diemen", pip.dossier.nummer]))
    assert "Brief van het PIP opnieuw maken" in pagina.content.decode()
    later = besluit.document.aangemaakt_op + timezone.timedelta(minutes=2)
    assert veeg.veeg(moment=later)["documenten"] >= 1
    brief.update(sjabloon="pip/v1")
    documenten.maak(document_id=besluit.document_id, moment=later)
    assert brief.get().status == "gereed"
