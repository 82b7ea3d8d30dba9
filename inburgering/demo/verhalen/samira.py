"""Samira Haidari needs longer than six months: the creditors read that we stop, and then it was decided to go on.

Nobody wrote the landlord again yet, and she agreed to pay the energy herself: her next months wait for a choice.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import FATIMA, NOOR
from inburgering.demo.brede_intake import Intakeplan, doe_intake
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.ontzorgbesluiten import besluit_ontzorgen, neem
from inburgering.demo.ontzorgeinde import schrijf_crediteur
from inburgering.demo.ontzorgen import Lasten, ontzorg
from inburgering.demo.pipverloop import Pipplan, maak_pip
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.services.afbouw import spreek_overname_af
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.perioden import laatste_periode
from ontzorgen.services.voorstellen import stel_57_voor

from .basis import persoon, woont

PERSONEN = 1
NOG_NIET = "U had twee keer een achterstand. In drie maanden leert u samen met ons zelf op tijd te betalen."


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    samira = persoon(wereld, "Samira", "Haidari", "v", leeftijd=38, nationaliteit="Afghaanse", taal="Dari")
    adres = woont(wereld, "Rode Kruislaan", "1107", "1111 XA")
    traject = Traject(wereld, samira, Doelgroep.ASIELSTATUSHOUDER, wereld.mensen[FATIMA.sleutel], adres)
    komst = Komst(
        wereld.dag(-255), wereld.dag(-222), wereld.dag(-157), wereld.dag(-155), wereld.dag(-238), "AZC Almere"
    )
    yield _verloop(traject, komst)


def _verloop(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    ontzorg(t, Lasten(huur=63_480, energie=11_900, water=1_300, zorgverzekering=15_450))
    yield from besluit_ontzorgen(t)
    yield from doe_intake(t, Intakeplan(teksten=VOOR_ROUTE["Z"][0], b1_haalbaar=False), vanaf=t.wereld.dag(-140))
    yield from maak_pip(t, Pipplan(route="Z"))
    yield from t.naar(t.wereld.dag(-13))
    periode, eenheid = laatste_periode(t.dossier), eenheid_van(dossier=t.dossier, op=t.vandaag)
    if periode is None or eenheid is None:
        raise RuntimeError("Zonder besluit en uitkeringseenheid valt er niets te verlengen.")
    einde = periode.laatste_dag
    wie: dict[str, Any] = {"dossier": t.dossier, "door": t.wereld.mensen[NOOR.sleutel], "op": t.vandaag}
    schrijf_crediteur(last=eenheid.lasten.get(soort__code="huur"), **wie)
    zelf = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": volgende_maand(eerste_dag(einde))}
    spreek_overname_af(last=eenheid.lasten.get(soort__code="energie"), gegevens=zelf, **wie)
    yield from t.naar(t.wereld.dag(-6))
    wie["op"] = t.vandaag
    voorstel = stel_57_voor(tot_en_met=einde + timedelta(days=90), motivering=NOG_NIET, **wie)
    yield from neem(t, voorstel)
