"""Giving a dossier to a consulent."""

from datetime import date
from typing import Any, cast

from django import forms

from cases.models import Gemeente, Medewerker
from cases.services.team import consulenten

from .formulier import Formulier


class ToewijsForm(Formulier):
    """Empty gives the dossier back to the teamleider. Only who is consulent here on `op` can be chosen."""

    knop = "Toewijzen"

    consulent = forms.ModelChoiceField(Medewerker.objects.none(), required=False, empty_label="de teamleider")

    def __init__(self, *args: Any, gemeente: Gemeente, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = consulenten(gemeente=gemeente, op=op)
        cast(forms.ModelChoiceField, self.fields["consulent"]).queryset = team


class MeerToewijzenForm(ToewijsForm):
    """The same for many dossiers; `sleutel` makes sending it twice one request."""

    knop, form_tag = "", False

    sleutel = forms.UUIDField(widget=forms.HiddenInput)
