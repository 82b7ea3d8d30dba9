"""What the PIP has to say when two records of one person are merged, or a dossier goes to the other act."""

from collections.abc import Iterator
from datetime import date

import pgtrigger
from django.db.models import F, Max

from cases.beletsels import registreer_beletsel, registreer_voorbereiding
from cases.enums import GELDEND
from cases.models import Dossier
from cases.regime import registreer_regimebeletsel
from cases.slot import registreer_slotbeletsel
from inburgering.recht.feiten import Regime

from .enums import Pipstatus
from .models import Pip


@registreer_beletsel
def een_pip(blijft: Dossier, vervallen: Dossier) -> Iterator[str]:
    """One plan may hold and one may be in the making: which of two, a person must decide first."""
    hier, daar = _lopend(blijft), _lopend(vervallen)
    if hier and daar:
        yield (
            f"In {blijft.nummer} staat een PIP ({hier.stand}) en in {vervallen.nummer} ook ({daar.stand}). Er kan er "
            f"één blijven. {_uitweg(hier, blijft)} Of {_uitweg(daar, vervallen, midden=True)}"
        )


def _uitweg(pip: Pip, dossier: Dossier, *, midden: bool = False) -> str:
    """What a person can do to let this one go; with `midden` in the middle of a sentence."""
    if pip.is_te_verzenden:
        zin = f"kies bij {pip.beschikking} in {dossier.nummer} ‘Niet verzenden’."
    elif pip.beschikking:
        zin = f"trek {pip.beschikking} in {dossier.nummer} in."
    else:
        zin = f"trek het concept in {dossier.nummer} in."
    return zin if midden else f"{zin[0].upper()}{zin[1:]}"


def _lopend(dossier: Dossier) -> Pip | None:
    """The plan that holds, or the concept."""
    for pip in Pip.objects.filter(dossier=dossier).select_related("beschikking").order_by("-versie", "-pk"):
        besloten = pip.beschikking
        if pip.status == Pipstatus.INGETROKKEN or (besloten and besloten.status not in GELDEND):
            continue
        return pip
    return None


@registreer_regimebeletsel
def pip_van_de_oude_wet(dossier: Dossier, regime: Regime) -> Iterator[str]:
    """A decision under one act does not hold under the other; what is in the making would say the wrong things."""
    if pip := _lopend(dossier):
        yield f"Er staat een PIP in dit dossier ({pip.stand}). {_uitweg(pip, dossier)}"


@registreer_slotbeletsel
def concept_open(dossier: Dossier, op: date) -> Iterator[str]:
    """What is being written is finished or withdrawn first; a PIP that holds stays as it is."""
    if Pip.objects.lopend().filter(dossier=dossier).exists():
        yield "Er is een concept van het PIP. Maak het af, of trek het concept in."


@registreer_voorbereiding
def nummer_versies_door(blijft: Dossier, vervallen: Dossier) -> None:
    """The versions that move are counted on after those that are there; the number on paper does not change."""
    hoogste = Pip.objects.filter(dossier=blijft).aggregate(hoogste=Max("versie"))["hoogste"]
    if not hoogste:
        return
    with pgtrigger.ignore("plan.Pip:tekst_staat_vast"):  # one number and no text, see docs/adr/0007
        for pip in Pip.objects.filter(dossier=vervallen).order_by("-versie", "-pk"):
            Pip.objects.filter(pk=pip.pk).update(versie=F("versie") + hoogste)
