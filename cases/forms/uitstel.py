"""Putting a term off."""

from django import forms

from .formulier import Formulier
from .velden import DatumVeld


class UitstelForm(Formulier):
    """Until when, and why. Which days are possible is for `services.uitstel` to say."""

    knop = "Uitstellen"

    tot = DatumVeld(label="Terug in de werkvoorraad op")
    reden = forms.CharField(
        label="Reden",
        max_length=250,
        help_text="Waarom u nu nog niets kunt doen. De teamleider leest dit. Schrijf hier niets over gezondheid.",
    )
