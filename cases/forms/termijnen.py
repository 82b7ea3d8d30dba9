"""The calculator by hand: one term, one date."""

from django import forms

from inburgering.recht.regels import REGELS

KEUZES = [(code, f"{regel.naam} ({code})") for code, regel in REGELS.items()]


class RekenhulpForm(forms.Form):
    code = forms.ChoiceField(label="Termijn", choices=KEUZES)
    start = forms.DateField(label="Startdatum")
