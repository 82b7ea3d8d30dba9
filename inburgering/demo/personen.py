"""Drawing people: who they are, their group, their permit and where they will live."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from cases.enums import Geslacht
from cases.models import Gemeente
from inburgering.recht.feiten import ASIELGROEP, Doelgroep

from .namen import ASIEL, GEESTELIJK, REGULIER, STRATEN, Herkomst
from .nummers import telefoonnummer

# Of every twenty: four out of five come through asylum, the rest on a regular permit.
GROEPEN = (
    *[Doelgroep.ASIELSTATUSHOUDER] * 13,
    *[Doelgroep.NAREIZIGER] * 2,
    Doelgroep.AMV,
    Doelgroep.GEZINSLID_STATUSHOUDER,
    *[Doelgroep.GEZINSMIGRANT] * 2,
    Doelgroep.OVERIGE_MIGRANT,
)
# The estimate of the policy paper (Beleidskader 2022, paragraaf 6), of every twenty.
ROUTES = (*["B1"] * 15, "MBO", "ONDERWIJS", *["Z"] * 3)


@dataclass(frozen=True, slots=True)
class Burger:
    """One invented person: the fields of Inburgeraar, the address that comes later, and the group."""

    persoon: dict[str, Any]
    adres: dict[str, Any]
    doelgroep: Doelgroep
    route: str

    @property
    def asiel(self) -> bool:
        return self.doelgroep in ASIELGROEP


def in_blokken(keuzes: tuple[Any, ...], aantal: int, toeval: Random) -> list[Any]:
    """So many choices, mixed, with in every block exactly the shares of `keuzes`."""
    gekozen: list[Any] = []
    while len(gekozen) < aantal:
        gekozen += toeval.sample(keuzes, len(keuzes))
    return gekozen[:aantal]


def trek_burgers(aantal: int, *, gemeente: Gemeente, peildatum: date, toeval: Random) -> list[Burger]:
    """So many people; one of them is a geestelijke bedienaar."""
    groepen = in_blokken(GROEPEN, aantal, toeval)
    if Doelgroep.OVERIGE_MIGRANT in groepen:
        groepen[groepen.index(Doelgroep.OVERIGE_MIGRANT)] = Doelgroep.GEESTELIJKE_BEDIENAAR
    routes = in_blokken(ROUTES, aantal, toeval)
    return [
        Burger(_persoon(groep, peildatum, toeval), woning(gemeente, toeval), groep, route)
        for groep, route in zip(groepen, routes, strict=True)
    ]


def _persoon(groep: Doelgroep, peildatum: date, toeval: Random) -> dict[str, Any]:
    herkomst = _herkomst(groep, toeval)
    geslacht = (
        Geslacht.MAN if groep == Doelgroep.GEESTELIJKE_BEDIENAAR else toeval.choice([Geslacht.VROUW, Geslacht.MAN])
    )
    jaren = 18 if groep == Doelgroep.AMV else toeval.randint(19, 58)
    return {
        "achternaam": toeval.choice(herkomst.achternamen),
        "voorvoegsel": herkomst.voorvoegsel,
        "voornamen": toeval.choice(herkomst.vrouwen if geslacht == Geslacht.VROUW else herkomst.mannen),
        "geslacht": geslacht,
        "geboortedatum": peildatum - timedelta(days=round(jaren * 365.25) + toeval.randrange(60, 300)),
        "nationaliteit": herkomst.nationaliteit,
        "voorkeurstaal": herkomst.taal,
        "tolk_nodig": toeval.random() < 0.8,
        "telefoon": telefoonnummer(toeval),
    }


def _herkomst(groep: Doelgroep, toeval: Random) -> Herkomst:
    if groep == Doelgroep.GEESTELIJKE_BEDIENAAR:
        return GEESTELIJK
    regulier = groep in (Doelgroep.GEZINSMIGRANT, Doelgroep.OVERIGE_MIGRANT)
    return toeval.choice(REGULIER if regulier else ASIEL)


def woning(gemeente: Gemeente, toeval: Random) -> dict[str, Any]:
    straat, postcode = toeval.choice(STRATEN.get(gemeente.slug, STRATEN["diemen"]))
    plaats = gemeente.postcode_plaats.partition("  ")[2] or gemeente.naam
    return {"straat": straat, "huisnummer": str(toeval.randint(1, 180)), "postcode": postcode, "woonplaats": plaats}
