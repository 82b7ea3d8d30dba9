"""Lists that show only their first rows, and say so: nobody takes a part for the whole."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, overload

from django.db.models import QuerySet

R = TypeVar("R")
S = TypeVar("S")


class Kort(list[R]):
    """The first rows; `meer` when there are others."""

    meer = False

    def van(self, rijen: Iterable[S]) -> "Kort[S]":
        """The same cut, with what is shown of each row."""
        anders: Kort[S] = Kort(rijen)
        anders.meer = self.meer
        return anders


@overload
def kort(rijen: Sequence[R], meeste: int) -> Kort[R]: ...
@overload
def kort(rijen: QuerySet[Any], meeste: int) -> Kort[Any]: ...
def kort(rijen: Any, meeste: int) -> Kort[Any]:
    """At most `meeste` of these, read in one query."""
    gelezen = list(rijen[: meeste + 1])
    eerste: Kort[Any] = Kort(gelezen[:meeste])
    eerste.meer = len(gelezen) > meeste
    return eerste


def niet_alles(aantal: int, welke: str = "eerste") -> str:
    """The sentence below a list that is longer than what it shows."""
    return f"Er zijn er meer; hier staan de {welke} {aantal}."


def korte_zinnen(zinnen: Sequence[str], meeste: int) -> list[str]:
    """At most `meeste` sentences, and one that says when there are others."""
    eerste = kort(zinnen, meeste)
    return [*eerste, niet_alles(meeste)] if eerste.meer else [*eerste]
