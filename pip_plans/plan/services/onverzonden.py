"""A PIP that was decided on and never sent did not work (Awb 3:40), so no term counts from it."""

from collections.abc import Mapping
from datetime import date

from cases.enums import Beschikkingsoort
from cases.models import Beschikking, Medewerker
from cases.onverzonden import Onverzonden, geen_beletsel, registreer_onverzonden
from cases.services.gebeurtenissen import laat_vervallen
from cases.toegang import Actie
from inburgering.recht.feiten import FeitSoort
from pip_plans.plan import handelingen
from pip_plans.plan.models import Pip

BRON = "pip"
CONCEPT = "Er is een concept voor een nieuwe versie. Maak dat af of trek het in."
GEREAGEERD = "De inburgeraar reageerde al op dit besluit. Dan heeft hij het, en is het bekendgemaakt: leg die dag vast."
BIJLAGE_WEG = "Een samenvatting of bijlage bij dit besluit is al verzonden. Maak dan ook het besluit bekend."


def nooit_verzonden(pip: Pip) -> str:
    """The number of the decision that `pip` changes before it was ever sent, '' without one."""
    wijziging = pip.wijziging_of_niets
    besluit = wijziging.vorige.beschikking if wijziging and wijziging.vorige else None
    return besluit.nummer if besluit and besluit.bekendgemaakt_op is None else ""


def trek_feit_in(*, besluit: Beschikking, toelichting: str, door: Medewerker | None) -> None:
    """Withdraw the fact of this decision. The caller brings the terms in line."""
    feiten = besluit.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.PIP_VASTGESTELD.value)
    weg = list(feiten.filter(gegevens__beschikking=besluit.nummer))
    laat_vervallen(dossier=besluit.dossier, feiten=weg, toelichting=toelichting, bron=BRON, door=door)


def beletsel(besluit: Beschikking) -> str:
    """Why this decision on a PIP cannot be kept back now, '' when it can."""
    dossier = besluit.dossier
    if Pip.objects.lopend().filter(dossier=dossier).exists():
        return CONCEPT
    if dossier.gebeurtenissen.filter(soort=handelingen.PIP_HANDTEKENING, gegevens__nummer=besluit.nummer).exists():
        return GEREAGEERD
    erbij = dossier.documenten.bij_besluiten([besluit.nummer])
    return BIJLAGE_WEG if erbij.filter(verzendingen__isnull=False).exists() else ""


def _neem_terug(besluit: Beschikking, door: Medewerker, op: date) -> Mapping[str, str]:
    trek_feit_in(besluit=besluit, toelichting=f"{besluit.nummer} wordt niet verzonden.", door=door)
    return {}


def _geen_feit(besluit: Beschikking, door: Medewerker, op: date) -> Mapping[str, str]:
    """A withdrawal has no fact of its own; the PIP simply goes on."""
    return {}


registreer_onverzonden(
    Beschikkingsoort.PIP,
    Onverzonden(
        Actie.PIP_BEOORDELEN,
        beletsel,
        _neem_terug,
        "De termijnen worden berekend alsof dit besluit er nooit was. Geldt er al een PIP, dan blijft dat gelden. "
        "Anders geldt de plicht om een PIP te maken weer, met dezelfde laatste dag. Een nieuw concept begint dan met "
        "de tekst van dit besluit. Is het al gemeld bij DUO? Laat DUO dan weten dat het niet geldt.",
        "plan:overzicht",
    ),
)
registreer_onverzonden(
    Beschikkingsoort.PIP_INTREKKING,
    Onverzonden(
        Actie.PIP_BEOORDELEN,
        geen_beletsel,
        _geen_feit,
        "Het PIP dat zou eindigen, blijft gelden. U kunt het daarna wijzigen of opnieuw voorstellen het in te trekken.",
        "plan:overzicht",
    ),
)
