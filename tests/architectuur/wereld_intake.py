"""The intake of the world: an oproep, a test that was passed, a talk, a referral, an exemption, one that went up."""

from datetime import date
from typing import Any

from cases.services.samenvoegen import Keuzes, voeg_samen
from pip_plans.intake.keuzelijsten import Voorzieningsoort
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.doorverwijzen import verwijs_door
from pip_plans.intake.services.intake import start_intake
from pip_plans.intake.services.sociale_kaart import bewaar_voorziening
from tests.fabriek import maak_dossier
from tests.pip_plans.intake.conftest import roep_op, slaag, voer_gesprek
from tests.pip_plans.intake.test_ontheffing import stel_voor

ONTHEFFINGSDELEN = ("", "_beslissen", "_bekendmaken", "_intrekken", "_voorbeeld")


def intakerijen(intake: BredeIntake) -> dict[str, Any]:
    ontheffing = stel_voor(intake)
    oproep = roep_op(intake, dag=date(2026, 11, 25), op=date(2026, 11, 20))
    resultaat = slaag(intake, dag=date(2026, 11, 18)).resultaat
    gesprek = voer_gesprek(intake, datum=date(2026, 11, 18), op=date(2026, 11, 18))
    kaart = bewaar_voorziening(
        gemeente=intake.dossier.gemeente, gegevens={"naam": "MaDi", "soort": Voorzieningsoort.GELD}
    )
    verwijzing = verwijs_door(
        intake=intake,
        gegevens={"gebied": "financien", "voorziening": kaart, "datum": date(2026, 11, 18), "in_overleg": True},
        door=intake.dossier.consulent,
        op=date(2026, 11, 18),
    )
    oud = maak_dossier(intake.dossier.gemeente, intake.dossier.consulent, op=date(2026, 11, 20))
    wie = {"door": intake.dossier.consulent, "op": date(2026, 11, 20)}
    start_intake(dossier=oud, datum=date(2026, 11, 19), **wie)
    voeg_samen(blijft=intake.dossier, vervallen=oud, keuzes=Keuzes(), reden="twee keer geregistreerd", **wie)
    return {
        "intake:oude_intake.oud": oud.nummer,
        "intake:voorziening.pk": kaart.pk,
        "intake:voorziening_verwijderen.pk": kaart.pk,
        "intake:doorverwijzing.pk": verwijzing.pk,
        "intake:doorverwijzing_uitkomst.pk": verwijzing.pk,
        "intake:gesprek_wijzigen.pk": gesprek.pk,
        "intake:leefgebied.gebied": "wonen",
        "intake:oproep.soort": "intake",
        "intake:oproep_uitkomst.pk": oproep.pk,
        "intake:toetsuitslag_verbeteren.pk": resultaat.pk,
        "intake:toetsuitslag_intrekken.pk": resultaat.pk,
        **{f"intake:ontheffing{deel}.pk": ontheffing.pk for deel in ONTHEFFINGSDELEN},
    }
