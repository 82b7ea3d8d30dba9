"""The closed lists of paying."""

from django.db.models import TextChoices


class Betaalwijze(TextChoices):
    """Who pays the creditors in a month; never both."""

    UITKERINGSSYSTEEM = "uitkeringssysteem", "het uitkeringssysteem betaalt de crediteuren"
    EIGEN_BATCH = "eigen_batch", "de gemeente betaalt de crediteuren met een eigen betaalbestand"


class Pogingstand(TextChoices):
    """Of one attempt to pay. The first and the last of the first line keep another attempt away."""

    OPEN = "open", "in de run"
    UITGEVOERD = "uitgevoerd", "uitgevoerd"
    UITGENOMEN = "uitgenomen", "uit de run genomen"
    GEWEIGERD = "geweigerd", "geweigerd door de bank"
    RETOUR = "retour", "teruggekomen"


LOPEND_OF_BETAALD = (Pogingstand.OPEN, Pogingstand.UITGEVOERD)
