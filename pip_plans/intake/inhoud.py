"""What the letters of the intake say: templates 'oproep/v1' (Wi 14, Bi 5.2) and 'ontheffing_toets/v1' (Wi 14)."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Bezwaar, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class OproepInhoud(Inhoud):
    """Oproep for the brede intake or the leerbaarheidstoets: the first, second or third.

    `soort` is 'brede_intake' or 'leerbaarheidstoets'. `uiterlijk` is the last day the letter sets
    to call or to appear. From the second on `eerdere` names the missed dates, and what happened; the second and the
    third carry the written warning. Raises ValueError when these do not fit together.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    soort: str
    oproepnummer: int
    datum: str
    tijd: str  # '10:30'
    duur: str  # 'ongeveer anderhalf uur'
    locatie: str
    adres: str
    uiterlijk: str
    meenemen: tuple[str, ...]
    tolk: str  # 'Er is een tolk Tigrinya bij.' or '' when none is needed
    hulp: tuple[Hulp, ...]
    inleiding: tuple[str, ...]  # paragraphs of the gemeente
    eerdere: tuple[tuple[str, str], ...] = ()
    bij_waarschuwing: tuple[str, ...] = ()  # paragraphs of the gemeente under the warning of the law

    def __post_init__(self) -> None:
        if self.soort not in ("brede_intake", "leerbaarheidstoets"):
            raise ValueError(f"Onbekende soort oproep: {self.soort}")
        if not 1 <= self.oproepnummer <= 3:
            raise ValueError("Er zijn drie oproepen: nummer 1, 2 en 3.")
        if len(self.eerdere) != self.oproepnummer - 1:
            raise ValueError("Noem van elke eerdere oproep de datum.")


@dataclass(frozen=True, kw_only=True)
class OntheffingInhoud(Inhoud):
    """The decision on an exemption from the leerbaarheidstoets: granted or refused, with its ground and reasons.

    `grond` is 'visueel' or 'auditief'; nothing more of health. Raises ValueError for another ground or without reasons.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    bezwaar: Bezwaar
    naam: str
    geboortedatum: str
    grond: str
    verleend: bool
    gevraagd_op: str
    motivering: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.grond not in ("visueel", "auditief"):
            raise ValueError(f"Onbekende grond: {self.grond}")
        if not self.motivering:
            raise ValueError("Een besluit heeft een motivering (art. 3:46 Awb).")
