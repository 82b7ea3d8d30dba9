"""The report of a talk, an agreement, what became of it, and the judgement on who stayed away."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2021, DatumVeld
from cases.models import Medewerker
from pip_plans.gesprekken.enums import MEESTE_TEKST, Nakoming, Verzuim

GEEN_GEZONDHEID = "Schrijf niets over gezondheid."


class VerslagForm(Formulier):
    """`revisie` tells what the writer started from."""

    bewaak = True
    knop = "Verslag opslaan"
    verslag = forms.CharField(
        label="Wat is er besproken?",
        max_length=MEESTE_TEKST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=f"Hoe gaat het met de taal, de lessen, PVT en MAP? Wat gaat goed, wat is lastig? {GEEN_GEZONDHEID}",
    )
    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class AfsprakenForm(Formulier):
    knop = "Afspraak toevoegen"
    wat = forms.CharField(label="Wat is er afgesproken?", max_length=250, help_text=GEEN_GEZONDHEID)
    eigenaar = forms.ModelChoiceField(
        queryset=Medewerker.objects.none(),
        label="Wie ziet erop toe?",
        help_text="De afspraak komt in de werkvoorraad van deze collega.",
    )
    uiterlijk = DatumVeld(vanaf=WI2021, label="Uiterlijk")
    door_inburgeraar = forms.BooleanField(label="De inburgeraar doet het; deze collega volgt het", required=False)

    def __init__(self, *args: Any, mensen: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].queryset = mensen  # type: ignore[attr-defined]  # typed as a plain field

    def indeling(self) -> Layout:
        return Layout("wat", Row("eigenaar", "uiterlijk"), "door_inburgeraar")


class AfhandelForm(Formulier):
    uitkomst = forms.ChoiceField(label="Is het gedaan?", choices=Nakoming.choices, widget=forms.RadioSelect)
    toelichting = forms.CharField(label="Toelichting", max_length=250, required=False, help_text=GEEN_GEZONDHEID)


class VerzuimForm(Formulier):
    verzuim = forms.ChoiceField(label="Hoe beoordeelt u dit?", choices=Verzuim.choices, widget=forms.RadioSelect)
    reden = forms.CharField(
        label="Waarom",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Wat zei de inburgeraar, en waarom is dat wel of geen goede reden? {GEEN_GEZONDHEID}",
    )
