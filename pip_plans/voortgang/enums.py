"""What is counted in a week, for which places, and the levels of a language."""

from datetime import timedelta
from decimal import Decimal

from django.db.models import TextChoices

from inburgering.recht.uren import Urensoort
from pip_plans.uitvoering.enums import MEESTE_UREN, Aanbodsoort

# Column of a report and field of a week → its name on the screen.
UREN = {
    "uren_nt2": "NT2-les",
    "uren_knm": "KNM-les",
    "uren_participatie": "participatie",
    "uren_map": "MAP",
    "uren_pvt": "PVT",
}
VERZUIM = {"verzuim_geoorloofd": "geoorloofd verzuim", "verzuim_ongeoorloofd": "ongeoorloofd verzuim"}
TELVELDEN = UREN | VERZUIM
# Lessons and KNM are one norm (art. 3.14 Besluit inburgering 2021); only NT2 counts for going down to A2 (art. 5.5).
SOORT_VAN = {
    "uren_nt2": Urensoort.TAAL,
    "uren_knm": Urensoort.TAAL,
    "uren_participatie": Urensoort.PARTICIPATIE,
    "uren_map": Urensoort.MAP,
    "uren_pvt": Urensoort.PVT,
}
_LESSEN = ("uren_nt2", "uren_knm")
# Taalstart comes before the PIP and begeleiding is no lesson: no hours of those are kept.
VELDEN_VAN: dict[str, tuple[str, ...]] = {
    Aanbodsoort.B1: _LESSEN,
    Aanbodsoort.B1_MBO: _LESSEN,
    Aanbodsoort.ONDERWIJS: _LESSEN,
    Aanbodsoort.Z: (*_LESSEN, "uren_participatie"),
    Aanbodsoort.PVT: ("uren_pvt",),
    Aanbodsoort.MAP: ("uren_map",),
    Aanbodsoort.ONDERSTEUNING: _LESSEN,
    Aanbodsoort.PARTICIPATIE: ("uren_participatie",),
}
# What somebody followed and missed together in one week at one place. A place has at most so many hours a week, so
# more is a slip of the pen or the hours of a month.
MEESTE_PER_WEEK = MEESTE_UREN
MEESTE_VOORAF = 5000  # hours of one part, followed before this system kept them
KWARTIER = Decimal("0.25")

# Who still comes for nine hours out of ten gives no work, however the weeks before were.
NOG_GOED = Decimal("0.9")
DALING_GELDT = timedelta(weeks=12)


class Vaardigheid(TextChoices):
    LEZEN = "lezen", "lezen"
    LUISTEREN = "luisteren", "luisteren"
    SCHRIJVEN = "schrijven", "schrijven"
    SPREKEN = "spreken", "spreken"


class Taalniveau(TextChoices):
    """The levels of the European framework, and below its first; their order is that of the list."""

    ONDER_A1 = "<A1", "onder A1"
    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
