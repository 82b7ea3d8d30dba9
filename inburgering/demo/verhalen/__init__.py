"""The named stories: one person or couple each, and together every feature of the product."""

from collections.abc import Iterator

from inburgering.demo.draaiboek import Verloop
from inburgering.demo.traject import Wereld

from . import biniam, farid, karwan, layla, mehret, omar_en_rania, priya, samira, selam, yonas

VERHALEN = (selam, layla, omar_en_rania, yonas, farid, priya, karwan, mehret, biniam, samira)
AANTAL = sum(verhaal.PERSONEN for verhaal in VERHALEN)


def verhalen(wereld: Wereld) -> Iterator[Verloop]:
    """The courses of all stories."""
    for verhaal in VERHALEN:
        yield from verhaal.verlopen(wereld)
