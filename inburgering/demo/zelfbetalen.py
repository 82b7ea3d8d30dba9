"""Towards paying oneself, in the demonstration: a training group, a taper plan, and casusoverleg."""

from datetime import time
from typing import Any

from cases.models import Dossier
from inburgering.recht.feiten import Regime
from ontzorgen.enums_einde import Deelnamestand
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Trainingsgroep
from ontzorgen.services.afbouw import afbouwplan, bevestig_overname, spreek_overname_af
from ontzorgen.services.begeleiding import koop_begeleiding_in
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.nazorg import plan_nazorg
from ontzorgen.services.trainingen import (
    bewaar_groep,
    bewaar_training,
    leg_aanwezigheid_vast,
    meld_aan,
    plan_bijeenkomst,
)

from . import overleg
from .accounts import NOOR
from .draaiboek import Verloop
from .ontzorgeinde import zeg_op_bij_crediteur
from .overleg import VLUCHTELINGENWERK, van
from .traject import Wereld

PLAATSEN = 4


def verlopen(wereld: Wereld) -> list[Verloop]:
    return [_training(wereld), _afbouw(wereld), *overleg.verlopen(wereld)]


def _training(wereld: Wereld) -> Verloop:
    """A group in Arabic that is full, with a waiting list and three meetings behind it; and one that is to begin."""
    op = yield wereld.dag(-40)
    noor = wereld.mensen[NOOR.sleutel]
    training = bewaar_training(
        gemeente=wereld.gemeente, naam="Omgaan met Geld (Eurowijzer)", aanbieder=VLUCHTELINGENWERK, door=noor
    )
    dagen = [wereld.werkdag(afstand) for afstand in (-21, -14, -7, 7)]
    vast = {"training": training, "vorm": "fysiek", "plaats": "De Omval, Diemen"}
    wie: dict[str, Any] = {"door": noor, "op": op}
    arabisch = {"taal": "Arabisch", "plaatsen": PLAATSEN, "start": dagen[0]}
    groep = bewaar_groep(gemeente=wereld.gemeente, gegevens=vast | arabisch, **wie)
    straks = {"taal": "Tigrinya", "vorm": "online", "plaats": "", "plaatsen": 8, "start": wereld.werkdag(20)}
    bewaar_groep(gemeente=wereld.gemeente, gegevens=vast | straks, **wie)
    for dossier in _mensen(wereld):
        meld_aan(groep=groep, dossier=dossier, **wie)
    for nummer, dag in enumerate(dagen):
        bijeenkomst = plan_bijeenkomst(groep=groep, datum=dag, begin=time(9, 30), door=noor)
        if nummer < len(dagen) - 1:
            wie["op"] = yield dag
            leg_aanwezigheid_vast(bijeenkomst=bijeenkomst, standen=_aanwezig(groep, nummer), **wie)


def _mensen(wereld: Wereld) -> list[Dossier]:
    """Layla, one of the ondertussengroep, and others; one more than there are places."""
    lopend = Dossier.objects.filter(gemeente=wereld.gemeente, extra_beschermd=False).lopend()
    layla = list(lopend.filter(inburgeraar__achternaam="Al-Masri")[:1])
    oud = list(lopend.filter(regime=Regime.WI2013.value).order_by("nummer")[:1])
    rest = lopend.exclude(pk__in=[dossier.pk for dossier in [*layla, *oud]]).order_by("nummer")
    return [*layla, *oud, *rest[: PLAATSEN + 1 - len(layla) - len(oud)]]


def _aanwezig(groep: Trainingsgroep, nummer: int) -> dict[int, str]:
    """Everybody was there, except one person a time."""
    leden = groep.deelnames.filter(stand=Deelnamestand.GEPLAATST).values_list("pk", flat=True)
    afwezig = ("met_reden", "zonder_reden", "met_reden")[nummer]
    return {pk: afwezig if plek == nummer + 1 else "aanwezig" for plek, pk in enumerate(leden)}


def _afbouw(wereld: Wereld) -> Verloop:
    """Layla takes over the rent and the energy; on water and the insurance nothing is agreed yet."""
    op = yield wereld.dag(-9)
    dossier = van("Al-Masri", wereld)
    plan = afbouwplan(dossier=dossier, eenheid=eenheid_van(dossier=dossier, op=op), op=op) if dossier else None
    if dossier is None or plan is None:
        return
    wie: dict[str, Any] = {"dossier": dossier, "door": wereld.mensen[NOOR.sleutel], "op": op}
    vanaf = volgende_maand(eerste_dag(plan.einde))
    zelf = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": vanaf}
    lasten = {rij.last.soort.code: rij.last for rij in plan.rijen}
    spreek_overname_af(last=lasten["huur"], gegevens=zelf, **wie)
    energie = spreek_overname_af(last=lasten["energie"], gegevens=zelf, **wie)
    uren = {"aanbieder": "MaDi", "uren": 8, "vanaf": op, "tot": wereld.dag(60), "kosten": 48_000}
    koop_begeleiding_in(gegevens=uren, **wie)
    plan_nazorg(gepland_op=wereld.kalender.eerstvolgende_gewone_dag(vanaf)[0], wijze="telefoon", **wie)
    wie["op"] = yield wereld.dag(-3)
    bevestig_overname(overname=energie, datum=wie["op"], bewijs="bevestiging van de leverancier gezien", **wie)
    zeg_op_bij_crediteur(soort="energie", laatste_maand=eerste_dag(plan.einde), **wie)
