"""Hours of one part from before this system."""

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2013, DatumVeld
from pip_plans.voortgang.enums import MEESTE_VOORAF, UREN

from .uren import GEEN_GEZONDHEID, UrenVeld


class BeginstandForm(Formulier):
    bewaak = True
    onderdeel = forms.ChoiceField(label="Onderdeel", choices=[(veld, naam) for veld, naam in UREN.items()])
    uren = UrenVeld(
        label="Uren", required=True, max_value=MEESTE_VOORAF, max_digits=6, help_text="0 haalt weg wat er stond."
    )
    tot_en_met = DatumVeld(vanaf=WI2013, label="Gevolgd tot en met", help_text="De laatste dag. dd-mm-jjjj")
    bron = forms.CharField(
        label="Waar dit vandaan komt",
        max_length=200,
        help_text="Bijvoorbeeld: de opgave van de school van 3 maart, of het vorige systeem.",
    )
    reden = forms.CharField(
        label="Waarom u dit corrigeert",
        max_length=250,
        required=False,
        help_text=f"Alleen als er al iets anders stond. {GEEN_GEZONDHEID}",
    )
    knop = "Vastleggen"

    def indeling(self) -> Layout:
        return Layout("onderdeel", Row("uren", "tot_en_met"), "bron", "reden")
