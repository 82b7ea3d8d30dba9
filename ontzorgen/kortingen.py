"""What is taken off the norm before anything is paid: income, verlaging, voorschot, verrekening and beslag.

Assumed for terugvordering and beslag, and said in each sentence: they take only what this month stands above the
beslagvrije voet, after all other kortingen, without the reserved vakantietoeslag and without bijzondere bijstand
(art. 46 lid 2 Participatiewet). The voet is given: the bailiff sets it and has counted other income in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inburgering.recht.geld import euro


class AfrekeningFout(ValueError):
    """What makes a settlement impossible, in a Dutch sentence for the screen."""


class KortingSoort(StrEnum):
    """In the order in which they are taken off; the last two stop at the beslagvrije voet."""

    INKOMEN = "INKOMEN"
    VERLAGING = "VERLAGING"
    VOORSCHOT = "VOORSCHOT"
    VERREKENING = "VERREKENING"
    OVERIG = "OVERIG"
    TERUGVORDERING = "TERUGVORDERING"
    BESLAG = "BESLAG"

    @property
    def naam(self) -> str:
        return _NAMEN[self][0]

    @property
    def grondslag(self) -> str:
        return _NAMEN[self][1]

    @property
    def verlaagt_het_recht(self) -> bool:
        """Whether less bijstand is granted, so that less vakantietoeslag grows; the others only change the payment."""
        return self in (KortingSoort.INKOMEN, KortingSoort.VERLAGING)

    @property
    def kent_beslagvrije_voet(self) -> bool:
        """Verrekening of a voorschot is no invordering, so the voet does not hold there (ECLI:NL:CRVB:2023:2024)."""
        return self in (KortingSoort.TERUGVORDERING, KortingSoort.BESLAG)


_NAMEN = {
    KortingSoort.INKOMEN: ("inkomen", "art. 19 lid 2 en 32 Participatiewet"),
    KortingSoort.VERLAGING: ("verlaging", "art. 18 Participatiewet"),
    KortingSoort.VOORSCHOT: ("voorschot dat al is betaald", "art. 52 lid 4 Participatiewet"),
    KortingSoort.VERREKENING: ("verrekening van eerder ontvangen middelen", "art. 58 lid 4 Participatiewet"),
    KortingSoort.OVERIG: ("andere korting", "zie de bron"),
    KortingSoort.TERUGVORDERING: ("aflossing van teruggevorderde bijstand", "art. 60 lid 3 Participatiewet"),
    KortingSoort.BESLAG: ("beslag", "art. 475c en verder Wetboek van Burgerlijke Rechtsvordering"),
}
_OVER = {
    KortingSoort.INKOMEN: "is meer dan de norm; bij meer inkomen dan norm is er geen algemene bijstand (art. 19 lid 1)",
    KortingSoort.VERLAGING: "kan in deze maand niet worden toegepast",
}
_VOLGORDE = list(KortingSoort)


@dataclass(frozen=True, slots=True)
class Korting:
    """What somebody decided to take off, in cents, with the decision or document it rests on."""

    soort: KortingSoort
    bedrag: int
    bron: str

    def __post_init__(self) -> None:
        if self.bedrag < 0:
            raise AfrekeningFout(f"Een korting kan niet negatief zijn: {self.soort.naam}, {euro(self.bedrag)}.")


@dataclass(frozen=True, slots=True)
class KortingRegel:
    """A korting with what was really taken off; `blijft_over` is what this month could not bear."""

    korting: Korting
    bedrag: int
    zin: str

    @property
    def blijft_over(self) -> int:
        return self.korting.bedrag - self.bedrag


def pas_kortingen_toe(
    norm: int, kortingen: Iterable[Korting], *, beslagvrije_voet: int | None = None
) -> tuple[KortingRegel, ...]:
    """Take the kortingen off in their lawful order, whatever the order given, until the norm is used up.

    Raises AfrekeningFout when a beslag or terugvordering comes without beslagvrije voet.
    """
    over, regels = norm, []
    for korting in sorted(kortingen, key=lambda k: (_VOLGORDE.index(k.soort), k.bron, k.bedrag)):
        ruimte = max(0, over - _voet(korting, beslagvrije_voet))
        bedrag = min(korting.bedrag, ruimte)
        regels.append(KortingRegel(korting, bedrag, _zin(korting, bedrag, beslagvrije_voet)))
        over -= bedrag
    return tuple(regels)


def _voet(korting: Korting, beslagvrije_voet: int | None) -> int:
    if not korting.soort.kent_beslagvrije_voet:
        return 0
    if beslagvrije_voet is None or beslagvrije_voet < 0:
        raise AfrekeningFout(f"Voor {korting.soort.naam} ({korting.bron}) is de beslagvrije voet nodig. Vul in wat de "
                             "deurwaarder of de gemeente heeft vastgesteld.")  # fmt: skip
    return beslagvrije_voet


def _zin(korting: Korting, bedrag: int, beslagvrije_voet: int | None) -> str:
    zin = f"{korting.soort.naam.capitalize()}: {euro(bedrag)} ({korting.soort.grondslag}). Bron: {korting.bron}."
    if korting.soort.kent_beslagvrije_voet and beslagvrije_voet is not None:
        zin += (f" Alleen wat boven de beslagvrije voet van {euro(beslagvrije_voet)} komt, na de andere kortingen en "
                "zonder vakantietoeslag en bijzondere bijstand.")  # fmt: skip
    rest = korting.bedrag - bedrag
    return f"{zin} {euro(rest)} {_OVER.get(korting.soort, 'past niet in deze maand en blijft staan')}." if rest else zin
