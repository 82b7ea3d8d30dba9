"""What the PIP that stands asks, in the values of the law, and what of it is done."""

from dataclasses import dataclass
from datetime import date

from cases.models import Dossier
from inburgering.recht.afronding import Eis, Plan, alles_klaar, eisen
from inburgering.recht.examens import Examenonderdeel
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Leerroute
from inburgering.recht.uren import Z_UREN_PARTICIPATIE
from pip_plans.plan.models import Pip
from pip_plans.plan.services.versies import geldende
from pip_plans.uitvoering.services.passend import route_van


@dataclass(frozen=True, slots=True)
class Voortgang:
    """Every part that is asked, and the day on which the last of them was done."""

    plan: Plan
    eisen: tuple[Eis, ...]

    @property
    def klaar_op(self) -> date | None:
        return alles_klaar(self.eisen)

    @property
    def open(self) -> list[Eis]:
        return [eis for eis in self.eisen if eis.klaar_op is None]


def pip_van(dossier: Dossier) -> Pip | None:
    """The version that stands, as it is written; None for one from before this system."""
    return geldende(list(Pip.objects.met_beschikking().uitgegeven().filter(dossier=dossier)))


def plan_van(dossier: Dossier, feiten: Dossierfeiten) -> Plan:
    """The leerroute of the PIP that stands, else that of the gemeente before this one; with its exams on level A2."""
    route = route_van(dossier, feiten).leerroute
    if not route and (elders := feiten.laatste(FeitSoort.PIP_VORIGE_GEMEENTE)):
        route = elders.tekst("leerroute")
    pip = pip_van(dossier)
    lager = pip is not None and pip.lagere_norm and pip.participatie_uren
    return Plan(
        leerroute=Leerroute(route) if route in set(Leerroute) else None,
        a2=frozenset(Examenonderdeel(deel) for deel in pip.a2_onderdelen) if pip else frozenset(),
        participatie=int(lager) if lager else Z_UREN_PARTICIPATIE,
    )


def voortgang_van(dossier: Dossier, feiten: Dossierfeiten) -> Voortgang:
    """Which parts are done, and what is still needed, each with the reason."""
    plan = plan_van(dossier, feiten)
    return Voortgang(plan, eisen(feiten, plan))
