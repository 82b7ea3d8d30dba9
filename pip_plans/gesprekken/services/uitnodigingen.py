"""For which talks the inburgeraar was invited: by the letters, so that a talk that moved needs another one."""

from django.utils.timezone import localtime

from cases.enums import Partij
from cases.models import Afspraak, Dossier
from cases.schrijven import UITNODIGING

Moment = tuple[str, str]


def uitgenodigd_voor(dossier: Dossier) -> set[Moment]:
    """Day and time of every talk for which a letter of invitation to the inburgeraar was made."""
    brieven = dossier.documenten.filter(soort=UITNODIGING.code, inhoud__partij=Partij.INBURGERAAR.value)
    return set(brieven.values_list("inhoud__datum", "inhoud__tijd"))


def moment(gesprek: Afspraak) -> Moment:
    """The same of one talk, as the letter writes it."""
    begin = localtime(gesprek.begin)
    return begin.date().isoformat(), f"{begin:%H:%M}"
