"""How much work every consulent has, and which terms fall in the coming ten weeks. Sums of the database, no rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Greatest, TruncWeek

from cases.models import Dossier, Gemeente, Medewerker, Termijn
from cases.querysets.dossiers import DossierQuerySet

from .team import consulenten

WEKEN = 10


@dataclass(frozen=True, slots=True)
class Last:
    """The work of one consulent, of nobody, or of all. `weken` counts the terms per week, from this week on."""

    dossiers: int
    te_laat: int
    weken: tuple[int, ...]

    @property
    def totaal(self) -> int:
        return sum(self.weken)


def maandagen(op: date) -> list[date]:
    """The first days of the weeks of the forecast."""
    eerste = op - timedelta(days=op.weekday())
    return [eerste + timedelta(weeks=week) for week in range(WEKEN)]


def met_werk(*, gemeente: Gemeente, op: date) -> QuerySet[Medewerker]:
    """Who is consulent here today, and who still has open dossiers here."""
    team = consulenten(gemeente=gemeente, op=op).order_by().values("pk")
    nog = Dossier.objects.lopend().filter(gemeente=gemeente, consulent__isnull=False).values("consulent")
    return Medewerker.objects.filter(Q(pk__in=team) | Q(pk__in=nog))


def lasten(
    *, dossiers: DossierQuerySet, gemeente: Gemeente, van: Iterable[int | None], op: date
) -> dict[int | None, Last]:
    """The work of each of these consulenten (None: of nobody) in the open ones of `dossiers`; two queries."""
    wie = list(van)
    niemand = Q(consulent__isnull=True) if None in wie else Q(pk__in=())
    lopend = dossiers.lopend().filter(Q(consulent__in=[pk for pk in wie if pk]) | niemand)
    aantallen = dict(lopend.order_by().values_list("consulent").annotate(aantal=Count("pk")))
    rijen = list(_per_week(gemeente, lopend, op, "dossier__consulent"))
    return {pk: _last(aantallen.get(pk, 0), [rij for rij in rijen if rij["wie"] == pk], op) for pk in wie}


def totaal(*, dossiers: DossierQuerySet, gemeente: Gemeente, op: date) -> Last:
    """The work of all together; two queries."""
    lopend = dossiers.lopend()
    return _last(lopend.count(), list(_per_week(gemeente, lopend, op, "gemeente")), op)


def _per_week(gemeente: Gemeente, dossiers: DossierQuerySet, op: date, wie: str) -> QuerySet[Any, dict[str, Any]]:
    """Open duties, and windows that still run; what fell in an earlier week counts in this one."""
    dagen = maandagen(op)
    termijnen = Termijn.objects.actueel(op).filter(gemeente=gemeente, dossier__in=dossiers)
    week = Greatest(Cast(TruncWeek("ruwe_dag"), DateField()), Value(dagen[0], DateField()))
    in_zicht = termijnen.filter(ruwe_dag__lt=dagen[-1] + timedelta(weeks=1)).order_by()
    te_laat = Count("pk", filter=Q(laatste_dag__lt=op))
    return in_zicht.annotate(week=week).values("week", wie=F(wie)).annotate(aantal=Count("pk"), te_laat=te_laat)


def _last(dossiers: int, rijen: Sequence[dict[str, Any]], op: date) -> Last:
    per_week = {rij["week"]: rij["aantal"] for rij in rijen}
    return Last(dossiers, sum(rij["te_laat"] for rij in rijen), tuple(per_week.get(dag, 0) for dag in maandagen(op)))
