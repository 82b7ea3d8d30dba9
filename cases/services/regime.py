"""A dossier under the other act, because the permit turned out to be of another day."""

from dataclasses import dataclass
from datetime import date

import pgtrigger
from django.db import transaction

from cases import handelingen
from cases.models import Dossier, Medewerker
from cases.regime import ongegrond, regimebeletsels
from inburgering.recht.feiten import Regime

from .feiten import Verschuiving
from .gebeurtenissen import registreer_handeling
from .termijnen import actualiseer, dossierfeiten_van, verschillen
from .verwijderen import verwijder_boom


class RegimeFout(Exception):
    """Why a dossier cannot go to the other act; the text is Dutch and meant for the screen."""


@dataclass(frozen=True, slots=True)
class Regimewissel:
    """What going to the other act would do. `verwijdert` names what there is no ground for any more."""

    naar: Regime
    verschuivingen: list[Verschuiving]
    verwijdert: list[str]
    beletsels: list[str]


def wissel_nodig(*, dossier: Dossier) -> Regime | None:
    """The act that the permit asks for when that is not the one of the dossier (art. 54 Wi 2021)."""
    volgens = dossierfeiten_van(dossier).regime_van_vergunning
    return volgens if volgens and volgens.value != dossier.regime else None


def regimewissel(*, dossier: Dossier, op: date) -> Regimewissel | None:
    """What would change, with nothing stored; None when permit and dossier agree."""
    naar = wissel_nodig(dossier=dossier)
    if naar is None:
        return None
    straks = Dossier.objects.select_related("gemeente").get(pk=dossier.pk)
    straks.regime = naar.value
    gevonden = verschillen(dossier=straks, feiten=dossierfeiten_van(dossier).feiten, op=op)
    return Regimewissel(
        naar=naar,
        verschuivingen=[Verschuiving(verschil.oud, verschil.nieuw) for verschil in gevonden],
        verwijdert=[naam for naam, _ in ongegrond(dossier, naar)],
        beletsels=_beletsels(dossier, naar),
    )


@transaction.atomic
def wissel_regime(*, dossier: Dossier, reden: str, door: Medewerker, op: date) -> Dossier:
    """Put the dossier under the act of its permit.

    Grondslag: art. 54 Wi 2021; what there is no ground for is not kept (art. 5 and 17 AVG). Side effects in order: what
    the other act gives no ground for is removed with its history, the dossier changes, the event is written with the
    names of what was removed, the terms follow. Raises RegimeFout when permit and dossier agree, without a reason, or
    when something has to be done first. A second click finds nothing to change, and is refused.
    """
    rij = Dossier.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=dossier.pk)
    naar = wissel_nodig(dossier=rij)
    if naar is None:
        raise RegimeFout("De wet van dit dossier past al bij de vergunning.")
    if not reden.strip():
        raise RegimeFout("Schrijf op waarom het dossier onder een andere wet valt.")
    if zinnen := _beletsels(rij, naar):
        raise RegimeFout(" ".join(zinnen))
    weg = ongegrond(rij, naar)
    with pgtrigger.ignore():
        for _, rijen in weg:
            verwijder_boom(rijen.model, list(rijen.values_list("pk", flat=True)))
    rij.regime = naar.value
    rij.save(update_fields=["regime"])
    registreer_handeling(
        dossier=rij,
        soort=handelingen.REGIME_GEWIJZIGD,
        datum=op,
        door=door,
        gegevens={"wet": rij.get_regime_display(), "weg": ", ".join(naam for naam, _ in weg) or "niets"},
        toelichting=reden.strip(),
    )
    actualiseer(dossier=rij, op=op)
    return rij


def _beletsels(dossier: Dossier, naar: Regime) -> list[str]:
    zinnen = regimebeletsels(dossier, naar)
    if dossier.inburgeraar.dossiers.filter(regime=naar.value).exists():
        zinnen.append("Deze persoon heeft onder die wet al een dossier. Werk daarin verder.")
    return zinnen
