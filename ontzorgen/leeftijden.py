"""Whether the group that a leefsituatie names fits the ages of who belongs to the unit, and when they outgrow it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from inburgering.recht.rekenen import plus_maanden
from inburgering.recht.uitleg import datum_zonder_weekdag

from .aow import bereikt_aow, is_voorlopig
from .normen import Leeftijdsgroep

VOLWASSEN, VOLLE_NORM = 18, 21
AOW = 0
"""In the place of a number of years: the AOW-leeftijd, which is not the same for everybody."""
JONG = (Leeftijdsgroep.VAN_18_TOT_21, Leeftijdsgroep.ZONDER_OUDERS)
_OPLOPEND = (*JONG, Leeftijdsgroep.EEN_VAN_18_TOT_21, Leeftijdsgroep.VAN_21_TOT_AOW, Leeftijdsgroep.VANAF_AOW)


class Lid(NamedTuple):
    """A member by name; '' for one whose name and days may not be said."""

    naam: str
    geboren: date

    def wordt(self, jaren: int) -> date:
        """The day on which he becomes so old; who was born on 29 February on 1 March in an ordinary year."""
        if jaren == AOW:
            return bereikt_aow(self.geboren)[0]
        dag, bestaat_niet = plus_maanden(self.geboren, jaren * 12)
        return dag + date.resolution if bestaat_niet else dag

    def zin(self, jaren: int, op: date) -> str:
        """'Samira Alami wordt pas op 3 mei 2027 21 jaar.'"""
        dag, leeftijd = self.wordt(jaren), leeftijd_naam(self.geboren, jaren)
        if not self.naam:
            return f"Iemand in deze eenheid is {'al' if dag <= op else 'nog geen'} {leeftijd}."
        return f"{self.naam} {'werd al' if dag <= op else 'wordt pas'} op {datum_zonder_weekdag(dag)} {leeftijd}."


def leeftijd_naam(geboren: date, jaren: int) -> str:
    """'21 jaar', or '67 jaar en 3 maanden (de AOW-leeftijd)' with whether that was not announced yet."""
    if jaren != AOW:
        return f"{jaren} jaar"
    dag, leeftijd = bereikt_aow(geboren)
    return f"{leeftijd.naam} (de AOW-leeftijd{', voorlopig' if is_voorlopig(dag) else ''})"


def tegen_leeftijd(groep: Leeftijdsgroep, leden: Sequence[Lid], op: date, *, partner_buiten: bool = False) -> str:
    """Why these members do not fit this group on this day; '' when they do.

    `partner_buiten`: there is a partner outside the unit, whose age is not known.
    """
    jaren, lid = _botsing(groep, sorted(leden, key=lambda lid: lid.geboren), op, partner_buiten)
    if lid is None:
        return ""
    wat = "Onder de 18 is er geen norm." if jaren == VOLWASSEN else "Kies de leeftijd die past."
    return f"{lid.zin(jaren, op)} {wat}"


def ontgroeid(groep: Leeftijdsgroep, geboren: Iterable[date], op: date) -> Leeftijdsgroep:
    """The group of people born on these days who were in `groep` and may have outgrown it by this day; never younger.

    In an inrichting age makes no difference.
    """
    if groep not in _OPLOPEND:
        return groep
    leden = [Lid("", dag) for dag in geboren]
    return max(groep, _naar_leeftijd(leden, op), key=_rang)


def _rang(groep: Leeftijdsgroep) -> int:
    return 0 if groep in JONG else _OPLOPEND.index(groep)


def _naar_leeftijd(leden: Sequence[Lid], op: date) -> Leeftijdsgroep:
    jong = [lid.wordt(VOLLE_NORM) > op for lid in leden]
    if any(lid.wordt(AOW) <= op for lid in leden):
        return Leeftijdsgroep.VANAF_AOW
    if all(jong):
        return Leeftijdsgroep.VAN_18_TOT_21
    return Leeftijdsgroep.EEN_VAN_18_TOT_21 if any(jong) else Leeftijdsgroep.VAN_21_TOT_AOW


def _botsing(groep: Leeftijdsgroep, leden: Sequence[Lid], op: date, partner_buiten: bool) -> tuple[int, Lid | None]:
    """The age and the member it goes wrong with; `leden` begins with the oldest."""
    oudste, jongste = leden[0], leden[-1]
    if jongste.wordt(VOLWASSEN) > op:
        return VOLWASSEN, jongste
    if groep in JONG and oudste.wordt(VOLLE_NORM) <= op:
        return VOLLE_NORM, oudste
    if groep is Leeftijdsgroep.VAN_21_TOT_AOW and jongste.wordt(VOLLE_NORM) > op:
        return VOLLE_NORM, jongste
    if groep is Leeftijdsgroep.VAN_21_TOT_AOW and oudste.wordt(AOW) <= op:
        return AOW, oudste
    if partner_buiten:
        return 0, None
    if groep is Leeftijdsgroep.VANAF_AOW and oudste.wordt(AOW) > op:
        return AOW, oudste
    if groep is Leeftijdsgroep.EEN_VAN_18_TOT_21 and jongste.wordt(VOLLE_NORM) <= op:
        return VOLLE_NORM, jongste
    if groep is Leeftijdsgroep.EEN_VAN_18_TOT_21 and oudste.wordt(VOLLE_NORM) > op:
        return VOLLE_NORM, oudste
    return 0, None
