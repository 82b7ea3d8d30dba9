"""Karwan Aziz: the PIP is late. The intake is done, but a report that was asked of a third party has not come."""

from collections.abc import Iterator

from cases.enums import Notitiesoort
from cases.enums_stukken import Stukonderwerp
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import SANNE
from inburgering.demo.brede_intake import Intakeplan, doe_intake
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.ontzorgbesluiten import besluit_ontzorgen
from inburgering.demo.ontzorgen import Lasten, ontzorg
from inburgering.demo.papieren import lever_in
from inburgering.demo.pipverloop import Pipplan, maak_pip
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.toeslagverloop import verwacht, vraag_aan
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep, FeitSoort
from ontzorgen.toeslagen import ToeslagSoort
from pip_plans.intake.enums import Routeoordeel, Toetsbron, Toetsuitslag
from pip_plans.intake.services.toetsresultaten import registreer_resultaat

from .basis import persoon, woont

PERSONEN = 1


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    karwan = persoon(wereld, "Karwan", "Aziz", "m", leeftijd=42, nationaliteit="Irakese", taal="Koerdisch (Sorani)")
    adres = woont(wereld, "Arent Krijtsstraat", "159", "1111 AJ")
    traject = Traject(wereld, karwan, Doelgroep.ASIELSTATUSHOUDER, wereld.mensen[SANNE.sleutel], adres)
    komst = Komst(
        wereld.dag(-190), wereld.dag(-150), wereld.dag(-84), wereld.dag(-82), wereld.dag(-170),
        "AZC Amsterdam-West (Willinklaan)",
    )  # fmt: skip
    yield _verloop(traject, komst)


def _verloop(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    ontzorg(t, Lasten(huur=81_900, energie=13_100, water=1_250, zorgverzekering=14_875))
    yield from besluit_ontzorgen(t)
    vraag_aan(t, huurtoeslag=28_400, zorgtoeslag=12_800)
    plan = Intakeplan(teksten=VOOR_ROUTE["B1"][1], b1_haalbaar=False, taalstart_b1=Routeoordeel.PAST)
    yield from doe_intake(t, plan, vanaf=t.wereld.dag(-72))
    _herzie_de_uitslag(t)
    t.feit(FeitSoort.DERDEN_INFORMATIE_GEVRAAGD, wie="reïntegratiebureau")
    t.noteer("Wacht op het verslag van de praktijkweek.", Notitiesoort.WACHT_OP, t.wereld.dag(-2))
    yield from maak_pip(t, Pipplan(route="B1", tot="concept"))
    yield from t.naar(t.wereld.dag(-6))
    verwacht(t, ToeslagSoort.HUURTOESLAG)
    t.noteer("Gebeld met het bureau: het verslag komt volgende week.", Notitiesoort.BELNOTITIE)
    yield from t.naar(t.wereld.dag(-3))  # before today, also on a Sunday
    verslag = ["Verslag van de praktijkweek", "(voorbeeld)"]
    lever_in(t, Stukonderwerp.WERK, "verslag, per post gekomen", verslag, postvak=True)


def _herzie_de_uitslag(t: Traject) -> None:
    """DUO corrected the result; the first one stays to be read."""
    vak = t.dossier.brede_intake
    eerst = vak.toetsresultaten.get()
    herzien = {
        "afgenomen_op": eerst.afgenomen_op,
        "uitslag": Toetsuitslag.HAALBAAR,
        "woorden": "B1-route haalbaar (herzien)",
        "bron": Toetsbron.BRIEF,
    }
    registreer_resultaat(
        intake=vak,
        gegevens=herzien,
        vervangt=eerst,
        reden="DUO heeft de uitslag herzien",
        door=t.door,
        op=t.vandaag,
    )
