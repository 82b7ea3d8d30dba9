"""One aanbieder, and one contract."""

from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from cases.forms.formulier import ModelFormulier
from cases.forms.geen_bsn import keur_geen_bsn_in_verslag
from cases.forms.tolken import BedragVeld
from cases.forms.velden import WI2013, WI2021, DatumVeld
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.models import Aanbieder, Contract

TELEFOON = RegexValidator(r"^\+?[\d ()\-]{8,20}$", "Dit is geen telefoonnummer. Schrijf bijvoorbeeld 020 123 45 67.")
MEESTE_JAREN = 10


def keur_niet_te_ver(dag: date | None, op: date) -> date | None:
    """Raises ValidationError for a last day that nobody can have agreed on."""
    if dag and dag.year - op.year > MEESTE_JAREN:
        raise ValidationError(f"Deze dag ligt meer dan {MEESTE_JAREN} jaar vooruit.")
    return dag


class AanbiederForm(ModelFormulier):
    aanbod = forms.MultipleChoiceField(
        label="Wat ze aanbieden", choices=Aanbodsoort.choices, widget=forms.CheckboxSelectMultiple
    )
    keurmerk_tot = DatumVeld(
        vanaf=WI2021,
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

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        self.op = op
        super().__init__(*args, **kwargs)
        for veld in ("naam", "contactpersoon", "straat", "postcode_plaats"):
            self.fields[veld].validators.append(keur_geen_bsn_in_verslag)
        self.fields["telefoon"].validators.append(TELEFOON)

    def clean_keurmerk_tot(self) -> date | None:
        """A keurmerk is given for some years."""
        return keur_niet_te_ver(self.cleaned_data["keurmerk_tot"], self.op)

    def indeling(self) -> Layout:
        return Layout(
            Row("naam", "soort"),
            "aanbod",
            "keurmerk_tot",
            Fieldset("Bereiken", "contactpersoon", Row("telefoon", "email"), Row("straat", "postcode_plaats")),
            "actief",
        )


class ContractForm(ModelFormulier):
    van, tot = DatumVeld(vanaf=WI2013, label="Van"), DatumVeld(vanaf=WI2013, label="Tot en met")
    prijs = BedragVeld(label="Prijs per plaats, in euro’s", help_text="Bijvoorbeeld 4.250 of 4.250,00.")
    bewaak = True

    class Meta:
        model = Contract
        fields = ["soort", "nummer", "van", "tot", "plaatsen", "prijs"]
        help_texts = {"plaatsen": "Hoeveel mensen er tegelijk mogen zijn."}

    def __init__(self, *args: Any, aanbieder: Aanbieder, op: date, **kwargs: Any) -> None:
        self.op = op
        super().__init__(*args, **kwargs)
        keuzes = [(soort.value, soort.label) for soort in Aanbodsoort if soort in aanbieder.aanbod]
        self.fields["soort"].choices = [("", "Maak een keuze"), *keuzes]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_tot(self) -> date | None:
        return keur_niet_te_ver(self.cleaned_data["tot"], self.op)

    def indeling(self) -> Layout:
        return Layout(Row("soort", "nummer"), Row("van", "tot"), Row("plaatsen", "prijs"))
