"""What a kennelijke verschrijving may put right: words and dates, never what the plan gives or asks (Awb 4:8)."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Field

from pip_plans.plan.models import Pip, PipAfspraak
from pip_plans.plan.veldsoorten import VELDEN

from .volledigheid import Gemis

DEZELFDE_TEKST = 0.66  # below this share of the same letters it is another text, and no slip of the pen
GEEN_SCHRIJFFOUT = "Dit is geen schrijffout: trek dit concept in en kies een wijziging."
# The kind has its own rule, its rows, or says nothing of what must be done.
_APART = {"leerroute", "zienswijze", "geen_zienswijze_grond", "geen_zienswijze"}
_DATUMS = {"wanneer", "pvt_wanneer", "map_wanneer", "voortgang_wanneer"}
_VELDEN = [veld for veld in Pip._meta.concrete_fields if veld.name in VELDEN.keys() - _APART]
_RIJ = [veld for veld in PipAfspraak._meta.concrete_fields if veld.name in {"wat", "wie", "hoeveel", "wanneer"}]


def geen_schrijffout(pip: Pip, oud: Pip) -> Iterator[Gemis]:
    """Every change that gives or takes something: another number or choice, another text, more or fewer afspraken.

    Such a change asks the zienswijze anew, and a verschrijving keeps the old one.
    """
    yield from (Gemis(veld.name, _zin(veld, oud, pip)) for veld in _VELDEN if _is_anders(veld, oud, pip))
    rijen, oude = list(pip.afspraken.all()), list(oud.afspraken.all())
    if len(rijen) != len(oude):
        yield Gemis("afspraken", f"Het aantal afspraken was {len(oude)} en wordt {len(rijen)}. {GEEN_SCHRIJFFOUT}")
        return
    for nummer, (was, wordt) in enumerate(zip(oude, rijen, strict=True), start=1):
        for veld in _RIJ:
            if _is_anders(veld, was, wordt):
                yield Gemis("afspraken", f"Afspraak {nummer}, {_zin(veld, was, wordt)}")


def _is_anders(veld: Field, oud: Any, nieuw: Any) -> bool:
    """Whether this value says something else, and not only the same in better words."""
    was, wordt = getattr(oud, veld.attname), getattr(nieuw, veld.attname)
    if was == wordt:
        return False
    if not isinstance(wordt, str) or veld.choices:
        return True
    if veld.name not in _DATUMS and re.findall(r"\d+", was) != re.findall(r"\d+", wordt):
        return True
    return SequenceMatcher(None, was.casefold(), wordt.casefold(), autojunk=False).ratio() < DEZELFDE_TEKST


def _zin(veld: Field, oud: Any, nieuw: Any) -> str:
    was, wordt = (getattr(rij, veld.attname) for rij in (oud, nieuw))
    wat = f"{veld.verbose_name}: was ‘{was}’, wordt ‘{wordt}’." if _kort(was, wordt) else f"{veld.verbose_name}."
    return f"{wat[0].upper()}{wat[1:]} {GEEN_SCHRIJFFOUT}"


def _kort(*waarden: Any) -> bool:
    """Numbers and short texts are quoted; a list, a choice or a yes or no is only named."""
    return all(
        isinstance(waarde, int | str) and not isinstance(waarde, bool) and len(str(waarde)) < 80 for waarde in waarden
    )
