"""The form with which a wrong day of bekendmaking is put right."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.enums import Kanaal

from .formulier import Formulier
from .velden import DatumVeld


class BekendmakingCorrectieForm(Formulier):
    """The day and the way that are true, with the reason."""

    knop, knop_naam = "Bekijk wat verschuift", "bekijk"
    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Kanaal.choices)
    toelichting = forms.CharField(
        label="Reden",
        max_length=1000,
        help_text="Waaruit blijkt de goede dag? Bijvoorbeeld uit het bewijs van verzending.",
        error_messages={"required": "Schrijf op waarom de vastgelegde dag niet klopt."},
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum > self.op:
            raise ValidationError("Deze datum ligt in de toekomst. Leg de dag vast waarop de brief weg was.")
        return datum
