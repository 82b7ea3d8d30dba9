"""A doorverwijzing, what came of it, and the coded aandachtspunten and subdoelen."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2013, DatumVeld
from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Reactie
from pip_plans.intake.models import Voorziening
from pip_plans.intake.referentielijsten import BIJZONDER, Aandachtspuntsoort, Subdoelsoort, Thema, thema

KIES = ("", "Maak een keuze")


class Voorzieningkeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.naam} ({obj.get_soort_display()})"


class DoorverwijzingForm(Formulier):
    gebied = forms.ChoiceField(label="Leefgebied")
    voorziening = Voorzieningkeuze(
        label="Naar wie, uit de sociale kaart",
        queryset=Voorziening.objects.none(),
        required=False,
        empty_label="staat er niet bij",
    )
    naar = forms.CharField(
        label="Of: naar wie, in eigen woorden",
        max_length=150,
        required=False,
        help_text="Alleen als het niet op de sociale kaart staat, bijvoorbeeld: de huisarts.",
    )
    waarvoor = forms.CharField(
        label="Waarvoor", max_length=300, required=False, help_text="Kort. Geen diagnoses, geen gegevens van anderen."
    )
    datum = DatumVeld(vanaf=WI2013, label="Doorverwezen op")
    in_overleg = forms.ChoiceField(
        label="In overleg met de inburgeraar?",
        choices=[("ja", "ja, de inburgeraar is het ermee eens"), ("nee", "nee")],
        widget=forms.RadioSelect,
    )
    knop = "Doorverwijzing bewaren"
    bewaak = True
    toon_facultatief = False  # of the two addressees one is compulsory

    def __init__(
        self, *args: Any, gebieden: Iterable[Gebied], voorzieningen: "QuerySet[Voorziening]", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebied"].choices = [(gebied.value, gebied.label) for gebied in gebieden]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["voorziening"].queryset = voorzieningen  # type: ignore[attr-defined]  # a ModelChoiceField

    def indeling(self) -> Layout:
        return Layout(Row("gebied", "datum"), Row("voorziening", "naar"), "waarvoor", "in_overleg")

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if bool(schoon.get("voorziening")) == bool(schoon.get("naar")):
            self.add_error("voorziening", "Kies uit de sociale kaart, of schrijf op naar wie. Een van de twee.")
        return schoon

    @property
    def gegevens(self) -> dict[str, Any]:
        return {**self.cleaned_data, "in_overleg": self.cleaned_data["in_overleg"] == "ja"}


class VerwijzingUitkomstForm(Formulier):
    reactie = forms.ChoiceField(label="Wat zei de organisatie?", choices=Reactie.choices, widget=forms.RadioSelect)
    uitkomst = forms.CharField(
        label="Wat kwam ervan?", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000, required=False
    )
    uitkomst_op = DatumVeld(vanaf=WI2013, label="Datum van de uitkomst", required=False)
    knop = "Uitkomst vastleggen"


class AandachtspuntForm(Formulier):
    soort = forms.ChoiceField(label="Aandachtspunt")
    toelichting = forms.CharField(label="Toelichting", max_length=500, required=False)
    knop, knop_naam = "Aandachtspunt toevoegen", "aandachtspunt"

    def __init__(self, *args: Any, met_gezondheid: bool, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_aandachtspunt_%s", **kwargs)
        soorten = [soort for soort in Aandachtspuntsoort if met_gezondheid or soort not in BIJZONDER]
        self.fields["soort"].choices = [KIES, *((soort.value, soort.label) for soort in soorten)]  # type: ignore[attr-defined]  # a ChoiceField


class SubdoelForm(Formulier):
    soort = forms.ChoiceField(
        label="Subdoel",
        choices=[
            KIES,
            *(
                (deel.label, [(soort.value, soort.label) for soort in Subdoelsoort if thema(soort) is deel])
                for deel in Thema
            ),
        ],
    )
    toelichting = forms.CharField(label="Toelichting", max_length=500, required=False)
    knop, knop_naam = "Subdoel toevoegen", "subdoel"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_subdoel_%s", **kwargs)
