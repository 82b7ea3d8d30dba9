"""The monthly report of an aanbieder: read, judge, show, and only after confirmation write.

lezen → keuren → bekend → beoordelen give the preview (bestand); schrijven does what it said. The discipline is that of
the import of koppelingen.
"""

from .bestand import bevestig, gooi_weg, keur_opnieuw, maak_voorbeeld
from .insturen import stuur_in, stuur_terug
from .opruimen import INHOUD_BLIJFT, VOORBEELD_BLIJFT, ruim_op
from .schrijven import hervat, schrijf_en_ga_door, schrijf_stuk

__all__ = [
    "INHOUD_BLIJFT",
    "VOORBEELD_BLIJFT",
    "bevestig",
    "gooi_weg",
    "hervat",
    "keur_opnieuw",
    "maak_voorbeeld",
    "ruim_op",
    "schrijf_en_ga_door",
    "schrijf_stuk",
    "stuur_in",
    "stuur_terug",
]
