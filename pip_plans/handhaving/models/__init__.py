"""All models of handhaving."""

from .zaak import Handhavingszaak

__all__ = ["Handhavingszaak"]
