"""The tree of the life of a dossier: every group × route × ending, from opening to close, without a dead end."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cases.services.verlenging import feiten_van_besluit, leg_besluit_vast
from cases.services.vernietiging import bewaren_tot
from inburgering.recht.feiten import GROEP_WI2013, Doelgroep, FeitSoort, Leerroute
from tests.simulatie.leven import Leven, doe_alles, sluit, tot_het_pip, voldoe

GROEPEN = [groep for groep in Doelgroep if groep not in GROEP_WI2013]
TAKKEN: list[tuple[Doelgroep, Leerroute | None]] = [
    *((groep, route) for groep in GROEPEN for route in Leerroute),
    *((groep, None) for groep in sorted(GROEP_WI2013)),
]
NA_HET_PIP = date(2024, 5, 13)


def voldaan(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    doe_alles(leven, groep, route)
    voldoe(leven, route)


def nieuwe_termijn(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    """Not in time: DUO fines and gives a new term, in which everything is done after all."""
    leven.naar(date(2025, 11, 10))
    if route is not None:
        assert "Nieuwe termijn van DUO vastleggen" in leven.stappen
        leven.feit(FeitSoort.BOETE_DUO, artikel="25", centen=32_000, maanden=12, zaak="DUO-1")
        leven.feit(FeitSoort.TERMIJN_DUO, start="2025-11-08", einde="2026-11-07")
        assert "Nieuwe termijn van DUO vastleggen" not in leven.stappen
    leven.loopt_door()
    doe_alles(leven, groep, route)
    voldoe(leven, route)


def verlengd(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    leven.naar(date(2025, 6, 2))
    leven.feit(FeitSoort.AANVRAAG_DUO, aanvraag="VERLENGING", verlengingsgrond="PERSOONLIJK")
    leven.loopt_door()
    _duo(leven, {"aanvraag": "VERLENGING", "uitkomst": "TOEGEKEND", "einde": "2026-05-07"})
    voldaan(leven, groep, route)


def ontheven(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    leven.naar(NA_HET_PIP)
    leven.feit(FeitSoort.AANVRAAG_DUO, aanvraag="ONTHEFFING")
    _duo(leven, {"aanvraag": "ONTHEFFING", "uitkomst": "TOEGEKEND", "omvang": "GEHEEL"})


def vrijgesteld(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    leven.naar(NA_HET_PIP)
    _duo(leven, {"aanvraag": "VRIJSTELLING", "uitkomst": "TOEGEKEND", "omvang": "GEHEEL"})


def niet_plichtig(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    leven.naar(NA_HET_PIP)
    leven.feit(FeitSoort.EINDE_PLICHT, reden="niet_plichtig")


def overleden(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    leven.naar(NA_HET_PIP)
    leven.feit(FeitSoort.OVERLIJDEN)


def vertrokken(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    leven.naar(NA_HET_PIP)
    leven.feit(FeitSoort.VERTREK)


def _duo(leven: Leven, gegevens: dict[str, str]) -> None:
    leven.naar(leven.dag + timedelta(days=30))
    feiten = feiten_van_besluit(datum=leven.dag, gegevens=gegevens, bekend=leven.beeld.feiten, kenmerk="duo-1")
    leg_besluit_vast(dossier=leven.dossier, feiten=feiten, door=leven.wie, op=leven.dag)
    leven.ververs()


Einde = Callable[[Leven, Doelgroep, Leerroute | None], None]
EINDEN: list[Einde] = [
    voldaan, nieuwe_termijn, verlengd, ontheven, vrijgesteld, niet_plichtig, overleden, vertrokken,
]  # fmt: skip


def leef(cast, groep: Doelgroep, route: Leerroute | None, einde: Einde) -> Leven:
    leven = tot_het_pip(cast.gemeente, cast.consulent, groep, route)
    einde(leven, groep, route)
    leven.loopt_door()
    sluit(leven)
    return leven


@pytest.mark.parametrize("einde", EINDEN, ids=lambda einde: einde.__name__)
def test_an_asielstatushouder_in_the_b1_route_comes_to_every_end(cast, einde):
    leven = leef(cast, Doelgroep.ASIELSTATUSHOUDER, Leerroute.B1, einde)
    tot = bewaren_tot(leven.dossier)

    if einde is vertrokken:
        assert tot is None
    elif einde is overleden:
        assert tot == NA_HET_PIP
    else:
        assert tot is not None
        assert tot.year == leven.dag.year + 5


@pytest.mark.parametrize(
    ("groep", "route"),
    [
        (Doelgroep.ASIELSTATUSHOUDER, Leerroute.Z),
        (Doelgroep.GEZINSMIGRANT, Leerroute.Z),
        (Doelgroep.AMV, Leerroute.ONDERWIJS),
        (Doelgroep.ONDERTUSSENGROEP, None),
        (Doelgroep.ELIP, None),
    ],
)
def test_every_route_meets_the_duty_with_its_papers(cast, groep, route):
    leven = leef(cast, groep, route, voldaan)

    zou = {"afsluiting"} | ({"certificaat"} if route is Leerroute.Z else set())
    assert set(leven.dossier.documenten.values_list("soort", flat=True)) == zou


@pytest.mark.alles
@pytest.mark.parametrize("einde", EINDEN, ids=lambda einde: einde.__name__)
@pytest.mark.parametrize(("groep", "route"), TAKKEN)
def test_the_whole_tree_has_no_dead_end(cast, groep, route, einde):
    leef(cast, groep, route, einde)
