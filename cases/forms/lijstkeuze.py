"""Keeping a filter, and choosing columns."""

from typing import Any, cast

from django import forms

from cases.enums_werk import Lijst
from cases.lijsten import KOLOMMEN

from .formulier import Formulier


class FilternaamForm(Formulier):
    """A name for the filter that stands above the list now."""

    knop, knop_naam = "Filter bewaren", "bewaar"

    naam = forms.CharField(label="Naam", max_length=60, help_text="Bijvoorbeeld: mijn PIP's. Noem geen inburgeraar.")
    standaard = forms.BooleanField(label="Hiermee beginnen na het inloggen", required=False)


class KolommenForm(Formulier):
    """The columns that can be left out; what says of whom and what always shows."""

    knop, knop_naam = "Kolommen bewaren", "kolommen_bewaren"

    kolommen = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, lijst: Lijst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = cast(forms.MultipleChoiceField, self.fields["kolommen"])
        veld.choices = [(kolom.sleutel, kolom.label) for kolom in KOLOMMEN[lijst]]
