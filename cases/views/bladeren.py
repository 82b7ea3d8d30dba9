"""Paging by key: the next page starts after a row, so that page 1 and page 1000 cost the same."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

PER_BLAD = 50


@dataclass(frozen=True, slots=True)
class Blad:
    """One page of rows, with the addresses (query strings) of its neighbours; '' where there is none."""

    rijen: list[Any]
    vorige: str
    volgende: str


@dataclass(frozen=True, slots=True)
class Sortering:
    """Columns that together are unique, the last one `pk`; `aflopend` turns all of them around."""

    velden: tuple[str, ...]
    aflopend: bool = False

    def voorbij(self, sleutel: Sequence[Any], terug: bool) -> Q:
        """The rows beyond this key in the direction of reading. The first column bounds the range for the index."""
        richting = "lt" if terug != self.aflopend else "gt"
        *begin, einde = zip(self.velden, sleutel, strict=True)
        voorwaarde = Q(**{f"{einde[0]}__{richting}": einde[1]})
        for veld, waarde in reversed(begin):
            voorwaarde = Q(**{f"{veld}__{richting}": waarde}) | (Q(**{veld: waarde}) & voorwaarde)
        return Q(**{f"{self.velden[0]}__{richting}e": sleutel[0]}) & voorwaarde

    def orden(self, rijen: QuerySet, terug: bool) -> QuerySet:
        min_teken = "-" if terug != self.aflopend else ""
        return rijen.order_by(*(f"{min_teken}{veld}" for veld in self.velden))

    def sleutel(self, rij: Model) -> tuple[Any, ...]:
        return tuple(attrgetter(veld.replace("__", "."))(rij) for veld in self.velden)


def blader(
    request: HttpRequest,
    bronnen: Sequence[QuerySet],
    sortering: Sortering,
    per_blad: int = PER_BLAD,
    **vast: str,
) -> Blad:
    """The page that `?na=` or `?voor=` asks for, out of one or more querysets with the same columns.

    Both hold the pk of a row, never its key: a key may be a name, and no name belongs in an address. A row that is not
    in any of the sources (any more) gives the first page. `vast` stands in the addresses of the neighbours, whatever
    this address says of it.
    """
    terug = "voor" in request.GET
    grens = _grens(bronnen, sortering, request.GET.get("voor" if terug else "na", ""))
    terug = terug and grens is not None
    stapels = []
    for bron in bronnen:
        rijen = bron.filter(sortering.voorbij(grens, terug)) if grens else bron
        stapels.append(list(sortering.orden(rijen, terug)[: per_blad + 1]))
    samen = list(heapq.merge(*stapels, key=sortering.sleutel, reverse=terug != sortering.aflopend))
    meer, blad = len(samen) > per_blad, samen[:per_blad]
    if terug:
        blad.reverse()
    vorige, volgende = (meer, True) if terug else (grens is not None, meer)
    return Blad(
        blad,
        vorige=_adres(request, vast, voor=blad[0].pk) if blad and vorige else "",
        volgende=_adres(request, vast, na=blad[-1].pk) if blad and volgende else "",
    )


def _grens(bronnen: Sequence[QuerySet], sortering: Sortering, pk: str) -> tuple[Any, ...] | None:
    if not pk.isascii() or not pk.isdigit() or len(pk) > 18:
        return None
    rijen = (bron.filter(pk=int(pk)).values_list(*sortering.velden).first() for bron in bronnen)
    return next((rij for rij in rijen if rij), None)


def _adres(request: HttpRequest, vast: Mapping[str, str], **plek: int) -> str:
    vraag = request.GET.copy()
    for sleutel in ("na", "voor"):
        vraag.pop(sleutel, None)
    for sleutel, waarde in {**vast, **plek}.items():
        vraag[sleutel] = str(waarde)
    return f"?{vraag.urlencode()}"
