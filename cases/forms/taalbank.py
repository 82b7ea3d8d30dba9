"""Forms of the phrase bank."""

from typing import Any

from django import forms

from cases.taalbank import Taal

from .drukbaar import keur_drukbaar
from .formulier import Formulier
from .velden import DatumVeld


class NagekekenForm(Formulier):
    """Who checked every sentence that is still open."""

    knop = "Alles als nagekeken vastleggen"
    nagekeken_door = forms.CharField(
        label="Nagekeken door",
        max_length=120,
        help_text="De naam van iemand die deze taal en het Nederlands goed kent.",
    )
    nagekeken_op = DatumVeld(label="Nagekeken op")


class VertalingForm(Formulier):
    """One translation; name and date together, or neither."""

    tekst = forms.CharField(
        label="Vertaling", max_length=500, widget=forms.Textarea(attrs={"rows": 3}), validators=[keur_drukbaar]
    )
    nagekeken_door = forms.CharField(
        label="Nagekeken door",
        max_length=120,
        required=False,
        help_text="Leeg laten als niemand de zin heeft nagekeken.",
    )
    nagekeken_op = DatumVeld(label="Nagekeken op", required=False)

    def __init__(self, *args: Any, taal: Taal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].widget.attrs |= {"lang": taal.code, "dir": taal.richting}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and bool(data.get("nagekeken_door")) != bool(data.get("nagekeken_op")):
            leeg = "nagekeken_op" if data.get("nagekeken_door") else "nagekeken_door"
            self.add_error(leeg, "Vul in wie de vertaling heeft nagekeken, en op welke dag.")
        return data
