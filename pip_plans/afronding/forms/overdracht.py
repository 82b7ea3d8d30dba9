"""Offering a dossier to another gemeente, and answering an offer."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2013, WI2021, DatumVeld
from cases.models import Gemeente

from .examens import GEEN_GEZONDHEID


class OverdraagForm(Formulier):
    """One of this installation, or another by name."""

    naar = forms.ModelChoiceField(
        label="Nieuwe gemeente", queryset=Gemeente.objects.none(), required=False, empty_label="een andere gemeente"
    )
    naar_naam = forms.CharField(label="Welke andere gemeente", max_length=80, required=False)
    vertrek_op = DatumVeld(vanaf=WI2013, label="Verhuist op")
    boetes = forms.BooleanField(
        label="De nieuwe gemeente vroeg ook om de boetes",
        required=False,
        help_text="Alleen bij een andere gemeente. Een gemeente uit de lijst vraagt er zelf om.",
    )
    knop = "Overdragen"
    een_van = frozenset({"naar", "naar_naam"})

    def __init__(self, *args: Any, eigen: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naar"].queryset = Gemeente.objects.exclude(pk=eigen.pk)  # type: ignore[attr-defined]  # a plain field

    def indeling(self) -> Layout:
        return Layout(Row("naar", "naar_naam"), "vertrek_op", "boetes")


class AanvaardForm(Formulier):
    nummer = forms.CharField(
        label="BSN of V-nummer",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "invoer--kort"}),
        help_text="Van wie bij u is ingeschreven. Zo weten beide gemeenten dat het om dezelfde persoon gaat.",
    )
    brp_op = DatumVeld(vanaf=WI2021, label="Ingeschreven in de BRP op")
    boetes = forms.BooleanField(label="Wij vragen ook om de boetes", required=False)
    knop = "Overnemen"


class RedenForm(Formulier):
    reden = forms.CharField(label="Waarom", max_length=500, help_text=GEEN_GEZONDHEID)
    knop = "Bevestigen"
