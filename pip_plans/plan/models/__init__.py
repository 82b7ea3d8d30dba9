"""All models of the PIP, one subject per module."""

from .lezing import Lezing
from .pip import Pip
from .rijen import PipAfspraak, PwBeschikking

__all__ = ["Lezing", "Pip", "PipAfspraak", "PwBeschikking"]
