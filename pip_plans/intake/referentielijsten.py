"""Reference lists of the brede intake. Codes are those of their source, so that figures can be compared.

Of the nine aandachtspunten in the model *justitie* is left out: for data on criminal matters the Wet inburgering gives
no ground (art. 37; art. 10 AVG).
"""

from django.db.models import TextChoices

BRON = "Gemeentelijk Gegevensmodel 2.5.1, Model Inburgering (lijsten AANDACHTSPUNT en ONTWIKKELWENS)"


class Aandachtspuntsoort(TextChoices):
    DIGITAAL = "DIGITALE_VAARDIGHEDEN", "digitale vaardigheden"
    FINANCIEN = "FINANCIEN", "financiën"
    LICHAMELIJK = "LICHAMELIJKE_GEZONDHEID", "lichamelijke gezondheid"
    PSYCHISCH = "PSYCHISCHE_GEZONDHEID", "psychische gezondheid"
    TAAL = "TAAL", "taal"
    VERSLAVING = "VERSLAVING", "verslaving"
    WOONSITUATIE = "WOONSITUATIE", "woonsituatie"
    ZORGTAKEN = "ZORGTAKEN", "zorgtaken"


# Data about health (art. 37 Wet inburgering 2021): for who works on the dossier, and never in the PIP by itself.
BIJZONDER = frozenset({Aandachtspuntsoort.LICHAMELIJK, Aandachtspuntsoort.PSYCHISCH, Aandachtspuntsoort.VERSLAVING})


class Thema(TextChoices):
    WERK = "werk", "Werk"
    OPLEIDING = "opleiding", "Opleiding"
    PARTICIPATIE = "participatie", "Vrijwilligerswerk en meedoen"


class Subdoelsoort(TextChoices):
    """Labels complete the sentence 'U werkt aan: …'."""

    BETAALD_WERKEN = "BETAALD_WERKEN", "betaald werk vinden"
    WERK_MET_OPLEIDING = "BETAALD_WERKEN_MET_EEN_OPLEIDING", "betaald werk samen met een opleiding"
    WERK_NAAR_VERMOGEN = "BETAALD_WERKEN_NAAR_VERMOGEN", "betaald werk voor zover dat lukt"
    ONDERNEMEN = "ONDERNEMEN", "een eigen bedrijf beginnen"
    WERKERVARING = "WERKERVARING_OPDOEN", "werkervaring opdoen"
    WERKNEMERSVAARDIGHEDEN = "WERKNEMERSVAARDIGHEDEN_ONTWIKKELEN", "leren hoe werken in Nederland gaat"
    OPLEIDING = "OPLEIDING_VOLGEN", "een opleiding volgen"
    TAALVAARDIGHEDEN = "TAALVAARDIGHEDEN_OPDOEN", "buiten de les Nederlands oefenen"
    VRIJWILLIGERSWERK = "VRIJWILLIGERSWERK", "vrijwilligerswerk doen"
    DAGBESTEDING = "PASSENDE_DAGBESTEDING_HEBBEN", "iets te doen hebben dat bij u past"


_OPLEIDING = {Subdoelsoort.OPLEIDING, Subdoelsoort.TAALVAARDIGHEDEN}
_PARTICIPATIE = {Subdoelsoort.VRIJWILLIGERSWERK, Subdoelsoort.DAGBESTEDING}


def thema(soort: Subdoelsoort) -> Thema:
    """The theme of the hoofddoel that a subdoel belongs to."""
    if soort in _OPLEIDING:
        return Thema.OPLEIDING
    return Thema.PARTICIPATIE if soort in _PARTICIPATIE else Thema.WERK
