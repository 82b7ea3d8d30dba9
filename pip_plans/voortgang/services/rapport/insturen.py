"""A report that an aanbieder makes itself: sent in, and sent back with a reason. Nothing is written by either."""

from datetime import datetime

from django.db import transaction

from cases.enums import Importstatus
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang.models import Rapport

from .bestand import vergrendeld

WEG = "Dit rapport is al overgenomen. Ververs de pagina."


@transaction.atomic
def stuur_in(*, rapport: Rapport, moment: datetime) -> None:
    """From now on it waits for the gemeente. A second click does nothing."""
    rij = vergrendeld(rapport)
    if rij.ingestuurd_op:
        return
    if not rij.regels.te_schrijven().exists():
        raise UitvoeringFout("Er zijn geen goede regels om in te sturen.")
    rij.ingestuurd_op, rij.teruggestuurd_op, rij.terugreden = moment, None, ""
    rij.save(update_fields=["ingestuurd_op", "teruggestuurd_op", "terugreden"])


@transaction.atomic
def stuur_terug(*, rapport: Rapport, reden: str, moment: datetime) -> None:
    """The aanbieder has it again, and reads why. Raises UitvoeringFout without a reason and once it is taken in."""
    rij = vergrendeld(rapport)
    if rij.status != Importstatus.VOORBEELD or rij.ingestuurd_op is None:
        raise UitvoeringFout(WEG)
    if not reden.strip():
        raise UitvoeringFout("Schrijf op wat de aanbieder moet veranderen.", "reden")
    rij.ingestuurd_op, rij.teruggestuurd_op, rij.terugreden = None, moment, reden.strip()
    rij.save(update_fields=["ingestuurd_op", "teruggestuurd_op", "terugreden"])
