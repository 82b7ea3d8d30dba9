"""Towards paying oneself, in the demonstration: a training group, a taper plan, and casusoverleg with the partners."""

from datetime import date, time
from typing import Any

from cases.models import Casusoverleg, Dossier, Overlegpartner
from cases.services.overleg import agendeer, bewaar_partner, leg_verslag_vast, plan_overleg, rond_af, voeg_actie_toe
from cases.services.verstrekken import deel_agenda, deelbladen
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

from .accounts import NOOR, SANNE
from .draaiboek import Verloop
from .ontzorgeinde import zeg_op_bij_crediteur
from .traject import Wereld

VLUCHTELINGENWERK, SCHOOL = "VluchtelingenWerk", "NL Training"
PLAATSEN = 4


def verlopen(wereld: Wereld) -> list[Verloop]:
    return [_training(wereld), _afbouw(wereld), _overleg(wereld)]


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
    dossier = _van("Al-Masri", wereld)
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


def _overleg(wereld: Wereld) -> Verloop:
    """A meeting that was held, with an action that is due soon, and one that is to come."""
    op = yield wereld.dag(-14)
    partner = _partner(wereld, VLUCHTELINGENWERK, "begeleiding")
    _partner(wereld, SCHOOL, "onderwijs")
    geweest = _plan(wereld, partner, wereld.werkdag(-8), op)
    sanne, noor = wereld.mensen[SANNE.sleutel], wereld.mensen[NOOR.sleutel]
    vragen = {
        "Al-Masri": (
            "Kan zij straks zelf de huur betalen?",
            "De training gaat goed. Het water moet nog op eigen naam.",
        ),
        "Aziz": ("Wie helpt met de toeslagen?", "VluchtelingenWerk vraagt de toeslagen samen met hem aan."),
    }
    punten = []
    for naam, (vraag, verslag) in vragen.items():
        if dossier := _van(naam, wereld):
            punten.append((agendeer(overleg=geweest, dossier=dossier, vraag=vraag, door=sanne, op=op), verslag))
    op = yield geweest.datum
    bladen = deelbladen(partner=partner, dossiers=[punt.dossier for punt, _ in punten], op=op)
    deel_agenda(overleg=geweest, bladen=bladen, grond="de overeenkomst met VluchtelingenWerk", door=sanne, op=op)
    for punt, verslag in punten:
        leg_verslag_vast(punt=punt, verslag=verslag, door=sanne, op=op)
    if punten:
        voeg_actie_toe(punt=punten[0][0], wat="Machtiging voor het water regelen", eigenaar=noor,
                       uiterlijk=wereld.werkdag(3), bij_partner=False, door=sanne, op=op)  # fmt: skip
        voeg_actie_toe(punt=punten[-1][0], wat="Samen de toeslagen aanvragen", eigenaar=sanne,
                       uiterlijk=wereld.werkdag(5), bij_partner=True, door=sanne, op=op)  # fmt: skip
    mensen = "Els Kramer (VluchtelingenWerk), Sanne de Wit, Noor Bakker"
    rond_af(overleg=geweest, aanwezig=mensen, door=sanne, op=op)
    op = yield wereld.dag(-2)
    straks = _plan(wereld, partner, wereld.werkdag(12), op)
    if dossier := _van("Aziz", wereld):
        agendeer(overleg=straks, dossier=dossier, vraag="Zijn de toeslagen er?", door=sanne, op=op)


def _partner(wereld: Wereld, naam: str, soort: str) -> Overlegpartner:
    gegevens = {"naam": naam, "soort": soort, "actief": True}
    return bewaar_partner(gemeente=wereld.gemeente, gegevens=gegevens, door=wereld.mensen[SANNE.sleutel])


def _plan(wereld: Wereld, partner: Overlegpartner, datum: date, op: date) -> Casusoverleg:
    gegevens = {"partner": partner, "onderwerp": "ontzorgen", "datum": datum, "plaats": "gemeentehuis, kamer 2"}
    return plan_overleg(gemeente=wereld.gemeente, gegevens=gegevens, door=wereld.mensen[SANNE.sleutel], op=op)


def _van(achternaam: str, wereld: Wereld) -> Dossier | None:
    rijen = Dossier.objects.filter(gemeente=wereld.gemeente, inburgeraar__achternaam=achternaam)
    gevonden: Dossier | None = rijen.lopend().order_by("nummer").first()
    return gevonden
