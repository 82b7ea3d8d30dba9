"""Orders and payments for the tests of the bank file."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import groupby

from ontzorgen.kenmerk import Kenmerk, Kenmerksoort
from ontzorgen.sepa.opdracht import Aanpassing, Betaalregel, Betaler, Blok, Opdracht, Versie, Verslag
from ontzorgen.sepa.schrijven import schrijf

BETALER = Betaler("Gemeente Diemen", "NL02ABNA0123456789")
VERHUURDER = "NL91ABNA0417164300"
DAG, DAG_LATER = date(2026, 11, 26), date(2026, 11, 27)
GEMAAKT = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001  the file carries clock time without a zone
HUUR = Kenmerk(Kenmerksoort.VRIJ, "Huur november Arent Krijtsstraat 1")


def regel(
    nummer: int = 1, cents: int = 65_000, *, naam: str = "Woningstichting De Sleutels", iban: str = VERHUURDER,
    kenmerk: Kenmerk = HUUR, dag: date = DAG,
) -> Betaalregel:  # fmt: skip
    return Betaalregel(f"DIE2611-{nummer:05d}", cents, naam, iban, kenmerk, dag)


def opdracht(regels: Sequence[Betaalregel], versie: Versie = Versie.V09, betaler: Betaler = BETALER) -> Opdracht:
    """The order that fits these payments, which stand in the order of their days."""
    groepen = [(dag, list(groep)) for dag, groep in groupby(regels, key=lambda regel: regel.uitvoerdag)]
    blokken = tuple(Blok(dag, len(groep), sum(r.cents for r in groep)) for dag, groep in groepen)
    return Opdracht("DIE-2026-11-1", GEMAAKT, betaler, blokken, versie)


def geschreven(
    order: Opdracht, regels: Iterable[Betaalregel], gemeld: list[Aanpassing] | None = None
) -> tuple[bytes, Verslag]:
    uit = BytesIO()
    verslag = schrijf(order, regels, uit, meld=None if gemeld is None else gemeld.append)
    return uit.getvalue(), verslag
