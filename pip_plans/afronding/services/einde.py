"""By what the duty ended here, and what DUO said of it."""

from datetime import date

from django.db import transaction

from cases.models import Dossier, Gebeurtenis, Medewerker
from cases.services.gebeurtenissen import registreer_feit
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import Eindreden, voldaan
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort
from inburgering.recht.termijnen import einde_reden
from inburgering.recht.verblijf import vertrek

from .fout import AfrondingFout
from .plan import voortgang_van

VERTREK, OVERLEDEN = "vertrek", "overleden"


def einde_van(feiten: Dossierfeiten) -> tuple[str, Feit] | None:
    """How it ended: 'overleden' before all, a reason of DUO ('' when unknown), or 'vertrek'; and the fact of it."""
    if overleden := feiten.eerste(FeitSoort.OVERLIJDEN):
        return OVERLEDEN, overleden
    if einde := voldaan(feiten) or feiten.eerste(FeitSoort.EINDE_PLICHT):
        return einde.tekst("reden"), einde
    weg = vertrek(feiten)
    return (VERTREK, weg) if weg else None


@transaction.atomic
def leg_voldaan_vast(
    *, dossier: Dossier, datum: date, door: Medewerker | None, op: date, toelichting: str = ""
) -> Gebeurtenis:
    """DUO established that the duty is met on `datum`; the terms follow. The same day again changes nothing.

    Raises AfrondingFout for a day to come, while parts are open here without a word on it, and after another end.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    feiten = dossierfeiten_van(dossier)
    if (eerder := voldaan(feiten)) and eerder.datum == datum:
        return Gebeurtenis.objects.get(pk=eerder.id)
    if reden := einde_reden(feiten):
        raise AfrondingFout(f"{reden} Trek dat eerst in als het niet klopt.")
    if datum > op:
        raise AfrondingFout("Deze dag ligt in de toekomst. Leg het vast als DUO het heeft gemeld.", "datum")
    if (pip := feiten.eerste_pip) and datum <= pip.datum:
        raise AfrondingFout("Deze dag ligt niet na het PIP.", "datum")
    if not toelichting.strip() and (over := voortgang_van(dossier, feiten).open):
        namen = ", ".join(eis.naam for eis in over)
        raise AfrondingFout(f"Volgens dit dossier is nog niet klaar: {namen}. Schrijf op hoe dat zit.", "toelichting")
    return registreer_feit(
        dossier=dossier, soort=FeitSoort.EINDE_PLICHT, datum=datum, door=door, op=op, toelichting=toelichting,
        gegevens={"reden": Eindreden.VOLDAAN.value, "volgens": "DUO"},
    )  # fmt: skip
