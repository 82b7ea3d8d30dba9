"""The small form with which a second person keeps a decision back."""

from django import forms

from .formulier import Formulier


class NietVerzendenForm(Formulier):
    """A reason, and that the letter is still here: what was handed over has been made known (Awb 3:41)."""

    knop = "Niet verzenden"
    reden = forms.CharField(
        label="Waarom wordt dit besluit niet verzonden?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit staat in de geschiedenis van het dossier. Schrijf niets over gezondheid.",
    )
    nog_hier = forms.BooleanField(
        label="De brief is niet verstuurd en niet meegegeven",
        help_text="Heeft de inburgeraar de brief al? Leg dan vast dat het besluit is bekendgemaakt.",
        error_messages={"required": "Een brief die weg is, is bekendgemaakt. Leg dan die dag vast."},
    )
