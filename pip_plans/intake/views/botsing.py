"""Two people wrote the same field: what each wrote, in words, and where they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pip_plans.intake.enums import Gebied
from pip_plans.intake.forms.leefgebieden import veldnamen
from pip_plans.intake.models import Leefgebied
from pip_plans.intake.services.verschil import Stuk, verschil
from pip_plans.intake.vragen import vragen


@dataclass(frozen=True, slots=True)
class Botsing:
    """One field. `stukken` leads from the text of the other to mine."""

    naam: str
    label: str
    mijn: str
    ander: str
    stukken: tuple[Stuk, ...]


def botsingen(huidig: Leefgebied, mijn: Mapping[str, Any], namen: Iterable[str]) -> list[Botsing]:
    gebied = Gebied(huidig.gebied)
    labels, per_code = veldnamen(gebied), {vraag.code: vraag for vraag in vragen(gebied)}
    delen = []
    for naam in namen:
        teksten = [mijn[naam], huidig.velden[naam]]
        if naam in per_code:
            vraag = per_code[naam]
            teksten = [vraag.in_woorden(vraag.lees(waarde)) for waarde in teksten]
        eigen, ander = (str(tekst) for tekst in teksten)
        delen.append(Botsing(naam, labels[naam], eigen, ander, verschil(ander, eigen)))
    return delen
