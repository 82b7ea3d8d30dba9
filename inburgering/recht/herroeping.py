"""Which PIPs stand: what was undone in bezwaar never counted, unless something came in its place (art. 7:11 Awb)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort


def herroepen_pips(dossier: Dossierfeiten) -> Mapping[str, Feit]:
    """Per number of a PIP that was undone in bezwaar: the fact of its herroeping."""
    nummers = {pip.tekst("beschikking") for pip in dossier.alle(FeitSoort.PIP_VASTGESTELD)} - {""}
    herroepen = dossier.alle(FeitSoort.BESCHIKKING_HERROEPEN)
    return {nummer: feit for feit in herroepen if (nummer := feit.tekst("beschikking")) in nummers}


def geldige_pips(dossier: Dossierfeiten) -> tuple[Feit, ...]:
    """The PIPs of `dossier.pips` that were not undone in bezwaar, oldest first.

    A later version counts once it was made known (art. 3:40 Awb); until then the one before it holds.
    """
    weg = herroepen_pips(dossier)
    bekend = {feit.tekst("beschikking") for feit in dossier.alle(FeitSoort.BESCHIKKING_BEKENDGEMAAKT)}
    staan = (pip for pip in dossier.pips if pip.tekst("beschikking") not in weg)
    return tuple(pip for pip in staan if pip.gegevens.get("eerste") is not False or pip.tekst("beschikking") in bekend)


def staand_pip(dossier: Dossierfeiten) -> Feit | None:
    """The last of them that this gemeente decided on.

    None once that one was withdrawn, and when bezwaar put something else in the place of a later one.
    """
    pips = (pip for pip in reversed(geldige_pips(dossier)) if pip.soort is FeitSoort.PIP_VASTGESTELD)
    pip = next(pips, None)
    if pip is None or pip.tekst("beschikking") in ingetrokken_pips(dossier):
        return None
    weg = herroepen_pips(dossier)
    later = (weg.get(ander.tekst("beschikking")) for ander in dossier.pips if ander.volgorde > pip.volgorde)
    return None if any(feit and feit.gegevens.get("in_de_plaats") is True for feit in later) else pip


def ingetrokken_pips(dossier: Dossierfeiten) -> Mapping[str, Feit]:
    """Per number the withdrawal that was made known, and was not undone itself (art. 3:40, 7:11 Awb)."""
    herroepen = dossier.alle(FeitSoort.BESCHIKKING_HERROEPEN)
    weg = {feit.tekst("beschikking") for feit in herroepen if feit.gegevens.get("in_de_plaats") is not True}
    bekend = dossier.alle(FeitSoort.BESCHIKKING_BEKENDGEMAAKT)
    staan = (feit for feit in bekend if feit.tekst("beschikking") not in weg)
    return {nummer: feit for feit in staan if (nummer := feit.tekst("trekt_in"))}


def pip_gemaakt(dossier: Dossierfeiten, vanaf: date = date.min) -> Feit | None:
    """The PIP that met the duty of this gemeente: the first that stands, or for which bezwaar put another.

    With `vanaf` the first since that day: who came back gets a new one.
    """
    weg = herroepen_pips(dossier)
    for pip in (pip for pip in dossier.alle(FeitSoort.PIP_VASTGESTELD) if pip.datum >= vanaf):
        herroeping = weg.get(pip.tekst("beschikking"))
        if herroeping is None or herroeping.gegevens.get("in_de_plaats") is True:
            return pip
    return None
