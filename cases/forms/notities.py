"""A note in twenty seconds."""

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Field, Layout
from django import forms

from cases.enums import Notitiesoort

from .dossierkeuze import Dossierkeuze
from .formulier import Formulier
from .velden import DatumVeld

MET_DATUM = (Notitiesoort.HERINNERING, Notitiesoort.WACHT_OP)


class NotitieForm(Formulier):
    """What somebody wants to keep or come back to. Health and other special data do not belong in a note."""

    bewaak = True

    soort = forms.ChoiceField(choices=Notitiesoort.choices, initial=Notitiesoort.BELNOTITIE)
    tekst = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf hier niets over gezondheid: dat hoort in de brede intake.",
    )
    datum = DatumVeld(
        label="Terugkomen op", required=False, help_text="Verplicht bij een herinnering of ‘wacht op’ (dd-mm-jjjj)."
    )

    def indeling(self) -> Layout:
        return Layout("tekst", Div(Field("soort"), Field("datum"), css_class="velden-naast"))

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("soort") in MET_DATUM and not schoon.get("datum") and "datum" not in self.errors:
            self.add_error("datum", "Kies een dag waarop u hierop terugkomt.")
        return schoon

    @property
    def terugkomen_op(self) -> date | None:
        datum: date | None = self.cleaned_data["datum"]
        return datum


class NotitieOveralForm(Dossierkeuze, NotitieForm):
    """The same from any page; what was typed stays while choosing the dossier."""

    knop = "Opslaan"

    def indeling(self) -> Layout:
        return Layout(*self.keuzevelden, "tekst", Div(Field("soort"), Field("datum"), css_class="velden-naast"))
