"""The reading log: who looked at what, once per quarter of an hour."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from cases.models import Dossier, Gemeente, Inzage, Medewerker

from .samenvoegen import samengevoegde


def noteer(*, medewerker: Medewerker, dossier: Dossier, wat: str, moment: datetime) -> None:
    """Log that someone opened (a part of) a dossier; the same look within a quarter of an hour adds nothing."""
    _schrijf(medewerker, dossier.gemeente_id, dossier.pk, wat, moment, [])


def noteer_bij_elk(*, medewerker: Medewerker, dossiers: Iterable[Dossier], wat: str, moment: datetime) -> None:
    """Log a look at several dossiers on one page, in one query; again within a quarter of an hour adds nothing."""
    rijen = [_rij(medewerker, dossier.gemeente_id, dossier.pk, wat, moment, []) for dossier in dossiers]
    Inzage.objects.bulk_create(rijen, ignore_conflicts=True)


def noteer_uitvoer(
    *, medewerker: Medewerker, gemeente: Gemeente, wat: str, dossier_ids: Iterable[int], moment: datetime
) -> None:
    """Log an export together with the set of dossiers that was in it."""
    _schrijf(medewerker, gemeente.pk, None, wat, moment, sorted(set(dossier_ids)))


def inzagen_van(dossier: Dossier) -> QuerySet[Inzage]:
    """Who looked at this dossier or took it along in a file or a list, the last first.

    Also under the number of a record that went up in it.
    """
    nummers = [dossier.pk, *(rij.vervallen_id for rij in samengevoegde(dossier))]
    gezien = Q(dossier__in=nummers)
    for nummer in nummers:
        gezien |= Q(dossier__isnull=True, verzameling__contains=[nummer])
    return Inzage.objects.filter(gezien).select_related("dossier")


def _schrijf(
    medewerker: Medewerker, gemeente_id: int, dossier_id: int | None, wat: str, moment: datetime, ids: list[int]
) -> None:
    rij = _rij(medewerker, gemeente_id, dossier_id, wat, moment, ids)
    Inzage.objects.bulk_create([rij], ignore_conflicts=True)


def _rij(
    medewerker: Medewerker, gemeente_id: int, dossier_id: int | None, wat: str, moment: datetime, ids: list[int]
) -> Inzage:
    kwartier = moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
    return Inzage(
        gemeente_id=gemeente_id,
        dossier_id=dossier_id,
        medewerker=medewerker,
        medewerker_naam=medewerker.naam,
        wat=wat,
        kwartier=kwartier,
        verzameling=ids,
    )
