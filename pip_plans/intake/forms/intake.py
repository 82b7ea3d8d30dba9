"""Starting, the individual talk, the zienswijze, and opening again."""

from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2013, DatumVeld
from pip_plans.intake.enums import Wijzing

JA_NEE = [("ja", "ja"), ("nee", "nee"), ("", "nog niet bekend")]


class StartForm(Formulier):
    datum = DatumVeld(
        vanaf=WI2013,
        label="Gestart op",
        help_text="De dag van het eerste contact over de intake, als dd-mm-jjjj.",
    )
    knop = "Brede intake starten"


class WijzingForm(Formulier):
    datum = DatumVeld(vanaf=WI2013, label="Gewezen op het recht op")
    hoe = forms.ChoiceField(label="Hoe", choices=Wijzing.choices, widget=forms.RadioSelect)
    knop = "Vastleggen"


class WensForm(Formulier):
    gewenst = forms.ChoiceField(
        label="Wil de inburgeraar een individueel gesprek?", choices=JA_NEE[:2], widget=forms.RadioSelect
    )
    knop = "Wens vastleggen"
    knop_naam = "wens"


class ZienswijzeForm(Formulier):
    tekst = forms.CharField(
        label="Zienswijze",
        widget=forms.Textarea,
        max_length=4000,
        required=False,
        help_text="Wat vindt de inburgeraar van de plannen? Schrijf het op in zijn of haar eigen woorden.",
    )
    bewaak = True


class HeropenForm(Formulier):
    reden = forms.CharField(label="Waarom heropent u de intake?", max_length=1000, widget=forms.Textarea)
    knop = "Intake heropenen"
