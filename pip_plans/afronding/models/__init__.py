"""The tables of the end of the way."""

from .overdracht import Gemeenteoverdracht

__all__ = ["Gemeenteoverdracht"]
