"""An oproep to send, and what came of one."""

from datetime import datetime
from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.timezone import make_aware

from cases.enums import Plaatssoort
from cases.forms.formulier import Formulier
from cases.forms.velden import DatumVeld
from pip_plans.intake.enums import Verschijning
from pip_plans.intake.services.oproepbrief import Oproepgegevens

DUUR = [(30, "een half uur"), (60, "een uur"), (90, "anderhalf uur"), (120, "twee uur")]
GELDIG = [("ja", "ja, deze oproep telt niet mee"), ("nee", "nee"), ("", "nog niet beoordeeld")]
UITKOMSTEN = [keuze for keuze in Verschijning.choices if keuze[0]]


class OproepForm(Formulier):
    dag = DatumVeld(label="Dag")
    tijd = forms.TimeField(
        label="Tijd",
        input_formats=["%H:%M", "%H.%M"],
        help_text="uu:mm",
        error_messages={"invalid": "Schrijf de tijd als uren:minuten, bijvoorbeeld 10:30."},
        widget=forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off", "class": "invoer--datum"}),
    )
    duur = forms.TypedChoiceField(label="Hoelang ongeveer", choices=DUUR, coerce=int, initial=90)
    plaatssoort = forms.ChoiceField(label="Waar", choices=Plaatssoort.choices)
    locatie = forms.CharField(
        label="Naam van de plaats", max_length=120, help_text="Bijvoorbeeld: Gemeentehuis Diemen."
    )
    adres = forms.CharField(label="Adres", max_length=200)
    afbellen_voor = DatumVeld(label="Uiterlijk afbellen op", help_text="Staat in de brief.")
    tolk_taal = forms.CharField(label="Taal van de tolk", max_length=60, required=False, help_text="Leeg: geen tolk.")
    knop = "Oproep maken"

    def indeling(self) -> Layout:
        return Layout(
            Row("dag", "tijd", "duur"), "plaatssoort", Row("locatie", "adres"), Row("afbellen_voor", "tolk_taal")
        )

    @property
    def gegevens(self) -> Oproepgegevens:
        """What was filled in, for the service; only after a valid form."""
        schoon = self.cleaned_data
        return Oproepgegevens(
            begin=make_aware(datetime.combine(schoon["dag"], schoon["tijd"])),
            duur_minuten=schoon["duur"],
            plaatssoort=Plaatssoort(schoon["plaatssoort"]),
            locatie=schoon["locatie"],
            adres=schoon["adres"],
            afbellen_voor=schoon["afbellen_voor"],
            tolk_taal=schoon["tolk_taal"],
        )


class UitkomstForm(Formulier):
    verschijning = forms.ChoiceField(label="Wat is er gebeurd?", choices=UITKOMSTEN, widget=forms.RadioSelect)
    geldig = forms.ChoiceField(
        label="Was er een geldige reden om niet te komen?", choices=GELDIG, widget=forms.RadioSelect, required=False
    )
    reden = forms.CharField(
        label="Reden",
        max_length=500,
        required=False,
        help_text="Kort en zonder gegevens over gezondheid: ‘ziek gemeld’ is genoeg.",
    )
    knop = "Uitkomst vastleggen"

    def __init__(self, *args: Any, komt_nog: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if komt_nog:
            later = (Verschijning.VERSCHENEN, Verschijning.NIET_VERSCHENEN)
            keuzes = [keuze for keuze in UITKOMSTEN if keuze[0] not in later]
            cast(forms.ChoiceField, self.fields["verschijning"]).choices = keuzes

    @property
    def geldige_reden(self) -> bool | None:
        waarde: dict[str, bool] = {"ja": True, "nee": False}
        return waarde.get(self.cleaned_data["geldig"])
