"""The parts that are no exam: PVT, MAP, ONA, the hours and eindgesprek of the Z-route, the diploma."""

from datetime import date

from django.db import transaction

from cases.models import Dossier, Gebeurtenis, Medewerker
from cases.services.gebeurtenissen import registreer_feit
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import GEEN_MAP, Deel, Plan, afgerond, z_norm, z_tekort
from inburgering.recht.duo_besluit import voor_de_plicht
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Leerroute, Regime
from inburgering.recht.modules import Module
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.uren import Urensoort
from pip_plans.modules.services.stand import map_van, plicht_van, pvt_van
from pip_plans.voortgang.services.norm import onderdelen

from .afronden import schrijf_z_eindgesprek
from .examens import EERSTE_DAG
from .fout import AfrondingFout
from .plan import plan_van

ELDERS = "elders of vóór dit systeem"


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
    taaluren: int | None = None, participatie_uren: int | None = None, toelichting: str = "", elders: bool = False,
) -> Gebeurtenis:  # fmt: skip
    """Record that a part is done; the very same again changes nothing.

    Of the Z-route this is the eindgesprek, which the gemeente holds itself (art. 3.14 lid 4 Besluit), with the hours
    and its letter. `elders`: done in another gemeente or before this system, with the source in `toelichting`; else the
    hours, the talk and the signature are here. Raises AfrondingFout when they are not, for a part that this route does
    not have, too few hours, and a day to come or before the duty.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    feiten = dossierfeiten_van(dossier)
    plan = plan_van(dossier, feiten)
    _keur(feiten, plan, deel, datum, op)
    gegevens: dict[str, object] = {"onderdeel": deel.value, "volgens": volgens}
    if elders:
        gegevens["waar"] = ELDERS
    if deel is Deel.Z_EINDGESPREK:
        gegevens |= _uren(feiten, plan, taaluren, participatie_uren)
    if eerder := afgerond(feiten, deel):
        rij = Gebeurtenis.objects.get(pk=eerder.id)
        if (rij.datum, rij.gegevens, rij.toelichting) == (datum, gegevens, toelichting):
            return rij
        dag = datum_zonder_weekdag(eerder.datum)
        raise AfrondingFout(f"Dit onderdeel is al klaar sinds {dag}. Trek dat eerst in als het niet klopt.", "deel")
    _eis_bewijs(dossier, feiten, deel, datum, (taaluren or 0, participatie_uren or 0), toelichting, elders=elders)
    feit = registreer_feit(
        dossier=dossier, soort=FeitSoort.ONDERDEEL_AFGEROND, datum=datum, door=door, op=op, gegevens=gegevens,
        toelichting=toelichting,
    )  # fmt: skip
    if deel is Deel.Z_EINDGESPREK and door and not elders:
        uren = (taaluren or 0, participatie_uren or 0)
        schrijf_z_eindgesprek(dossier=dossier, datum=datum, uren=uren, door=door, op=op)
    return feit


def _eis_bewijs(
    dossier: Dossier, feiten: Dossierfeiten, deel: Deel, datum: date, uren: tuple[int, int], bron: str, *, elders: bool
) -> None:
    """What was done elsewhere has a source; what was done here stands in the modules and the progress."""
    if elders and not bron.strip():
        raise AfrondingFout("Noem de bron: welk bericht of bewijs, van wie en van wanneer.", "toelichting")
    if elders:
        return
    if mist := _mist(dossier, feiten, deel, uren):
        raise AfrondingFout(f"{mist} Is het elders of vóór dit systeem gedaan, vink dat dan aan.", "deel")
    if zin := voor_de_plicht(feiten, datum):
        raise AfrondingFout(zin, "datum")


def _mist(dossier: Dossier, feiten: Dossierfeiten, deel: Deel, uren: tuple[int, int]) -> str:
    """What the modules and the progress do not know of this part; '' when all of it is there."""
    if deel is Deel.Z_EINDGESPREK:
        bekend = {rij.soort: rij.gevolgd for rij in onderdelen(dossier, feiten)}
        taal, participatie = bekend.get(Urensoort.TAAL, 0), bekend.get(Urensoort.PARTICIPATIE, 0)
        if uren[0] <= taal and uren[1] <= participatie:
            return ""
        return f"In de voortgang staan {int(taal)} uur taal en {int(participatie)} uur participatie."
    if deel not in (Deel.PVT, Deel.MAP):
        return ""
    plicht = plicht_van(dossier, feiten, Module(deel.value))
    if plicht is None:
        return "Leg eerst de doelgroep vast."
    stand = pvt_van(dossier, feiten, plicht) if deel is Deel.PVT else map_van(dossier, feiten, plicht)
    return " ".join(stand.ontbreekt)


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
