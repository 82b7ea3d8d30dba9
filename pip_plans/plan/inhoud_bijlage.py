"""What a bijlage of the PIP says: the content of template 'pip_bijlage/v1'. No decision, and no duty with a fine."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Geadresseerde, Inhoud, Kenmerk, Ondertekening

BIJLAGEVELDEN = ("rooster", "subdoelen", "vrije_afspraken", "bijzonderheden")


@dataclass(frozen=True, kw_only=True)
class BijlageInhoud(Inhoud):
    """Its number is that of the decision with the version of the bijlage behind it."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    naam: str
    besluit: str  # number of the decision that it goes with
    besluit_datum: str
    versie: int
    geldig_vanaf: str
    vervangt: int = 0  # the version that this one replaces, 0 for none
    rooster: tuple[str, ...] = ()
    subdoelen: tuple[str, ...] = ()
    vrije_afspraken: tuple[str, ...] = ()
    bijzonderheden: tuple[str, ...] = ()
