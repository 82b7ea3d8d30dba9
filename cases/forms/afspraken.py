"""Planning and changing an afspraak."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.timezone import localtime, make_aware

from cases.enums import Afspraaksoort
from cases.models import Afspraak, Dossier, Medewerker

from .formulier import Formulier, ModelFormulier
from .velden import DatumVeld

TIJDVORM = re.compile(r"(?P<uur>\d{1,2})(?:[:.u ]?(?P<minuut>\d{2}))?(?: ?uur)?", re.IGNORECASE)
ACHTERAF, VOORUIT = timedelta(days=31), timedelta(days=731)  # one that was held without a plan is recorded afterwards
VROEGST, LAATST = time(7), time(21)
OVERGENOMEN = ("duur_minuten", "plaatssoort", "plaats")


class TijdVeld(forms.Field):
    """A time typed as 14:00, 14.00, 1400 or 14."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Schrijf de tijd als uren en minuten, bijvoorbeeld 09:30."}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "uu:mm")
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "class": "invoer--datum", "maxlength": "9"})

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        vorm = TIJDVORM.fullmatch(str(value).strip())
        uur, minuut = (int(vorm["uur"]), int(vorm["minuut"] or 0)) if vorm else (24, 0)
        if uur > 23 or minuut > 59:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return time(uur, minuut)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


def soorten(nu: str = "") -> list[tuple[str, str]]:
    """The kinds that are planned by hand: a hoorzitting goes by way of its bezwaar, with a letter. `nu` stays."""
    elders = {Afspraaksoort.HOORZITTING.value} - {nu}
    return [("", "Maak een keuze"), *(keuze for keuze in Afspraaksoort.choices if keuze[0] not in elders)]


class AfspraakForm(ModelFormulier):
    """`gegevens` are the typed fields for the service; `medewerkers` are the people it can be with.

    A moment that nobody means is refused here, where it is typed: at night, long ago, or years from `op`.
    """

    bewaak = True
    datum = DatumVeld(label="Datum")
    tijd = TijdVeld(label="Tijd")

    class Meta:
        model = Afspraak
        fields = ["soort", "duur_minuten", "plaatssoort", "plaats", "met", "tolk_taal"]
        help_texts = {"tolk_taal": "Laat leeg als er geen tolk nodig is."}

    def __init__(self, *args: Any, medewerkers: QuerySet[Medewerker], op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.op = op
        cast(forms.ModelChoiceField, self.fields["met"]).queryset = medewerkers
        cast(forms.ChoiceField, self.fields["soort"]).choices = soorten(self.instance.soort)
        if self.instance.pk:
            begin = localtime(self.instance.begin)
            self.initial.update(datum=begin.date(), tijd=begin.time())

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if "datum" not in self.changed_data or self.op - ACHTERAF <= datum <= self.op + VOORUIT:
            return datum
        raise ValidationError("Kies een dag tussen een maand geleden en over twee jaar.", code="ver_weg")

    def clean_tijd(self) -> time:
        tijd: time = self.cleaned_data["tijd"]
        if VROEGST <= tijd <= LAATST:
            return tijd
        raise ValidationError(f"Een afspraak begint tussen {VROEGST:%H:%M} en {LAATST:%H:%M}.", code="nacht")

    def indeling(self) -> Layout:
        return Layout(
            "soort",
            Div(Field("datum"), Field("tijd"), Field("duur_minuten"), css_class="velden-naast"),
            "plaatssoort",
            "plaats",
            "met",
            "tolk_taal",
        )

    @property
    def gegevens(self) -> Mapping[str, Any]:
        schoon = dict(self.cleaned_data)
        return schoon | {"begin": make_aware(datetime.combine(schoon.pop("datum"), schoon.pop("tijd")))}


def voorstel(dossier: Dossier, *, soort: str, datum: date | None, medewerker: Medewerker) -> dict[str, Any]:
    """What a new afspraak starts with: the interpreter the person needs, and place and length as the last time."""
    persoon = dossier.inburgeraar
    vorige = dossier.afspraken.filter(soort=soort).order_by("-begin").first() if soort else None
    begin: dict[str, Any] = {veld: getattr(vorige, veld) for veld in OVERGENOMEN} if vorige else {}
    return begin | {
        "soort": soort,
        "datum": datum,
        "met": dossier.consulent_id or medewerker.pk,
        "tolk_taal": persoon.voorkeurstaal if persoon.tolk_nodig else "",
    }


class AnnuleerForm(Formulier):
    knop = "Afspraak annuleren"

    reden = forms.CharField(label="Waarom gaat de afspraak niet door?", max_length=500)
