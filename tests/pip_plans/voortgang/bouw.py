"""Somebody with a place and weeks of hours, for the tests of the progress."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cases.models import Dossier
from pip_plans.uitvoering.models import Aanbieder, Plaatsing
from pip_plans.voortgang.models import Weekstaat
from pip_plans.voortgang.services.uren import LEEG, leg_week_vast
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel

OP = date(2026, 11, 20)
START = date(2026, 8, 31)
WEEK = date(2026, 11, 2)  # week 45


def uren(**waarden: float) -> dict[str, Decimal]:
    """All fields of a week; `nt2=10` is uren_nt2."""
    lang = {"nt2", "knm", "participatie", "map", "pvt"}
    return LEEG | {
        (f"uren_{naam}" if naam in lang else f"verzuim_{naam}"): Decimal(str(u)) for naam, u in waarden.items()
    }


def geplaatst(
    cast: Cast, dossier: Dossier, soort: str = "b1", wie: Aanbieder | None = None, **anders: Any
) -> Plaatsing:
    """A place since the end of August."""
    wie = wie or maak_aanbieder(cast, f"School {dossier.pk} {soort}", aanbod=(soort,))
    contract = wie.contracten.filter(soort=soort).first() or maak_contract(wie, soort, plaatsen=50)
    dagen: dict[str, Any] = {"start": START, "einde": date(2027, 12, 31)}
    return plaats_nu(cast, voorstel(cast, dossier, contract), **dagen | anders)


def statushouder(cast: Cast, soort: str = "b1", route: str = "B1", **anders: Any) -> Plaatsing:
    """Somebody with asylum and a place."""
    return geplaatst(cast, met_pip(cast, route), soort, **anders)


def legt_vast(cast: Cast, plaatsing: Plaatsing, week: date = WEEK, **waarden: float) -> Weekstaat:
    return leg_week_vast(plaatsing=plaatsing, week=week, waarden=uren(**waarden), door=cast.consulent, op=OP)


def weken(cast: Cast, plaatsing: Plaatsing, *percentages: int, tot: date = WEEK) -> list[Weekstaat]:
    """Weeks of ten hours up to this one, with this presence in percents."""
    begin = tot - timedelta(weeks=len(percentages) - 1)
    return [
        legt_vast(cast, plaatsing, begin + timedelta(weeks=n), nt2=deel / 10, ongeoorloofd=10 - deel / 10)
        for n, deel in enumerate(percentages)
    ]
