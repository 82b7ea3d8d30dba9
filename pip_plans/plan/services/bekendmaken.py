"""After the decision: make it known, and what the inburgeraar says of it."""

from datetime import date

from django.db import transaction

from cases.enums import Kanaal
from cases.models import Beschikking, Gebeurtenis, Medewerker
from cases.services import beschikkingen
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.plan import handelingen
from pip_plans.plan.enums import Handtekening
from pip_plans.plan.models import Pip

from .basis import PlanFout

BRON = "pip"


def maak_bekend(*, pip: Pip, datum: date, kanaal: Kanaal, door: Medewerker | None, op: date) -> Beschikking:
    """Record that the PIP was sent or handed over; starts the bezwaartermijn. Raises PlanFout (see beschikkingen)."""
    try:
        return beschikkingen.maak_bekend(beschikking=_besluit(pip), datum=datum, kanaal=kanaal, door=door, op=op)
    except beschikkingen.BeschikkingFout as fout:
        raise PlanFout(str(fout)) from fout


def gelezen_besluit(pip: Pip, gelezen: str) -> Pip:
    """The same PIP, when its decision is the one that was on the screen (`gelezen` is its number), else PlanFout."""
    besluit = _besluit(pip)
    if besluit.nummer != gelezen:
        raise PlanFout(
            f"Het besluit is nu {besluit.nummer}, en dat is een ander dan u zag. Kijk welke brief is verzonden. Er is "
            "nog niets vastgelegd."
        )
    return pip


@transaction.atomic
def leg_handtekening_vast(
    *, pip: Pip, stand: Handtekening, datum: date, door: Medewerker | None, op: date
) -> Gebeurtenis:
    """Whether the inburgeraar signed; a policy goal and no condition, so nothing waits for it. The last one counts."""
    if datum > op:
        raise PlanFout("Deze datum ligt in de toekomst.")
    if datum < _besluit(pip).dagtekening:
        raise PlanFout("Deze datum ligt voor de dagtekening van het PIP.")
    return registreer_handeling(
        dossier=pip.dossier,
        soort=handelingen.PIP_HANDTEKENING,
        datum=datum,
        door=door,
        bron=BRON,
        kenmerk=f"handtekening-{_besluit(pip).nummer}-{stand}-{datum:%Y%m%d}",
        gegevens={"stand": _ZINSDEEL[stand], "nummer": _besluit(pip).nummer},
    )


def handtekening(pip: Pip) -> Gebeurtenis | None:
    """The last recorded reaction of the inburgeraar on this PIP."""
    soort = handelingen.PIP_HANDTEKENING
    return pip.dossier.gebeurtenissen.filter(soort=soort, gegevens__nummer=_besluit(pip).nummer).order_by("-pk").first()


def _besluit(pip: Pip) -> Beschikking:
    if pip.beschikking is None:
        raise PlanFout("Dit PIP is nog niet vastgesteld.")
    return pip.beschikking


_ZINSDEEL = {
    Handtekening.AKKOORD: "het PIP voor akkoord tekende",
    Handtekening.GEZIEN: "het PIP voor gezien tekende",
    Handtekening.WEIGERT: "het PIP niet wil tekenen",
}
