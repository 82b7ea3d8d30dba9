"""The forms of the exchange with the benefit system: a list of a month, and a file of what was done."""

from typing import Any

from django import forms

from cases.forms.formulier import Formulier
from ontzorgen.tabelbestand import GROOTSTE

from .velden import MaandVeld

TE_GROOT = "Het bestand is groter dan 5 MB. Verdeel het over meer bestanden."


class LijstForm(Formulier):
    knop = "Lijst maken"
    maand = MaandVeld(label="Maand")


class TerugleesForm(Formulier):
    """A CSV of the benefit system. Its name is not kept. `te_groot`: it was passed over before it was read."""

    knop = "Inlezen"
    bestand = forms.FileField(
        label="CSV-bestand",
        error_messages={"empty": "Het bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def __init__(self, *args: Any, te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if te_groot:
            self.fields["bestand"].error_messages["required"] = TE_GROOT

    def clean_bestand(self) -> object:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTSTE:
            raise forms.ValidationError(TE_GROOT)
        return bestand
