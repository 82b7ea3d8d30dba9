"""Starting a concept PIP and withdrawing it again."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from cases.enums import Dossierstatus
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.feiten import FeitSoort, Leerroute, Regime
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.plan import handelingen
from pip_plans.plan.enums import LOPEND, Pipstatus, Wijzigingssoort
from pip_plans.plan.models import Pip, PipAfspraak, Wijziging
from pip_plans.plan.routevelden import past_niet_bij

from .basis import PlanFout, vergrendel
from .elders import motivering_overname
from .overnemen import neem_bijlage_over, neem_rijen_over, neem_velden_over
from .samenstellen import eerste_afspraken, eerste_velden
from .situatie import Situatie, situatie
from .versies import niet_verzonden_versie, uitgegeven_versie, versies


def beletsels(dossier: Dossier, gegevens: Situatie) -> list[str]:
    """Why no PIP can be started now, one Dutch sentence each; empty when it can."""
    advies = dossier.regime == Regime.WI2013.value  # no decision and no test: only the intake comes first
    redenen = []
    if dossier.status == Dossierstatus.AFGESLOTEN:
        redenen.append("Dit dossier is afgesloten.")
    if gegevens.feiten.eerste(FeitSoort.PIP_VASTGESTELD):
        redenen.append("Er is al een PIP vastgesteld.")
    if not gegevens.groep_bekend and not advies:
        redenen.append("De doelgroep is nog niet vastgelegd. Daarvan hangt af wat er in het PIP moet staan.")
    if not gegevens.intake_afgerond:
        redenen.append("De brede intake is nog niet afgerond.")
    return redenen


@transaction.atomic
def stel_op(*, dossier: Dossier, door: Medewerker, op: date) -> Pip:
    """Start the concept of the first PIP, filled from the intake (Wi 15); under the act of 2013 that of an advice.

    After a decision that is not sent it starts with the text of that one, and the zienswijze is asked anew.

    After a move the leerroute of the other gemeente is adopted (Wi 15(4)). Raises PlanFout before the intake is
    completed, without a doelgroep, and when there is a concept or a plan already. After a withdrawn concept it may be
    started again.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if Pip.objects.lopend().filter(dossier=dossier).exists():
        raise PlanFout("Er is voor dit dossier al een concept-PIP.")
    if uitgegeven_versie(dossier):
        raise PlanFout("Er is al een plan. Begin daarvan een nieuwe versie.")
    gegevens = situatie(dossier)
    if redenen := beletsels(dossier, gegevens):
        raise PlanFout(" ".join(redenen))
    pip = Pip(dossier=dossier, opgesteld_door=door, gewijzigd_door=door, opgesteld_op=op)
    pip.versie = (dossier.pips.geldend().aggregate(hoogste=Max("versie"))["hoogste"] or 0) + 1
    if vorige := niet_verzonden_versie(versies(dossier)):
        _vul_opnieuw(pip, vorige, gegevens)
    else:
        _vul(pip, gegevens, door, op)
    pip.schrijvers.add(door)
    _leg_verhuizing_vast(pip, gegevens)
    registreer_handeling(dossier=dossier, soort=handelingen.PIP_OPGESTELD, datum=op, door=door)
    return pip


def _vul(pip: Pip, gegevens: Situatie, door: Medewerker, op: date) -> None:
    for veld, waarde in eerste_velden(gegevens, pip.dossier, door, op).items():
        setattr(pip, veld, waarde)
    _neem_leerroute_over(pip, gegevens)
    pip.save()
    rijen = enumerate(eerste_afspraken(gegevens, pip.dossier))
    PipAfspraak.objects.bulk_create(PipAfspraak(pip=pip, volgorde=nummer, **rij) for nummer, rij in rijen)


def _vul_opnieuw(pip: Pip, vorige: Pip, gegevens: Situatie) -> None:
    neem_velden_over(vorige, pip, met_zienswijze=False)
    pip.b1_haalbaar = gegevens.b1_haalbaar
    pip.save()
    neem_rijen_over(vorige, pip)
    neem_bijlage_over(vorige, pip)


def _neem_leerroute_over(pip: Pip, gegevens: Situatie) -> None:
    """After a move the leerroute of the PIP that was there (Wi 15(4)); its reason stands first in the motivering."""
    vorig = gegevens.feiten.eerste(FeitSoort.PIP_VORIGE_GEMEENTE)
    if vorig is None or vorig.tekst("leerroute") not in set(Leerroute):
        return
    route = Leerroute(vorig.tekst("leerroute"))
    for veld, leeg in past_niet_bij(route).items():
        setattr(pip, veld, leeg)
    pip.leerroute = route.value
    pip.motivering = motivering_overname(vorig)


def _leg_verhuizing_vast(pip: Pip, gegevens: Situatie) -> None:
    vorig = gegevens.feiten.eerste(FeitSoort.PIP_VORIGE_GEMEENTE)
    if vorig:
        reden = f"Verhuisd. Het eerste PIP is van {datum_zonder_weekdag(vorig.datum)}."
        Wijziging.objects.create(pip=pip, soort=Wijzigingssoort.VERHUIZING, reden=reden)


@transaction.atomic
def trek_concept_in(*, pip: Pip, reden: str, door: Medewerker, op: date) -> None:
    """Set a concept aside; its text stays in the database and a new one can be started.

    Raises PlanFout for what was decided or brought out and without a reason. Again does nothing.
    """
    pip = vergrendel(pip)
    if pip.status == Pipstatus.INGETROKKEN:
        return
    if pip.status == Pipstatus.VASTGESTELD:
        raise PlanFout("Dit PIP is vastgesteld. Intrekken kan dan alleen met een nieuw besluit.")
    if pip.status not in LOPEND:
        raise PlanFout(f"Dit {pip.naam} is {pip.get_status_display()}. Alleen een concept kan worden ingetrokken.")
    if not reden.strip():
        raise PlanFout("Schrijf op waarom u het concept intrekt.")
    pip.status = Pipstatus.INGETROKKEN
    pip.save(update_fields=["status"])
    registreer_handeling(dossier=pip.dossier, soort=handelingen.PIP_INGETROKKEN, datum=op, door=door, toelichting=reden)
