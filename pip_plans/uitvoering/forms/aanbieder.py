"""One aanbieder, and one contract."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.forms.formulier import ModelFormulier
from cases.forms.tolken import BedragVeld
from cases.forms.velden import DatumVeld
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.models import Aanbieder, Contract


class AanbiederForm(ModelFormulier):
    aanbod = forms.MultipleChoiceField(
        label="Wat ze aanbieden", choices=Aanbodsoort.choices, widget=forms.CheckboxSelectMultiple
    )
    keurmerk_tot = DatumVeld(
        label="Keurmerk Blik op Werk geldig tot en met",
        required=False,
        help_text="Alleen voor een cursusinstelling. dd-mm-jjjj",
    )
    bewaak = True

    class Meta:
        model = Aanbieder
        fields = [
            "naam",
            "soort",
            "aanbod",
            "keurmerk_tot",
            "contactpersoon",
            "telefoon",
            "email",
            "straat",
            "postcode_plaats",
            "actief",
        ]
        labels = {"actief": "In gebruik: u plaatst hier nieuwe mensen"}

    def indeling(self) -> Layout:
        return Layout(
            Row("naam", "soort"),
            "aanbod",
            "keurmerk_tot",
            Fieldset("Bereiken", "contactpersoon", Row("telefoon", "email"), Row("straat", "postcode_plaats")),
            "actief",
        )


class ContractForm(ModelFormulier):
    van, tot = DatumVeld(label="Van"), DatumVeld(label="Tot en met")
    prijs = BedragVeld(label="Prijs per plaats, in euro’s", help_text="Bijvoorbeeld 4.250 of 4.250,00.")
    bewaak = True

    class Meta:
        model = Contract
        fields = ["soort", "nummer", "van", "tot", "plaatsen", "prijs"]
        help_texts = {"plaatsen": "Hoeveel mensen er tegelijk mogen zijn."}

    def __init__(self, *args: Any, aanbieder: Aanbieder, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(soort.value, soort.label) for soort in Aanbodsoort if soort in aanbieder.aanbod]
        self.fields["soort"].choices = [("", "Maak een keuze"), *keuzes]  # type: ignore[attr-defined]  # a ChoiceField

    def indeling(self) -> Layout:
        return Layout(Row("soort", "nummer"), Row("van", "tot"), Row("plaatsen", "prijs"))
