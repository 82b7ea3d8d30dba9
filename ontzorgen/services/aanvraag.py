"""What can be asked for and granted: an application of the last year, for a year at most."""

from datetime import date

from inburgering.recht.rekenen import plus_maanden

from .fout import OntzorgFout
from .vastgesteld import eis_niet_ver_vooruit

LANGSTE_MAANDEN = 12  # longer at once leaves too little to weigh: after a year somebody looks again


def eis_verse_aanvraag(aanvraag_op: date, op: date) -> None:
    """Raises OntzorgFout for an application of more than a year ago: that is a slip of the pen."""
    if plus_maanden(aanvraag_op, 12)[0] < op:
        raise OntzorgFout("Deze aanvraag is meer dan een jaar oud. Kijk of het jaar klopt.", "aanvraag_op")


def eis_maanden(eerste_maand: date, laatste_maand: date, op: date) -> None:
    """Raises OntzorgFout for a last month before the first, for more than a year, and for one that begins far off."""
    if laatste_maand < eerste_maand:
        raise OntzorgFout("De laatste maand ligt voor de eerste.", "laatste_maand")
    eis_niet_ver_vooruit(eerste_maand, op, "eerste_maand")
    if laatste_maand >= plus_maanden(eerste_maand, LANGSTE_MAANDEN)[0]:
        raise OntzorgFout("Een overbrugging duurt hooguit een jaar; kijk daarna opnieuw of zij nodig is.",
                          "laatste_maand")  # fmt: skip
