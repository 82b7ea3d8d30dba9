"""A gemeente that pays by itself, people with fixed costs, and runs up to any step, made by the services."""

from datetime import UTC, date, datetime
from typing import Any

from cases.enums import Rol
from cases.models import Dossier, Gemeente, Instelling
from ontzorgen.models import Betaalbatch, Crediteur, Uitkeringseenheid
from ontzorgen.services.betaalbestanden import maak_bestand
from ontzorgen.services.betaalruns import beoordeel, controleer, maak_run
from ontzorgen.services.crediteuren import (
    bewaar_crediteur,
    keur_rekening_goed,
    stel_betaalrekening_voor,
    stel_rekening_voor,
)
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.vrijgave import geef_vrij
from tests.fabriek import Cast, aangesteld, asielstatushouder

from .bouw import leg_last, periode

OP = date(2026, 11, 20)
MOMENT = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
OKT, NOV, DEC = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)
EIGEN_IBAN = "NL02ABNA0123456789"
IBANS = ("NL91ABNA0417164300", "NL20INGB0001234567", "NL39RABO0300065264")


def kies(gemeente: Gemeente, vanaf: date = date(2022, 1, 1), **keuzes: Any) -> None:
    """Settings of this gemeente from a day on; `betaalwijze` is ontzorgen_betaalwijze."""
    for naam, waarde in keuzes.items():
        Instelling.objects.update_or_create(
            gemeente=gemeente,
            sleutel=f"ontzorgen_{naam}",
            geldig_vanaf=vanaf,
            defaults={"waarde": waarde, "bron": "werkafspraak 7"},
        )


def betaalt_zelf(cast: Cast, vanaf: date = date(2022, 1, 1)) -> None:
    kies(cast.gemeente, vanaf, betaalwijze="eigen_batch")
    betaalrekening(cast)


def betaalrekening(cast: Cast, iban: str = EIGEN_IBAN) -> None:
    """The account from which the gemeente pays, that two people looked at."""
    rekening = stel_betaalrekening_voor(
        gemeente=cast.gemeente, iban=iban, tenaamstelling="Gemeente Diemen", bron="afschrift 1", door=cast.financien,
        op=OP,
    )  # fmt: skip
    keur_rekening_goed(rekening=rekening, door=cast.beheerder, op=OP)


def crediteur(cast: Cast, naam: str = "Woningstichting De Dijk", iban: str = IBANS[0]) -> Crediteur:
    """A creditor with an account that two people looked at."""
    rij = bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": naam})
    rekening = stel_rekening_voor(
        crediteur=rij, iban=iban, tenaamstelling=naam, bron="factuur 1", door=cast.uitkeringsadministratie, op=OP
    )
    keur_rekening_goed(rekening=rekening, door=cast.sociale_zaken, op=OP)
    return rij


def ontzorgd(cast: Cast, vanaf: date = date(2026, 9, 9)) -> tuple[Dossier, Uitkeringseenheid]:
    """Somebody for whom the gemeente pays from this day on, without a fixed cost yet."""
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=vanaf, kennisgeving=date(2026, 8, 1))
    periode(cast, dossier, vanaf)
    eenheid = eenheid_van(dossier=dossier, op=vanaf)
    assert eenheid
    return dossier, eenheid


def huurder(cast: Cast, landlord: Crediteur, **anders: Any) -> tuple[Dossier, Uitkeringseenheid]:
    """The same with a rent of € 612,35 from October on."""
    dossier, eenheid = ontzorgd(cast)
    leg_last(cast, eenheid, landlord, **anders)
    return dossier, eenheid


def run(cast: Cast, maand: date = NOV, uitvoerdag: date = OP) -> Betaalbatch:
    """A filled proposal."""
    batch = maak_run(
        gemeente=cast.gemeente, maand=maand, uitvoerdag=uitvoerdag, door=cast.uitkeringsadministratie, op=OP
    )
    while vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT):
        pass
    batch.refresh_from_db()
    return batch


def ter_vrijgave(cast: Cast, maand: date = NOV) -> Betaalbatch:
    """A run that Sociale Zaken judged and a second person of the uitkeringsadministratie checked."""
    batch = beoordeel(batch=run(cast, maand), door=cast.sociale_zaken, moment=MOMENT)
    ander = aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)
    return controleer(batch=batch, door=ander, op=OP, moment=MOMENT)


def geef(cast: Cast, batch: Betaalbatch, door: Any = None) -> Betaalbatch:
    """Release it as it is now."""
    aantal, cents = batch.pogingen.totaal()
    return geef_vrij(batch=batch, aantal=aantal, cents=cents, door=door or cast.teamleider, op=OP, moment=MOMENT)


def vrijgegeven(cast: Cast, maand: date = NOV) -> Betaalbatch:
    """A released run with its file."""
    batch = geef(cast, ter_vrijgave(cast, maand))
    assert maak_bestand(bestand_id=batch.bestand.pk, moment=MOMENT)
    batch.refresh_from_db()
    return batch
