"""Small forms around the decision: read, withdraw, make known, sign."""

from typing import Any

from django import forms

from cases.enums import Kanaal
from cases.forms.formulier import Formulier
from cases.forms.velden import DatumVeld
from pip_plans.plan.enums import Handtekening, Oordeel


class BeoordelingForm(Formulier):
    form_tag = False
    knop = ""

    opmerkingen = forms.CharField(
        label="Opmerkingen",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
        help_text="Nodig als u het PIP teruggeeft: schrijf op wat er anders moet.",
    )
    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    oordeel = forms.ChoiceField(choices=Oordeel.choices, required=False, widget=forms.HiddenInput)


class IntrekkenForm(Formulier):
    form_tag = False
    knop = ""

    reden = forms.CharField(label="Reden", max_length=500)


class BekendmakenForm(Formulier):
    form_tag = False
    knop = ""

    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Kanaal.choices, widget=forms.RadioSelect)


class HandtekeningForm(Formulier):
    form_tag = False
    knop = ""

    stand = forms.ChoiceField(label="De inburgeraar", choices=Handtekening.choices, widget=forms.RadioSelect)
    datum = DatumVeld(label="Op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_handtekening_%s", **kwargs)
