"""The closed lists of exams and the end."""

from django.db.models import TextChoices

from inburgering.recht.examens import EXAMEN_LABELS, UITSLAG_LABELS, Niveau

EXAMENS = list(EXAMEN_LABELS.items())
UITSLAGEN = [(str(waarde), label) for waarde, label in UITSLAG_LABELS.items()]
NIVEAUS = [(niveau.value, niveau.value) for niveau in Niveau]


class Volgens(TextChoices):
    """Who says so; the value is read in the history as it stands."""

    DUO = "DUO", "bericht van DUO"
    BEWIJS = "een bewijs van de inburgeraar", "bewijs dat de inburgeraar liet zien"
    GEMEENTE = "de gemeente", "de gemeente zelf"


class Overdrachtstand(TextChoices):
    AANGEBODEN = "aangeboden", "aangeboden"
    AANVAARD = "aanvaard", "overgenomen"
    GEWEIGERD = "geweigerd", "geweigerd"
    INGETROKKEN = "ingetrokken", "ingetrokken"
    VERSTUURD = "verstuurd", "blad gemaakt"


MEESTE_MISSERS = 5
