"""The menu items and dossier tabs of the core itself."""

from inburgering.recht.feiten import FeitSoort
from inburgering.recht.termijnen import TermijnSoort

from .panelen import Dossierbeeld, Ingang, registreer_menu, registreer_tab, registreer_termijnplek
from .toegang import Actie


def _met_termijn(beeld: Dossierbeeld) -> bool:
    """Verlenging and ontheffing play once the term runs, or once somebody asked DUO for them."""
    soorten = (FeitSoort.TERMIJN_DUO, FeitSoort.AANVRAAG_DUO, FeitSoort.BESLUIT_DUO)
    return beeld.feiten.eerste_pip is not None or any(beeld.feiten.eerste(soort) for soort in soorten)


registreer_menu(Ingang("Werkvoorraad", "cases:werkvoorraad", Actie.BEGINNEN, 10))
registreer_menu(Ingang("Dossiers", "cases:dossiers", Actie.DOSSIER_LEZEN, 20))
registreer_menu(Ingang("Agenda", "cases:agenda", Actie.DOSSIER_LEZEN, 30))
registreer_menu(Ingang("Casusoverleg", "cases:overleggen", Actie.CASUSOVERLEG, 33))
registreer_menu(Ingang("Postvak", "cases:postvak", Actie.DOSSIER_BEWERKEN, 35))
registreer_menu(Ingang("Termijnen", "cases:termijnen", Actie.TERMIJNEN_BEREKENEN, 50))
registreer_menu(Ingang("Tolken", "cases:tolkkosten", Actie.TOLKKOSTEN, 55, onder="Meer"))
registreer_menu(Ingang("Vervanging", "cases:vervanging", Actie.TOEWIJZEN, 60, onder="Meer"))
registreer_menu(Ingang("Achtergrondtaken", "cases:achtergrondtaken", Actie.TAKEN_BEKIJKEN, 80, onder="Meer"))
registreer_menu(Ingang("Beheer", "cases:beheer", Actie.BEHEREN, 90))
registreer_tab(Ingang("Overzicht", "cases:dossier", Actie.DOSSIER_LEZEN, 10))
registreer_tab(Ingang("Persoon en gezin", "cases:persoon", Actie.DOSSIER_LEZEN, 20))
registreer_tab(Ingang("Koppeling en AZC", "cases:koppeling", Actie.DOSSIER_LEZEN, 30))
registreer_tab(Ingang("Verlenging", "cases:verlenging", Actie.DOSSIER_LEZEN, 70, _met_termijn))
registreer_tab(Ingang("Afspraken en notities", "cases:afspraken", Actie.DOSSIER_LEZEN, 80))
registreer_tab(Ingang("Casusoverleg", "cases:dossier_overleg", Actie.CASUSOVERLEG, 85))
registreer_tab(Ingang("Documenten", "cases:documenten", Actie.DOSSIER_LEZEN, 90))
registreer_tab(Ingang("Geschiedenis", "cases:geschiedenis", Actie.DOSSIER_LEZEN, 100))
registreer_termijnplek(TermijnSoort.DUO_BESLIS.value, "cases:verlenging")
