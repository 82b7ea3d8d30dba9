"""Ordering an interpreter, the answer of the bureau, and what was used and charged."""

import re
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from cases.enums import Tolkvoorkeur, Tolkvorm

from .formulier import Formulier

BEDRAG = re.compile(r"(?:€\s*)?(?P<heel>\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(?P<cent>\d{2}|-))?")
TE_HOOG = re.compile(r"\d{8,}(?:,(?:\d{2}|-))?", re.ASCII)
MIN = re.compile(r"[-−]\d+(?:,\d{2})?", re.ASCII)


class BedragVeld(forms.Field):
    """An amount typed as 78,50 or 1.250; kept in whole cents."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": "Schrijf het bedrag in euro’s met een komma, bijvoorbeeld 78,50.",
        "negatief": "Een bedrag kan niet negatief zijn. Schrijf het zonder minteken.",
        "te_hoog": "Dit bedrag is te hoog. Kijk of de komma goed staat.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "inputmode": "decimal", "class": "invoer--kort"})

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        vorm = BEDRAG.fullmatch(str(value).strip())
        if not vorm:
            kaal = re.sub(r"[€\s.]", "", str(value))
            code = "te_hoog" if TE_HOOG.fullmatch(kaal) else "negatief" if MIN.fullmatch(kaal) else "invalid"
            raise ValidationError(self.error_messages[code], code=code)
        cent = (vorm["cent"] or "00").replace("-", "00")
        return int(vorm["heel"].replace(".", "")) * 100 + int(cent)

    def prepare_value(self, value: Any) -> Any:
        return f"{value // 100},{value % 100:02d}" if isinstance(value, int) else value


class BestelForm(Formulier):
    taal = forms.CharField(label="Taal", max_length=60)
    dialect = forms.CharField(
        label="Dialect of streek",
        max_length=60,
        required=False,
        help_text="Alleen als het verschil maakt, bijvoorbeeld: Dari of Iraans.",
    )
    vorm = forms.ChoiceField(label="Hoe", choices=Tolkvorm.choices, widget=forms.RadioSelect)
    voorkeur = forms.ChoiceField(
        label="Man of vrouw", choices=Tolkvoorkeur.choices, required=False, help_text="Vraag het de inburgeraar."
    )
    bureau = forms.CharField(label="Bureau", max_length=80, required=False)
    knop = "Bestelling vastleggen"

    def indeling(self) -> Layout:
        return Layout(Row("taal", "dialect"), "vorm", Row("voorkeur", "bureau"))


class BevestigForm(Formulier):
    kenmerk = forms.CharField(
        label="Kenmerk van het bureau",
        max_length=40,
        required=False,
        help_text="Het nummer van de opdracht. De naam van de tolk is niet nodig.",
    )
    knop = "Bevestiging vastleggen"


class TolkAnnulerenForm(Formulier):
    reden = forms.CharField(
        label="Waarom", max_length=250, help_text="Zonder gegevens over gezondheid. Bel ook het bureau."
    )
    knop = "Tolk annuleren"


class InzetForm(Formulier):
    minuten = forms.IntegerField(label="Gebruikte minuten", min_value=0)
    kosten = BedragVeld(label="Kosten", required=False, help_text="In euro’s, zoals op de factuur. Mag later.")
    factuur = forms.CharField(label="Factuurnummer", max_length=40, required=False)
    knop = "Inzet vastleggen"

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("kosten") is not None and not schoon.get("factuur"):
            self.add_error("factuur", "Vul bij de kosten het factuurnummer in.")
        return schoon
