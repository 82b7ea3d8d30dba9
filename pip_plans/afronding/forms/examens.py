"""Recording the result of an exam or a finished part, and putting that right."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn_in_verslag
from cases.forms.velden import DatumVeld
from inburgering.recht.afronding import DEEL_LABELS, Deel
from pip_plans.afronding.enums import EXAMENS, NIVEAUS, UITSLAGEN, Volgens

GEEN_GEZONDHEID = "Schrijf niets over gezondheid."
MEESTE_UREN = 5000


class UitslagForm(Formulier):
    """One attempt."""

    onderdeel = forms.ChoiceField(label="Onderdeel", choices=EXAMENS, widget=forms.RadioSelect)
    niveau = forms.ChoiceField(
        label="Niveau",
        choices=[("", "geen (KNM)"), *NIVEAUS],
        required=False,
        help_text="Van Lezen tot en met Spreken.",
    )
    datum = DatumVeld(label="Dag van het examen", help_text="Bij een vrijstelling: de dag van de brief. dd-mm-jjjj")
    uitslag = forms.ChoiceField(label="Uitslag", choices=UITSLAGEN, widget=forms.RadioSelect)
    volgens = forms.ChoiceField(label="Waar blijkt dat uit", choices=Volgens.choices[:2], widget=forms.RadioSelect)
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=500,
        required=False,
        help_text=GEEN_GEZONDHEID,
        validators=[keur_geen_bsn_in_verslag],
    )
    knop = "Vastleggen"

    def indeling(self) -> Layout:
        return Layout("onderdeel", Row("niveau", "datum"), "uitslag", "volgens", "toelichting")


class CorrectieForm(UitslagForm):
    """The same with the reason."""

    reden = forms.CharField(
        label="Waarom corrigeert u dit",
        max_length=500,
        help_text=GEEN_GEZONDHEID,
        validators=[keur_geen_bsn_in_verslag],
    )
    toelichting = None  # type: ignore[assignment]  # Django takes a field away this way
    knop = "Corrigeren"

    def indeling(self) -> Layout:
        return Layout("onderdeel", Row("niveau", "datum"), "uitslag", "volgens", "reden")


class IntrekForm(Formulier):
    """It never was."""

    reden = forms.CharField(
        label="Waarom trekt u dit in",
        max_length=500,
        help_text=f"Bijvoorbeeld: het bericht ging over iemand anders. {GEEN_GEZONDHEID}",
        validators=[keur_geen_bsn_in_verslag],
    )
    knop = "Intrekken"


class DeelForm(Formulier):
    """A part that is done."""

    deel = forms.ChoiceField(label="Onderdeel", widget=forms.RadioSelect)
    datum = DatumVeld(label="Klaar op", help_text="De dag van handtekening, eindgesprek of diploma. dd-mm-jjjj")
    taaluren = forms.IntegerField(
        label="Uren taal en KNM",
        min_value=0,
        max_value=MEESTE_UREN,
        required=False,
        help_text="Alleen in de Z-route. Ingevuld is wat in de voortgang staat; controleer het.",
    )
    participatie_uren = forms.IntegerField(
        label="Uren participatie",
        min_value=0,
        max_value=MEESTE_UREN,
        required=False,
        help_text="Alleen in de Z-route, met de uren van PVT en MAP.",
    )
    volgens = forms.ChoiceField(label="Waar blijkt dat uit", choices=Volgens.choices, widget=forms.RadioSelect)
    elders = forms.BooleanField(
        label="Dit is in een andere gemeente of vóór dit systeem gedaan",
        required=False,
        help_text="Wat hier is gedaan, staat bij Modules en in de voortgang. Al het andere vraagt een bron.",
    )
    toelichting = forms.CharField(
        label="Toelichting of bron",
        max_length=500,
        required=False,
        help_text=f"Welk bericht of bewijs, van wie en van wanneer. {GEEN_GEZONDHEID}",
        validators=[keur_geen_bsn_in_verslag],
    )
    knop = "Vastleggen"

    def __init__(self, *args: Any, delen: Iterable[Deel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(deel.value, DEEL_LABELS[deel]) for deel in delen]
        self.fields["deel"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField
        if Deel.Z_EINDGESPREK.value not in dict(keuzes):
            del self.fields["taaluren"], self.fields["participatie_uren"]

    def indeling(self) -> Layout:
        uren = [Row("taaluren", "participatie_uren")] if "taaluren" in self.fields else []
        return Layout("deel", "datum", *uren, "volgens", "elders", "toelichting")
