"""Forms for groups of every subject: a day on which a group meets, and who was there."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from crispy_forms.layout import Layout, Row
from django import forms

from cases.enums_groep import Aanwezigheidsstand
from cases.models import Dossier

from .formulier import Formulier
from .velden import DatumVeld


class Deelnemer(Protocol):
    """A row that puts a dossier in a group."""

    pk: int
    dossier: Dossier


class TijdVeld(forms.TimeField):
    """A time typed as 9:30."""

    def __init__(self, **kwargs: Any) -> None:
        invoer = forms.TextInput(attrs={"class": "invoer--kort", "autocomplete": "off"})
        fout = {"invalid": "Schrijf de tijd als uur:minuten, bijvoorbeeld 9:30."}
        super().__init__(widget=invoer, help_text="Bijvoorbeeld 9:30.", error_messages=fout, **kwargs)


class BijeenkomstForm(Formulier):
    knop = "Bijeenkomst toevoegen"
    datum = DatumVeld(label="Dag")
    begin = TijdVeld(label="Begin")

    def indeling(self) -> Layout:
        return Layout(Row("datum", "begin"))


class PresentieForm(Formulier):
    """One question per participant; the field is named after its pk."""

    knop = "Presentie vastleggen"
    toon_facultatief = False

    def __init__(self, *args: Any, deelnames: Iterable[Deelnemer], nu: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for deelname in deelnames:
            self.fields[f"wie_{deelname.pk}"] = forms.ChoiceField(
                label=deelname.dossier.inburgeraar.naam,
                choices=[*Aanwezigheidsstand.choices, ("", "nog niet bekend")],
                initial=nu.get(deelname.pk, ""),
                required=False,
                widget=forms.RadioSelect,
            )

    @property
    def standen(self) -> dict[int, str]:
        return {int(naam.removeprefix("wie_")): keuze for naam, keuze in self.cleaned_data.items()}
