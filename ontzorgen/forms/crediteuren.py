"""A creditor, its account, and the judgement of a second person."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier, ModelFormulier
from ontzorgen.models import Crediteur
from ontzorgen.rekening import buitenland, zonder_leestekens

from .velden import IBANVeld

NAGEGAAN = "Ik belde de crediteur en deze rekening klopt"


class CrediteurForm(ModelFormulier):
    class Meta:
        model = Crediteur
        fields = ["naam", "straat", "postcode_plaats", "telefoon", "actief"]

    def indeling(self) -> Layout:
        return Layout("naam", Row("straat", "postcode_plaats"), "telefoon", "actief")

    def gegevens(self) -> dict[str, Any]:
        return {veld: self.cleaned_data[veld] for veld in self.Meta.fields}


class RekeningForm(Formulier):
    knop = "Ter goedkeuring voorleggen"
    iban = IBANVeld()
    tenaamstelling = forms.CharField(
        label="Op naam van", max_length=70, help_text="Zoals de bank de naam kent. De bank vergelijkt naam en nummer."
    )
    bron = forms.CharField(
        label="Waar komt dit nummer vandaan?",
        max_length=250,
        help_text="Bijvoorbeeld: factuur 2026-118 van 3 november. Vertrouw nooit op een e-mail alleen: bel na op een "
        "nummer dat u al had.",
    )


class CrediteurrekeningForm(RekeningForm):
    """An account abroad asks for one thing more, once it was typed."""

    nagegaan = forms.BooleanField(label=NAGEGAAN, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not buitenland(zonder_leestekens(self.data.get("iban", ""))):
            del self.fields["nagegaan"]


class BetaalrekeningForm(RekeningForm):
    bron = forms.CharField(
        label="Waar komt dit nummer vandaan?",
        max_length=250,
        help_text="Bijvoorbeeld: brief van de bank van 3 november, of het besluit over deze rekening.",
    )


class GoedkeurForm(Formulier):
    """The second person checks an account abroad too."""

    nagegaan = forms.BooleanField(label=NAGEGAAN, required=False)


class AfwijsForm(Formulier):
    knop = "Afwijzen"
    reden = forms.CharField(label="Waarom wijst u deze rekening af?", max_length=250)
