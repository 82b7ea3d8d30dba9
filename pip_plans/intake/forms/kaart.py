"""The sociale kaart: the filter above it, and one entry."""

from django import forms

from cases.forms.formulier import Formulier, ModelFormulier
from cases.forms.velden import DatumVeld
from pip_plans.intake.keuzelijsten import Voorzieningsoort
from pip_plans.intake.models import Voorziening

IN_GEBRUIK, ALLES = "", "alles"


class KaartFilter(Formulier):
    """A filter never refuses: what it does not know counts as not filled in."""

    zoek = forms.CharField(label="Zoek", max_length=100, required=False)
    soort = forms.ChoiceField(label="Soort", choices=[("", "alle soorten"), *Voorzieningsoort.choices], required=False)
    toon = forms.ChoiceField(
        label="Toon", choices=[(IN_GEBRUIK, "alleen in gebruik"), (ALLES, "ook niet meer in gebruik")], required=False
    )
    knop, knop_naam, form_method, form_class, toon_facultatief = "Toon", "", "get", "filter", False

    def waarde(self, naam: str) -> str:
        self.is_valid()
        return self.cleaned_data.get(naam, "")


class VoorzieningForm(ModelFormulier):
    gecontroleerd_op = DatumVeld(
        label="Gecontroleerd op", required=False, help_text="Wanneer hebt u nagekeken of dit nog klopt? dd-mm-jjjj"
    )
    website = forms.URLField(label="Website", required=False, assume_scheme="https")
    bewaak = True

    class Meta:
        model = Voorziening
        fields = [
            "naam",
            "soort",
            "wat",
            "voor_wie",
            "adres",
            "telefoon",
            "email",
            "website",
            "gecontroleerd_op",
            "actief",
        ]
        widgets = {"wat": forms.Textarea(attrs={"rows": 3})}
        labels = {"actief": "In gebruik: consulenten kunnen ernaar doorverwijzen"}
