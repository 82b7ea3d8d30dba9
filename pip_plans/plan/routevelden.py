"""Which fields of a plan have no meaning in a leerroute. The one table of it."""

from typing import Any

from inburgering.recht.feiten import Leerroute


def past_niet_bij(leerroute: str) -> dict[str, Any]:
    """The fields that have no meaning in this leerroute, each with its empty value (Wi 8(3), Bi 3.14(7))."""
    leeg: dict[str, Any] = {}
    if leerroute != Leerroute.B1:
        leeg |= {"variant": "", "a2_onderdelen": []}
    if leerroute != Leerroute.Z:
        leeg |= {"examenwensen": [], "participatie_uren": None, "lagere_norm": False}
    if leerroute == Leerroute.ONDERWIJS:
        leeg |= {"map_uren": None, "map_wanneer": "", "map_aanbieder": ""}
    return leeg
