"""Hours of PVT and MAP, the eindgesprek, and messages about the guidance."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet

from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn, keur_geen_bsn_in_verslag
from cases.forms.velden import WI2013, WI2021, DatumVeld
from cases.models import Medewerker
from pip_plans.modules.enums import Berichtsoort, Mapresultaat, Mapthema, Taalcoach, Urenmodule

from .pvt import GEEN_GEZONDHEID, UrenVeld


class VakVeld(forms.CharField):
    """Some lines of text."""

    widget = forms.Textarea(attrs={"rows": 3})


class UrenForm(Formulier):
    """Hours of one day; a theme for the MAP only."""

    datum = DatumVeld(vanaf=WI2013, label="Dag")
    uren = UrenVeld()
    thema = forms.ChoiceField(label="Thema", choices=[("", "Maak een keuze"), *Mapthema.choices])
    waar = forms.CharField(
        label="Waar en wat",
        max_length=200,
        help_text="Bijvoorbeeld: meelopen in de bakkerij.",
        validators=[keur_geen_bsn_in_verslag],
    )

    def __init__(self, *args: Any, module: Urenmodule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if module == Urenmodule.PVT:
            del self.fields["thema"]
            self.fields["waar"].help_text = "Bijvoorbeeld: het PVT in het AZC, volgens de overdracht van het COA."

    def indeling(self) -> Layout:
        return Layout(Row("datum", "uren"), *(["thema"] if "thema" in self.fields else []), "waar")

    @property
    def gegevens(self) -> dict[str, Any]:
        return {"thema": ""} | self.cleaned_data


class EindgesprekForm(Formulier):
    """How the talk went."""

    knop = "Vastleggen en verslag maken"
    datum = DatumVeld(vanaf=WI2021, label="Gehouden op")
    met = forms.ModelChoiceField(label="Wie van de gemeente", queryset=Medewerker.objects.none())
    resultaat = forms.ChoiceField(label="Resultaat", choices=Mapresultaat.choices, widget=forms.RadioSelect)
    verslag = VakVeld(
        label="Wat is er besproken", max_length=1500, validators=[keur_geen_bsn],
        help_text=f"Dit komt in de brief. Spreek de inburgeraar aan met u. {GEEN_GEZONDHEID}",
    )  # fmt: skip
    vervolg = VakVeld(
        label="Afspraken", max_length=1500, required=False, validators=[keur_geen_bsn],
        help_text="Nodig als er nog meer moet gebeuren.",
    )  # fmt: skip

    def __init__(self, *args: Any, mensen: "QuerySet[Medewerker]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["met"].queryset = mensen  # type: ignore[attr-defined]  # typed as a plain field

    def indeling(self) -> Layout:
        return Layout(Row("datum", "met"))


class BerichtForm(Formulier):
    """A message of who guides, without what it is about."""

    datum = DatumVeld(vanaf=WI2021, label="Dag van het bericht")
    soort = forms.ChoiceField(label="Wat", choices=Berichtsoort.choices, widget=forms.RadioSelect)
    juridisch = forms.BooleanField(label="Er is juridische hulp nodig", required=False)
    psychosociaal = forms.BooleanField(
        label="Er is psychosociale hulp nodig",
        required=False,
        help_text="Alleen dat het nodig is. Waarover het gaat, legt u nergens vast.",
    )
    taalcoach = forms.ChoiceField(label="Taalcoach", choices=Taalcoach.choices, required=False)
    tekst = VakVeld(
        label="Kort", max_length=500, required=False, validators=[keur_geen_bsn_in_verslag],
        help_text=f"Bijvoorbeeld waarmee zij helpen. Niets over de juridische zaak. {GEEN_GEZONDHEID}",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A flag says that help is needed, and nothing of what it is about."""
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("tekst") and (schoon.get("juridisch") or schoon.get("psychosociaal")):
            self.add_error(
                "tekst", "Bij juridische of psychosociale hulp schrijft u niets op, alleen dát het nodig is."
            )
        return schoon
