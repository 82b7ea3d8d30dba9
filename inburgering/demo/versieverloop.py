"""After the first PIP: another version of it, and the advice for who falls under the act of 2013."""

from collections.abc import Iterator, Mapping
from typing import Any

from pip_plans.plan.models import Pip
from pip_plans.plan.services import advies, beoordelen, bewerken, opstellen
from pip_plans.plan.services.versies import uitgegeven_versie
from pip_plans.plan.services.wijzigen import begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag

from .draaiboek import Verloop
from .pipverloop import Pipplan, geef_mee, stel_vast
from .post import verzend
from .traject import Traject


def wijzig_pip(t: Traject, vraag: Wijzigingsvraag, gegevens: Mapping[str, Any], plan: Pipplan) -> Verloop:
    """From the question to a new decision that is handed over, in about two weeks."""
    vorige = uitgegeven_versie(t.dossier)
    if vorige is None:
        raise RuntimeError("Er is nog geen PIP om te wijzigen.")
    pip = begin_wijziging(vorige=vorige, vraag=vraag, door=t.door, op=t.vandaag)
    yield from t.na(2)
    _schrijf(
        t, pip, {"zienswijze": "u bent het eens met de wijziging."} | dict(gegevens), list(_afspraken(pip, gegevens))
    )
    beoordelen.bied_aan(pip=pip, door=t.door, op=t.vandaag)
    yield from t.na(4)
    stel_vast(t, pip)
    yield from t.na(2)
    geef_mee(t, pip, plan)


def _afspraken(pip: Pip, gegevens: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """What was agreed before, with the new hours where it names hours a week."""
    for rij in pip.afspraken.all():
        anders = rij.hoeveel.endswith("uur per week") and "uren_per_week" in gegevens
        hoeveel = f"{gegevens['uren_per_week']} uur per week" if anders else rij.hoeveel
        yield {"wat": rij.wat, "wie": rij.wie, "hoeveel": hoeveel, "wanneer": rij.wanneer}


def geef_advies(t: Traject, gegevens: Mapping[str, Any]) -> Verloop:
    """Write an advice from the intake, bring it out and send it."""
    pip = opstellen.stel_op(dossier=t.dossier, door=t.door, op=t.vandaag)
    yield from t.na(2)
    naam = t.dossier.inburgeraar.naam
    rij = {"wat": "Spreken oefenen", "wie": naam, "hoeveel": "twee keer per week", "wanneer": "tot het examen"}
    pip = _schrijf(t, pip, gegevens, [rij])
    yield from t.na(1)
    pip = advies.breng_uit(pip=pip, revisie=pip.revisie, door=t.door, op=t.vandaag)
    if pip.document is None:
        raise RuntimeError("Het advies heeft geen brief.")
    yield from t.na(1)
    verzend(t, pip.document)


def _schrijf(t: Traject, pip: Pip, gegevens: Mapping[str, Any], afspraken: list[dict[str, str]] | None = None) -> Pip:
    pip.refresh_from_db()
    return bewerken.bewaar_concept(
        pip=pip, revisie=pip.revisie, door=t.door, op=t.vandaag, gegevens=gegevens, afspraken=afspraken
    )
