"""The forms on which bijstand is recorded: its first day, its end, and that there is none."""

from datetime import date
from typing import Any

from django import forms

from cases.forms.feiten import CorrectieForm, FeitForm
from cases.forms.formulier import Formulier
from inburgering.recht.feiten import FeitSoort


class BeginForm(FeitForm):
    """The first day of the right to bijstand."""

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, soort=FeitSoort.BIJSTAND_INGEGAAN, op=op, **kwargs)
        self.fields["datum"].label = "Eerste dag van het recht op bijstand"
        self.fields[
            "datum"
        ].help_text = "Deze dag staat in de bijstandsbeschikking. De zes maanden tellen vanaf deze dag. dd-mm-jjjj"
        self.fields["toelichting"].help_text = "Bijvoorbeeld het nummer van de bijstandsbeschikking."


class EindeForm(FeitForm):
    """The first day without a right to bijstand."""

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, soort=FeitSoort.BIJSTAND_BEEINDIGD, op=op, **kwargs)
        self.fields["datum"].label = "Eerste dag zonder recht op bijstand"
        self.fields["toelichting"].help_text = "Bijvoorbeeld: werk, inkomen van een partner, verhuizing."


class BijstandCorrectieForm(CorrectieForm):
    """Another day for the begin or the end of the right, or that it never was."""

    vervalt = forms.BooleanField(label="Dit is er nooit geweest", required=False)


class GeenBijstandForm(Formulier):
    """There is no right to bijstand, and why."""

    knop = "Vastleggen"
    reden = forms.CharField(
        label="Waarom is er geen recht op bijstand?",
        max_length=250,
        help_text="Bijvoorbeeld: inkomen uit werk. Schrijf niets over gezondheid.",
    )
