"""Form fields for what people here type all day. Each strips what people add, and says in Dutch what is wrong."""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from stdnum.exceptions import ValidationError as NummerFout
from stdnum.nl import bsn, postcode

DATUMVORM = re.compile(r"(?P<dag>\d{1,2})[-/. ](?P<maand>\d{1,2})[-/. ](?P<jaar>\d{4})")
ISOVORM = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})")
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200
# Before these days nothing of what a field asks can have happened; the sentence says why.
WI2013, WI2021, GEZINSKIND = date(2013, 1, 1), date(2022, 1, 1), date(1980, 1, 1)
TE_VROEG = {
    WI2013: "Deze datum ligt vóór 1 januari 2013. Toen golden de wetten van dit dossier nog niet.",
    WI2021: "Deze datum ligt vóór 1 januari 2022. Toen gold de Wet inburgering 2021 nog niet.",
    GEZINSKIND: "Deze datum ligt vóór 1 januari 1980. Wie zo oud is, krijgt zo nodig een eigen dossier.",
}


class DatumInvoer(forms.DateInput):
    """A plain text box: `type=date` follows the language of the browser and drops what it does not understand."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        standaard = {"autocomplete": "off", "class": "invoer--datum", "maxlength": "10"}
        super().__init__(attrs=standaard | (attrs or {}), format="%d-%m-%Y")


class DatumVeld(forms.DateField):
    """A date typed as dd-mm-jjjj; also d-m-jjjj, dd/mm/jjjj, dd.mm.jjjj and jjjj-mm-dd.

    `vanaf` is the first possible day, one of TE_VROEG: for what cannot have been before the act it follows from.
    """

    widget = DatumInvoer
    default_error_messages = {
        "invalid": "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 05-11-2026.",
        "bestaat_niet": "Deze datum bestaat niet.",
        "jaar": f"Het jaar ligt niet tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.",
    }

    def __init__(self, *, vanaf: date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "dd-mm-jjjj")
        super().__init__(**kwargs)
        self.vanaf = vanaf

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and self.vanaf and value < self.vanaf:
            raise ValidationError(TE_VROEG[self.vanaf], code="te_vroeg")

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else self._lees(str(value).strip())

    def _lees(self, tekst: str) -> date | None:
        if not tekst:
            return None
        vorm = DATUMVORM.fullmatch(tekst) or ISOVORM.fullmatch(tekst)
        if not vorm:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not EERSTE_JAAR <= int(vorm["jaar"]) <= LAATSTE_JAAR:
            raise ValidationError(self.error_messages["jaar"], code="jaar")
        try:
            return date(int(vorm["jaar"]), int(vorm["maand"]), int(vorm["dag"]))
        except ValueError:
            raise ValidationError(self.error_messages["bestaat_niet"], code="bestaat_niet") from None


class NummerVeld(forms.CharField):
    """A number people write with spaces and dots. Empty becomes None, so that unique columns stay free."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("empty_value", None)
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "class": "invoer--kort"})

    def to_python(self, value: Any) -> str | None:
        kaal = super().to_python(value)
        return re.sub(r"[\s.\-]", "", kaal) or self.empty_value if kaal else self.empty_value


class BSNVeld(NummerVeld):
    """Nine digits that pass the elfproef."""

    default_error_messages = {"bsn": "Dit is geen geldig BSN. Controleer de negen cijfers."}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "BSN")
        super().__init__(**kwargs)
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value: Any) -> str | None:
        kaal = super().to_python(value)
        try:
            return str(bsn.validate(kaal)) if kaal else kaal
        except NummerFout:
            raise ValidationError(self.error_messages["bsn"], code="bsn") from None


class VNummerVeld(NummerVeld):
    """The ten digits of the IND."""

    default_error_messages = {"vnummer": "Een V-nummer heeft tien cijfers."}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "V-nummer")
        super().__init__(**kwargs)
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value: Any) -> str | None:
        kaal = super().to_python(value)
        if kaal and not re.fullmatch(r"[0-9]{10}", kaal):
            raise ValidationError(self.error_messages["vnummer"], code="vnummer")
        return kaal


class PostcodeVeld(forms.CharField):
    """A Dutch postcode, kept as '1112 AB'."""

    default_error_messages = {"postcode": "Dit is geen Nederlandse postcode. Schrijf hem als 1112 AB."}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Postcode")
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "class": "invoer--datum"})

    def to_python(self, value: Any) -> str | None:
        kaal = super().to_python(value)
        try:
            return str(postcode.validate(kaal)) if kaal else kaal
        except NummerFout:
            raise ValidationError(self.error_messages["postcode"], code="postcode") from None
