"""Dossiers with a PIP that promises talks, and the talks, through the services of the product."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from cases.enums import Afspraaksoort, Afspraakuitkomst, Kanaal, Plaatssoort
from cases.models import Afspraak, Dossier
from cases.services.afspraken import leg_uitkomst_vast, plan_afspraak
from cases.services.beschikkingen import maak_bekend
from tests.conftest import VANDAAG
from tests.fabriek import Cast
from tests.pip_plans.plan.hulp import vastgesteld_pip, zet_document_gereed

NL = ZoneInfo("Europe/Amsterdam")


def met_pip(cast: Cast) -> Dossier:
    """Somebody whose first PIP, with six talks, was decided on and made known today."""
    pip = vastgesteld_pip(cast)
    zet_document_gereed(pip.beschikking.document)
    maak_bekend(beschikking=pip.beschikking, datum=VANDAAG, kanaal=Kanaal.UITGEREIKT, door=cast.consulent, op=VANDAAG)
    return Dossier.objects.get(pk=pip.dossier_id)


def plan(cast: Cast, dossier: Dossier, dag: date, uur: int = 10, **anders: Any) -> Afspraak:
    gegevens = {
        "soort": Afspraaksoort.VOORTGANG, "begin": datetime(dag.year, dag.month, dag.day, uur, 30, tzinfo=NL),
        "plaatssoort": Plaatssoort.GEMEENTEHUIS, "met": cast.consulent, "duur_minuten": 60,
    }  # fmt: skip
    return plan_afspraak(dossier=dossier, gegevens=gegevens | anders, door=cast.consulent, op=VANDAAG)


def gehouden(cast: Cast, dossier: Dossier, dag: date, uitkomst: str = "verschenen") -> Afspraak:
    """A talk of that day, with its outcome."""
    afspraak = plan(cast, dossier, dag)
    return leg_uitkomst_vast(afspraak=afspraak, uitkomst=Afspraakuitkomst(uitkomst), door=cast.consulent, op=dag)
