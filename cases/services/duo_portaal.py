"""Telling DUO of a PIP: typed into its portal by hand; here is what to type, and that it was done."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases import handelingen
from cases.models import Dossier, Gebeurtenis, Medewerker
from inburgering.recht.feiten import LEERROUTE_LABELS, Dossierfeiten, Feit, FeitSoort, Leerroute
from inburgering.recht.herroeping import herroepen_pips, staand_pip
from inburgering.recht.uitleg import datum_zonder_weekdag

from .gebeurtenissen import registreer_handeling

BRON = "duo-portaal"
_LABELS = {"intensiteit": "Intensiteit", "beschikking": "Nummer van de beschikking", "variant": "Variant"}


@dataclass(frozen=True, slots=True)
class TeMelden:
    """A PIP that DUO does not know of yet, and the values to copy, each with its label."""

    feit: Feit
    waarden: tuple[tuple[str, str], ...]


def te_melden(dossier: Dossier, feiten: Dossierfeiten) -> TeMelden | None:
    """The latest PIP that still stands, when nobody reported it and DUO did not answer it with a term. One query."""
    pip, duo = staand_pip(feiten), feiten.laatste(FeitSoort.TERMIJN_DUO)
    if pip is None:
        return None
    herroeping = _herroeping_na(feiten, pip)
    if duo and duo.datum >= (herroeping or pip).datum:
        return None
    if dossier.gebeurtenissen.filter(bron=BRON, kenmerk=_kenmerk(pip, herroeping)).exists():
        return None
    opnieuw = f"{herroeping.tekst('beschikking')} is herroepen, dit PIP geldt weer" if herroeping else ""
    waarom = [("Waarom opnieuw", opnieuw)] if opnieuw else []
    return TeMelden(pip, (*waarom, *_waarden(dossier, pip, feiten.eerste_pip)))


@transaction.atomic
def noteer_gemeld(*, dossier: Dossier, feiten: Dossierfeiten, door: Medewerker | None, op: date) -> Gebeurtenis | None:
    """The PIP that stands was typed into the portal. Safe to repeat; None when there is no PIP."""
    pip = staand_pip(feiten)
    if pip is None:
        return None
    return registreer_handeling(
        dossier=dossier,
        soort=handelingen.PIP_GEMELD_BIJ_DUO,
        datum=op,
        door=door,
        bron=BRON,
        kenmerk=_kenmerk(pip, _herroeping_na(feiten, pip)),
        gegevens={"dagtekening": datum_zonder_weekdag(pip.datum)},
    )


def _herroeping_na(feiten: Dossierfeiten, pip: Feit) -> Feit | None:
    """What undid a later PIP, so that this one stands again: then DUO must hear of this one once more."""
    later = (feit for feit in herroepen_pips(feiten).values() if feit.volgorde > pip.volgorde)
    return max(later, key=lambda feit: feit.volgorde, default=None)


def _kenmerk(pip: Feit, herroeping: Feit | None) -> str:
    """A corrected PIP is another fact, and has to be reported again; so is one that stands again."""
    return f"pip-{int(pip.id)}" + (f"-na-{int(herroeping.id)}" if herroeping else "")


def _waarden(dossier: Dossier, pip: Feit, eerste: Feit | None) -> list[tuple[str, str]]:
    """Of a later PIP the first dagtekening as well: DUO keeps the two apart."""
    persoon, route = dossier.inburgeraar, pip.tekst("leerroute")
    gekend = route in set(Leerroute)
    waarden = [
        ("Naam", persoon.naam),
        ("Geboortedatum", f"{persoon.geboortedatum:%d-%m-%Y}"),
        ("V-nummer", persoon.v_nummer or ""),
        *([("Dagtekening van het eerste PIP", f"{eerste.datum:%d-%m-%Y}")] if eerste and eerste != pip else []),
        ("Dagtekening van het PIP", f"{pip.datum:%d-%m-%Y}"),
        ("Leerroute", LEERROUTE_LABELS[Leerroute(route)] if gekend else route),
    ]
    return waarden + [(label, pip.tekst(sleutel)) for sleutel, label in _LABELS.items() if pip.tekst(sleutel)]
