"""The closed lists of the voortgangsgesprekken."""

from datetime import timedelta

from django.db.models import TextChoices


class Verzuim(TextChoices):
    """Who stayed away without a word: with a good reason or not. Never illness itself."""

    GEOORLOOFD = "geoorloofd", "geoorloofd: er was een goede reden"
    ONGEOORLOOFD = "ongeoorloofd", "ongeoorloofd: er was geen goede reden"


class Nakoming(TextChoices):
    NAGEKOMEN = "nagekomen", "gedaan"
    NIET_NAGEKOMEN = "niet_nagekomen", "niet gedaan"
    VERVALLEN = "vervallen", "hoeft niet meer"


TERMIJN_MAANDEN = 36
# Who has to be spoken to within this time is *aan de beurt*.
AAN_DE_BEURT = timedelta(weeks=6)
MEESTE_TEKST = 4000
