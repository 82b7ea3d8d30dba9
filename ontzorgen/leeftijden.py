"""Whether the group that a leefsituatie names fits the ages of who belongs to the unit."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from inburgering.recht.rekenen import plus_maanden
from inburgering.recht.uitleg import datum_zonder_weekdag

from .normen import Leeftijdsgroep

VOLWASSEN, VOLLE_NORM = 18, 21
# Art. 7a Algemene Ouderdomswet moves the age; between these two either group may be right.
AOW_NIET_VOOR, AOW_ZEKER = 67, 68
JONG = (Leeftijdsgroep.VAN_18_TOT_21, Leeftijdsgroep.ZONDER_OUDERS)


class Lid(NamedTuple):
    """A member by name; '' for one whose name and days may not be said."""

    naam: str
    geboren: date

    def wordt(self, jaren: int) -> date:
        """The day on which he becomes so old; who was born on 29 February on 1 March in an ordinary year."""
        dag, bestaat_niet = plus_maanden(self.geboren, jaren * 12)
        return dag + date.resolution if bestaat_niet else dag

    def zin(self, jaren: int, op: date) -> str:
        """'Samira Alami wordt pas op 3 mei 2027 21 jaar.'"""
        dag = self.wordt(jaren)
        if not self.naam:
            return f"Iemand in deze eenheid is {'al' if dag <= op else 'nog geen'} {jaren} jaar."
        return f"{self.naam} {'werd al' if dag <= op else 'wordt pas'} op {datum_zonder_weekdag(dag)} {jaren} jaar."


def tegen_leeftijd(groep: Leeftijdsgroep, leden: Sequence[Lid], op: date, *, partner_buiten: bool = False) -> str:
    """Why these members do not fit this group on this day; '' when they do.

    `partner_buiten`: there is a partner outside the unit, whose age is not known.
    """
    jaren, lid = _botsing(groep, sorted(leden, key=lambda lid: lid.geboren), op, partner_buiten)
    if lid is None:
        return ""
    wat = "Onder de 18 is er geen norm." if jaren == VOLWASSEN else "Kies de leeftijd die past."
    return f"{lid.zin(jaren, op)} {wat}"


def _botsing(groep: Leeftijdsgroep, leden: Sequence[Lid], op: date, partner_buiten: bool) -> tuple[int, Lid | None]:
    """The age and the member it goes wrong with; `leden` begins with the oldest."""
    oudste, jongste = leden[0], leden[-1]
    if jongste.wordt(VOLWASSEN) > op:
        return VOLWASSEN, jongste
    if groep in JONG and oudste.wordt(VOLLE_NORM) <= op:
        return VOLLE_NORM, oudste
    if groep is Leeftijdsgroep.VAN_21_TOT_AOW and jongste.wordt(VOLLE_NORM) > op:
        return VOLLE_NORM, jongste
    if groep is Leeftijdsgroep.VAN_21_TOT_AOW and oudste.wordt(AOW_ZEKER) <= op:
        return AOW_ZEKER, oudste
    if partner_buiten:
        return 0, None
    if groep is Leeftijdsgroep.VANAF_AOW and oudste.wordt(AOW_NIET_VOOR) > op:
        return AOW_NIET_VOOR, oudste
    if groep is Leeftijdsgroep.EEN_VAN_18_TOT_21 and jongste.wordt(VOLLE_NORM) <= op:
        return VOLLE_NORM, jongste
    if groep is Leeftijdsgroep.EEN_VAN_18_TOT_21 and oudste.wordt(VOLLE_NORM) > op:
        return VOLLE_NORM, oudste
    return 0, None
