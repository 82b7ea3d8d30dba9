"""Aanbieders, contracts and people with a PIP, for the tests of the execution."""

from datetime import date
from typing import Any

from cases.models import Dossier
from cases.services.dossiers import wijzig_persoon
from inburgering.recht.feiten import FeitSoort
from pip_plans.uitvoering.enums import Aanbiedersoort, Aanbodsoort
from pip_plans.uitvoering.models import Aanbieder, Contract, Plaatsing
from pip_plans.uitvoering.services.aanbieders import bewaar_aanbieder, bewaar_contract
from pip_plans.uitvoering.services.plaatsing import plaats, stel_voor
from tests.fabriek import Cast, leg_vast, maak_dossier

OP = date(2026, 11, 20)
START, EINDE = date(2027, 1, 11), date(2028, 1, 10)
ADRES = {"straat": "Ouddiemerlaan", "huisnummer": "104", "postcode": "1111 HL", "plaats": "Diemen"}


def maak_aanbieder(
    cast: Cast, naam: str = "NL Training", aanbod: tuple[str, ...] = ("b1", "z"), **velden: Any
) -> Aanbieder:
    gegevens = {"naam": naam, "soort": Aanbiedersoort.CURSUSINSTELLING, "aanbod": list(aanbod), "actief": True}
    return bewaar_aanbieder(gemeente=cast.gemeente, gegevens=gegevens | velden)


def maak_contract(aanbieder: Aanbieder, soort: str = "b1", plaatsen: int = 1, **velden: Any) -> Contract:
    gegevens = {
        "soort": soort, "nummer": f"C-{soort}", "van": date(2026, 1, 1), "tot": date(2028, 12, 31),
        "plaatsen": plaatsen, "prijs": 425_000,
    }  # fmt: skip
    return bewaar_contract(aanbieder=aanbieder, gegevens=gegevens | velden, op=OP)


def met_pip(cast: Cast, route: str = "B1", doelgroep: str = "ASIELSTATUSHOUDER") -> Dossier:
    """Somebody of this group with a PIP of three weeks ago."""
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 1))
    leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 9, 1), doelgroep=doelgroep)
    leg_vast(dossier, FeitSoort.KENNISGEVING_DUO, date(2026, 9, 1))
    leg_vast(dossier, FeitSoort.BRP_INSCHRIJVING, date(2026, 9, 2))
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 10, 30), leerroute=route, beschikking=f"PIP-{dossier.pk}")
    wijzig_persoon(dossier=dossier, persoon=ADRES, door=cast.consulent, op=OP)
    return Dossier.objects.get(pk=dossier.pk)


def voorstel(cast: Cast, dossier: Dossier, contract: Contract) -> Plaatsing:
    return stel_voor(dossier=dossier, soort=Aanbodsoort(contract.soort), contract=contract, door=cast.consulent, op=OP)


def plaats_nu(cast: Cast, plaatsing: Plaatsing, **anders: Any) -> Plaatsing:
    velden: dict[str, Any] = {"start": START, "einde": EINDE, "uren_per_week": 12, "aangeboden_op": OP}
    return plaats(plaatsing=plaatsing, door=cast.consulent, op=OP, **velden | anders)
