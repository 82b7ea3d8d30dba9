"""The forms of paying: a new run, taking out, withdrawing, what the bank sent, and a stop."""

from typing import Any

from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import DatumVeld
from ontzorgen.enums_betaling import Bankantwoord
from ontzorgen.sepa.invoer import MEESTE_BYTES

from .velden import MaandVeld

TE_GROOT = "Het bestand is te groot en is niet gelezen. Vraag de bank om kleinere bestanden, bijvoorbeeld per dag."


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


class BeslisForm(RedenForm):
    """Which answer of the bank holds; `tot` is the last one that stood on the page."""

    knop = "Vastleggen"
    uitkomst = forms.TypedChoiceField(
        label="Wat klopt?", choices=Bankantwoord, coerce=Bankantwoord, widget=forms.RadioSelect
    )
    tot = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("uitkomst", "reden", "tot")


class StopForm(RedenForm):
    knop = "Betalingen stoppen"


class BankbestandForm(Formulier):
    """A message of the bank. Its name is not kept. `te_groot`: it was passed over before it was read."""

    knop = "Inlezen"
    bestand = forms.FileField(
        label="Bestand van de bank",
        error_messages={"empty": "Het bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".xml,text/xml,application/xml"}),
    )

    def __init__(self, *args: Any, te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if te_groot:
            self.fields["bestand"].error_messages["required"] = TE_GROOT

    def clean_bestand(self) -> object:
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MEESTE_BYTES:
            raise forms.ValidationError(TE_GROOT)
        return bestand
