"""The closed lists of ontzorgen. Which kinds of fixed costs there are is data (`models.Lastsoort`)."""

from django.db.models import TextChoices

from .kenmerk import KENMERKSOORT_LABELS
from .kortingen import KortingSoort
from .normen import Leeftijdsgroep, Leefvorm
from .toeslagen import ToeslagSoort

LEEFVORMEN = [(vorm.value, vorm.naam) for vorm in Leefvorm]
KENMERKSOORTEN = [(soort.value, label) for soort, label in KENMERKSOORT_LABELS.items()]
LEEFTIJDSGROEPEN = [(groep.value, groep.naam) for groep in Leeftijdsgroep]
TOESLAGSOORTEN = [(soort.value, soort.naam) for soort in ToeslagSoort]


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


class Besluitsoort(TextChoices):
    """The decisions of ontzorgen; a payment that deviates from its decision is one as well (art. 79 PW)."""

    ARTIKEL_56A = "56a", "ontzorgen"
    ARTIKEL_57 = "57", "langer ontzorgen"
    EINDE = "einde", "einde van het ontzorgen"
    BIJZONDERE_BIJSTAND = "bijzonder", "bijzondere bijstand"
    AFWIJKING = "afwijking", "afwijkende betaling"
    WEIGERING = "weigering", "niet ontzorgen"


class Besluitstand(TextChoices):
    VOORGESTELD = "voorgesteld", "wacht op een collega"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    AFGEWEZEN = "afgewezen", "niet overgenomen"


class Eindreden(TextChoices):
    """Why ontzorgen ends before its last day; the words stand in the letter behind 'omdat'."""

    BIJSTAND = "bijstand", "u geen bijstand meer krijgt"
    PLICHT = "plicht", "u niet meer hoeft in te burgeren"
    VERGUNNING = "vergunning", "u een andere verblijfsvergunning hebt"
    VERTREK = "vertrek", "u naar een andere gemeente bent verhuisd"
    OVERLIJDEN = "overlijden", "de inburgeraar is overleden"
    BELEID = "beleid", "onze gemeente nareizigers niet ontzorgt"
    ANDERS = "anders", "de reden hieronder geldt"
