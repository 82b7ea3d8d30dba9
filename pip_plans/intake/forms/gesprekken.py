"""A talk and who was there."""

from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms

from cases.enums import Hoedanigheid, Plaatssoort
from cases.forms.formulier import Formulier
from cases.forms.velden import WI2013, DatumVeld
from cases.models import Afspraak, Dossier
from pip_plans.intake.models import Intakegesprek

EXTRA_RIJEN = 3


class GesprekForm(Formulier):
    datum = DatumVeld(vanaf=WI2013, label="Datum")
    plaatssoort = forms.ChoiceField(label="Waar", choices=Plaatssoort.choices)
    plaats = forms.CharField(label="Adres of kamer", max_length=150, required=False)
    onderwerpen = forms.CharField(
        label="Waarover",
        max_length=250,
        required=False,
        help_text="Dit komt zo in het PIP te staan, bijvoorbeeld: uw opleiding en werk.",
    )
    tolk_taal = forms.CharField(label="Taal van de tolk", max_length=60, required=False, help_text="Leeg: geen tolk.")
    individueel = forms.BooleanField(label="Individueel: zonder partner, familie of bekenden", required=False)
    verslag = forms.CharField(
        label="Verslag",
        widget=forms.Textarea,
        max_length=8000,
        required=False,
        help_text="Schrijf hier geen gegevens over gezondheid. Die horen bij het leefgebied Gezondheid.",
    )
    afspraak = forms.ModelChoiceField(
        label="Uit welke afspraak", queryset=Afspraak.objects.none(), required=False, empty_label="geen afspraak"
    )
    form_tag = False
    knop = ""

    def __init__(self, *args: Any, dossier: Dossier, bestaand: Intakegesprek | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        afspraken = dossier.afspraken.filter(intakegesprek=None)
        if bestaand and bestaand.afspraak_id:
            afspraken |= dossier.afspraken.filter(pk=bestaand.afspraak_id)
        self.fields["afspraak"].queryset = afspraken  # type: ignore[attr-defined]  # a ModelChoiceField

    def indeling(self) -> Layout:
        return Layout(Row("datum", "plaatssoort", "plaats"), Row("tolk_taal", "afspraak"), "onderwerpen", "individueel")


ANDEREN = [(wie.value, wie.label) for wie in Hoedanigheid if wie is not Hoedanigheid.INBURGERAAR]


class AanwezigeForm(Formulier):
    naam = forms.CharField(label="Naam", max_length=120, required=False)
    hoedanigheid = forms.ChoiceField(label="Hoedanigheid", choices=[("", "niemand"), *ANDEREN], required=False)
    toon_facultatief = False
    form_tag = False
    knop = ""

    def indeling(self) -> Layout:
        return Layout(Row("naam", "hoedanigheid"))

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("naam") and not schoon.get("hoedanigheid"):
            self.add_error("hoedanigheid", "Kies in welke hoedanigheid deze persoon erbij was.")
        return schoon


class BasisAanwezigen(forms.BaseFormSet):
    def aanwezigen(self) -> list[tuple[str, Hoedanigheid]]:
        """Name and capacity of everybody who was filled in."""
        rijen = [form.cleaned_data for form in self.forms]
        return [(rij["naam"], Hoedanigheid(rij["hoedanigheid"])) for rij in rijen if rij.get("hoedanigheid")]


AanwezigenFormSet = cast(
    "type[BasisAanwezigen]", forms.formset_factory(AanwezigeForm, formset=BasisAanwezigen, extra=EXTRA_RIJEN)
)
