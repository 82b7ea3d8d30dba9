"""Where the modules show themselves on the pages of the core. Under the act of 2021 they hang below the leerroute."""

from cases.panelen import Dossierbeeld, Ingang, registreer_menu, registreer_tab
from cases.toegang import Actie
from inburgering.recht.feiten import Regime


def _wi2013(beeld: Dossierbeeld) -> bool:
    return beeld.feiten.regime is Regime.WI2013


registreer_menu(Ingang("PVT-groepen", "modules:groepen", Actie.DOSSIER_LEZEN, 43, onder="Uitvoering"))
registreer_tab(Ingang("Modules", "modules:overzicht", Actie.DOSSIER_LEZEN, 60, _wi2013))
