"""Whether somebody lives in this gemeente: a departure holds until a later registration here."""

from __future__ import annotations

from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort
from inburgering.recht.herroeping import geldige_pips, ingetrokken_pips


def vertrek(dossier: Dossierfeiten) -> Feit | None:
    """The departure since which somebody is away; None for who lives here, also again."""
    laatste = dossier.laatste(FeitSoort.BRP_INSCHRIJVING)
    vertrokken = dossier.alle(FeitSoort.VERTREK)
    return next((feit for feit in vertrokken if laatste is None or feit.datum >= laatste.datum), None)


def terugkeer(dossier: Dossierfeiten) -> Feit | None:
    """The registration with which the last departure ended; None for who never left, and for who is away."""
    laatste = dossier.laatste(FeitSoort.VERTREK)
    inschrijvingen = dossier.alle(FeitSoort.BRP_INSCHRIJVING)
    return next((feit for feit in inschrijvingen if laatste and feit.datum > laatste.datum), None)


def inschrijving(dossier: Dossierfeiten) -> Feit | None:
    """The registration that counts: for who came back without ever having had a PIP the new one, else the first."""
    eerste = dossier.eerste(FeitSoort.BRP_INSCHRIJVING)
    return eerste if pip_voor_terugkeer(dossier) else terugkeer(dossier) or eerste


def pip_voor_terugkeer(dossier: Dossierfeiten) -> Feit | None:
    """The last PIP, of here or of another gemeente, that there was when somebody came back."""
    terug = terugkeer(dossier)
    return next((pip for pip in reversed(geldige_pips(dossier)) if terug and pip.datum < terug.datum), None)


def stond_bij_terugkeer(dossier: Dossierfeiten, pip: Feit) -> bool:
    """Whether it is one of this gemeente that was not withdrawn when the person came back: then it goes on."""
    terug, intrekking = terugkeer(dossier), ingetrokken_pips(dossier).get(pip.tekst("beschikking"))
    weg = intrekking is not None and terug is not None and intrekking.datum <= terug.datum
    return pip.soort is FeitSoort.PIP_VASTGESTELD and not weg
