"""Voldaan, handing over the certificate, closing, and opening again."""

from django import forms

from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn_in_verslag
from cases.forms.velden import WI2013, DatumVeld

from .examens import GEEN_GEZONDHEID


class VoldaanForm(Formulier):
    datum = DatumVeld(vanaf=WI2013, label="Voldaan op", help_text="De dag die DUO noemt. dd-mm-jjjj")
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=500,
        required=False,
        help_text=f"Nodig als hier nog niet alles klaar staat. {GEEN_GEZONDHEID}",
        validators=[keur_geen_bsn_in_verslag],
    )
    knop = "Vastleggen"


class UitreikForm(Formulier):
    datum = DatumVeld(vanaf=WI2013, label="Uitgereikt op")
    knop = "Uitgereikt"


class SluitForm(Formulier):
    brief = forms.BooleanField(label="Maak ook de brief aan de inburgeraar", required=False, initial=True)
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=500,
        required=False,
        help_text=GEEN_GEZONDHEID,
        validators=[keur_geen_bsn_in_verslag],
    )
    knop = "Dossier afsluiten"


class HeropenForm(Formulier):
    reden = forms.CharField(
        label="Waarom gaat dit dossier weer open",
        max_length=500,
        help_text=GEEN_GEZONDHEID,
        validators=[keur_geen_bsn_in_verslag],
    )
    knop = "Dossier heropenen"
