"""The closed lists of the casusoverleg and of what partners are told."""

from django.db.models import TextChoices


class Partnersoort(TextChoices):
    """What a partner does decides which data it may have (`cases/deelgegevens.py`)."""

    BEGELEIDING = "begeleiding", "maatschappelijke begeleiding (VluchtelingenWerk)"
    ONDERWIJS = "onderwijs", "taalaanbieder, school of cursusinstelling"
    SOCIALE_ZAKEN = "sociale_zaken", "team van de gemeente voor werk en inkomen"
    WERK = "werk", "werkgever, MAP of re-integratiebedrijf"
    WELZIJN = "welzijn", "wijkteam of welzijn"
    ZORG = "zorg", "huisarts, GGZ of andere zorg"
