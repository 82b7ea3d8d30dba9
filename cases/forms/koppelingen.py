"""Uploading a list of koppelingen, and mending one row of it."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.models import Koppelregel
from cases.services.koppelingen import GROOTSTE_BESTAND
from cases.services.koppelingen.kolommen import DATUMKOLOMMEN, LABELS
from cases.services.koppelingen.meldingen import is_fout

from .formulier import Formulier

HULP = {
    "geslacht": "m, v of o (onbekend)",
    "tolk_nodig": "ja of nee",
} | dict.fromkeys(("geboortedatum", *DATUMKOLOMMEN), "dd-mm-jjjj")


class KoppelbestandForm(Formulier):
    knop = "Bekijk het voorbeeld"
    bestand = forms.FileField(
        label="CSV-bestand",
        help_text="Hoogstens 5 MB. Scheidingsteken ; of , en datums als dd-mm-jjjj of jjjj-mm-dd.",
        error_messages={"empty": "Het bestand is leeg."},
        allow_empty_file=False,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_bestand(self) -> bytes:
        """The bytes only: the name of the file may hold personal data and is not kept."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTSTE_BESTAND:
            raise forms.ValidationError("Het bestand is groter dan 5 MB. Verdeel de lijst over meer bestanden.")
        inhoud: bytes = bestand.read()
        return inhoud


class KoppelregelForm(Formulier):
    """The cells of one row, those with a fault on top. It accepts anything: judging is the work of the service."""

    knop = "Opslaan en opnieuw controleren"
    toon_facultatief = False

    def __init__(self, data: Any, *, regel: Koppelregel, toon_fouten: bool = False) -> None:
        self.regel, self.toon_fouten = regel, toon_fouten
        super().__init__(data)
        for naam, label in LABELS.items():
            self.fields[naam] = forms.CharField(
                label=label, required=False, max_length=1000, help_text=HULP.get(naam, "")
            )
            self.fields[naam].widget.attrs["autocomplete"] = "off"

    @classmethod
    def van(cls, regel: Koppelregel) -> "KoppelregelForm":
        """The row as it stands, with its faults at their fields."""
        return cls(regel.waarden, regel=regel, toon_fouten=True)

    def clean(self) -> dict[str, Any]:
        for melding in self.regel.meldingen if self.toon_fouten else ():
            if is_fout(melding):
                self.add_error(melding["veld"] if melding["veld"] in self.fields else None, melding["reden"])
        return self.cleaned_data

    def indeling(self) -> Layout:
        fout = [naam for naam in LABELS if naam in self.errors]
        rest = [naam for naam in LABELS if naam not in fout]
        paren = [Row(*rest[i : i + 2]) for i in range(0, len(rest), 2)]
        if not fout:
            return Layout(*paren)
        return Layout(Fieldset("Dit klopt nog niet", *fout), Fieldset("De andere kolommen", *paren))
