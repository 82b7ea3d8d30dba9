"""All models of handhaving."""

from .betaling import Boetebetaling
from .zaak import Handhavingszaak

__all__ = ["Boetebetaling", "Handhavingszaak"]
