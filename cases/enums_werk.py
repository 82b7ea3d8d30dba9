"""The closed lists of dividing the work and of the lists on which it stands."""

from django.db.models import TextChoices


class Toewijsuitkomst(TextChoices):
    TE_DOEN = "te_doen", "nog te doen"
    TOEGEWEZEN = "toegewezen", "toegewezen"
    AL_ZO = "al_zo", "was al zo"
    GEWEIGERD = "geweigerd", "niet gelukt"


class Lijst(TextChoices):
    WERKVOORRAAD = "werkvoorraad", "de werkvoorraad"
    DOSSIERS = "dossiers", "de dossierlijst"
