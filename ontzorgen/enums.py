"""The closed lists of ontzorgen. Which kinds of fixed costs there are is data (`models.Lastsoort`)."""

from django.db.models import TextChoices

from .kenmerk import KENMERKSOORT_LABELS
from .kortingen import KortingSoort
from .normen import Leeftijdsgroep, Leefvorm

LEEFVORMEN = [(vorm.value, vorm.naam) for vorm in Leefvorm]
KENMERKSOORTEN = [(soort.value, label) for soort, label in KENMERKSOORT_LABELS.items()]
LEEFTIJDSGROEPEN = [(groep.value, groep.naam) for groep in Leeftijdsgroep]


class Rekeningstand(TextChoices):
    VOORGESTELD = "voorgesteld", "wacht op goedkeuring"
    GOEDGEKEURD = "goedgekeurd", "goedgekeurd"
    AFGEWEZEN = "afgewezen", "afgewezen"


class Postsoort(TextChoices):
    """What changes the bijstand of a month besides the norm: every korting of the law, and the overbrugging."""

    INKOMEN = KortingSoort.INKOMEN.value, KortingSoort.INKOMEN.naam
    VERLAGING = KortingSoort.VERLAGING.value, KortingSoort.VERLAGING.naam
    VOORSCHOT = KortingSoort.VOORSCHOT.value, KortingSoort.VOORSCHOT.naam
    VERREKENING = KortingSoort.VERREKENING.value, KortingSoort.VERREKENING.naam
    OVERIG = KortingSoort.OVERIG.value, KortingSoort.OVERIG.naam
    TERUGVORDERING = KortingSoort.TERUGVORDERING.value, KortingSoort.TERUGVORDERING.naam
    BESLAG = KortingSoort.BESLAG.value, KortingSoort.BESLAG.naam
    OVERBRUGGING = "OVERBRUGGING", "overbrugging (bijzondere bijstand)"
