"""Why a term moved although no fact was recorded: another rule, another choice of the gemeente, another KB-dag."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from cases.instellingen import SOORTEN
from cases.models import Termijn
from inburgering.recht.uitleg import datum_zonder_weekdag

from .beheer import BEPAALT_TERMIJNEN

ONBEKEND = "Er kwam geen feit bij: een KB-dag is verwijderd of de berekening is verbeterd."


def andere_oorzaken(oud: Termijn, nieuw: Termijn) -> list[str]:
    """Dutch sentences for what changed between the two rows."""
    return [*_regel(oud, nieuw), *_instellingen(oud, nieuw), *_kbdagen(oud, nieuw)] or [ONBEKEND]


def _regel(oud: Termijn, nieuw: Termijn) -> Iterator[str]:
    if (oud.code, oud.versie) != (nieuw.code, nieuw.versie):
        yield f"Een andere regel geldt: eerst {oud.code} ({oud.versie}), nu {nieuw.code} ({nieuw.versie})."


def _instellingen(oud: Termijn, nieuw: Termijn) -> Iterator[str]:
    """Recorded between the two, or in force from a day between them."""
    dagen = oud.vastgelegd_op.date(), nieuw.vastgelegd_op.date()
    rijen = _gebeurd("InstellingEvent").filter(
        _tussen(oud, nieuw) | Q(geldig_vanaf__gt=dagen[0], geldig_vanaf__lte=dagen[1]),
        gemeente=nieuw.gemeente_id,
        sleutel__in=BEPAALT_TERMIJNEN,
    )
    for rij in rijen:
        soort = SOORTEN[rij.sleutel]
        keuze = dict(soort.keuzes).get(rij.waarde, rij.waarde)
        vanaf = datum_zonder_weekdag(rij.geldig_vanaf)
        yield f"Beleidskeuze ‘{soort.label}’: {keuze}, vanaf {vanaf}. Bron: {rij.bron}."


def _kbdagen(oud: Termijn, nieuw: Termijn) -> Iterator[str]:
    """Only a day on which one of the two would end can have moved it."""
    laatste = max(oud.laatste_dag, nieuw.laatste_dag)
    rijen = _gebeurd("KbdagEvent").filter(_tussen(oud, nieuw), datum__gte=nieuw.ruwe_dag, datum__lte=laatste)
    for rij in rijen:
        yield f"KB-dag vastgelegd: {rij.naam}, {datum_zonder_weekdag(rij.datum)}. Bron: {rij.bron}."


def _tussen(oud: Termijn, nieuw: Termijn) -> Q:
    return Q(pgh_created_at__gt=oud.vastgelegd_op, pgh_created_at__lte=nieuw.vastgelegd_op)


def _gebeurd(naam: str) -> QuerySet[Any]:
    return apps.get_model("cases", naam)._default_manager.order_by("pgh_id")
