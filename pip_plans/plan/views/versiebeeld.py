"""What the page of a version that left the house shows beside it: the other versions, and how this one can end."""

from typing import Any

from cases.models import Beschikking
from cases.panelen import Dossierbeeld
from cases.services.niet_verzenden import kan_niet_verzenden
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.verblijf import vertrek
from pip_plans.plan.enums import Intrekkingsgrond
from pip_plans.plan.forms.wijziging import AfwijzenForm, IntrekkingBekendForm, IntrekkingForm
from pip_plans.plan.models import Intrekking, Pip
from pip_plans.plan.services.intrekken import beletsel_intrekken
from pip_plans.plan.services.versies import (
    eerder_pip,
    geen_vervolg,
    geldende,
    huidige_uitgegeven,
    is_beeindigd,
    versies,
)
from pip_plans.plan.services.wijzigen import beletsels_lopend, beletsels_wijzigen


def uitgegeven_beeld(request: GemeenteRequest, beeld: Dossierbeeld, pip: Pip) -> dict[str, Any]:
    """The list of versions, the first dagtekening, and what can be done with the last one."""
    rijen = versies(beeld.dossier)
    laatste, staat = huidige_uitgegeven(rijen), geldende(rijen)
    concept = next((rij for rij in rijen if not rij.stuk), None)
    is_laatste = laatste is not None and laatste.pk == pip.pk
    eerste = beeld.feiten.eerste_pip
    eerder = eerder_pip(beeld.dossier, beeld.feiten) if is_laatste and is_beeindigd(pip) else None
    return {
        "versies": rijen,
        "concept": concept,
        "is_laatste": is_laatste,
        "opvolger": pip.beschikking.opvolger if pip.beschikking else None,
        "onderweg": pip.beschikking.opvolger_onderweg if pip.beschikking else None,
        "geldt": staat,
        "herroepen_versie": _herroepen_na(rijen, pip),
        "is_beeindigd": is_beeindigd(pip),
        "geen_pip": is_laatste and is_beeindigd(pip) and eerder is None,
        "eerder": eerder,
        "geen_vervolg": geen_vervolg(beeld.feiten) if is_laatste else "",
        "pip_termijn": next((rij for rij in beeld.termijnen if rij.soort == "PIP" and rij.status == "open"), None),
        "eerste_pip": eerste,
        "kan_niet_verzenden": is_laatste and _kan_niet_verzenden(request, beeld, pip.beschikking),
        "kan_wijzigen": is_laatste
        and not (beletsels_lopend(beeld.dossier) if eerder else beletsels_wijzigen(beeld.dossier, pip)),
        **(_intrekken(request, beeld, pip) if is_laatste and pip.beschikking else {}),
    }


def _herroepen_na(rijen: list[Pip], pip: Pip) -> Pip | None:
    """The later version that was undone in bezwaar, so that this one stands again."""
    if pip.beschikking is None or not pip.beschikking.werkt:
        return None
    return next((rij for rij in rijen if rij.versie > pip.versie and is_beeindigd(rij)), None)


def _kan_niet_verzenden(request: GemeenteRequest, beeld: Dossierbeeld, besluit: Beschikking | None) -> bool:
    return besluit is not None and kan_niet_verzenden(besluit, request.user, beeld.op)


def _na_verhuizing(beeld: Dossierbeeld) -> dict[str, str]:
    """Who moved away: the ground and the reason, from the fact of the move."""
    weg = vertrek(beeld.feiten)
    if weg is None:
        return {}
    zin = f"U bent op {datum_zonder_weekdag(weg.datum)} verhuisd naar een andere gemeente. Die gaat met u verder."
    return {"grond": Intrekkingsgrond.VERHUISD.value, "motivering": zin}


def _intrekken(request: GemeenteRequest, beeld: Dossierbeeld, pip: Pip) -> dict[str, Any]:
    """The last proposal, also one that was set aside: why stands above the form for the next."""
    voorstel: Intrekking | None = pip.intrekkingen.select_related("opgesteld_door", "beschikking__document").first()
    ander = voorstel is not None and voorstel.opgesteld_door_id != request.user.pk
    return {
        "intrekking": voorstel,
        "intrekking_niet_verzenden": _kan_niet_verzenden(request, beeld, voorstel.beschikking if voorstel else None),
        "kan_intrekken": not beletsel_intrekken(pip),
        "mag_intrekking_beslissen": ander and mag(request.rollen, Actie.PIP_BEOORDELEN),
        "voorstellen": IntrekkingForm(initial=_na_verhuizing(beeld)),
        "afwijzen": AfwijzenForm(),
        "intrekking_bekend": IntrekkingBekendForm(initial={"datum": beeld.op}),
    }
