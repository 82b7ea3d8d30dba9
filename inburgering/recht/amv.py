"""An alleenstaande minderjarige vreemdeling turns eighteen."""

from __future__ import annotations

from datetime import date

MEERDERJARIG = 18


def achttiende_verjaardag(geboren: date) -> date:
    """The day on which the guardianship ends and the duty can begin (art. 1:233 BW); 29 February: 1 March."""
    try:
        return geboren.replace(year=geboren.year + MEERDERJARIG)
    except ValueError:
        return date(geboren.year + MEERDERJARIG, 3, 1)
