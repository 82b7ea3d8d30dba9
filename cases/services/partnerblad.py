"""The paper for a partner: from the sheets of the closed list to the content that is printed."""

from collections.abc import Mapping, Sequence
from datetime import date

from cases.inhoud import PartnerbladDossier, PartnerbladInhoud, PartnerbladRegel
from cases.models import Medewerker, Overlegpartner

from .verstrekken import Deelblad


def partnerblad(
    *,
    partner: Overlegpartner,
    bladen: Sequence[Deelblad],
    vragen: Mapping[int, str],
    doel: str,
    grond: str,
    door: Medewerker,
    op: date,
) -> PartnerbladInhoud:
    """What is printed for this partner; `vragen` is the question per dossier id. Stores nothing."""
    return PartnerbladInhoud(
        gemeente=partner.gemeente.naam,
        datum=op.isoformat(),
        partner=partner.naam,
        doel=doel,
        grond=grond,
        medewerker=door.naam,
        telefoon=door.telefoon,
        dossiers=tuple(_dossier(blad, vragen.get(blad.dossier.pk, "")) for blad in bladen),
    )


def _dossier(blad: Deelblad, vraag: str) -> PartnerbladDossier:
    regels = (PartnerbladRegel(naam=naam, waarde=waarde) for code, naam, waarde in blad.regels if code != "naam")
    return PartnerbladDossier(naam=blad.dossier.inburgeraar.naam, vraag=vraag, regels=tuple(regels))
