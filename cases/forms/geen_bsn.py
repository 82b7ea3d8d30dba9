"""A text that goes into a letter or to a partner names a person by name: no BSN in it, asked at the field."""

import re

from django.core.exceptions import ValidationError

from inburgering.recht.bsn import vind_bsn

# Nine digits, also when the elfproef fails, and the ten of a V-nummer; not a telephone number, which has a 0 or +31.
_LANG_NUMMER = re.compile(
    r"(?<![\d+])(?<!\+31 )(?:[1-9]\d{9}|\d{9}|\d{3}([ .\-])\d{3}\1\d{3}|\d{4}([ .\-])\d{2}\2\d{3})(?!\d)", re.ASCII
)


def keur_geen_bsn(tekst: str) -> None:
    """Raises ValidationError with a Dutch sentence for nine digits that may be a BSN."""
    if gevonden := vind_bsn(tekst):
        raise ValidationError(
            f"Hier staat een getal van negen cijfers dat een BSN kan zijn ({gevonden}). Laat het weg: deze tekst komt "
            "in een brief, en de persoon staat daar al in.",
            code="bsn",
        )


def keur_geen_bsn_in_verslag(tekst: str) -> None:
    """As `keur_geen_bsn`, for a report that stays in the dossier."""
    if gevonden := vind_bsn(tekst):
        raise ValidationError(
            f"Hier staat een getal van negen cijfers dat een BSN kan zijn ({gevonden}). Laat het weg: het dossier kent "
            "de persoon al.",
            code="bsn",
        )


def keur_voor_partner(tekst: str) -> None:
    """For what a partner hears or reads; stricter, because a partner has no right to any number of the person.

    Raises ValidationError with a Dutch sentence for nine digits, and for ten that may be a V-nummer.
    """
    if gevonden := _LANG_NUMMER.search(tekst):
        raise ValidationError(
            f"Hier staat een lang nummer, zoals een BSN of V-nummer ({gevonden.group()}). Laat het weg: een partner "
            "mag dat niet weten. Is het een klantnummer, noem dan alleen de laatste vier cijfers.",
            code="bsn",
        )
