"""Fields that only ontzorgen has: a month, and an IBAN."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ontzorgen.maanden import EERSTE_JAAR, LAATSTE_JAAR
from ontzorgen.rekening import Rekeningfout, keur_iban

MAANDVORM = re.compile(r"(?P<maand>\d{1,2})[-/. ](?P<jaar>\d{4})")
ISOVORM = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})")


class MaandVeld(forms.Field):
    """A month typed as mm-jjjj; kept as its first day."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": "Schrijf de maand als maand-jaar, bijvoorbeeld 12-2026.",
        "jaar": f"Het jaar ligt niet tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "mm-jjjj")
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "class": "invoer--kort", "maxlength": "10"})

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        vorm = _vorm(str(value))
        if not vorm:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not EERSTE_JAAR <= int(vorm["jaar"]) <= LAATSTE_JAAR:
            raise ValidationError(self.error_messages["jaar"], code="jaar")
        return date(int(vorm["jaar"]), int(vorm["maand"]), 1)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%m-%Y}" if isinstance(value, date) else value


def lees_maand(tekst: str) -> date | None:
    """A month in an address, jjjj-mm; None for what is no month here."""
    vorm = _vorm(tekst)
    if not vorm or not EERSTE_JAAR <= int(vorm["jaar"]) <= LAATSTE_JAAR:
        return None
    return date(int(vorm["jaar"]), int(vorm["maand"]), 1)


def _vorm(tekst: str) -> re.Match[str] | None:
    vorm = MAANDVORM.fullmatch(tekst.strip()) or ISOVORM.fullmatch(tekst.strip())
    return vorm if vorm and 1 <= int(vorm["maand"]) <= 12 else None


class IBANVeld(forms.CharField):
    """An account that can be paid to, however it is typed; kept without spaces."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "IBAN")
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "spellcheck": "false", "maxlength": "50"})

    def to_python(self, value: Any) -> str | None:
        tekst = super().to_python(value)
        try:
            return keur_iban(tekst) if tekst else tekst
        except Rekeningfout as fout:
            raise ValidationError(str(fout), code="iban") from None
