"""Inviting somebody of an aanbieder, and shutting the door."""

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import DatumVeld


class UitnodigingForm(Formulier):
    naam = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Van deze persoon zelf, niet van een afdeling: ieder logt in als zichzelf.",
    )
    van = DatumVeld(label="Van")
    tot = DatumVeld(label="Tot en met", help_text="Hoogstens een jaar. dd-mm-jjjj")
    knop = "Nodig uit"

    def indeling(self) -> Layout:
        return Layout(Row("naam", "email"), Row("van", "tot"))


class IntrekForm(Formulier):
    reden = forms.CharField(
        label="Waarom trekt u het account in?",
        max_length=250,
        help_text="Bijvoorbeeld: werkt hier niet meer, of het contract is voorbij.",
    )
    knop = "Trek het account in"
