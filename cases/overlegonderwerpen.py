"""The subjects of a casusoverleg: each app registers what it talks about with partners, and who may know of that."""

from collections.abc import Iterable
from dataclasses import dataclass

from .toegang import Actie, mag


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """A subject: only who may do `actie` sees meetings about it."""

    code: str
    label: str
    actie: Actie = Actie.DOSSIER_LEZEN
    volgorde: int = 50


_ONDERWERPEN: dict[str, Onderwerp] = {}


def registreer_onderwerp(onderwerp: Onderwerp) -> None:
    """Add a subject, from the ready() of an app."""
    if onderwerp.code in _ONDERWERPEN:
        raise ValueError(f"onderwerp {onderwerp.code} is registered twice")
    _ONDERWERPEN[onderwerp.code] = onderwerp


def onderwerpen(rollen: Iterable[str]) -> list[Onderwerp]:
    """What these roles may talk about, in order."""
    rollen = list(rollen)
    if not mag(rollen, Actie.CASUSOVERLEG):
        return []
    gevonden = (onderwerp for onderwerp in _ONDERWERPEN.values() if mag(rollen, onderwerp.actie))
    return sorted(gevonden, key=lambda onderwerp: (onderwerp.volgorde, onderwerp.label))


def onderwerpnaam(code: str) -> str:
    """Its name; a code that is gone stays as it is."""
    return _ONDERWERPEN[code].label if code in _ONDERWERPEN else code


registreer_onderwerp(Onderwerp("anders", "Iets anders", volgorde=99))
