"""Choosing a dossier in a form: one of those at hand, or found by name or number."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from cases.models import Dossier

from .formulier import Formulier


class Dossierkeuze(Formulier):
    """`zoek` finds the dossier, `dossier` chooses it; `gezocht` is the question that the choice belongs to."""

    een_van = frozenset({"dossier", "zoek"})
    dossier = forms.ChoiceField(
        label="Dossier", required=False, widget=forms.RadioSelect, help_text="Kies er een, of zoek een ander dossier."
    )
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

    @property
    def keuzevelden(self) -> list[str]:
        return ["gezocht", *(["dossier"] if "dossier" in self.fields else []), "zoek"]

    @property
    def gekozen(self) -> str:
        return str(self.cleaned_data.get("dossier") or "")
