"""Decisions of ontzorgen in the demonstration: Noor proposes, Iris decides, and the letter goes by post."""

from cases.enums import Kanaal
from cases.services import documenten
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Ontzorgbesluit
from ontzorgen.services.besluiten import maak_bekend, stel_vast
from ontzorgen.services.voorstellen import stel_56a_voor, stel_bijzondere_bijstand_voor

from .accounts import IRIS, NOOR
from .draaiboek import Verloop
from .traject import Traject, tijdstip

WAAROM = "U woont nu in onze gemeente en u krijgt vanaf de eerste dag bijstand."
WACHT_OP_TOESLAG = "U hebt huurtoeslag en zorgtoeslag aangevraagd. Die komen pas over een paar maanden."


def besluit_ontzorgen(t: Traject) -> Verloop:
    """The six months of art. 56a: proposed today, decided and posted on the next working day."""
    voorstel = stel_56a_voor(dossier=t.dossier, motivering=WAAROM, door=t.wereld.mensen[NOOR.sleutel], op=t.vandaag)
    yield from neem(t, voorstel)


def overbrug(t: Traject, bedrag: int, maanden: int) -> Verloop:
    """An overbrugging of so many cents a month, from the month after this one, asked for today."""
    eerste = laatste = volgende_maand(eerste_dag(t.vandaag))
    for _ in range(maanden - 1):
        laatste = volgende_maand(laatste)
    voorstel = stel_bijzondere_bijstand_voor(
        dossier=t.dossier,
        aanvraag_op=t.vandaag,
        toegekend=True,
        bedrag=bedrag,
        eerste_maand=eerste,
        laatste_maand=laatste,
        motivering=WACHT_OP_TOESLAG,
        door=t.wereld.mensen[NOOR.sleutel],
        op=t.vandaag,
    )
    yield from neem(t, voorstel)


def neem(t: Traject, voorstel: Ontzorgbesluit) -> Verloop:
    """Decided and posted on the next working day."""
    iris = t.wereld.mensen[IRIS.sleutel]
    yield from t.na(1)
    besluit = stel_vast(besluit=voorstel, door=iris, op=t.vandaag)
    documenten.maak(document_id=besluit.document_id, moment=tijdstip(besluit.dagtekening, 15))
    voorstel.refresh_from_db()
    maak_bekend(besluit=voorstel, datum=t.vandaag, kanaal=Kanaal.POST, door=iris, op=t.vandaag)
