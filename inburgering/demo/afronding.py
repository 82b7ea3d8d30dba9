"""The end of the way in the demonstration: exams until DUO says voldaan, and the way to another gemeente."""

from copy import copy
from datetime import timedelta
from typing import Any

from cases.models import Gemeente, Medewerker
from inburgering.recht.afronding import Deel
from pip_plans.afronding.enums import Volgens
from pip_plans.afronding.services.afronden import sluit_af
from pip_plans.afronding.services.delen import leg_deel_vast
from pip_plans.afronding.services.einde import leg_voldaan_vast
from pip_plans.afronding.services.examens import leg_uitslag_vast
from pip_plans.afronding.services.overdracht import bied_aan
from pip_plans.afronding.services.overname import aanvaard
from pip_plans.uitvoering.enums import Stopreden
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.uitvoering.services.stoppen import stop

from .accounts import INEKE
from .draaiboek import Verloop
from .traject import Traject

# The day, counted from the peildatum, on which the message of DUO comes; the exam was a month before it.
UITSLAGEN = (
    (-95, "lezen", "geslaagd"),
    (-94, "luisteren", "geslaagd"),
    (-80, "schrijven", "niet_geslaagd"),
    (-33, "schrijven", "geslaagd"),
    (-28, "knm", "geslaagd"),
    (-12, "spreken", "geslaagd"),
)
EXAMEN_WAS = timedelta(days=30)


def haal_examens(traject: Traject) -> Verloop:
    """Every exam on level A2 and ONA under the act of 2013; then voldaan, and the dossier closes with its letter."""
    t = traject
    for dag, onderdeel, uitslag in UITSLAGEN:
        yield from haal_examen(t, dag, onderdeel, uitslag)
    yield from t.naar(t.wereld.dag(-9))
    leg_deel_vast(dossier=t.dossier, deel=Deel.ONA, datum=t.vandaag, volgens=Volgens.DUO, **_wie(t))
    yield from t.naar(t.wereld.dag(-5))
    leg_voldaan_vast(dossier=t.dossier, datum=t.vandaag, toelichting="Brief van DUO.", **_wie(t))
    yield from t.na(1)
    sluit_af(dossier=t.dossier, brief=True, **_wie(t))


def haal_examen(t: Traject, dag: int, onderdeel: str, uitslag: str = "geslaagd") -> Verloop:
    """DUO tells the result, a month after the exam."""
    yield from t.naar(t.wereld.dag(dag))
    leg_uitslag_vast(
        dossier=t.dossier, onderdeel=onderdeel, niveau="" if onderdeel == "knm" else "A2", uitslag=uitslag,
        datum=t.vandaag - EXAMEN_WAS, volgens=Volgens.DUO, toelichting="Bericht van DUO.", **_wie(t),
    )  # fmt: skip


def draag_over_aan_uithoorn(traject: Traject) -> Verloop:
    """Offered without a name; he moves, his places here stop, and Uithoorn takes him over by the number of its BRP."""
    vandaag = yield traject.wereld.dag(-16)
    t = copy(traject)  # which walks on days of its own
    t.vandaag = vandaag
    uithoorn, verhuist = Gemeente.objects.get(slug="uithoorn"), t.wereld.dag(-6)
    overdracht = bied_aan(dossier=t.dossier, naar=uithoorn, vertrek_op=verhuist, **_wie(t))
    yield from t.naar(verhuist)
    for plaatsing in Plaatsing.objects.open().filter(dossier=t.dossier):
        stop(plaatsing=plaatsing, datum=verhuist, reden=Stopreden.VERHUISD, **_wie(t))
    yield from t.na(2)
    ineke = Medewerker.objects.get(email=INEKE.email)
    aanvaard(
        overdracht=overdracht, gemeente=uithoorn, nummer=t.dossier.inburgeraar.bsn or "", brp_op=verhuist, boetes=False,
        door=ineke, op=t.vandaag,
    )  # fmt: skip


def _wie(t: Traject) -> dict[str, Any]:
    return {"door": t.door, "op": t.vandaag}
