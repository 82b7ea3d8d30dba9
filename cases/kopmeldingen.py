"""What stands in the head of a dossier on every tab: sentences of other apps, for who may do their action."""

from collections.abc import Callable, Collection

from .panelen import Dossierbeeld
from .toegang import Actie, mag

Kopmelding = Callable[[Dossierbeeld], str]
_KOPMELDINGEN: list[tuple[Actie, Kopmelding]] = []


def registreer_kopmelding(actie: Actie, bron: Kopmelding) -> None:
    """`bron` gives its sentence, or '' when it has nothing to say of this dossier."""
    _KOPMELDINGEN.append((actie, bron))


def kopmeldingen(beeld: Dossierbeeld, rollen: Collection[str]) -> list[str]:
    """What is to be told of this dossier to somebody with these roles."""
    return [zin for actie, bron in _KOPMELDINGEN if mag(rollen, actie) and (zin := bron(beeld))]
