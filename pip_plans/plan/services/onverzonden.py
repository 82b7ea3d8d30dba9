"""A PIP that was decided on and never sent did not work (Awb 3:40), so no term counts from it."""

from cases.models import Beschikking, Medewerker
from cases.services.gebeurtenissen import laat_vervallen
from inburgering.recht.feiten import FeitSoort
from pip_plans.plan.models import Pip

BRON = "pip"


def nooit_verzonden(pip: Pip) -> str:
    """The number of the decision that `pip` changes before it was ever sent, '' without one."""
    wijziging = pip.wijziging_of_niets
    besluit = wijziging.vorige.beschikking if wijziging and wijziging.vorige else None
    return besluit.nummer if besluit and besluit.bekendgemaakt_op is None else ""


def trek_feit_in(*, besluit: Beschikking, toelichting: str, door: Medewerker | None) -> bool:
    """Withdraw the fact of this decision; whether it told of the first PIP. The caller brings the terms in line."""
    feiten = besluit.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.PIP_VASTGESTELD.value)
    weg = list(feiten.filter(gegevens__beschikking=besluit.nummer))
    laat_vervallen(dossier=besluit.dossier, feiten=weg, toelichting=toelichting, bron=BRON, door=door)
    return any(feit.gegevens.get("eerste") is True for feit in weg)
