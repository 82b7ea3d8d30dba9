"""The daily pages and jobs at 1,000, 10,000 and 100,000 dossiers, three in five of them in one gemeente.

    ./run test tests/bench/landelijk.py -n0 -s

One database that grows. Before it is measured, the services look at a sample of the copies and must find nothing to
change. Beside the time of a page stand its own SQL run bare and its template rendered bare. A page at 100,000 dossiers
may cost 1.2 times what it costs at 1,000.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.template import Context
from django.test import Client

from cases.models import Dossier, Gemeente, Signaal, Termijn
from cases.services import signalen, zelfcontrole
from cases.services.zelfcontrole import verschillen
from tests.bench.klok import NIETS, Duur, meet
from tests.bench.land import OP, Land
from tests.bench.luister import afgeluisterd
from tests.fabriek import maak_cast
from tests.ontzorgen.gelijktijdig import wachtrij_rust

__all__ = ["wachtrij_rust"]  # the fixture

MATEN = KLEIN, MIDDEN, GROOT = 1_000, 10_000, 100_000
BEURTEN, STEEKPROEF, NAKIJKEN = 15, 60, 500
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
MEESTE_GROEI = 1.2
Vraag = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Pagina:
    """Medians in seconds of the processor: the whole, its SQL bare, its template bare; and how many queries."""

    geheel: float
    sql: float
    sjabloon: float
    vragen: int


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("ingericht", "wachtrij_rust")
def test_a_page_costs_the_same_at_100_000_dossiers_as_at_1_000() -> None:
    gemeenten = [Gemeente.objects.get(slug=slug) for slug in ("diemen", "ouder-amstel", "uithoorn")]
    cast = maak_cast(gemeenten[0], gemeenten[1])
    land = Land.begin(cast, gemeenten)
    paginas: dict[int, dict[str, Pagina]] = {}
    taken: dict[int, dict[str, tuple[Duur, int]]] = {}
    with time_machine.travel(MOMENT, tick=True):
        for maat in MATEN:
            land.groei(maat)
            _steekproef()
            client = Client()
            client.force_login(cast.teamleider)
            paginas[maat] = {naam: _pagina(vraag) for naam, vraag in _vragen(client).items()}
            taken[maat] = {"zelfcontrole": _zelfcontrole(), "signalen": _signalen(gemeenten[0])}
    _druk_af(paginas, taken)
    for naam in ("werkvoorraad, alle", "dossier"):
        assert paginas[GROOT][naam].geheel <= MEESTE_GROEI * paginas[KLEIN][naam].geheel, naam


def _steekproef() -> None:
    """The copies say what the services say of them."""
    ids = list(Dossier.objects.values_list("pk", flat=True))
    for dossier in Dossier.objects.filter(pk__in=random.Random(7).sample(ids, STEEKPROEF)):
        assert verschillen(dossier, OP) == []
    assert Termijn.objects.open().count() >= 3.5 * len(ids)


def _vragen(client: Client) -> dict[str, Vraag]:
    dossier = Dossier.objects.filter(gemeente__slug="diemen").order_by("-pk").first()
    assert dossier is not None
    return {
        "werkvoorraad, alle": lambda: client.get("/diemen/?wie=alle"),
        "dossiers, alle": lambda: client.get("/diemen/dossiers/?wie=alle"),
        "dossier": lambda: client.get(f"/diemen/dossiers/{dossier.nummer}/"),
        "zoeken op naam": lambda: client.post("/diemen/zoeken/", {"q": "Mohamed Yilmas"}, follow=True),
    }


def _pagina(vraag: Vraag) -> Pagina:
    assert vraag().status_code == 200  # also fills what is filled once
    gevraagd: list[tuple[str, Any]] = []
    with afgeluisterd(gevraagd):
        antwoord = vraag()

    def bare_sql() -> None:
        with connection.cursor() as cursor:
            for sql, waarden in gevraagd:
                cursor.execute(sql, waarden)
                cursor.fetchall()

    waarden = antwoord.context[0].flatten()

    def sjabloon() -> None:
        antwoord.templates[0].render(Context(waarden))

    return Pagina(_mediaan(vraag), _mediaan(bare_sql), _mediaan(sjabloon), len(gevraagd))


def _mediaan(stap: Callable[[], object]) -> float:
    return median(meet(stap).processor for _ in range(BEURTEN))


def _zelfcontrole() -> tuple[Duur, int]:
    """Per dossier, over the first pieces of a run; the rest is the same work."""
    controle = zelfcontrole.begin(op=OP, moment=MOMENT)
    duur = NIETS
    while controle.bekeken < NAKIJKEN:
        duur += meet(lambda: zelfcontrole.doe_stuk(controle_id=controle.pk, op=OP, moment=MOMENT))
        controle.refresh_from_db()
    assert controle.afwijkend == []
    bekeken = controle.bekeken
    controle.delete()
    return duur.gedeeld(bekeken), bekeken


def _signalen(gemeente: Gemeente) -> tuple[Duur, int]:
    """The first night of a gemeente: every signal that is due, and who must be told."""
    Signaal.objects.all().delete()

    def nacht() -> None:
        signalen.maak(gemeente=gemeente, op=OP, moment=MOMENT)
        signalen.verdeel(gemeente=gemeente, op=OP)

    duur, aantal = meet(nacht), Signaal.objects.count()
    assert aantal
    return duur.gedeeld(aantal), aantal


def _druk_af(paginas: dict[int, dict[str, Pagina]], taken: dict[int, dict[str, tuple[Duur, int]]]) -> None:
    print(
        f"\n{'dossiers':>9} {'pagina':<20}{'ms':>8}{'sql':>8}{'sjabloon':>9}{'keer':>6}{'vragen':>7}{'naast 1.000':>12}"
    )
    for maat, van_maat in paginas.items():
        for naam, p in van_maat.items():
            groei = p.geheel / paginas[KLEIN][naam].geheel
            print(f"{maat:>9} {naam:<20}{p.geheel * 1e3:>8.1f}{p.sql * 1e3:>8.1f}{p.sjabloon * 1e3:>9.1f}"
                  f"{p.geheel / (p.sql + p.sjabloon):>6.1f}{p.vragen:>7}{groei:>12.2f}")  # fmt: skip
    for maat, van_taken in taken.items():
        for naam, (duur, aantal) in van_taken.items():
            print(f"{maat:>9} {naam:<20}{duur.processor * 1e3:>8.3f} ms per stuk, over {aantal}")
