"""Groups, meetings and participants of the PVT, and the signing."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet

from cases.forms.formulier import Formulier, ModelFormulier
from cases.forms.groep import BijeenkomstForm, TijdVeld
from cases.forms.velden import WI2021, DatumVeld
from cases.models import Gemeente
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.modules.enums import MEESTE_UREN, MINSTE_UREN, Verklaringstand, Vervolg
from pip_plans.modules.models import Pvtgroep
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.models import Aanbieder

GEEN_GEZONDHEID = "Schrijf niets over gezondheid of geloof."


class UrenVeld(forms.DecimalField):
    """Hours of one day, with halves; a comma or a point."""

    def __init__(self, **kwargs: Any) -> None:
        invoer = forms.TextInput(attrs={"class": "invoer--kort", "autocomplete": "off", "inputmode": "decimal"})
        kwargs.setdefault("label", "Uren")
        kwargs.setdefault("help_text", "Bijvoorbeeld 2,5.")
        super().__init__(
            widget=invoer, min_value=MINSTE_UREN, max_value=MEESTE_UREN, max_digits=3, decimal_places=1, **kwargs
        )

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class GroepForm(ModelFormulier):
    start = DatumVeld(vanaf=WI2021, label="Eerste bijeenkomst")

    class Meta:
        model = Pvtgroep
        fields = ["aanbieder", "taal", "plaats", "plaatsen", "start"]
        help_texts = {"taal": "In welke taal de lessen zijn, bijvoorbeeld: Arabisch."}

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = Aanbieder.objects.van(gemeente).actief().filter(aanbod__contains=[Aanbodsoort.PVT.value])
        self.fields["aanbieder"].queryset = rijen  # type: ignore[attr-defined]  # typed as a plain field

    def indeling(self) -> Layout:
        return Layout(Row("aanbieder", "taal"), "plaats", Row("plaatsen", "start"))


class PvtbijeenkomstForm(BijeenkomstForm):
    uren = UrenVeld()
    excursie = forms.BooleanField(label="Dit is de excursie", required=False)

    def indeling(self) -> Layout:
        return Layout(Row("datum", "begin"), "uren", "excursie")


class AanmeldForm(Formulier):
    knop = "Aanmelden"
    groep = forms.ModelChoiceField(queryset=Pvtgroep.objects.none(), label="Groep")

    def __init__(self, *args: Any, groepen: "QuerySet[Pvtgroep]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["groep"]
        veld.queryset = groepen  # type: ignore[attr-defined]  # typed as a plain field
        veld.label_from_instance = lambda rij: (  # type: ignore[attr-defined]  # idem
            f"{rij} bij {rij.aanbieder}, vanaf {datum_zonder_weekdag(rij.start)}, "
            f"{'vol' if rij.bezet >= rij.plaatsen else 'plaats vrij'}"
        )


class OndertekeningForm(Formulier):
    """When and where the declaration is signed, and who receives it."""

    knop = "Plannen en brief maken"
    datum = DatumVeld(vanaf=WI2021, label="Dag")
    begin = TijdVeld(label="Tijd")
    plaats = forms.CharField(label="Waar", max_length=120, help_text="Bijvoorbeeld: de raadzaal van het gemeentehuis.")
    namens = forms.CharField(
        label="Wie namens de gemeente", max_length=120, help_text="Bijvoorbeeld de burgemeester of een wethouder."
    )

    def indeling(self) -> Layout:
        return Layout(Row("datum", "begin"), Row("plaats", "namens"))


class UitkomstForm(Formulier):
    """How the signing went."""

    stand = forms.ChoiceField(
        label="Hoe ging het?",
        choices=[keuze for keuze in Verklaringstand.choices if keuze[0] != Verklaringstand.GEPLAND],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label="Waarom niet",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Alleen bij een weigering: in de woorden van de inburgeraar. {GEEN_GEZONDHEID}",
    )


class VervolgForm(Formulier):
    """What somebody chooses after a refusal."""

    vervolg = forms.ChoiceField(
        label="Wat doet u?", choices=[keuze for keuze in Vervolg.choices if keuze[0]], widget=forms.RadioSelect
    )
