"""The parts that are no exam: PVT, MAP, ONA, the hours and eindgesprek of the Z-route, the diploma."""

from datetime import date

from django.db import transaction

from cases.models import Dossier, Gebeurtenis, Medewerker
from cases.services.gebeurtenissen import registreer_feit
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import GEEN_MAP, Deel, Plan, afgerond, z_norm, z_tekort
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Leerroute, Regime
from inburgering.recht.uitleg import datum_zonder_weekdag

from .examens import EERSTE_DAG
from .fout import AfrondingFout
from .plan import plan_van


def delen_van(feiten: Dossierfeiten, plan: Plan) -> list[Deel]:
    """Which of these parts this person has to do."""
    if feiten.regime is Regime.WI2013:
        return [Deel.PVT, Deel.ONA, Deel.MAP]
    if plan.leerroute is None:
        return []
    if plan.leerroute is Leerroute.ONDERWIJS:
        return [Deel.PVT, Deel.DIPLOMA]
    return [Deel.PVT, Deel.MAP, *([Deel.Z_EINDGESPREK] if plan.leerroute is Leerroute.Z else [])]


@transaction.atomic
def leg_deel_vast(
    *, dossier: Dossier, deel: Deel, datum: date, volgens: str, door: Medewerker | None, op: date,
    taaluren: int | None = None, participatie_uren: int | None = None, toelichting: str = "",
) -> Gebeurtenis:  # fmt: skip
    """Record that a part is done; the same part on the same day again changes nothing.

    Of the Z-route this is the eindgesprek, which the gemeente holds itself (art. 3.14 lid 4 Besluit), with the hours.
    Raises AfrondingFout for a part that this route does not have, too few hours, and a day to come or before the act.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    feiten = dossierfeiten_van(dossier)
    plan = plan_van(dossier, feiten)
    _keur(feiten, plan, deel, datum, op)
    gegevens: dict[str, object] = {"onderdeel": deel.value, "volgens": volgens}
    if deel is Deel.Z_EINDGESPREK:
        gegevens |= _uren(feiten, plan, taaluren, participatie_uren)
    if (eerder := afgerond(feiten, deel)) and eerder.datum == datum:
        return Gebeurtenis.objects.get(pk=eerder.id)
    if eerder:
        dag = datum_zonder_weekdag(eerder.datum)
        raise AfrondingFout(f"Dit onderdeel is al klaar sinds {dag}. Trek dat eerst in als het niet klopt.", "deel")
    return registreer_feit(
        dossier=dossier, soort=FeitSoort.ONDERDEEL_AFGEROND, datum=datum, door=door, op=op, gegevens=gegevens,
        toelichting=toelichting,
    )  # fmt: skip


def _uren(feiten: Dossierfeiten, plan: Plan, taal: int | None, participatie: int | None) -> dict[str, int]:
    if tekort := z_tekort(feiten, plan, taal=taal or 0, participatie=participatie or 0):
        raise AfrondingFout(tekort, "taaluren" if (taal or 0) < z_norm(feiten, plan)[0] else "participatie_uren")
    return {"taaluren": taal or 0} | ({"participatie_uren": participatie} if participatie else {})


def _keur(feiten: Dossierfeiten, plan: Plan, deel: Deel, datum: date, op: date) -> None:
    if deel not in delen_van(feiten, plan):
        if deel is Deel.MAP and plan.leerroute is Leerroute.ONDERWIJS:
            raise AfrondingFout(f"In de onderwijsroute is er geen MAP ({GEEN_MAP.kort}).", "deel")
        raise AfrondingFout("Dit onderdeel hoort niet bij de leerroute van deze inburgeraar.", "deel")
    if datum > op:
        raise AfrondingFout("Deze dag ligt in de toekomst. Leg het vast als het zover is.", "datum")
    if datum < EERSTE_DAG[feiten.regime]:
        raise AfrondingFout("Deze dag ligt voor de wet van dit dossier.", "datum")
