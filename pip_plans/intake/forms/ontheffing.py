"""Proposing an ontheffing of the test, and judging the proposal."""

from django import forms

from cases.enums import Kanaal
from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn
from cases.forms.velden import WI2021, DatumVeld
from pip_plans.intake.enums import Ontheffingsgrond, Ontheffingsvoorstel


class VoorstelForm(Formulier):
    gevraagd_op = DatumVeld(
        vanaf=WI2021, label="Gevraagd op", help_text="De dag waarop de inburgeraar om de ontheffing vroeg."
    )
    grond = forms.ChoiceField(label="Grond", choices=Ontheffingsgrond.choices, widget=forms.RadioSelect)
    voorstel = forms.ChoiceField(label="Uw voorstel", choices=Ontheffingsvoorstel.choices, widget=forms.RadioSelect)
    motivering = forms.CharField(
        label="Waarom",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Dit komt in de brief, in gewone woorden. Schrijf op wat iemand bij de toets niet kan. "
        "Geen diagnose, geen medicijnen, geen namen van artsen.",
        validators=[keur_geen_bsn],
    )
    knop = "Voorleggen aan de tweede lezer"
    bewaak = True


class OordeelForm(Formulier):
    """The buttons stand in the template: besluit or terug."""

    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    opmerkingen = forms.CharField(
        label="Opmerkingen",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text="Nodig als u het voorstel teruggeeft: schrijf op wat er anders moet.",
    )
    form_tag = False
    knop = ""


class BekendmakingForm(Formulier):
    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Kanaal.choices, widget=forms.RadioSelect)
    knop, knop_naam = "Bekendmaken vastleggen", "bekendmaken"
