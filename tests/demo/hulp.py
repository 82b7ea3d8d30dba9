"""What a demonstration holds, without what differs from one load to the next."""

from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Afspraak, Beschikking, Dossier, Gebeurtenis, Gemeente, Inburgeraar, Notitie, Termijn
from inburgering.demo.laden import laad
from pip_plans.intake.models import Leefgebied, Oproep
from pip_plans.plan.models import Pip, PipAfspraak

MODELLEN = (
    Inburgeraar, Dossier, Gebeurtenis, Termijn, Afspraak, Notitie, Pip, PipAfspraak, Leefgebied, Oproep, Beschikking,
)  # fmt: skip
# Moments of the clock, and references that are made of primary keys.
WISSELEND = {"id", "kenmerk", "vastgelegd_op", "aangemaakt_op", "gemaakt_op"}


def schoon(waarde: Any) -> Any:
    """Without what differs from one load to the next."""
    if isinstance(waarde, dict):
        return {k: schoon(v) for k, v in waarde.items() if k not in WISSELEND and not k.endswith("_id")}
    return waarde


def inhoud() -> list[Any]:
    return [(model.__name__, schoon(rij)) for model in MODELLEN for rij in model.objects.order_by("pk").values()]


def probeer(aantal: int, zaad: int, peildatum: date) -> list[Any]:
    with transaction.atomic():
        laad(gemeente=Gemeente.objects.get(slug="diemen"), aantal=aantal, zaad=zaad, peildatum=peildatum)
        gevonden = inhoud()
        transaction.set_rollback(True)
    return gevonden
