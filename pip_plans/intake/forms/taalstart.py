"""The Taalstart and what its adviesrapport says per leerroute."""

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2021, DatumVeld
from pip_plans.intake.enums import Routeoordeel


def _oordeel(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=Routeoordeel.choices, required=False)


class TaalstartForm(Formulier):
    aanbieder = forms.CharField(
        label="Aanbieder", max_length=150, required=False, help_text="Bijvoorbeeld: Danner & Danner."
    )
    start = DatumVeld(vanaf=WI2021, label="Begin van de Taalstart")
    eind = DatumVeld(vanaf=WI2021, label="Einde van de Taalstart", required=False)
    voortgang = forms.CharField(
        label="Voortgang",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
        help_text="Hoe vaak komt iemand, en wat gaat goed of moeilijk?",
    )
    rapport_op = DatumVeld(vanaf=WI2021, label="Datum van het adviesrapport", required=False)
    advies_onderwijs = _oordeel("Onderwijsroute")
    advies_b1 = _oordeel("B1-route")
    advies_z = _oordeel("Z-route")
    advies = forms.CharField(
        label="Advies in een zin",
        max_length=500,
        required=False,
        help_text="Komt zo in de PIP-brief. Bijvoorbeeld: de B1-route past bij u, twee dagdelen per week.",
    )
    toelichting = forms.CharField(
        label="Toelichting uit het rapport",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
        help_text="Wat bleek in de lessen over leren, werkhouding en studievaardigheid?",
    )
    bewaak = True

    def indeling(self) -> Layout:
        return Layout(
            "aanbieder",
            Row("start", "eind"),
            "voortgang",
            Fieldset(
                "Adviesrapport",
                "rapport_op",
                Row("advies_onderwijs", "advies_b1", "advies_z"),
                "advies",
                "toelichting",
            ),
        )
