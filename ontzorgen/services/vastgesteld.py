"""What was fixed of a unit does not change: whatever is recorded later works from the day after it."""

from collections.abc import Callable
from datetime import date

from django.db.models import Max

from inburgering.recht.rekenen import plus_maanden
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.maanden import laatste_dag, maandnaam, volgende_maand
from ontzorgen.models import Maandafrekening, Uitkeringseenheid

from .fout import OntzorgFout

EEN_DAG = date.resolution


def laatste_vaste_maand(eenheid: Uitkeringseenheid) -> date | None:
    """The last month of this unit that was fixed."""
    gevonden = Maandafrekening.objects.filter(eenheid=eenheid).aggregate(maand=Max("betaalmaand__maand"))
    maand: date | None = gevonden["maand"]
    return maand


def eerste_vrije_dag(maand: date) -> str:
    """After this month: '1 december 2026'."""
    return datum_zonder_weekdag(volgende_maand(maand))


def laatste_dag_ervan(maand: date) -> str:
    """Of this month: '30 november 2026'."""
    return datum_zonder_weekdag(laatste_dag(maand))


def eerste_vrije_maand(maand: date) -> str:
    """After this month: 'december 2026'."""
    return maandnaam(volgende_maand(maand))


def eis_open(
    *, eenheid: Uitkeringseenheid, vanaf: date, veld: str, kies: Callable[[date], str] = eerste_vrije_dag
) -> None:
    """Raises OntzorgFout when something that changes from this day on touches a month that was fixed.

    `kies` says of the last fixed month what the field can be at its earliest.
    """
    maand = laatste_vaste_maand(eenheid)
    if maand and vanaf <= laatste_dag(maand):
        raise OntzorgFout(f"{maandnaam(maand).capitalize()} is al vastgesteld en verandert niet meer. Kies "
                          f"{kies(maand)} of later.", veld)  # fmt: skip


def eis_niet_ver_vooruit(dag: date, op: date, veld: str) -> None:
    """Raises OntzorgFout for a day more than a year ahead: that is a slip of the pen."""
    if dag > plus_maanden(op, 12)[0]:
        raise OntzorgFout("Deze dag ligt meer dan een jaar vooruit. Kijk of het jaar klopt.", veld)
