"""Who was at a meeting of a group, of every subject: only what differs is written."""

from collections.abc import Mapping
from typing import Any

from cases.enums_groep import Aanwezigheidsstand

ONBEKENDE_STAND = "Kies per persoon een van de mogelijkheden."
NIET_IN_GROEP = "Een van deze mensen zit niet in de groep. Ververs de pagina."


class PresentieFout(Exception):
    """Attendance that cannot be recorded; the text is Dutch and meant for the screen."""


def leg_presentie_vast(*, bijeenkomst: Any, leden: Mapping[int, Any], standen: Mapping[int, str]) -> list[int]:
    """Id of the deelname → stand, '' to leave it open; who is not named stays as it was. Returns the ids that changed.

    `bijeenkomst` has rows `aanwezigheid` with a deelname and a stand; `leden` are those who may be named. Locks the
    meeting; call it inside a transaction. Raises PresentieFout for somebody else, and for a stand that does not exist.
    """
    if not set(standen.values()) <= {"", *Aanwezigheidsstand.values}:
        raise PresentieFout(ONBEKENDE_STAND)
    if not standen.keys() <= leden.keys():
        raise PresentieFout(NIET_IN_GROEP)
    type(bijeenkomst).objects.select_for_update(of=("self",)).get(pk=bijeenkomst.pk)
    huidig = {rij.deelname_id: rij for rij in bijeenkomst.aanwezigheid.all()}
    veranderd = [pk for pk, stand in standen.items() if (huidig[pk].stand if pk in huidig else "") != stand]
    for pk in veranderd:
        rij = huidig.get(pk) or bijeenkomst.aanwezigheid.model(bijeenkomst=bijeenkomst, deelname_id=pk)
        rij.stand = standen[pk]
        if rij.stand:
            rij.save()
        else:
            rij.delete()
    return veranderd
