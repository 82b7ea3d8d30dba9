"""The closed lists of the PIP. The leerroutes are the law's own: `inburgering.recht.feiten.Leerroute`."""

from django.db.models import TextChoices

from inburgering.recht import wijziging
from inburgering.recht.feiten import LEERROUTE_LABELS, Leerroute

LEERROUTES = [(route.value, LEERROUTE_LABELS[route]) for route in (Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z)]


class Pipstatus(TextChoices):
    CONCEPT = "concept", "concept"
    TER_LEZING = "ter_lezing", "bij de tweede lezer"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven met opmerkingen"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    UITGEBRACHT = "uitgebracht", "uitgebracht als advies"
    INGETROKKEN = "ingetrokken", "concept ingetrokken"


IN_BEWERKING = (Pipstatus.CONCEPT, Pipstatus.TERUGGEGEVEN)
LOPEND = (*IN_BEWERKING, Pipstatus.TER_LEZING)


class Variant(TextChoices):
    """Products within a leerroute; B1-mbo is no fourth route (Wi 7)."""

    GEEN = "", "gewoon"
    MBO = "mbo", "B1-mbo: bereidt voor op het mbo"


class Hoofddoel(TextChoices):
    WERK = "werk", "werk"
    OPLEIDING = "opleiding", "opleiding"
    PARTICIPATIE = "participatie", "meedoen in de samenleving"


class Examenwens(TextChoices):
    """What somebody in the Z-route wants to be examined in all the same (Bi 3.14(7))."""

    LEZEN = "lezen", "Lezen op niveau A2"
    LUISTEREN = "luisteren", "Luisteren op niveau A2"
    SCHRIJVEN = "schrijven", "Schrijven op niveau A2"
    SPREKEN = "spreken", "Spreken op niveau A2"
    KNM = "knm", "KNM"


class GeenZienswijze(TextChoices):
    """When a PIP can be decided on without a zienswijze: asked and not given (Awb 4:8), or an exception of Awb 4:11.

    Not 4:11 onder c (a plan that is made with somebody keeps nothing from him), and not 4:12 (a PIP fixes no amount).
    """

    GELEGENHEID = "gelegenheid", "kon iets zeggen en deed dat niet (art. 4:8 Awb)"
    SPOED = "spoed", "er is spoed (art. 4:11, onder a, Awb)"
    EERDER = "eerder", "heeft zich al eerder uitgesproken, en er is niets nieuws (art. 4:11, onder b, Awb)"


class Taaldeel(TextChoices):
    """Parts of the exam in the B1-route that may go down to A2, each on its own (Wi 17(3))."""

    LEZEN = "lezen", "Lezen"
    LUISTEREN = "luisteren", "Luisteren"
    SCHRIJVEN = "schrijven", "Schrijven"
    SPREKEN = "spreken", "Spreken"


class Wijzigingssoort(TextChoices):
    """Why there is another version; each kind has its own rules (`services.wijzigingsregels`)."""

    LEERROUTE = "leerroute", "andere leerroute"
    AFSCHALEN = "afschalen", "onderdelen op niveau A2 (afschalen)"
    HOOFDLIJN = "hoofdlijn", "andere hoofdlijn van het plan"
    VERSCHRIJVING = "verschrijving", "herstel van een kennelijke verschrijving"
    VERHUIZING = "verhuizing", "eerste PIP hier, na een verhuizing"
    OPNIEUW = "opnieuw", "nieuw PIP na intrekken of herroepen"
    ADVIES = "advies", "nieuw advies"


TE_KIEZEN = (
    Wijzigingssoort.LEERROUTE,
    Wijzigingssoort.AFSCHALEN,
    Wijzigingssoort.HOOFDLIJN,
    Wijzigingssoort.VERSCHRIJVING,
)


class Wisselgrond(TextChoices):
    ONVOLDOENDE = wijziging.Wisselgrond.ONVOLDOENDE.value, "de voortgang is onvoldoende"
    MEER = wijziging.Wisselgrond.MEER.value, "de voortgang is groter dan verwacht"


class Uitzondering(TextChoices):
    GEEN = "", "geen: de wissel valt binnen de anderhalf jaar"
    ONDERWIJS_NAAR_B1 = wijziging.Uitzondering.ONDERWIJS_NAAR_B1.value, "van de onderwijsroute naar de B1-route"
    OPLEIDING = wijziging.Uitzondering.OPLEIDING.value, "na een opleiding die niet vrijstelt"
    BIJZONDER = wijziging.Uitzondering.BIJZONDER.value, "een bijzonder geval"


class Intrekkingsgrond(TextChoices):
    EINDE_PLICHT = "einde_plicht", "de inburgeringsplicht is geëindigd"
    ONTERECHT = "onterecht", "het PIP is ten onrechte vastgesteld"
    VERHUISD = "verhuisd", "verhuisd naar een andere gemeente"
    ANDERS = "anders", "een andere reden"


class Intrekkingstand(TextChoices):
    VOORGESTELD = "voorgesteld", "voorgesteld"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    AFGEWEZEN = "afgewezen", "niet overgenomen"


class Oordeel(TextChoices):
    AKKOORD = "akkoord", "akkoord"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven"


class Handtekening(TextChoices):
    """What the inburgeraar said on paper; the PIP holds whatever he says."""

    AKKOORD = "akkoord", "getekend voor akkoord"
    GEZIEN = "gezien", "getekend voor gezien"
    WEIGERT = "weigert", "wil niet tekenen"
