"""What a service of ontzorgen refuses, in Dutch and at its field."""

from django.core.exceptions import ValidationError
from django.db import models


class OntzorgFout(Exception):
    """The text is meant for the screen; `veld` names the field it belongs to, '' for none."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


def keur(rij: models.Model) -> None:
    """Check a row against its fields and constraints before it is written; raises OntzorgFout with the first fault.

    The constraints one by one, in their order: a later one may not be computable while an earlier one is broken.
    """
    try:
        rij.clean_fields()
        for constraint in rij._meta.constraints:
            constraint.validate(type(rij), rij)
    except ValidationError as fout:
        velden = fout.message_dict if hasattr(fout, "error_dict") else {"": fout.messages}
        veld, zinnen = next(iter(velden.items()))
        raise OntzorgFout(zinnen[0], veld) from None
