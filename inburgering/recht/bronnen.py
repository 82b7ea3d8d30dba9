"""Citations of law and policy as data, so that every date can name its grondslag."""

from __future__ import annotations

from dataclasses import dataclass

WET = "Wet inburgering 2021"
BESLUIT = "Besluit inburgering 2021"
REGELING = "Regeling inburgering 2021"
AWB = "Algemene wet bestuursrecht"
ATW = "Algemene termijnenwet"
PARTICIPATIEWET = "Participatiewet"


@dataclass(frozen=True, slots=True)
class Bron:
    """One citation. Without an article it is an agreement or policy rule and `wet` is its name."""

    wet: str
    artikel: str = ""
    lid: str = ""
    toelichting: str = ""

    @property
    def kort(self) -> str:
        """The citation as it stands in a sentence, e.g. 'art. 5.3 lid 1 Besluit inburgering 2021'."""
        if not self.artikel:
            return self.wet
        lid = f" lid {self.lid}" if self.lid else ""
        return f"art. {self.artikel}{lid} {self.wet}"

    @property
    def volledig(self) -> str:
        """The citation with its explanatory note, when there is one."""
        return f"{self.kort} ({self.toelichting})" if self.toelichting else self.kort


ATW_VERSCHUIVING = Bron(ATW, "1", "1")
ATW_UITGEZONDERD = Bron(ATW, "4")
HVW_28 = Bron("Huisvestingswet 2014", "28")
