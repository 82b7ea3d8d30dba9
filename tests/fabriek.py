"""Builders of test people and dossiers, through the services that the product itself uses."""

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

import factory

from cases.enums import Rol
from cases.models import Aanstelling, Dossier, Gemeente, Medewerker
from cases.services.dossiers import open_dossier
from cases.services.gebeurtenissen import registreer_feit
from inburgering.recht.feiten import FeitSoort, Regime

WACHTWOORD = "een-lang-wachtwoord-voor-de-test"
SINDS = date(2022, 1, 1)
_teller = count(1)


class MedewerkerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Medewerker
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"medewerker{n}@diemen.example")
    naam = factory.Sequence(lambda n: f"Medewerker {n}")
    password = factory.django.Password(WACHTWOORD)


@dataclass(frozen=True)
class Cast:
    """Who is who: everybody works in Diemen, except the outsider (Uithoorn) and `niemand` (no aanstelling)."""

    gemeente: Gemeente
    consulent: Medewerker
    collega: Medewerker
    tweede_lezer: Medewerker
    teamleider: Medewerker
    sociale_zaken: Medewerker
    uitkeringsadministratie: Medewerker
    jurist: Medewerker
    financien: Medewerker
    beheerder: Medewerker
    raadpleger: Medewerker
    buitenstaander: Medewerker
    niemand: Medewerker

    def met_rol(self, rol: Rol) -> Medewerker:
        return getattr(self, rol.value)


def maak_cast(gemeente: Gemeente, andere: Gemeente) -> Cast:
    mensen = {rol.value: aangesteld(gemeente, rol) for rol in Rol}
    return Cast(
        gemeente=gemeente,
        collega=aangesteld(gemeente, Rol.CONSULENT),
        buitenstaander=aangesteld(andere, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BEHEERDER),
        niemand=MedewerkerFactory(),
        **mensen,
    )


def aangesteld(gemeente: Gemeente, *rollen: Rol) -> Medewerker:
    """A new person with these roles since 2022."""
    medewerker = MedewerkerFactory()
    for rol in rollen:
        Aanstelling.objects.create(medewerker=medewerker, gemeente=gemeente, rol=rol, van=SINDS)
    return medewerker


def maak_dossier(gemeente: Gemeente, consulent: Medewerker | None = None, *, op: date, **persoon: Any) -> Dossier:
    """A dossier of a new person; every call gives another V-nummer and name."""
    nummer = next(_teller)
    gegevens: dict[str, Any] = {
        "v_nummer": f"{2_900_000_000 + nummer}",
        "achternaam": f"Tesfay{nummer}",
        "voornamen": "Selam",
        "geboortedatum": date(1992, 4, 7),
        "voorkeurstaal": "Tigrinya",
    }
    regime = persoon.pop("regime", Regime.WI2021)
    return open_dossier(
        gemeente=gemeente, persoon=gegevens | persoon, regime=regime, consulent=consulent, door=consulent, op=op
    )


def leg_vast(dossier: Dossier, soort: FeitSoort, datum: date, /, **gegevens: Any) -> Any:
    """Record a fact on its own day by the consulent of the dossier."""
    return registreer_feit(
        dossier=dossier, soort=soort, datum=datum, door=dossier.consulent, op=datum, gegevens=gegevens
    )


def asielstatushouder(gemeente: Gemeente, consulent: Medewerker | None, *, brp: date, kennisgeving: date) -> Dossier:
    """A dossier on its way to a PIP: permit, koppeling, kennisgeving and BRP registration are known."""
    dossier = maak_dossier(gemeente, consulent, op=brp)
    eerste = min(brp, kennisgeving)
    leg_vast(dossier, FeitSoort.DOELGROEP, eerste, doelgroep="ASIELSTATUSHOUDER")
    leg_vast(dossier, FeitSoort.KOPPELING, eerste, azc="AZC Almere")
    leg_vast(dossier, FeitSoort.KENNISGEVING_DUO, kennisgeving)
    leg_vast(dossier, FeitSoort.BRP_INSCHRIJVING, brp)
    return dossier
