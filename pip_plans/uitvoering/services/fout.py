"""What a service of the execution refuses, in Dutch and at its field."""

from django.core.exceptions import ValidationError
from django.db import models


class UitvoeringFout(Exception):
    """The text is meant for the screen; `veld` names the field it belongs to, '' for none."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


def keur(rij: models.Model) -> None:
    """Every check of the database in Dutch, before it is asked. Raises UitvoeringFout with the first that fails."""
    try:
        rij.full_clean()
    except ValidationError as fout:
        veld, teksten = next(iter(fout.message_dict.items()))
        raise UitvoeringFout(" ".join(teksten), "" if veld == "__all__" else veld) from fout
