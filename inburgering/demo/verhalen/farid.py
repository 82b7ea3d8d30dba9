"""Farid Noorzai is 61. The test says that B1 is possible; he, his teacher and the consulent choose the Z-route.

He objects to the hours; the bezwaar is with the jurist. He found work, so that his ontzorgen ended and he pays himself.
He stays away from two voortgangsgesprekken and pays a fine in parts.
"""

from collections.abc import Iterator

from cases.enums import Kanaal
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import BRAM
from inburgering.demo.bezwaarverloop import maak_bezwaar
from inburgering.demo.brede_intake import Intakeplan, doe_intake
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.handhaving import beboet, sta_boete_toe
from inburgering.demo.modules import doe_map
from inburgering.demo.ontzorgbesluiten import besluit_ontzorgen
from inburgering.demo.ontzorgeinde import eindig_ontzorgen
from inburgering.demo.ontzorgen import Lasten, ontzorg
from inburgering.demo.pipverloop import Pipplan, maak_pip
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep
from pip_plans.plan.enums import Examenwens, Handtekening, Hoofddoel

from .basis import persoon, woont

PERSONEN = 1
WAAROM = (
    "In deze route leert u wat u elke dag nodig hebt.\n\n"
    "U leert nu lezen en schrijven in het Latijnse schrift en leest elke dag een kort stukje Nederlands. "
    "U bent vier jaar naar school geweest. U werkte op het land en zorgde voor uw familie."
)
REDENEN = (
    "De leerbaarheidstoets geeft aan dat B1 haalbaar is, maar in de lessen kost lezen u veel meer tijd dan gedacht.\n"
    "U bent 61 jaar en wilt vooral zelf naar de winkel, de huisarts en de buren kunnen gaan.\n"
    "Uw docent en uw consulent verwachten dat u in de Z-route meer bereikt dan in de B1-route."
)


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    farid = persoon(wereld, "Farid", "Noorzai", "m", leeftijd=61, nationaliteit="Afghaanse", taal="Dari")
    adres = woont(wereld, "Rode Kruislaan", "176", "1111 XA")
    traject = Traject(wereld, farid, Doelgroep.ASIELSTATUSHOUDER, wereld.mensen[BRAM.sleutel], adres)
    komst = Komst(
        wereld.dag(-250), wereld.dag(-215), wereld.dag(-122), wereld.dag(-120), wereld.dag(-230), "COL Ter Apel"
    )
    yield _verloop(traject, komst)
    yield eindig_ontzorgen(traject)
    sta_boete_toe(gemeente=wereld.gemeente, op=wereld.dag(-60))
    yield beboet(traject)
    yield doe_map(traject, vanaf=-18, keer=3)


def _verloop(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    ontzorg(t, Lasten(huur=58_750, energie=9_800, water=1_150, zorgverzekering=14_690))
    yield from besluit_ontzorgen(t)
    plan = Intakeplan(teksten=VOOR_ROUTE["Z"][0], individueel=True, zienswijze="U bent blij met de Z-route.")
    yield from doe_intake(t, plan, vanaf=t.wereld.dag(-112))
    velden = {
        "motivering": WAAROM,
        "motivering_afwijking": REDENEN,
        "examenwensen": [Examenwens.SPREKEN, Examenwens.KNM],
    }
    yield from maak_pip(
        t,
        Pipplan(
            route="Z", hoofddoel=Hoofddoel.PARTICIPATIE, teruggegeven=True, velden=velden,
            handtekening=Handtekening.GEZIEN, kanaal=Kanaal.POST,
        ),
    )  # fmt: skip
    yield from maak_bezwaar(t, "De 800 uur meedoen zijn te veel voor iemand van 61 jaar.")
