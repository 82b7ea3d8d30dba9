"""How the first contact goes, by the policy of the gemeente."""

from dataclasses import dataclass
from datetime import date

from cases.instellingen import instelling
from cases.models import Gemeente
from cases.namen import vouw
from inburgering.recht.feiten import ASIELGROEP, Dossierfeiten, FeitSoort


@dataclass(frozen=True, slots=True)
class Contactwijze:
    """`wijze` is one of the values of the fact EERSTE_CONTACT; `titel` and `waarom` are for the screen."""

    wijze: str
    titel: str
    waarom: str
    azc: str = ""


def contactwijze(*, gemeente: Gemeente, feiten: Dossierfeiten, op: date) -> Contactwijze:
    """A visit to the AZC's that the gemeente visits, a call to the others; everybody else is seen in the gemeente."""
    koppeling = feiten.laatste(FeitSoort.KOPPELING)
    azc = koppeling.tekst("azc") if koppeling else ""
    if feiten.doelgroep not in ASIELGROEP or not koppeling:
        return Contactwijze(
            "op het gemeentehuis", "Eerste contact in de gemeente", "Deze persoon komt niet uit een AZC van het COA."
        )
    bezocht, bron = instelling(gemeente, "azc_bezoek", op)
    if is_bezocht(azc, bezocht):
        return Contactwijze(
            "bezoek in het AZC", f"Eerste contact: bezoek in {azc}", f"We bezoeken dit AZC ({bron}).", azc
        )
    plaats = azc or "het AZC"
    return Contactwijze("telefonisch", f"Eerste contact: bellen met {plaats}", f"Dit AZC bellen we ({bron}).", azc)


def is_bezocht(azc: str, bezocht: list[str]) -> bool:
    """'AZC Amsterdam-West (Willinklaan)' is the visited 'AZC Amsterdam-West'; capitals and hyphens do not matter."""
    woorden = vouw(azc).split()
    return any(woorden[: len(delen)] == delen for naam in bezocht if (delen := vouw(naam).split()))
