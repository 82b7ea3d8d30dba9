"""The nightly self-check, in pieces of seconds."""

from celery import shared_task

from cases.enums import Controlefase
from cases.klok import nu, vandaag
from cases.models import Zelfcontrole
from cases.services import zelfcontrole, zelfcontrolebericht
from cases.services.hartslag import Slag, hartslag
from inburgering.wachtrij import zet_in_wachtrij

SLEUTEL = "zelfcontrole"
STUK = "cases.tasks.zelfcontrole.stuk"
MELD = "cases.tasks.zelfcontrole.meld"
ALARM = "Alarm. Dossiers met een afwijkende termijn: {}. Er is niets hersteld; zoek eerst de oorzaak."
HERSTELD = "Dossiers met een afwijkende termijn, nu hersteld: {}. Zoek de oorzaak."


@shared_task(name="cases.tasks.zelfcontrole.begin")
def begin() -> None:
    """Start the self-check of tonight, or go on with one that stopped half-way."""
    with hartslag(SLEUTEL) as slag:
        controle = zelfcontrole.begin(op=vandaag(), moment=nu())
        slag.onderweg = True
    zet_in_wachtrij(STUK, controle.pk)


@shared_task(name=STUK)
def stuk(controle_id: int) -> None:
    """Check the next piece and queue what follows; safe to run twice and to resume."""
    with hartslag(SLEUTEL, vervolg=True) as slag:
        slag.onderweg = zelfcontrole.doe_stuk(controle_id=controle_id, op=vandaag(), moment=nu())
        controle = Zelfcontrole.objects.get(pk=controle_id)
        _vertel(slag, controle)
    if slag.onderweg:
        zet_in_wachtrij(STUK, controle_id)
    elif controle.gemeld_op is None:
        zet_in_wachtrij(MELD, controle_id)


@shared_task(name=MELD)
def meld(controle_id: int) -> None:
    """Mail the outcome to the functioneel beheerders; what fails is tried again by the sweep."""
    with hartslag(SLEUTEL, vervolg=True) as slag:
        zelfcontrolebericht.meld(controle_id=controle_id, op=vandaag(), moment=nu())
        _vertel(slag, Zelfcontrole.objects.get(pk=controle_id))


def _vertel(slag: Slag, controle: Zelfcontrole) -> None:
    aantal = len(controle.afwijkend)
    slag.aantallen = {"dossiers": controle.bekeken, "afwijkend": aantal}
    zinnen = {Controlefase.ALARM.value: ALARM, Controlefase.HERSTELD.value: HERSTELD}
    slag.waarschuwing = zinnen.get(controle.fase, "").format(aantal)
