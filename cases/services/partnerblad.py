"""The paper for a partner: from the sheets of the closed list to what is printed."""

from collections.abc import Mapping, Sequence
from datetime import date

from cases.brieven import PARTNERBLAD
from cases.inhoud import PartnerbladDossier, PartnerbladInhoud, PartnerbladRegel
from cases.models import Medewerker, Overlegpartner
from cases.pdf import PdfFout

from .documenten import voorbeeld
from .overleg import OverlegFout
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


def druk(inhoud: PartnerbladInhoud) -> bytes:
    """The sheet as a PDF; not stored. Raises OverlegFout for what cannot be printed: that was not given either."""
    try:
        return voorbeeld(sjabloon=PARTNERBLAD.sjabloon, inhoud=inhoud, watermerk="")
    except PdfFout as fout:
        raise OverlegFout(f"Het blad kan niet worden gemaakt. Er is niets gegeven. {fout}") from fout


def _dossier(blad: Deelblad, vraag: str) -> PartnerbladDossier:
    regels = (PartnerbladRegel(naam=naam, waarde=waarde) for code, naam, waarde in blad.regels if code != "naam")
    return PartnerbladDossier(naam=blad.dossier.inburgeraar.naam, vraag=vraag, regels=tuple(regels))
