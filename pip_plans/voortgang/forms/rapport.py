"""Uploading the report of an aanbieder."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_voor_partner
from cases.models import Gemeente
from cases.services.koppelingen import GROOTSTE_BESTAND
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering.models import Aanbieder

SOORTEN = ".csv,text/csv,.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class BestandForm(Formulier):
    """The file and over which month: what an aanbieder hands in itself."""

    maand = forms.TypedChoiceField(label="Maand", coerce=date.fromisoformat)
    bestand = forms.FileField(
        label="Bestand",
        help_text="CSV of Excel (xlsx), hoogstens 5 MB. Zonder BSN.",
        error_messages={"empty": "Het bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": SOORTEN}),
    )
    verbetering = forms.CharField(
        label="Waarom dit een eerder rapport verbetert",
        max_length=250,
        required=False,
        help_text="Alleen invullen als dit bestand weken verandert die er al staan. De reden komt in de geschiedenis.",
    )
    knop = "Bekijk het voorbeeld"

    def __init__(self, *args: Any, maanden: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(maand.isoformat(), datum_zonder_weekdag(maand).partition(" ")[2]) for maand in maanden]
        self.fields["maand"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField

    def indeling(self) -> Layout:
        return Layout("maand", "bestand", "verbetering")

    def clean_bestand(self) -> bytes:
        """The bytes only: the name of the file may hold personal data and is not kept."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTSTE_BESTAND:
            raise forms.ValidationError("Het bestand is groter dan 5 MB. Verdeel het over meer bestanden.")
        inhoud: bytes = bestand.read()
        return inhoud


class RapportForm(BestandForm):
    """The same with whose it is."""

    aanbieder = forms.ModelChoiceField(label="Aanbieder", queryset=Aanbieder.objects.none())

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].queryset = Aanbieder.objects.van(gemeente)  # type: ignore[attr-defined]  # typed as a plain field

    def indeling(self) -> Layout:
        return Layout(Row("aanbieder", "maand"), "bestand", "verbetering")


class TerugForm(Formulier):
    """The aanbieder reads the reason."""

    reden = forms.CharField(
        label="Wat moet de aanbieder veranderen?",
        max_length=250,
        validators=[keur_voor_partner],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De aanbieder leest dit. Noem geen mensen: verwijs naar een regel of een dossiernummer.",
    )
    knop = "Stuur terug"
