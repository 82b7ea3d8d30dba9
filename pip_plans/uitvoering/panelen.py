"""Where the execution shows itself on the pages of the core: menu, tab, and where its terms are at home."""

from cases.panelen import Dossierbeeld, Ingang, registreer_menu, registreer_tab, registreer_termijnplek
from cases.toegang import Actie
from inburgering.recht.feiten import Regime

from .services.passend import is_elip

TAB = "uitvoering:overzicht"


def _wi2021(beeld: Dossierbeeld) -> bool:
    return beeld.feiten.regime is Regime.WI2021


def _elip(beeld: Dossierbeeld) -> bool:
    return is_elip(beeld.feiten)


registreer_menu(Ingang("Plaatsingen", "uitvoering:plaatsingen", Actie.DOSSIER_LEZEN, 42, onder="Uitvoering"))
registreer_menu(Ingang("Aanbieders", "uitvoering:aanbieders", Actie.AANBIEDERS_BEKIJKEN, 44, onder="Uitvoering"))
registreer_tab(Ingang("Leerroute en modules", TAB, Actie.DOSSIER_LEZEN, 60, _wi2021))
registreer_tab(Ingang("Ondersteuning", TAB, Actie.DOSSIER_LEZEN, 61, _elip))
registreer_termijnplek("AANBOD", TAB)
registreer_termijnplek("ONDERWIJSROUTE_START", TAB)
