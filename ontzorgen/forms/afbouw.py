"""Who takes over a payment, that it was taken over, and contacts afterwards."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn_in_verslag
from cases.forms.velden import DatumVeld
from ontzorgen.enums_einde import Contactuitkomst, Contactwijze, Overnamewijze, Overnemer

from .velden import MaandVeld

GEEN_GEZONDHEID = "Schrijf niets over gezondheid."


class OvernameForm(Formulier):
    """Who pays after the end, how, and from which month."""

    knop = "Afspraak vastleggen"
    wie = forms.ChoiceField(label="Wie neemt de betaling over?", choices=Overnemer.choices, widget=forms.RadioSelect)
    naam = forms.CharField(
        label="Naam van die ander", max_length=120, required=False, help_text="Alleen bij ‘iemand anders’."
    )
    wijze = forms.ChoiceField(
        label="Hoe wordt er straks betaald?", choices=[("", "Maak een keuze"), *Overnamewijze.choices], required=False
    )
    vanaf_maand = MaandVeld(
        label="Eerste maand", help_text="De eerste maand die de gemeente niet meer betaalt. mm-jjjj"
    )

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("wie") == Overnemer.ANDER and not schoon.get("naam"):
            self.add_error("naam", "Vul in wie de betaling overneemt.")
        if schoon.get("wie") not in (None, Overnemer.VERVALT) and not schoon.get("wijze"):
            self.add_error("wijze", "Kies hoe er straks wordt betaald.")
        return schoon


class OvergenomenForm(Formulier):
    """It was seen that somebody else pays."""

    knop = "Overgenomen"
    datum = DatumVeld(label="Overgenomen op")
    bewijs = forms.CharField(
        label="Waaraan zag u dat?",
        max_length=250,
        help_text="Bijvoorbeeld: bankafschrift van december gezien, of bevestiging van de leverancier.",
    )


class NazorgPlanForm(Formulier):
    knop = "Plannen"
    gepland_op = DatumVeld(label="Dag")
    wijze = forms.ChoiceField(label="Hoe", choices=Contactwijze.choices, widget=forms.RadioSelect)


class NazorgSchrapForm(Formulier):
    knop = "Schrappen"
    reden = forms.CharField(
        label="Waarom?", max_length=250, validators=[keur_geen_bsn_in_verslag],
        help_text=f"Dit komt in de geschiedenis. {GEEN_GEZONDHEID}",
    )  # fmt: skip


class NazorgVerzetForm(NazorgPlanForm, NazorgSchrapForm):
    """Another day or way; `gezien` tells which version was read."""

    knop = "Verzetten"
    gezien = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("gepland_op", "wijze", "reden")


class NazorgForm(Formulier):
    """What came of a contact."""

    bewaak = True
    uitkomst = forms.ChoiceField(
        label="Uitkomst", choices=[keuze for keuze in Contactuitkomst.choices if keuze[0]], widget=forms.RadioSelect
    )
    gehouden_op = DatumVeld(label="Op welke dag")
    verslag = forms.CharField(
        label="Kort verslag",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"Lukt het betalen? Zijn er achterstanden of vragen? {GEEN_GEZONDHEID}",
        validators=[keur_geen_bsn_in_verslag],
    )
    afspraak = forms.CharField(
        label="Wat is er afgesproken?", max_length=250, required=False, validators=[keur_geen_bsn_in_verslag]
    )

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("uitkomst") == Contactuitkomst.GESPROKEN and not schoon.get("verslag"):
            self.add_error("verslag", "Schrijf kort op wat er is besproken.")
        return schoon

    def indeling(self) -> Layout:
        return Layout(Row("uitkomst", "gehouden_op"), "verslag", "afspraak")


class NazorgVerbeterForm(NazorgForm):
    """What was recorded was not right; `gezien` tells which version was read."""

    gezien = forms.IntegerField(widget=forms.HiddenInput)
    reden = forms.CharField(
        label="Waarom verbetert u dit?", max_length=250, validators=[keur_geen_bsn_in_verslag],
        help_text=f"Dit komt in de geschiedenis. {GEEN_GEZONDHEID}",
    )  # fmt: skip
