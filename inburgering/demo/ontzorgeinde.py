"""The end of ontzorgen in the demonstration: the decision, who takes over, the letters to creditors, the aftercare."""

from copy import copy
from datetime import date
from typing import Any

from cases.enums import Verzendkanaal
from cases.models import Dossier, Medewerker
from cases.services.documenten import maak
from cases.services.verzending import leg_verzending_vast
from ontzorgen.enums import Eindreden
from ontzorgen.maanden import eerste_dag, vorige_maand
from ontzorgen.models import VasteLast
from ontzorgen.services.afbouw import afbouwplan, bevestig_overname, spreek_overname_af
from ontzorgen.services.bijstand import beeindig_bijstand
from ontzorgen.services.brieven import maak_crediteurbrief
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.lasten import beeindig_last
from ontzorgen.services.nazorg import leg_nazorg_vast, plan_nazorg
from ontzorgen.services.voorstellen import stel_einde_voor

from .accounts import NOOR
from .draaiboek import Verloop
from .ontzorgbesluiten import neem
from .traject import Traject, tijdstip

WERK = "U werkt vanaf de eerste van de maand. U verdient genoeg en krijgt dan geen bijstand meer."
GESPROKEN = {
    "uitkomst": "gesproken",
    "verslag": "De huur en de energie zijn deze maand op tijd betaald. Het loon komt op de 24e.",
    "afspraak": "Over een maand bellen wij nog een keer.",
}


def eindig_ontzorgen(traject: Traject) -> Verloop:
    """Work ends the bijstand, and with it the ontzorgen, on the first of this month; since then he pays himself.

    A course of its own beside the rest of the story, on a day of its own.
    """
    per = eerste_dag(traject.wereld.peildatum)
    dag = yield vorige_maand(per).replace(day=21)
    t = copy(traject)
    t.vandaag = dag
    einde = stel_einde_voor(dossier=t.dossier, per=per, eindreden=Eindreden.BIJSTAND, motivering=WERK, **_noor(t))
    yield from neem(t, einde)
    yield from t.na(1)
    _spreek_af(t, per)
    yield from t.naar(per)
    beeindig_bijstand(dossier=t.dossier, datum=per, kenmerk="werk", toelichting="werk", **_noor(t))
    yield from t.naar(t.wereld.dag(-8))
    plan = afbouwplan(dossier=t.dossier, eenheid=eenheid_van(dossier=t.dossier, op=t.vandaag), op=t.vandaag)
    for rij in plan.open if plan else []:
        if rij.overname:
            bevestig_overname(overname=rij.overname, datum=t.vandaag, bewijs="afschrift gezien", dossier=t.dossier,
                              **_noor(t))  # fmt: skip
    # Early in a month the end is only just behind.
    bellen = max(t.wereld.werkdag(-5), t.vandaag)
    contact = plan_nazorg(dossier=t.dossier, gepland_op=bellen, wijze="telefoon", **_noor(t))
    yield from t.naar(contact.gepland_op)
    leg_nazorg_vast(contact=contact, gegevens=GESPROKEN | {"gehouden_op": t.vandaag}, **_noor(t))
    plan_nazorg(dossier=t.dossier, gepland_op=t.wereld.werkdag(25), wijze="telefoon", **_noor(t))


def zeg_op_bij_crediteur(*, dossier: Dossier, soort: str, laatste_maand: date, door: Medewerker, op: date) -> None:
    """The last month that the gemeente pays this cost, and the letter about it, posted today."""
    last = beeindig_last(last=_last(dossier, soort, op), laatste_maand=laatste_maand, door=door, op=op)
    schrijf_crediteur(dossier=dossier, last=last, door=door, op=op)


def schrijf_crediteur(*, dossier: Dossier, last: VasteLast, door: Medewerker, op: date) -> None:
    """What there is to tell about this cost today, posted."""
    brief = maak_crediteurbrief(dossier=dossier, last=last, door=door, op=op)
    maak(document_id=brief.pk, moment=tijdstip(op, 16))
    leg_verzending_vast(document=brief, datum=op, kanaal=Verzendkanaal.POST, door=door, op=op)


def _last(dossier: Dossier, soort: str, op: date) -> VasteLast:
    eenheid = eenheid_van(dossier=dossier, op=op)
    if eenheid is None:
        raise RuntimeError("Zonder uitkeringseenheid zijn er geen vaste lasten te beëindigen.")
    last: VasteLast = eenheid.lasten.get(soort__code=soort)
    return last


def _spreek_af(t: Traject, per: date) -> None:
    """He pays everything himself from the month of the end, and the landlord and the supplier hear so."""
    plan = afbouwplan(dossier=t.dossier, eenheid=eenheid_van(dossier=t.dossier, op=t.vandaag), op=t.vandaag)
    zelf = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": per}
    for rij in plan.rijen if plan else []:
        spreek_overname_af(last=rij.last, gegevens=zelf, dossier=t.dossier, **_noor(t))
    for soort in ("huur", "energie"):
        zeg_op_bij_crediteur(dossier=t.dossier, soort=soort, laatste_maand=vorige_maand(per), **_noor(t))


def _noor(t: Traject) -> dict[str, Any]:
    return {"door": t.wereld.mensen[NOOR.sleutel], "op": t.vandaag}
