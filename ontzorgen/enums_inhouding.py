"""The closed lists of what is exchanged with the benefit system."""

from django.db.models import TextChoices


class Terugleessoort(TextChoices):
    INHOUDINGEN = "inhoudingen", "uitgevoerde inhoudingen"
    NETTO = "netto", "netto uitkeringen"


class Regeluitkomst(TextChoices):
    """What became of one line; an unchanged one was known already."""

    VERWERKT = "verwerkt", "verwerkt"
    ONGEWIJZIGD = "ongewijzigd", "stond er al"
    GEWEIGERD = "geweigerd", "geweigerd"
