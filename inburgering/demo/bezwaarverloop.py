"""A bezwaar as it usually goes: received, confirmed, heard; the decision is still to be written."""

from datetime import timedelta

from cases.enums import Beschikkingsoort, Plaatssoort
from cases.enums_bezwaar import Bezwaarkanaal
from cases.services.bezwaar import horen, registreren, verloop

from .accounts import THIJS
from .draaiboek import Verloop
from .traject import Traject, dag_van, tijdstip

TOT_DE_ZITTING = timedelta(days=17)
VERSLAG = (
    "Aanwezig: de inburgeraar, een tolk en de jurist.\n"
    "De inburgeraar vertelt dat hij graag leert. Twee dagen per week meedoen in de buurt lukt, meer is te zwaar."
)


def maak_bezwaar(t: Traject, gronden: str) -> Verloop:
    """Against the PIP in force: by post after a few days, confirmed, and heard about three weeks later."""
    jurist = t.wereld.mensen[THIJS.sleutel]
    yield from t.na(3)
    pips = t.dossier.beschikkingen.filter(soort=Beschikkingsoort.PIP, bekendgemaakt_op__isnull=False)
    besluit = pips.latest("dagtekening")
    gegevens = {"ontvangen_op": t.vandaag, "kanaal": Bezwaarkanaal.POST, "gronden": gronden}
    bezwaar = registreren.registreer(beschikking=besluit, gegevens=gegevens, door=t.door, op=t.vandaag)
    yield from t.na(2)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=jurist, op=t.vandaag)
    yield from t.na(4)
    dag = t.wereld.kalender.eerstvolgende_gewone_dag(t.vandaag + TOT_DE_ZITTING)[0]
    persoon = t.dossier.inburgeraar
    zitting = {
        "begin": tijdstip(dag, 14),
        "duur_minuten": 60,
        "plaatssoort": Plaatssoort.GEMEENTEHUIS,
        "plaats": "spreekkamer 1",
        "met": jurist,
        "tolk_taal": persoon.voorkeurstaal if persoon.tolk_nodig else "",
    }
    bezwaar = horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting, door=jurist, op=t.vandaag)
    if bezwaar.hoorzitting is None:
        raise RuntimeError("Er is geen hoorzitting gepland.")
    yield from t.naar(dag_van(bezwaar.hoorzitting))
    t.verschenen(bezwaar.hoorzitting)
    horen.leg_verslag_vast(bezwaar=bezwaar, verslag=VERSLAG, door=jurist, op=t.vandaag)
