"""Hours of a week, levels of a day, and contact about presence."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2021, DatumVeld
from pip_plans.voortgang.enums import MEESTE_PER_WEEK, TELVELDEN, UREN, VELDEN_VAN, Taalniveau, Vaardigheid
from pip_plans.voortgang.services.contact import Contactwijze
from pip_plans.voortgang.weken import uren_tekst

GEEN_GEZONDHEID = "Schrijf niets over gezondheid."
LESVELDEN = ("uren_nt2", "uren_knm")
VEEL_MEER = 2  # times what was agreed


class UrenVeld(forms.DecimalField):
    """Hours in quarters, with a comma or a point; empty is none."""

    def __init__(self, **kwargs: Any) -> None:
        standaard: dict[str, Any] = {"min_value": 0, "max_value": MEESTE_PER_WEEK, "max_digits": 5, "required": False}
        widget = forms.TextInput(attrs={"class": "invoer--getal", "inputmode": "decimal", "autocomplete": "off"})
        super().__init__(decimal_places=2, widget=widget, **standaard | kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class UrenForm(Formulier):
    """The hours that belong to this kind of place; `waarden` has all of them, the others zero."""

    bewaak = True

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.uren = [veld for veld in UREN if veld in VELDEN_VAN.get(soort, ())]
        self.verzuim = [veld for veld in TELVELDEN if veld not in UREN]
        for veld in (*self.uren, *self.verzuim):
            naam = TELVELDEN[veld]
            self.fields[veld] = UrenVeld(label=f"Uren {naam}" if veld in UREN else naam.capitalize())

    def indeling(self) -> Layout:
        eigen = [naam for naam in self.fields if naam not in TELVELDEN]
        return Layout(*eigen[:1], Row(*self.uren), Row(*self.verzuim), *eigen[1:])

    def waarden(self) -> dict[str, Decimal]:
        return {veld: self.cleaned_data.get(veld) or Decimal(0) for veld in TELVELDEN}


class WeekForm(UrenForm):
    """A week that was not recorded yet."""

    dag = DatumVeld(
        vanaf=WI2021, label="Een dag in de week", help_text="De uren gelden van maandag tot en met zondag. dd-mm-jjjj"
    )
    klopt = forms.BooleanField(label="Het zijn er veel meer dan afgesproken, en dat klopt", required=False)

    def __init__(self, *args: Any, afgesproken: int | None, **kwargs: Any) -> None:
        self.afgesproken = afgesproken
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Nothing typed is a mistake, a 0 is not; far more than agreed is asked after."""
        schoon: dict[str, Any] = super().clean() or {}
        if not self.errors and all(schoon.get(veld) is None for veld in (*self.uren, *self.verzuim)):
            self.add_error(self.uren[0] if self.uren else None, "Vul de uren in. Was er niets, schrijf dan 0.")
        les = [veld for veld in self.uren if veld in LESVELDEN] or self.uren  # what was agreed is about the lessons
        gevolgd = sum(schoon.get(veld) or 0 for veld in les)
        if self.afgesproken and gevolgd > VEEL_MEER * self.afgesproken and not schoon.get("klopt"):
            zin = f"Afgesproken is {self.afgesproken} uur per week, en dit zijn er {uren_tekst(gevolgd)}."
            self.add_error("klopt", f"{zin} Kijk ze na, of vink dit aan.")
        return schoon


class CorrectieForm(UrenForm):
    """Other hours for a week, or none at all."""

    reden = forms.CharField(
        label="Waarom u dit corrigeert",
        max_length=250,
        help_text=f"Dit blijft in de geschiedenis staan. {GEEN_GEZONDHEID}",
    )
    intrekken = forms.BooleanField(label="Deze week is per ongeluk vastgelegd en telt niet mee", required=False)
    knop = "Corrigeren"

    def indeling(self) -> Layout:
        return Layout(Row(*self.uren), Row(*self.verzuim), "intrekken", "reden")


class NiveauForm(Formulier):
    """The level per skill on one day; a skill that was not measured stays empty."""

    gemeten_op = DatumVeld(vanaf=WI2021, label="Gemeten op")
    reden = forms.CharField(
        label="Waarom u een niveau corrigeert",
        max_length=250,
        required=False,
        help_text=f"Alleen als op deze dag al een ander niveau staat. {GEEN_GEZONDHEID}",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for wat in Vaardigheid:
            keuzes = [("", "niet gemeten"), *Taalniveau.choices]
            self.fields[wat.value] = forms.ChoiceField(label=wat.label.capitalize(), choices=keuzes, required=False)

    def indeling(self) -> Layout:
        een, twee, drie, vier = Vaardigheid.values
        return Layout("gemeten_op", Fieldset("Niveau", Row(een, twee), Row(drie, vier)), "reden")

    def niveaus(self) -> dict[Vaardigheid, Taalniveau]:
        gekozen = {wat: self.cleaned_data.get(wat.value) for wat in Vaardigheid}
        return {wat: Taalniveau(niveau) for wat, niveau in gekozen.items() if niveau}


class ContactForm(Formulier):
    datum = DatumVeld(vanaf=WI2021, label="Op welke dag")
    hoe = forms.ChoiceField(label="Hoe", choices=Contactwijze.choices, widget=forms.RadioSelect)
    afspraak = forms.CharField(
        label="Wat is er afgesproken",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Bijvoorbeeld een ander lesuur, of hulp bij de oppas. {GEEN_GEZONDHEID}",
    )
    knop = "Contact vastleggen"
