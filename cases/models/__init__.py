"""All models of the core, one subject per module."""

from .afspraak import Afspraak, Notitie
from .agendalink import Agendalink
from .beschikking import Beschikking, Document
from .bezwaar import Beroepszaak, Bezwaar
from .deelnemer import Deelnemer
from .dossier import Dossier, Dossiertoegang, Overdracht, Voorinburgering
from .dwangsom import Dwangsombesluit
from .gebeurtenis import Gebeurtenis
from .gemeente import Gemeente, Instelling, Kalenderjaar, Kbdag, Tekstblok, Volgnummer
from .gezin import Gezinskind, Gezinswijziging
from .inburgeraar import Gezin, Inburgeraar
from .koppelbestand import Koppelbestand, Koppelregel
from .lijstkeuze import Kolomkeuze, Lijstfilter
from .medewerker import Aanstelling, Medewerker, Vervanging
from .overleg import Casusoverleg, Overlegactie, Overlegpartner, Overlegpunt, Verstrekking
from .samenvoeging import Samenvoeging
from .stuk import Stuk
from .taalbank import Vertaling
from .termijn import Bezorging, Signaal, Termijn
from .toewijzing import Toewijsregel, Toewijsronde
from .toezicht import Hartslag, Inzage, Vernietiging, Zelfcontrole
from .tolk import Tolkopdracht
from .uitstel import Uitstel
from .verzending import Verzending

__all__ = [
    "Aanstelling",
    "Afspraak",
    "Agendalink",
    "Beroepszaak",
    "Beschikking",
    "Bezorging",
    "Bezwaar",
    "Casusoverleg",
    "Deelnemer",
    "Document",
    "Dossier",
    "Dossiertoegang",
    "Dwangsombesluit",
    "Gebeurtenis",
    "Gemeente",
    "Gezin",
    "Gezinskind",
    "Gezinswijziging",
    "Hartslag",
    "Inburgeraar",
    "Instelling",
    "Inzage",
    "Kalenderjaar",
    "Kbdag",
    "Kolomkeuze",
    "Koppelbestand",
    "Koppelregel",
    "Lijstfilter",
    "Medewerker",
    "Notitie",
    "Overdracht",
    "Overlegactie",
    "Overlegpartner",
    "Overlegpunt",
    "Samenvoeging",
    "Signaal",
    "Stuk",
    "Tekstblok",
    "Termijn",
    "Toewijsregel",
    "Toewijsronde",
    "Tolkopdracht",
    "Uitstel",
    "Vernietiging",
    "Verstrekking",
    "Vertaling",
    "Vervanging",
    "Verzending",
    "Volgnummer",
    "Voorinburgering",
    "Zelfcontrole",
]
