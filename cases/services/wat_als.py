"""Wat als: every term of a dossier as it stands, and as it would be with other facts. Nothing is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.models import Dossier, Termijn
from inburgering.recht.feiten import Feit
from inburgering.recht.verplichtingen import Verplichting

from .feiten import Verschuiving, ongewoon
from .termijnen import Verschil, is_anders, leid_af


@dataclass(frozen=True, slots=True)
class Termijnregel:
    """One term now and then; `anders` when a day, its state or its being there differs."""

    verschuiving: Verschuiving
    anders: bool


@dataclass(frozen=True, slots=True)
class WatAls:
    regels: list[Termijnregel]
    waarschuwingen: list[str]


def wat_als(*, dossier: Dossier, feiten: Iterable[Feit], op: date) -> WatAls:
    """All terms, old and new. Raises OngeldigFeit and OngeldigeDatum (Dutch) for facts that nothing follows from."""
    feiten = tuple(feiten)
    nodig = {
        (str(plicht.soort), plicht.aanleiding): plicht for plicht in leid_af(dossier=dossier, feiten=feiten, op=op)
    }
    nu = {(termijn.soort, termijn.aanleiding): termijn for termijn in dossier.termijnen.geldend()}
    regels = [_regel(nu.get(sleutel), nodig.get(sleutel)) for sleutel in nu | nodig]
    regels.sort(key=lambda regel: (not regel.anders, regel.verschuiving.naam))
    return WatAls(regels, ongewoon(dossier, feiten))


def _regel(oud: Termijn | None, nieuw: Verplichting | None) -> Termijnregel:
    return Termijnregel(Verschuiving(oud, nieuw), is_anders(Verschil(oud, nieuw)))
