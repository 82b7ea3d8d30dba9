"""Models of ontzorgen, one subject per module."""

from .afbouw import Nazorgcontact, Overname
from .afsluiting import Runafsluiting
from .bankbericht import Bankbericht, Bankregel
from .batch import Betaalbatch, Vrijgave
from .besluit import Ontzorgbesluit
from .bestand import Bestandsdeel, Bestandsdownload, Betaalbestand
from .betaalmaand import Betaalmaand, Betaalverplichting, Maandafrekening
from .betaalstop import Betaalstop
from .crediteur import Crediteur, Lastsoort, Rekening, geldige, wachtende
from .eenheid import Eenheidlid, Leefsituatie, Uitkeringseenheid
from .herziening import Afrekeningherziening
from .inhouding import (
    Inhoudingsdownload,
    Inhoudingslijst,
    Inhoudingsregel,
    Inhoudingsuitkomst,
    Nettouitkering,
    Terugleesbestand,
    Terugleesregel,
)
from .last import Maandpost, VasteLast
from .lijstaanvraag import Lijstaanvraag
from .norm import Bijstandsnorm
from .periode import Ontzorgperiode
from .poging import Betaalpoging
from .tegenspraak import Tegenspraak
from .tekort import Lasttekort
from .toeslag import Toeslag
from .training import Aanwezigheid, Begeleiding, Bijeenkomst, Deelname, Training, Trainingsgroep

__all__ = [
    "Aanwezigheid",
    "Afrekeningherziening",
    "Bankbericht",
    "Bankregel",
    "Begeleiding",
    "Bestandsdeel",
    "Bestandsdownload",
    "Betaalbatch",
    "Betaalbestand",
    "Betaalmaand",
    "Betaalpoging",
    "Betaalstop",
    "Betaalverplichting",
    "Bijeenkomst",
    "Bijstandsnorm",
    "Crediteur",
    "Deelname",
    "Eenheidlid",
    "Inhoudingsdownload",
    "Inhoudingslijst",
    "Inhoudingsregel",
    "Inhoudingsuitkomst",
    "Lastsoort",
    "Lasttekort",
    "Leefsituatie",
    "Lijstaanvraag",
    "Maandafrekening",
    "Maandpost",
    "Nazorgcontact",
    "Nettouitkering",
    "Ontzorgbesluit",
    "Ontzorgperiode",
    "Overname",
    "Rekening",
    "Runafsluiting",
    "Tegenspraak",
    "Terugleesbestand",
    "Terugleesregel",
    "Toeslag",
    "Training",
    "Trainingsgroep",
    "Uitkeringseenheid",
    "VasteLast",
    "Vrijgave",
    "geldige",
    "wachtende",
]
