"""The end of ontzorgen, a group of the training, and a casusoverleg, for every address that needs one."""

from datetime import date, time
from typing import Any

from cases.models import Dossier
from cases.services.overleg import agendeer, bewaar_partner, plan_overleg, voeg_actie_toe
from ontzorgen.models import VasteLast
from ontzorgen.services.afbouw import spreek_overname_af
from ontzorgen.services.begeleiding import koop_begeleiding_in
from ontzorgen.services.nazorg import plan_nazorg
from ontzorgen.services.trainingen import bewaar_groep, bewaar_training, meld_aan, plan_bijeenkomst
from tests.fabriek import Cast

OP = date(2026, 11, 20)


def eindrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """What the pages about the end of ontzorgen and the training point to; the unit has a fixed cost."""
    last = VasteLast.objects.filter(eenheid__leden__dossier=dossier).earliest("pk")
    wie: dict[str, Any] = {"dossier": dossier, "door": cast.sociale_zaken, "op": OP}
    afspraak = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": date(2027, 4, 1)}
    overname = spreek_overname_af(last=last, gegevens=afspraak, **wie)
    contact = plan_nazorg(gepland_op=date(2027, 4, 6), wijze="telefoon", **wie)
    training = bewaar_training(gemeente=cast.gemeente, naam="Eurowijzer", aanbieder="VW", door=cast.sociale_zaken)
    gegevens = {"training": training, "taal": "Tigrinya", "vorm": "online", "plaats": "", "plaatsen": 8, "start": OP}
    groep = bewaar_groep(gemeente=cast.gemeente, gegevens=gegevens, door=cast.sociale_zaken, op=OP)
    dag = plan_bijeenkomst(groep=groep, datum=OP, begin=time(10), door=cast.sociale_zaken)
    deelname = meld_aan(groep=groep, **wie)
    uren = {"aanbieder": "MaDi", "uren": 8, "vanaf": OP, "tot": date(2027, 2, 1), "kosten": 48_000}
    begeleiding = koop_begeleiding_in(gegevens=uren, **wie)
    per_adres = [
        (last, ["overname"]),
        (overname, ["overgenomen", "toch_niet_overgenomen"]),
        (contact, ["nazorg", "nazorg_verzetten", "nazorg_schrappen"]),
        (groep, ["trainingsgroep", "trainingsgroep_wijzigen"]),
        (dag, ["presentie"]),
        (deelname, ["training_stoppen", "certificaat"]),
        (begeleiding, ["begeleiding"]),
    ]
    return {f"ontzorgen:{naam}.pk": rij.pk for rij, namen in per_adres for naam in namen}


def overlegrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """A meeting about ontzorgen with this dossier on its agenda, and an action."""
    gegevens = {"naam": "VluchtelingenWerk", "soort": "begeleiding", "actief": True}
    partner = bewaar_partner(gemeente=cast.gemeente, gegevens=gegevens, door=cast.consulent)
    velden = {"partner": partner, "onderwerp": "ontzorgen", "datum": date(2026, 11, 25), "plaats": "De Omval"}
    overleg = plan_overleg(gemeente=cast.gemeente, gegevens=velden, door=cast.consulent, op=OP)
    wie: dict[str, Any] = {"door": cast.consulent, "op": OP}
    punt = agendeer(overleg=overleg, dossier=dossier, vraag="Lukt het betalen?", **wie)
    actie = voeg_actie_toe(
        punt=punt, wat="Bellen", eigenaar=cast.consulent, uiterlijk=date(2026, 12, 1), bij_partner=False, **wie
    )
    per_adres = [
        (partner, ["overlegpartner"]),
        (overleg, ["overleg", "overleg_blad", "overleg_wijzigen", "overleg_afzeggen"]),
        (punt, ["overlegpunt", "overlegpunt_afhalen"]),
        (actie, ["overlegactie_gedaan"]),
    ]
    return {f"cases:{naam}.pk": rij.pk for rij, namen in per_adres for naam in namen}
