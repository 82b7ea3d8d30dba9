"""What groups of every subject share: whether somebody was there."""

from django.db.models import TextChoices


class Aanwezigheidsstand(TextChoices):
    AANWEZIG = "aanwezig", "aanwezig"
    MET_REDEN = "met_reden", "afwezig met reden"
    ZONDER_REDEN = "zonder_reden", "afwezig zonder reden"
