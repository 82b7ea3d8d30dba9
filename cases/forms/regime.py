"""Why a dossier goes to the other act."""

from django import forms

from .formulier import Formulier


class RegimeForm(Formulier):
    knop = "Onder de andere wet brengen"
    reden = forms.CharField(
        label="Waarom valt dit dossier onder een andere wet?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: correctiebericht van de IND over de ingangsdatum. Schrijf niets over gezondheid.",
    )
