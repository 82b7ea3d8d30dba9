"""The steps of a place: proposing, placing, changing, that it began, stopping; and the choice of who pays himself."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.velden import WI2021, DatumVeld
from cases.models import Gemeente
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering.enums import MEESTE_UREN, Aanbodsoort, Lening, Stopreden
from pip_plans.uitvoering.models import Aanbieder, Contract

GETAL = forms.NumberInput(attrs={"class": "invoer--getal"})
GEEN_GEZONDHEID = "Schrijf niets over gezondheid."


class UrenVeld(forms.IntegerField):
    """Hours per week."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="Uren per week", min_value=1, max_value=MEESTE_UREN, widget=GETAL, **kwargs)


class ContractKeuze(forms.ModelChoiceField):
    """A contract with the places that are free today."""

    def label_from_instance(self, obj: Contract) -> str:
        vrij = max(obj.plaatsen - obj.bezet, 0)  # type: ignore[attr-defined]  # annotated by met_bezetting
        wacht = f", {obj.wachtend} op de wachtlijst" if obj.wachtend else ""  # type: ignore[attr-defined]  # same
        plekken = "vol" if not vrij else "1 plaats vrij" if vrij == 1 else f"{vrij} plaatsen vrij"
        return f"{obj.aanbieder}, tot en met {datum_zonder_weekdag(obj.tot)}: {plekken}{wacht}"


class VoorstelForm(Formulier):
    """A place inside a contract."""

    contract = ContractKeuze(
        label="Bij wie", queryset=Contract.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    uren_per_week = UrenVeld(required=False)
    knop = "Voorstellen"

    def __init__(self, *args: Any, gemeente: Gemeente, soort: Aanbodsoort, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = Contract.objects.van(gemeente).filter(soort=soort, aanbieder__actief=True).loopt(op)
        self.fields["contract"].queryset = rijen.met_bezetting(op).select_related("aanbieder")  # type: ignore[attr-defined]  # typed as a plain field


class MaatwerkForm(Formulier):
    """A place outside every contract, with a reason."""

    aanbieder = forms.ModelChoiceField(label="Bij wie", queryset=Aanbieder.objects.none())
    reden = forms.CharField(
        label="Waarom maatwerk",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Waarom past een plaats binnen een contract niet? {GEEN_GEZONDHEID}",
    )
    uren_per_week = UrenVeld(required=False)
    knop = "Voorstellen"

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].queryset = Aanbieder.objects.van(gemeente).actief()  # type: ignore[attr-defined]  # typed as a plain field


class DagenForm(Formulier):
    """Other days or hours of a place."""

    start = DatumVeld(vanaf=WI2021, label="Eerste dag")
    einde = DatumVeld(vanaf=WI2021, label="Laatste dag")
    uren_per_week = UrenVeld()
    knop = "Wijzigen en brieven maken"

    def indeling(self) -> Layout:
        return Layout(Row("start", "einde"), "uren_per_week")


class PlaatsForm(DagenForm):
    """Giving the place."""

    aangeboden_op = DatumVeld(
        vanaf=WI2021,
        label="Aangeboden op",
        help_text="De dag waarop u dit aanbod deed. Die telt voor de drie maanden na het PIP. dd-mm-jjjj",
    )
    voorrang = forms.CharField(
        label="Waarom voor wie langer wacht",
        max_length=250,
        required=False,
        help_text=f"Alleen als iemand anders al langer op de wachtlijst staat. {GEEN_GEZONDHEID}",
    )
    knop = "Plaatsen en brieven maken"

    def __init__(self, *args: Any, is_cursus: bool, met_wachtlijst: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_cursus:
            del self.fields["aangeboden_op"]
        if not met_wachtlijst:
            del self.fields["voorrang"]

    def indeling(self) -> Layout:
        extra = [naam for naam in ("aangeboden_op", "voorrang") if naam in self.fields]
        return Layout(Row("start", "einde"), "uren_per_week", *extra)


class BegonnenForm(Formulier):
    datum = DatumVeld(vanaf=WI2021, label="Begonnen op")
    knop = "Vastleggen"


class StopForm(Formulier):
    datum = DatumVeld(vanaf=WI2021, label="Laatste dag", help_text="Vandaag of eerder. dd-mm-jjjj")
    reden = forms.ChoiceField(label="Reden", choices=Stopreden.choices, widget=forms.RadioSelect)
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=f"{GEEN_GEZONDHEID} De aanbieder krijgt de reden niet te lezen.",
    )
    knop = "Stoppen"


class EigenKeuzeForm(Formulier):
    """Our advice, and what he chose."""

    advies = forms.CharField(
        label="Ons advies",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld welk soort cursus past, en dat de cursusinstelling een keurmerk moet hebben.",
    )
    instelling = forms.CharField(
        label="Cursusinstelling", max_length=150, required=False, help_text="Zodra de inburgeraar gekozen heeft."
    )
    start = DatumVeld(vanaf=WI2021, label="Eerste les", required=False)
    einde = DatumVeld(vanaf=WI2021, label="Laatste les", required=False)
    uren_per_week = UrenVeld(required=False)
    lening = forms.ChoiceField(label="Lening van DUO", choices=Lening.choices, required=False)

    def indeling(self) -> Layout:
        return Layout("advies", "instelling", Row("start", "einde"), Row("uren_per_week", "lening"))


class PlaatsingenFilter(Formulier):
    """A filter never refuses: what it does not know counts as not filled in."""

    aanbieder = forms.ChoiceField(label="Aanbieder", required=False)
    soort = forms.ChoiceField(label="Waarvoor", choices=[("", "alles"), *Aanbodsoort.choices], required=False)
    knop, knop_naam, form_method, form_class, toon_facultatief = "Toon", "", "get", "filter", False

    def __init__(self, *args: Any, aanbieders: Sequence[Aanbieder], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", "alle aanbieders"), *((str(rij.pk), rij.naam) for rij in aanbieders)]
        self.fields["aanbieder"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField

    def waarde(self, naam: str) -> str:
        self.is_valid()
        return self.cleaned_data.get(naam, "")
