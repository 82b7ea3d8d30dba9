"""What this dossier asks: its modules by the PIP that stands, and the right to maatschappelijke begeleiding."""

from datetime import date

from cases.instellingen import instelling
from cases.models import Dossier
from inburgering.recht.begeleiding import Begeleidingsrecht, Begin, begeleidingsrecht
from inburgering.recht.feiten import Dossierfeiten, Leerroute
from inburgering.recht.modules import Moduleplicht, modules
from pip_plans.uitvoering.services.passend import route_van


def modules_van(dossier: Dossier, feiten: Dossierfeiten) -> tuple[Moduleplicht, ...]:
    """Every module with whether it must be done, and why; none while the group is not known."""
    if feiten.doelgroep is None:
        return ()
    route = route_van(dossier, feiten).leerroute
    return modules(regime=feiten.regime, doelgroep=feiten.doelgroep, leerroute=Leerroute(route) if route else None)


def begeleiding_van(dossier: Dossier, feiten: Dossierfeiten, op: date) -> Begeleidingsrecht:
    """The right by the choice that the gemeente made for its beginning, as it is on `op`."""
    begin, bron = instelling(dossier.gemeente, "begeleiding_begin", op)
    return begeleidingsrecht(feiten, begin=Begin(begin), bron=bron)
