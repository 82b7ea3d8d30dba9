"""What a gezin shares is typed once; with every form the members are chosen whom it is for."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from crispy_forms.layout import Div, Field, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.timezone import make_aware

from cases.models import Afspraak, Dossier, Gezinskind, Inburgeraar, Medewerker
from cases.services.gezinsgegevens import GEZINSFEITEN
from inburgering.recht.feiten import LABELS, FeitSoort

from .afspraken import TijdVeld, soorten
from .feiten import azc_veld
from .formulier import Formulier, ModelFormulier
from .velden import GEZINSKIND, DatumVeld, PostcodeVeld

LANGSTE_PAUZE = 120


class LedenMixin(forms.BaseForm):
    """Adds the choice of members. `leden` are the dossiers this reader may see; `gekozen` those that were ticked."""

    leden: Sequence[Dossier]

    def _kies_uit(self, leden: Sequence[Dossier]) -> None:
        self.leden = leden
        veld = cast(forms.MultipleChoiceField, self.fields["voor"])
        veld.choices = [(lid.nummer, f"{lid.inburgeraar.naam} ({lid.nummer})") for lid in leden]
        self.initial.setdefault("voor", [lid.nummer for lid in leden])

    @property
    def gekozen(self) -> list[Dossier]:
        return [lid for lid in self.leden if lid.nummer in self.cleaned_data["voor"]]


def voor_wie(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één gezinslid."},
    )


class GezinsafspraakForm(LedenMixin, ModelFormulier):
    """A talk for several members: place, colleague and interpreter are typed once."""

    knop, bewaak = "Plannen", True
    voor = voor_wie("Met wie")
    datum = DatumVeld(label="Datum")
    tijd = TijdVeld(label="Eerste gesprek om")
    na_elkaar = forms.TypedChoiceField(
        label="Hoe",
        choices=[("ja", "na elkaar, ieder een eigen tijd"), ("nee", "op hetzelfde moment")],
        coerce=lambda waarde: waarde == "ja",
        initial="ja",
        widget=forms.RadioSelect,
    )
    pauze_minuten = forms.IntegerField(
        label="Minuten ertussen", min_value=0, max_value=LANGSTE_PAUZE, required=False, initial=0
    )

    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=4000)

    class Meta:
        model = Afspraak
        fields = ["soort", "duur_minuten", "plaatssoort", "plaats", "met", "tolk_taal"]
        help_texts = {"tolk_taal": "Laat leeg als er geen tolk nodig is."}

    def __init__(self, *args: Any, leden: Sequence[Dossier], medewerkers: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["met"]).queryset = medewerkers
        cast(forms.ChoiceField, self.fields["soort"]).choices = soorten()
        self.fields["duur_minuten"].label = "Minuten per gesprek"
        self._kies_uit(leden)

    def indeling(self) -> Layout:
        return Layout(
            "voor",
            "soort",
            "na_elkaar",
            Div(Field("datum"), Field("tijd"), Field("duur_minuten"), Field("pauze_minuten"), css_class="velden-naast"),
            "plaatssoort",
            "plaats",
            "met",
            "tolk_taal",
            "gezien",
        )

    @property
    def begin(self) -> datetime:
        return make_aware(datetime.combine(self.cleaned_data["datum"], self.cleaned_data["tijd"]))

    @property
    def gegevens(self) -> dict[str, Any]:
        """What every talk has in common."""
        return {veld: self.cleaned_data[veld] for veld in self.Meta.fields}

    def _post_clean(self) -> None:
        """Without the checks of one row: each talk is checked by the service, with its own dossier and time."""


def _zelfde_als(naam: str) -> forms.CharField:
    veld: Any = Inburgeraar._meta.get_field(naam)
    return forms.CharField(label=str(veld.verbose_name).capitalize(), max_length=veld.max_length, required=False)


class GezinsgegevensForm(LedenMixin, Formulier):
    """Address, telephone and language. What stays empty stays as it is with everybody."""

    knop, knop_naam, bewaak = "Bekijk wat er verandert", "bekijk", True
    voor = voor_wie("Voor wie")
    straat, huisnummer = _zelfde_als("straat"), _zelfde_als("huisnummer")
    postcode, woonplaats = PostcodeVeld(required=False), _zelfde_als("woonplaats")
    telefoon, voorkeurstaal = _zelfde_als("telefoon"), _zelfde_als("voorkeurstaal")
    tolk_nodig = forms.TypedChoiceField(
        label="Tolk nodig",
        choices=[("", "laat zoals het is"), ("ja", "ja"), ("nee", "nee")],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, leden: Sequence[Dossier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kies_uit(leden)

    def indeling(self) -> Layout:
        return Layout(
            "voor",
            Row("straat", "huisnummer"),
            Row("postcode", "woonplaats"),
            Row("telefoon", "voorkeurstaal"),
            "tolk_nodig",
        )

    def persoon(self) -> dict[str, Any]:
        waarden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "voor"}
        return {naam: waarde for naam, waarde in waarden.items() if waarde not in ("", None)}

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        adres = [waarden.get(naam) for naam in ("straat", "huisnummer", "postcode", "woonplaats")]
        if not self.errors and any(adres) and not all(adres):
            raise ValidationError("Vul het hele adres in: straat, huisnummer, postcode en woonplaats.")
        if not self.errors and not self.persoon():
            raise ValidationError("Vul in wat er voor het gezin verandert.")
        return waarden


class GezinsfeitForm(LedenMixin, Formulier):
    """One fact on one date, for the chosen members."""

    knop, knop_naam, bewaak = "Bekijk wat verschuift", "bekijk", True
    voor = voor_wie("Voor wie")
    soort = forms.ChoiceField(
        label="Wat is er gebeurd",
        choices=[("", "Maak een keuze"), *((soort.value, LABELS[soort][0]) for soort in GEZINSFEITEN)],
    )
    datum = DatumVeld(label="Datum")
    azc = azc_veld()
    toelichting = forms.CharField(required=False, max_length=1000, help_text="Bijvoorbeeld waar de datum vandaan komt.")

    def __init__(self, *args: Any, leden: Sequence[Dossier], op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op
        self.fields["azc"].help_text = "Alleen bij een koppeling."
        self._kies_uit(leden)

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum > self.op:
            raise ValidationError("Deze datum ligt in de toekomst. Leg een feit vast als het gebeurd is.")
        return datum

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        if waarden.get("azc") and waarden.get("soort") not in ("", None, FeitSoort.KOPPELING.value):
            self.add_error("azc", "Een AZC hoort alleen bij een koppeling.")
        return waarden

    def gegevens(self) -> dict[str, str]:
        return {"azc": self.cleaned_data["azc"]} if self.cleaned_data["azc"] else {}


class KindForm(ModelFormulier):
    """A child of the gezin that has no dossier of its own."""

    bewaak = True
    geboortedatum = DatumVeld(vanaf=GEZINSKIND)
    uit_gezin_op = DatumVeld(
        label="Hoort niet meer bij het gezin vanaf", required=False, help_text="Laat leeg zolang het kind erbij hoort."
    )

    class Meta:
        model = Gezinskind
        fields = ["naam", "geboortedatum", "schoolsoort", "school", "uit_gezin_op"]

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op
        if not self.instance.pk:
            del self.fields["uit_gezin_op"]

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        for naam in ("geboortedatum", "uit_gezin_op"):
            if (dag := waarden.get(naam)) and dag > self.op:
                self.add_error(naam, "Deze datum ligt in de toekomst.")
        return waarden

    def _post_clean(self) -> None:
        """The service compares with what is stored, so nothing is written into the instance here."""


class GezinVerlatenForm(Formulier):
    """Out of the gezin, from a day on and with the reason."""

    knop = "Uit dit gezin halen"
    vanaf = DatumVeld(label="Vanaf")
    reden = forms.CharField(
        max_length=250,
        help_text="Bijvoorbeeld: woont apart. Schrijf niets over gezondheid.",
        error_messages={"required": "Schrijf op waarom deze persoon uit het gezin gaat."},
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op

    def clean_vanaf(self) -> date:
        dag: date = self.cleaned_data["vanaf"]
        if dag > self.op:
            raise ValidationError("Deze datum ligt in de toekomst.")
        return dag
