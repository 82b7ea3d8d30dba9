"""Who can be reported about in a month, and of which weeks and hours."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from pip_plans.uitvoering.models import Aanbieder, Plaatsing
from pip_plans.voortgang.enums import TELVELDEN, VELDEN_VAN, VERZUIM
from pip_plans.voortgang.services.deelnemers import plaatsen_bij
from pip_plans.voortgang.services.uren import loopt_in
from pip_plans.voortgang.weken import maand_van, maandag

ZONDER_NAAM = "naam afgeschermd"


@dataclass(slots=True)
class Deelnemer:
    """As the aanbieder may know him. `weken` are Mondays, `velden` what is counted at his places, absence last."""

    nummer: str
    naam: str
    dossier_id: int
    weken: list[date] = field(default_factory=list)
    velden: list[str] = field(default_factory=list)


def weken_van(maand: date, op: date) -> list[date]:
    """The Mondays of the weeks that belong to this month and began before today."""
    dagen = (maandag(maand) + timedelta(weeks=n) for n in range(-1, 6))
    return [dag for dag in dagen if maand_van(dag) == maand and dag < op]


def deelnemers_in(*, aanbieder: Aanbieder, maand: date, op: date) -> list[Deelnemer]:
    """Everybody with a place in a week of this month, by name; of who is protected the number only, at the end."""
    weken, per_dossier = weken_van(maand, op), dict[int, Deelnemer]()
    rijen = plaatsen_bij(aanbieder=aanbieder, op=op).select_related("dossier__inburgeraar")
    for plaats in rijen.order_by("dossier__extra_beschermd", "dossier__inburgeraar__sorteernaam", "dossier", "pk"):
        geldig = [week for week in weken if loopt_in(plaats, week)]
        if geldig:
            deelnemer = per_dossier.setdefault(plaats.dossier_id, _deelnemer(plaats))
            deelnemer.weken = sorted({*deelnemer.weken, *geldig})
            wat = {*deelnemer.velden, *VELDEN_VAN[plaats.soort], *VERZUIM}
            deelnemer.velden = [veld for veld in TELVELDEN if veld in wat]
    return list(per_dossier.values())


def _deelnemer(plaats: Plaatsing) -> Deelnemer:
    dossier = plaats.dossier
    naam = ZONDER_NAAM if dossier.extra_beschermd else dossier.inburgeraar.lijstnaam
    return Deelnemer(dossier.nummer, naam, dossier.pk)
