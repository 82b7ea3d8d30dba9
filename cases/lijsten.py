"""Which columns of a list can be left out, and which of them show as long as nobody chose."""

from dataclasses import dataclass

from .enums_werk import Lijst


@dataclass(frozen=True, slots=True)
class Kolom:
    sleutel: str
    label: str
    standaard: bool = True


KOLOMMEN: dict[Lijst, tuple[Kolom, ...]] = {
    Lijst.WERKVOORRAAD: (
        Kolom("nog", "Nog"),
        Kolom("dossier", "Dossier", standaard=False),
        Kolom("consulent", "Consulent", standaard=False),
        Kolom("stap", "Stap"),
        Kolom("doen", "Doen"),
    ),
    Lijst.DOSSIERS: (
        Kolom("geboren", "Geboren"),
        Kolom("dossier", "Dossier"),
        Kolom("doelgroep", "Doelgroep"),
        Kolom("consulent", "Consulent"),
        Kolom("geopend", "Geopend op", standaard=False),
    ),
}
