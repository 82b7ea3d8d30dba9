"""A fine that was decided on and is not sent: it never worked, and the case ends."""

from collections.abc import Mapping
from datetime import date

from cases.enums import Beschikkingsoort
from cases.models import Beschikking, Medewerker
from cases.onverzonden import Onverzonden, registreer_onverzonden
from cases.services.gebeurtenissen import laat_vervallen
from cases.toegang import Actie
from inburgering.recht.feiten import FeitSoort

from .enums import Einde
from .models import Handhavingszaak
from .services.basis import BRON, vergrendel
from .services.zaken import sluit

WAAROM = "Het besluit over de boete is niet verzonden en heeft dus nooit gegolden (art. 3:40 Awb)."


def _beletsel(besluit: Beschikking) -> str:
    return ""


def _neem_terug(besluit: Beschikking, door: Medewerker, op: date) -> Mapping[str, str]:
    """The fact that a fine was imposed is withdrawn, and the case closed; for a new fine somebody opens a new case."""
    zaak = vergrendel(Handhavingszaak.objects.get(beschikking=besluit))
    feiten = zaak.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.BOETE_OPGELEGD.value)
    eigen = feiten.filter(gegevens__beschikking=besluit.nummer)
    laat_vervallen(dossier=zaak.dossier, feiten=eigen, toelichting=WAAROM, bron=BRON, door=door)
    sluit(zaak, Einde.NIET_VERZONDEN, WAAROM, door, op)
    return {}


registreer_onverzonden(
    Beschikkingsoort.BOETE,
    Onverzonden(
        Actie.BOETE_BESLISSEN,
        _beletsel,
        _neem_terug,
        "De zaak eindigt daarmee zonder boete. Een nieuwe boete begint met een nieuwe constatering.",
        "handhaving:overzicht",
    ),
)
