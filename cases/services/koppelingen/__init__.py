"""The import of koppelingen: read, judge, compare, show, and only after confirmation write.

lezen → keuren → bekend → vergelijken → beoordelen give the preview (bestand); schrijven does what it said.
"""

from .bestand import ImportFout, bekijk, bevestig, gooi_weg, herstel_regel, laat_weg, maak_voorbeeld
from .lezen import GROOTSTE_BESTAND, Bestandsfout
from .opruimen import INHOUD_BLIJFT, VOORBEELD_BLIJFT, regels_over, ruim_op, vergeet_dossier
from .schrijven import hervat, schrijf_en_ga_door, schrijf_stuk
from .uitvoer import VOORBEELDKOLOMMEN, bevindingen, foute_regels

__all__ = [
    "GROOTSTE_BESTAND",
    "INHOUD_BLIJFT",
    "VOORBEELDKOLOMMEN",
    "VOORBEELD_BLIJFT",
    "Bestandsfout",
    "ImportFout",
    "bekijk",
    "bevestig",
    "bevindingen",
    "foute_regels",
    "gooi_weg",
    "herstel_regel",
    "hervat",
    "laat_weg",
    "maak_voorbeeld",
    "regels_over",
    "ruim_op",
    "schrijf_en_ga_door",
    "schrijf_stuk",
    "vergeet_dossier",
]
