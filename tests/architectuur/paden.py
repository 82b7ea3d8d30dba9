"""Every address of the product, and a real object for every one that needs it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern


@dataclass(frozen=True)
class Pad:
    """One address: its full name, the view behind it and the arguments it takes."""

    naam: str
    view: Any
    argumenten: frozenset[str]

    @property
    def per_gemeente(self) -> bool:
        return "gemeente" in self.argumenten


def alle_paden() -> list[Pad]:
    return list(_loop(get_resolver().url_patterns, "", frozenset()))


def gemeentepaden() -> list[Pad]:
    return [pad for pad in alle_paden() if pad.per_gemeente]


def _loop(patronen: Any, ruimte: str, argumenten: frozenset[str]) -> Iterator[Pad]:
    for patroon in patronen:
        samen = argumenten | patroon.pattern.converters.keys() | _groepen(patroon.pattern)
        if isinstance(patroon, URLResolver):
            yield from _loop(
                patroon.url_patterns, f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte, samen
            )
        elif isinstance(patroon, URLPattern) and patroon.name:
            yield Pad(f"{ruimte}{patroon.name}", patroon.callback, samen)


def _groepen(patroon: Any) -> frozenset[str]:
    """The named groups of an address that is still a regular expression, as allauth has some."""
    return frozenset(patroon.regex.groupindex) if isinstance(patroon, RegexPattern) else frozenset()
