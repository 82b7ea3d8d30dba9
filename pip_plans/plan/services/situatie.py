"""What is known outside the PIP and decides what must be in it: group, bijstand, intake."""

from dataclasses import dataclass

from cases.models import Dossier
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import ASIELGROEP, GROEP_MET_AANBOD, Dossierfeiten
from pip_plans.intake.services.samenvatting import IntakeSamenvatting, samenvatting


@dataclass(frozen=True, slots=True)
class Situatie:
    """Read once per action; health is left out, because a PIP is read by more people than the intake."""

    feiten: Dossierfeiten
    intake: IntakeSamenvatting | None

    @property
    def groep_bekend(self) -> bool:
        return self.feiten.doelgroep is not None

    @property
    def met_aanbod(self) -> bool:
        """Who gets the lessons from the gemeente, with their intensity in the PIP (Wi 13(1), 15(2), 16)."""
        return self.feiten.doelgroep in GROEP_MET_AANBOD

    @property
    def bijstand(self) -> bool:
        return self.feiten.bijstand is not None

    @property
    def ontzorgen(self) -> bool:
        """PW 56a: bijstand and an asylum permit; family with a regular permit is no part of it."""
        return self.bijstand and self.feiten.doelgroep in ASIELGROEP and not self.feiten.reguliere_vergunning

    @property
    def intake_afgerond(self) -> bool:
        return self.intake is not None and self.intake.afgerond_op is not None

    @property
    def b1_haalbaar(self) -> bool | None:
        return self.intake.toets.b1_haalbaar if self.intake and self.intake.toets else None

    @property
    def toets_bekend(self) -> bool:
        """A result, or a reason why none will come."""
        toets = self.intake.toets if self.intake else None
        return toets is not None and bool(toets.uitslag or toets.reden_geen)


def situatie(dossier: Dossier) -> Situatie:
    """Facts and intake of this dossier."""
    return situatie_met(dossier, dossierfeiten_van(dossier))


def situatie_met(dossier: Dossier, feiten: Dossierfeiten) -> Situatie:
    """The same, when the facts were read already."""
    return Situatie(feiten=feiten, intake=samenvatting(dossier))
