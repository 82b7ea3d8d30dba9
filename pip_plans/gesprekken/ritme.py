"""When the next voortgangsgesprek is due: the number of the PIP, spread over the three years (art. 5.3 lid 4 Bi)."""

from datetime import date

from inburgering.recht.rekenen import plus_maanden

from .enums import TERMIJN_MAANDEN


def maanden_ertussen(aantal: int) -> int:
    """Whole months between two talks, so that `aantal` of them fit in the inburgeringstermijn; at least one."""
    return max(1, TERMIJN_MAANDEN // aantal)


def volgende_uiterlijk(*, aantal: int, gehouden: int, sinds: date) -> date | None:
    """The last day for the next talk, counted from `sinds`: the talk before it, or the PIP. None once all were held."""
    return None if gehouden >= aantal else plus_maanden(sinds, maanden_ertussen(aantal))[0]
