"""Who comes to an afspraak, and afterwards who came."""

from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms

from cases.enums import Hoedanigheid
from cases.naasten import genoemd
from cases.services.deelnemers import Partijgegevens

from .formulier import Formulier

EXTRA_RIJEN = 3
AANWEZIG = [("", "nog niet bekend"), ("ja", "ja"), ("nee", "nee")]


class DeelnemerForm(Formulier):
    hoedanigheid = forms.ChoiceField(label="Wie", choices=[("", "niemand"), *Hoedanigheid.choices], required=False)
    naam = forms.CharField(label="Naam", max_length=120, required=False)
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    toon_facultatief = False
    form_tag = False
    knop = ""

    def indeling(self) -> Layout:
        return Layout(Row("hoedanigheid", "naam", "organisatie"))

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if (schoon.get("naam") or schoon.get("organisatie")) and not schoon.get("hoedanigheid"):
            self.add_error("hoedanigheid", "Kies in welke hoedanigheid deze persoon komt.")
        return schoon


class BasisDeelnemers(forms.BaseFormSet):
    def partijen(self) -> list[Partijgegevens]:
        """Everybody who was filled in."""
        rijen = [form.cleaned_data for form in self.forms]
        return [
            Partijgegevens(Hoedanigheid(rij["hoedanigheid"]), rij["naam"], rij["organisatie"])
            for rij in rijen
            if rij.get("hoedanigheid")
        ]


DeelnemersFormSet = cast(
    "type[BasisDeelnemers]", forms.formset_factory(DeelnemerForm, formset=BasisDeelnemers, extra=EXTRA_RIJEN)
)


class AanwezigheidForm(Formulier):
    """One question per participant; the field is named after its pk."""

    knop = "Aanwezigheid vastleggen"

    def __init__(self, *args: Any, deelnemers: Any, beschermd: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for deelnemer in deelnemers:
            nu = {True: "ja", False: "nee", None: ""}[deelnemer.aanwezig]
            self.fields[f"wie_{deelnemer.pk}"] = forms.ChoiceField(
                label=f"Was erbij: {genoemd(deelnemer, beschermd)}",
                choices=AANWEZIG,
                initial=nu,
                required=False,
                widget=forms.RadioSelect,
            )

    @property
    def aanwezig(self) -> dict[int, bool | None]:
        waarden: dict[str, bool] = {"ja": True, "nee": False}
        return {int(naam.removeprefix("wie_")): waarden.get(keuze) for naam, keuze in self.cleaned_data.items()}
