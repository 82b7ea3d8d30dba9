"""What can be recorded about the leerbaarheidstoets: each its own small form on one page, and results apart."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2021, DatumVeld
from pip_plans.intake.enums import GeenToets, Toetsbron, Toetsrichting, Toetsuitslag


class PlanForm(Formulier):
    dag = DatumVeld(vanaf=WI2021, label="Dag van de toets")
    knop, knop_naam = "Dag vastleggen", "plannen"


class GemistForm(Formulier):
    knop, knop_naam = "Niet verschenen vastleggen", "gemist"


class GeenToetsForm(Formulier):
    reden = forms.ChoiceField(label="Waarom er geen toets is", choices=GeenToets.choices, widget=forms.RadioSelect)
    knop, knop_naam = "Geen toets vastleggen", "geen"


class ResultaatForm(Formulier):
    """The raw result. `verbetert` adds the reason of a correction."""

    afgenomen_op = DatumVeld(vanaf=WI2021, label="Afgenomen op")
    ontvangen_op = DatumVeld(vanaf=WI2021, label="Uitslag ontvangen op")
    uitslag = forms.ChoiceField(label="Is B1 haalbaar?", choices=Toetsuitslag.choices, widget=forms.RadioSelect)
    richting = forms.ChoiceField(
        label="Richting die DUO noemt",
        choices=Toetsrichting.choices,
        required=False,
        help_text="Alleen als DUO een leerroute noemt. De leerroute kiest u later in het PIP.",
    )
    woorden = forms.CharField(
        label="Uitslag in de woorden van DUO",
        max_length=250,
        required=False,
        help_text="Neem letterlijk over wat DUO meldt.",
    )
    code = forms.CharField(label="Code van DUO", max_length=40, required=False)
    kenmerk = forms.CharField(label="Examennummer of kenmerk", max_length=40, required=False)
    bron = forms.ChoiceField(label="Hoe ontvangen", choices=Toetsbron.choices)
    reden = forms.CharField(
        label="Waarom verbetert u de uitslag?",
        max_length=250,
        help_text="De oude uitslag blijft zichtbaar. Bijvoorbeeld: DUO heeft de uitslag herzien.",
    )
    knop = "Uitslag vastleggen"

    def __init__(self, *args: Any, verbetert: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not verbetert:
            del self.fields["reden"]

    def indeling(self) -> Layout:
        return Layout(
            Row("afgenomen_op", "ontvangen_op"), "uitslag", "richting", "woorden", Row("code", "kenmerk"), "bron"
        )


class ResultaatIntrekkenForm(Formulier):
    reden = forms.CharField(
        label="Waarom geldt deze uitslag niet?",
        max_length=250,
        help_text="Bijvoorbeeld: de uitslag is van iemand anders. Hij blijft zichtbaar, maar telt niet mee.",
    )
    knop, knop_naam = "Uitslag intrekken", "intrekken"
