"""The forms of the exchange with the benefit system: a list of a month, and a file of what was done."""

from django import forms

from cases.forms.formulier import Formulier
from ontzorgen.tabelbestand import GROOTSTE

from .velden import MaandVeld


class LijstForm(Formulier):
    knop = "Lijst maken"
    maand = MaandVeld(label="Maand")


class TerugleesForm(Formulier):
    """A CSV of the benefit system. Its name is not kept."""

    knop = "Inlezen"
    bestand = forms.FileField(
        label="CSV-bestand",
        error_messages={"empty": "Het bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_bestand(self) -> object:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTSTE:
            raise forms.ValidationError("Het bestand is groter dan 5 MB. Verdeel het over meer bestanden.")
        return bestand
