"""A note in twenty seconds."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from crispy_forms.layout import Div, Field, Layout
from django import forms

from cases.enums import Notitiesoort
from cases.models import Dossier

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


class NotitieOveralForm(NotitieForm):
    """The same from any page: `zoek` finds the dossier, `dossier` chooses it; what was typed stays while choosing."""

    knop = "Opslaan"

    dossier = forms.ChoiceField(label="Dossier", required=False, widget=forms.RadioSelect)
    gezocht = forms.CharField(required=False, widget=forms.HiddenInput)
    zoek = forms.CharField(
        label="Ander dossier zoeken",
        required=False,
        max_length=100,
        help_text="Naam, BSN, V-nummer of dossiernummer.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, dossiers: Iterable[Dossier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = cast(forms.ChoiceField, self.fields["dossier"])
        veld.choices = [(dossier.nummer, f"{dossier.inburgeraar.lijstnaam} ({dossier.nummer})") for dossier in dossiers]
        if not veld.choices:
            del self.fields["dossier"]

    def indeling(self) -> Layout:
        velden = ["dossier", "zoek"] if "dossier" in self.fields else ["zoek"]
        return Layout("gezocht", *velden, "tekst", Div(Field("soort"), Field("datum"), css_class="velden-naast"))

    @property
    def gekozen(self) -> str:
        return str(self.cleaned_data.get("dossier") or "")
