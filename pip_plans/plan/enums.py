"""The closed lists of the PIP. The leerroutes are the law's own: `inburgering.recht.feiten.Leerroute`."""

from django.db.models import TextChoices

from inburgering.recht.feiten import LEERROUTE_LABELS, Leerroute

LEERROUTES = [(route.value, LEERROUTE_LABELS[route]) for route in (Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z)]


class Pipstatus(TextChoices):
    CONCEPT = "concept", "concept"
    TER_LEZING = "ter_lezing", "bij de tweede lezer"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven met opmerkingen"
    VASTGESTELD = "vastgesteld", "vastgesteld"
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


class Oordeel(TextChoices):
    AKKOORD = "akkoord", "akkoord"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven"


class Handtekening(TextChoices):
    """What the inburgeraar said on paper; the PIP holds whatever he says."""

    AKKOORD = "akkoord", "getekend voor akkoord"
    GEZIEN = "gezien", "getekend voor gezien"
    WEIGERT = "weigert", "wil niet tekenen"
