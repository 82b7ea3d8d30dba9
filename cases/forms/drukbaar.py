"""What is kept to be printed later must be printable: asked at the field, where the place can be seen."""

from django.core.exceptions import ValidationError

from cases.pdf.tekens import niet_te_drukken


def keur_drukbaar(tekst: str) -> None:
    """Raises ValidationError with a Dutch sentence per character that the fonts of the letters do not have."""
    if zinnen := niet_te_drukken(tekst):
        raise ValidationError(zinnen)
