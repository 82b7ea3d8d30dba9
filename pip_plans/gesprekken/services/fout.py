"""What a service of the voortgangsgesprekken refuses, in Dutch and at its field."""

from django.core.exceptions import ValidationError
from django.db import models

from pip_plans.gesprekken.models import Gespreksverslag


class GesprekFout(Exception):
    """The text is meant for the screen; `veld` names the field it belongs to, '' for none."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


class GewijzigdDoorAnder(GesprekFout):
    """A colleague saved other words in between; `huidig` holds them. Nothing was overwritten."""

    def __init__(self, huidig: Gespreksverslag) -> None:
        super().__init__(
            f"{huidig.door} heeft dit verslag intussen ook bewaard. Neem over wat u wilt houden.", "verslag"
        )
        self.huidig = huidig


def keur(rij: models.Model) -> None:
    """Every check of the database in Dutch, before it is asked. Raises GesprekFout with the first that fails."""
    try:
        rij.full_clean()
    except ValidationError as fout:
        veld, teksten = next(iter(fout.message_dict.items()))
        raise GesprekFout(" ".join(teksten), "" if veld == "__all__" else veld) from fout
