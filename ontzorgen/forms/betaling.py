"""The forms of paying: a new run, taking out, withdrawing, what the bank sent, and a stop."""

from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import DatumVeld
from ontzorgen.sepa.invoer import MEESTE_BYTES

from .velden import MaandVeld


class RunForm(Formulier):
    """A run of a month, to be paid on a day."""

    knop = "Run maken"
    maand = MaandVeld(label="Maand")
    uitvoerdag = DatumVeld(
        label="Dag van betalen", help_text="Geen weekend en geen sluitingsdag van de banken. dd-mm-jjjj"
    )


class RedenForm(Formulier):
    """Why a payment or a run does not go on."""

    reden = forms.CharField(label="Waarom?", max_length=250, help_text="Schrijf niets over gezondheid.")


class UitneemForm(RedenForm):
    knop = "Uit de run nemen"


class IntrekForm(RedenForm):
    knop = "Run intrekken"


class StopForm(RedenForm):
    knop = "Betalingen stoppen"


class BankbestandForm(Formulier):
    """A message of the bank. Its name is not kept."""

    knop = "Inlezen"
    bestand = forms.FileField(
        label="Bestand van de bank",
        error_messages={"empty": "Het bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".xml,text/xml,application/xml"}),
    )

    def clean_bestand(self) -> object:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MEESTE_BYTES:
            raise forms.ValidationError("Het bestand is groter dan een bank het maakt. Het is niet gelezen.")
        return bestand
