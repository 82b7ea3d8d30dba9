"""The closed lists of the end of ontzorgen: taking over, aftercare, and training."""

from django.db.models import TextChoices


class Overnemer(TextChoices):
    """Who pays a fixed cost after the ontzorgen."""

    INBURGERAAR = "inburgeraar", "de inburgeraar zelf"
    PARTNER = "partner", "de partner"
    ANDER = "ander", "iemand anders (bewindvoerder, budgetbeheer)"
    VERVALT = "vervalt", "niemand: de last houdt op"


class Vervolgbetaler(TextChoices):
    """Who pays after the gemeente, as a creditor reads it: not who that other one is."""

    KLANT = "klant", "de klant zelf"
    ANDER = "ander", "iemand anders voor de klant"
    NIEMAND = "niemand", "niemand: de last houdt op"
    ONBEKEND = "onbekend", "niet bekend"


class Overnamewijze(TextChoices):
    """How a fixed cost is paid after the ontzorgen."""

    INCASSO = "incasso", "automatische incasso"
    PERIODIEK = "periodiek", "vaste overboeking bij de bank"
    ZELF = "zelf", "elke maand zelf overmaken"


class Contactwijze(TextChoices):
    TELEFOON = "telefoon", "telefoon"
    GEMEENTEHUIS = "gemeentehuis", "op het gemeentehuis"
    THUIS = "thuis", "thuis"


class Contactuitkomst(TextChoices):
    OPEN = "", "nog niet geweest"
    GESPROKEN = "gesproken", "gesproken"
    NIET_BEREIKT = "niet_bereikt", "niet bereikt"


class Groepsvorm(TextChoices):
    FYSIEK = "fysiek", "bij elkaar"
    ONLINE = "online", "online"


class Deelnamestand(TextChoices):
    GEPLAATST = "geplaatst", "geplaatst"
    WACHTLIJST = "wachtlijst", "op de wachtlijst"
    GESTOPT = "gestopt", "gestopt"
