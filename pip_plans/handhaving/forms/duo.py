"""A fine that DUO imposed, copied from its letter."""

from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2021, DatumVeld
from inburgering.recht.boete import PLAFOND_DUO
from pip_plans.handhaving.enums import Duoartikel

TERMIJNEN = [("", "geen nieuwe termijn"), *((str(maanden), f"{maanden} maanden") for maanden in PLAFOND_DUO)]


class DuoboeteForm(Formulier):
    artikel = forms.ChoiceField(label="Welke boete", choices=Duoartikel.choices, widget=forms.RadioSelect)
    datum = DatumVeld(label="Datum van het besluit van DUO", vanaf=WI2021)
    bedrag = forms.DecimalField(
        label="Bedrag in euro", min_value=1, max_value=1000, max_digits=6, decimal_places=2, localize=True
    )
    maanden = forms.TypedChoiceField(
        label="Nieuwe termijn", choices=TERMIJNEN, coerce=int, empty_value=None, required=False
    )
    vanaf = DatumVeld(label="Eerste dag van de nieuwe termijn", vanaf=WI2021, required=False)
    knop = "Boete van DUO vastleggen"
