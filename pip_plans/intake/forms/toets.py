"""What can be recorded about the leerbaarheidstoets: each its own small form on one page."""

from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import DatumVeld
from pip_plans.intake.enums import GeenToets, Ontheffingsgrond, Toetsuitslag


class PlanForm(Formulier):
    dag = DatumVeld(label="Dag van de toets")
    knop, knop_naam = "Dag vastleggen", "plannen"


class GemistForm(Formulier):
    knop, knop_naam = "Niet verschenen vastleggen", "gemist"


class UitslagForm(Formulier):
    afgenomen_op = DatumVeld(label="Afgenomen op")
    uitslag = forms.ChoiceField(label="Uitslag", choices=Toetsuitslag.choices, widget=forms.RadioSelect)
    uitslag_duo = forms.CharField(
        label="Uitslag in de woorden van DUO",
        max_length=250,
        required=False,
        help_text="Neem over wat DUO meldt. De leerroute kiest u later in het PIP.",
    )
    knop, knop_naam = "Uitslag vastleggen", "uitslag"


class OntheffingForm(Formulier):
    grond = forms.ChoiceField(label="Grond", choices=Ontheffingsgrond.choices, widget=forms.RadioSelect)
    datum = DatumVeld(label="Datum van de ontheffing")
    knop, knop_naam = "Ontheffing vastleggen", "ontheffing"


class GeenToetsForm(Formulier):
    reden = forms.ChoiceField(label="Waarom er geen toets is", choices=GeenToets.choices, widget=forms.RadioSelect)
    knop, knop_naam = "Geen toets vastleggen", "geen"
