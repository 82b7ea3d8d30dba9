"""The forms of what goes another way than planned: closing a released run, and reckoning a unit anew."""

from typing import Any

from django import forms

from cases.forms.formulier import Formulier
from ontzorgen.enums_betaling import Afsluitbewijs

from .betaling import RedenForm

VAN_DE_BANK = [keuze for keuze in Afsluitbewijs.choices if keuze[0] != Afsluitbewijs.NIET_VERSTUURD]


class AfsluitForm(Formulier):
    """Of a run of which nobody took the file: only the reason. Of one that was taken: the evidence of the bank."""

    knop = "Voorleggen aan een collega"
    bewijs = forms.TypedChoiceField(
        label="Waaruit blijkt dat de bank niet heeft betaald?",
        choices=VAN_DE_BANK,
        coerce=Afsluitbewijs,
        widget=forms.RadioSelect,
    )
    kenmerk = forms.CharField(
        label="Waar staat dat bewijs?",
        max_length=120,
        help_text="Bijvoorbeeld het nummer en de datum van de brief, of van het afschrift.",
    )
    reden = forms.CharField(label="Waarom?", max_length=250, help_text="Schrijf niets over gezondheid.")

    def __init__(self, *args: Any, gedownload: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not gedownload:
            del self.fields["bewijs"], self.fields["kenmerk"]

    @property
    def gegevens(self) -> dict[str, Any]:
        """What the service asks for; call when valid."""
        return {"bewijs": Afsluitbewijs.NIET_VERSTUURD, "kenmerk": ""} | self.cleaned_data


class HerrekenForm(RedenForm):
    knop = "Uit de run halen om te herrekenen"
