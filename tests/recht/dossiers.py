"""Short words to write down a dossier in a test."""

from datetime import date

from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, Regime
from inburgering.recht.kalender import standaard_kalender
from inburgering.recht.verplichtingen import Beleid, TermijnSoort, Verplichting, verplichtingen, waarom_geen

KALENDER = standaard_kalender()
WET = Beleid()
BRP_BELEID = Beleid(pip_startregel="brp", pip_startregel_bron="Beleidskader Diemen, paragraaf 2.3")


def feit(soort: FeitSoort, dag: str, /, **gegevens: object) -> Feit:
    """A fact; its id is its soort and day, so that a test can name it."""
    return Feit(soort, date.fromisoformat(dag), id=f"{soort}:{dag}", gegevens=gegevens)


def dossier(*feiten: Feit, groep: str = "ASIELSTATUSHOUDER", regime: Regime = Regime.WI2021) -> Dossierfeiten:
    """A dossier with a group; the asylum group gets its koppeling."""
    basis = (feit(FeitSoort.DOELGROEP, "2022-01-01", doelgroep=groep),)
    if groep == "ASIELSTATUSHOUDER":
        basis += (feit(FeitSoort.KOPPELING, "2022-01-01"),)
    return Dossierfeiten(regime, (*basis, *feiten))


def leid_af(feiten: Dossierfeiten, beleid: Beleid = WET) -> tuple[Verplichting, ...]:
    return verplichtingen(feiten, beleid=beleid, kalender=KALENDER)


def een(feiten: Dossierfeiten, soort: TermijnSoort, beleid: Beleid = WET) -> Verplichting:
    """The one term of this soort; fails when there is none or more than one."""
    [verplichting] = [v for v in leid_af(feiten, beleid) if v.soort is soort]
    return verplichting


def reden(feiten: Dossierfeiten, soort: TermijnSoort, beleid: Beleid = WET) -> str:
    """Why there is no term of this soort."""
    return waarom_geen(feiten, beleid=beleid, kalender=KALENDER)[soort]
