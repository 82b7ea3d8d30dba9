"""What the preview says about a row."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from cases.enums import Meldingernst


@dataclass(frozen=True, slots=True)
class Melding:
    """One finding; `veld` is a column, or '' for the row as a whole. The reason is Dutch.

    `dossier` is the number of another dossier that the reason names, by which the finding is found again.
    """

    veld: str
    reden: str
    ernst: Meldingernst = Meldingernst.FOUT
    dossier: str = ""

    def als_dict(self) -> dict[str, str]:
        return {sleutel: str(waarde) for sleutel, waarde in asdict(self).items()}


def fout(veld: str, reden: str) -> Melding:
    return Melding(veld, reden)


def let_op(veld: str, reden: str, dossier: str = "") -> Melding:
    return Melding(veld, reden, Meldingernst.WAARSCHUWING, dossier)


def wijziging(veld: str, reden: str) -> Melding:
    return Melding(veld, reden, Meldingernst.WIJZIGING)


def informatie(veld: str, reden: str) -> Melding:
    return Melding(veld, reden, Meldingernst.INFORMATIE)


def heeft_fout(meldingen: Iterable[Melding]) -> bool:
    return any(melding.ernst == Meldingernst.FOUT for melding in meldingen)


def is_fout(melding: dict[str, Any]) -> bool:
    """The same question of a stored finding."""
    return melding["ernst"] == Meldingernst.FOUT
