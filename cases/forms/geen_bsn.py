"""A text that goes into a letter names a person by name: no BSN in it, asked at the field."""

from django.core.exceptions import ValidationError

from inburgering.recht.bsn import vind_bsn


def keur_geen_bsn(tekst: str) -> None:
    """Raises ValidationError with a Dutch sentence for nine digits that may be a BSN."""
    if gevonden := vind_bsn(tekst):
        raise ValidationError(
            f"Hier staat een getal van negen cijfers dat een BSN kan zijn ({gevonden}). Laat het weg: deze tekst komt "
            "in een brief, en de persoon staat daar al in.",
            code="bsn",
        )
