"""Forms of the functioneel beheerder. Their services check again; here the message stands at the field."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.enums import Rol
from cases.instellingen import SOORTEN, Soort
from cases.models import Gemeente, Kbdag, Medewerker, Tekstblok
from inburgering.recht.regels import naam_van
from inburgering.recht.verplichtingen import TermijnSoort

from .drukbaar import keur_drukbaar
from .formulier import Formulier, ModelFormulier
from .velden import DatumVeld

SOORT_VAN = {naam_van(soort).lower(): soort for soort in TermijnSoort}


class UitnodigingForm(Formulier):
    knop = "Uitnodigen"
    email = forms.EmailField(label="E-mailadres", help_text="Hier gaat de uitnodiging naartoe.")
    naam = forms.CharField(label="Naam", max_length=120)
    functie = forms.CharField(label="Functie", max_length=120, required=False, help_text="Zoals onder een brief.")
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    rollen = forms.MultipleChoiceField(label="Rollen", choices=Rol.choices, widget=forms.CheckboxSelectMultiple)
    van = DatumVeld(label="Vanaf")


class MedewerkerForm(ModelFormulier):
    class Meta:
        model = Medewerker
        fields = ["functie", "telefoon"]


class AanstellingForm(Formulier):
    knop = "Rol geven"
    knop_naam = "aanstellen"
    rol = forms.ChoiceField(label="Rol", choices=Rol.choices)
    van = DatumVeld(label="Vanaf")
    tot = DatumVeld(label="Tot en met", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("tot") and data.get("van") and data["tot"] < data["van"]:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        return data


class VervangingForm(Formulier):
    knop = "Vervanging vastleggen"
    afwezige = forms.ModelChoiceField(label="Wie is er afwezig", queryset=Medewerker.objects.none())
    vervanger = forms.ModelChoiceField(label="Wie vervangt", queryset=Medewerker.objects.none())
    van = DatumVeld(label="Van")
    tot = DatumVeld(label="Tot en met")

    def __init__(self, *args: Any, consulenten: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("afwezige", "vervanger"):
            self.fields[naam].queryset = consulenten  # type: ignore[attr-defined]  # a ModelChoiceField


class GemeenteForm(ModelFormulier):
    class Meta:
        model = Gemeente
        fields = [
            "straat",
            "postcode_plaats",
            "telefoon",
            "email",
            "website",
            "bezwaar_adres",
            "rechtbank",
            "mandaat_functie",
        ]
        help_texts = {"mandaat_functie": "Staat onder het PIP: namens het college, …"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("straat", "postcode_plaats", "telefoon", "bezwaar_adres", "rechtbank", "mandaat_functie"):
            self.fields[naam].required = True


class KbdagForm(ModelFormulier):
    knop = "KB-dag toevoegen"
    knop_naam = "dag"
    datum = DatumVeld(label="Datum")

    class Meta:
        model = Kbdag
        fields = ["datum", "naam", "bron"]


class KalenderjaarForm(Formulier):
    knop = "Jaar is compleet"
    knop_naam = "jaar_compleet"
    jaar = forms.IntegerField(label="Jaar", min_value=2022, max_value=2100)
    bron = forms.CharField(label="Bron", max_length=250, help_text="Bijvoorbeeld: Stcrt. 2028, nummer.")


class TekstblokForm(ModelFormulier):
    form_tag, knop = False, ""
    geldig_vanaf = DatumVeld(label="Geldig vanaf")

    class Meta:
        model = Tekstblok
        fields = ["tekst", "geldig_vanaf"]
        widgets = {"tekst": forms.Textarea(attrs={"rows": 8})}

    def clean_tekst(self) -> str:
        tekst: str = self.cleaned_data["tekst"]
        keur_drukbaar(tekst)
        return tekst


class VernietigingForm(Formulier):
    knop = "Definitief vernietigen"
    nummer: forms.ModelChoiceField = forms.ModelChoiceField(
        label="Dossiernummer",
        queryset=None,
        to_field_name="nummer",
        widget=forms.TextInput,
        help_text="Typ het nummer over.",
        error_messages={"invalid_choice": "Dit dossiernummer bestaat niet."},
    )
    grondslag = forms.CharField(
        label="Grondslag", max_length=250, help_text="Bijvoorbeeld: art. 9.9 Besluit inburgering 2021, lijst 2031-1."
    )
    onterecht = forms.BooleanField(
        label="Deze gegevens hadden nooit vastgelegd mogen worden",
        required=False,
        help_text="Dan telt de bewaartermijn niet.",
    )

    def __init__(self, *args: Any, dossiers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nummer"].queryset = dossiers  # type: ignore[attr-defined]  # a ModelChoiceField

    @property
    def gronden(self) -> dict[str, Any]:
        return {naam: self.cleaned_data[naam] for naam in ("grondslag", "onterecht")}


class InstellingForm(Formulier):
    """Common part of every policy choice: from when, and on what ground. Subclasses give the field `waarde`."""

    def __init__(self, *args: Any, soort: Soort, **kwargs: Any) -> None:
        self.soort = soort
        super().__init__(*args, **kwargs)

    bron = forms.CharField(label="Bron", max_length=250, help_text="Welk besluit of beleidsstuk, met paragraaf.")
    geldig_vanaf = DatumVeld(label="Geldig vanaf")

    def is_nog_mogelijk(self, op: date) -> bool:
        """A valid choice from today or later; the service refuses an earlier one."""
        return bool(self.cleaned_data["geldig_vanaf"] >= op)


class KeuzeInstellingForm(InstellingForm):
    waarde = forms.ChoiceField(label="Keuze", widget=forms.RadioSelect)
    field_order = ["waarde", "bron", "geldig_vanaf"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["waarde"].choices = self.soort.keuzes  # type: ignore[attr-defined]  # a ChoiceField


class LijstInstellingForm(InstellingForm):
    """A list of names or amounts, one on each line."""

    waarde = forms.CharField(
        label="Regels",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Elke naam of elk bedrag op een eigen regel.",
    )
    field_order = ["waarde", "bron", "geldig_vanaf"]

    def __init__(self, *args: Any, initial: dict[str, Any] | None = None, **kwargs: Any) -> None:
        begin = dict(initial or {})
        if isinstance(begin.get("waarde"), list):
            begin["waarde"] = "\n".join(begin["waarde"])
        super().__init__(*args, initial=begin, **kwargs)

    def clean_waarde(self) -> list[str]:
        regels = [regel.strip() for regel in self.cleaned_data["waarde"].splitlines() if regel.strip()]
        if fout := self.soort.controleer(regels):
            raise ValidationError(fout)
        return regels


class DrempelInstellingForm(InstellingForm):
    """Thresholds as lines 'soort; dagen; aan', so that a row can be added without JavaScript."""

    waarde = forms.CharField(label="Drempels", widget=forms.Textarea(attrs={"rows": 12}))
    field_order = ["waarde", "bron", "geldig_vanaf"]

    def __init__(self, *args: Any, initial: dict[str, Any] | None = None, **kwargs: Any) -> None:
        begin = dict(initial or {})
        if isinstance(begin.get("waarde"), list):
            begin["waarde"] = "\n".join(f"{naam_van(d['soort'])}; {d['dagen']}; {d['aan']}" for d in begin["waarde"])
        super().__init__(*args, initial=begin, **kwargs)
        soorten, rollen = (
            ", ".join(naam_van(soort) for soort in TermijnSoort),
            "consulent, teamleider, jurist, sociale_zaken",
        )
        self.fields["waarde"].help_text = (
            f"Elke regel: soort; dagen voor de laatste dag; aan wie. Soorten: {soorten}. Aan: {rollen}. "
            "Een negatief aantal dagen is na de laatste dag."
        )

    def clean_waarde(self) -> list[dict[str, Any]]:
        regels = self.cleaned_data["waarde"].splitlines()
        return [self._drempel(nummer, regel) for nummer, regel in enumerate(regels, 1) if regel.strip()]

    def _drempel(self, nummer: int, regel: str) -> dict[str, Any]:
        delen = [deel.strip() for deel in regel.split(";")]
        if len(delen) != 3:
            raise ValidationError(f"Regel {nummer}: schrijf drie delen met een puntkomma ertussen.")
        soort, dagen, aan = SOORT_VAN.get(delen[0].lower()), delen[1], delen[2].lower()
        if soort is None:
            raise ValidationError(f"Regel {nummer}: ‘{delen[0]}’ is geen soort termijn.")
        if not dagen.removeprefix("-").isdecimal() or abs(int(dagen)) > 400:
            raise ValidationError(f"Regel {nummer}: ‘{dagen}’ is geen aantal dagen tussen -400 en 400.")
        if aan not in {Rol.CONSULENT, Rol.TEAMLEIDER, Rol.JURIST, Rol.SOCIALE_ZAKEN}:
            raise ValidationError(f"Regel {nummer}: ‘{delen[2]}’ is geen ontvanger.")
        return {"soort": soort.value, "dagen": int(dagen), "aan": aan}


def instellingform(sleutel: str) -> type[InstellingForm]:
    """The form that fits the kind of value of this setting."""
    soort = SOORTEN[sleutel]
    if soort.keuzes:
        return KeuzeInstellingForm
    return DrempelInstellingForm if sleutel == "signaal_drempels" else LijstInstellingForm
