"""All models of the PIP, one subject per module."""

from .bijlage import PipBijlage
from .intrekking import Intrekking
from .lezing import Lezing
from .pip import Pip
from .rijen import PipAfspraak, PwBeschikking
from .wijziging import Wijziging

__all__ = ["Intrekking", "Lezing", "Pip", "PipAfspraak", "PipBijlage", "PwBeschikking", "Wijziging"]
