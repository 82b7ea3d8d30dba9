"""From the facts of a dossier to the terms that must exist, and why. The one entrance for the rest of the system."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from inburgering.recht.beslistermijn import leid_beslistermijn_af
from inburgering.recht.bezwaar_termijn import leid_beroep_af, leid_bezwaar_af
from inburgering.recht.boete_termijn import leid_betaling_boete_af, leid_boete_beslis_af
from inburgering.recht.duo_besluit import leid_duo_beslis_af
from inburgering.recht.dwangsom import leid_dwangsom_af
from inburgering.recht.feiten import Dossierfeiten, Regime
from inburgering.recht.kalender import Kalender
from inburgering.recht.na_het_pip import (
    leid_aanbod_af,
    leid_inburgeringstermijn_af,
    leid_onderwijsroute_af,
    leid_wissel_af,
)
from inburgering.recht.ontzorgen import leid_ontzorgen_af
from inburgering.recht.pip_termijn import leid_pip_af
from inburgering.recht.termijnen import Afleiding, Beleid, Omstandigheden, TermijnSoort, Verplichting

__all__ = ["Beleid", "TermijnSoort", "Verplichting", "verplichtingen", "waarom_geen"]

_AFLEIDINGEN: Mapping[TermijnSoort, Callable[[Dossierfeiten, Omstandigheden], Afleiding]] = {
    TermijnSoort.PIP: leid_pip_af,
    TermijnSoort.BEZWAAR: leid_bezwaar_af,
    TermijnSoort.BESLIS_BEZWAAR: leid_beslistermijn_af,
    TermijnSoort.DWANGSOM: leid_dwangsom_af,
    TermijnSoort.BEROEP: leid_beroep_af,
    TermijnSoort.INBURGERINGSTERMIJN: leid_inburgeringstermijn_af,
    TermijnSoort.LEERROUTE_WISSEL: leid_wissel_af,
    TermijnSoort.AANBOD: leid_aanbod_af,
    TermijnSoort.ONDERWIJSROUTE_START: leid_onderwijsroute_af,
    TermijnSoort.ONTZORGEN: leid_ontzorgen_af,
    TermijnSoort.BOETE_BESLIS: leid_boete_beslis_af,
    TermijnSoort.BETALING_BOETE: leid_betaling_boete_af,
    TermijnSoort.DUO_BESLIS: leid_duo_beslis_af,
}
_WI2013 = "Dit dossier valt onder de Wet inburgering 2013: het PIP is een advies en de termijnen van 2021 gelden niet."


def verplichtingen(dossier: Dossierfeiten, *, beleid: Beleid, kalender: Kalender) -> tuple[Verplichting, ...]:
    """The terms this dossier must have, at most one per (soort, aanleiding), in a fixed order.

    Depends on the facts, the policy and the calendar only, not on the order of the facts or the present day. Raises
    OngeldigFeit when a fact cannot be read and OngeldigeDatum when its date makes no sense.
    """
    afleidingen = _leid_af(dossier, beleid, kalender).values()
    return tuple(v for afleiding in afleidingen if not isinstance(afleiding, str) for v in afleiding)


def waarom_geen(dossier: Dossierfeiten, *, beleid: Beleid, kalender: Kalender) -> dict[TermijnSoort, str]:
    """For every soort without a term: the Dutch sentence that says why there is none (yet)."""
    afleidingen = _leid_af(dossier, beleid, kalender).items()
    return {soort: afleiding for soort, afleiding in afleidingen if isinstance(afleiding, str)}


def _leid_af(dossier: Dossierfeiten, beleid: Beleid, kalender: Kalender) -> dict[TermijnSoort, Afleiding]:
    if dossier.regime is Regime.WI2013:
        return dict.fromkeys(TermijnSoort, _WI2013)
    omstandigheden = Omstandigheden(beleid, kalender)
    return {soort: leid_af(dossier, omstandigheden) for soort, leid_af in _AFLEIDINGEN.items()}
