"""Who may see an extra-protected dossier."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cases.models import Medewerker

from .formulier import Formulier


class BeschermingForm(Formulier):
    """The whole list of who is named; the person who fills it in is added by herself."""

    knop, knop_naam = "Beschermen", "bescherm"
    mensen = forms.ModelMultipleChoiceField(
        label="Wie mag het dossier zien",
        queryset=Medewerker.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="U staat er zelf altijd bij. Ieder ander merkt niet dat het dossier bestaat.",
    )
    reden = forms.CharField(max_length=250)

    def __init__(self, *args: Any, mensen: Iterable[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze: Any = self.fields["mensen"]
        keuze.queryset = mensen


class OpheffenForm(Formulier):
    knop, knop_naam = "Bescherming opheffen", "hef_op"
    reden = forms.CharField(max_length=250)
