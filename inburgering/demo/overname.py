"""Dossiers from before the system: decided on paper, taken over as facts on the day the gemeente started with it."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cases.services.gebeurtenissen import NieuwFeit, registreer_feiten
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.duo_besluit import DuoAanvraag
from inburgering.recht.feiten import GROEP_MET_AANBOD, FeitSoort
from inburgering.recht.uitkomst import bereken
from pip_plans.voortgang.services.beginstand import leg_beginstand_vast

from .aankomst import Komst
from .draaiboek import Verloop
from .traject import Traject

INVOERING = -300
BRON = "overname"
PER_LAAT = 8


def neem_over(t: Traject, komst: Komst, *, route: str) -> Verloop:
    """Open the dossier on the day of the start, with everything that happened before; one in eight was late."""
    yield from t.naar(t.wereld.dag(INVOERING))
    t.open()
    t.wijs_toe()
    t.wijzig(**t.adres)
    registreer_feiten(dossier=t.dossier, feiten=list(_feiten(t, komst, route)), door=t.door, op=t.vandaag, bron=BRON)
    _uren_van_papier(t)


def _uren_van_papier(t: Traject) -> None:
    """What the school counted until the day of the start, as one number; lessons began three months after the PIP."""
    pip = dossierfeiten_van(t.dossier).eerste_pip
    weken = (t.vandaag - pip.datum).days // 7 - 13 if pip else 0
    if weken > 0:
        leg_beginstand_vast(
            dossier=t.dossier, onderdeel="uren_nt2", uren=Decimal(weken * 8), tot_en_met=t.vandaag,
            bron="opgave van de school bij de overgang naar dit systeem", reden="", door=t.door, op=t.vandaag,
        )  # fmt: skip


def _feiten(t: Traject, komst: Komst, route: str) -> Iterator[NieuwFeit]:
    def feit(soort: FeitSoort, datum: date, /, **gegevens: Any) -> NieuwFeit:
        return NieuwFeit(soort, datum, gegevens, f"{soort.value.lower()}-{t.dossier.nummer}", "Overgenomen van papier.")

    yield feit(FeitSoort.VERBLIJFSVERGUNNING, komst.vergunning, soort=komst.vergunning_soort)
    if komst.koppeling:
        yield feit(FeitSoort.KOPPELING, komst.koppeling, azc=komst.azc)
    if komst.huisvesting:
        yield feit(FeitSoort.HUISVESTING, komst.huisvesting)
    begin = max(dag for dag in (komst.kennisgeving, komst.brp) if dag)
    for soort, dag in ((FeitSoort.KENNISGEVING_DUO, komst.kennisgeving), (FeitSoort.BRP_INSCHRIJVING, komst.brp)):
        if dag:
            yield feit(soort, dag)
    if komst.bijstand:
        yield feit(FeitSoort.BIJSTAND_INGEGAAN, begin)
    yield from _pip(t, begin, route, feit)


def _pip(t: Traject, begin: date, route: str, feit: Any) -> Iterator[NieuwFeit]:
    toeval = t.wereld.toeval
    weken = toeval.randint(11, 14) if toeval.randrange(PER_LAAT) == 0 else toeval.randint(6, 9)
    pip = t.wereld.kalender.eerstvolgende_gewone_dag(begin + timedelta(weeks=weken))[0]
    nummer = f"{pip.year}/{t.dossier.nummer.rpartition('-')[2]}"
    leerroute = "B1" if route == "MBO" else route
    yield feit(FeitSoort.PIP_VASTGESTELD, pip, beschikking=nummer, leerroute=leerroute, eerste=True)
    bekend = pip + timedelta(days=2)
    yield feit(FeitSoort.BESCHIKKING_BEKENDGEMAAKT, bekend, beschikking=nummer, soort="PIP-beschikking", kanaal="post")
    if t.doelgroep in GROEP_MET_AANBOD:
        yield feit(FeitSoort.AANBOD_GEDAAN, pip + timedelta(days=21))
    einde = bereken("INBURGERINGSTERMIJN_3J", pip, t.wereld.kalender).ruwe_dag
    start = (pip + timedelta(days=1)).isoformat()
    yield feit(FeitSoort.TERMIJN_DUO, pip + timedelta(days=30), start=start, einde=einde.isoformat())
    if route == "ONDERWIJS":
        yield feit(FeitSoort.TAALSCHAKELTRAJECT_GESTART, min(pip + timedelta(days=90), t.vandaag))


def vraag_duo(t: Traject) -> Verloop:
    """One in five asked DUO for an ontheffing; the eight weeks are nearly over, or just."""
    nummer = int(t.dossier.nummer.rpartition("-")[2])
    if nummer % 5 == 0:
        yield from t.naar(t.wereld.dag(-50 if nummer % 2 else -60))
        t.feit(FeitSoort.AANVRAAG_DUO, aanvraag=DuoAanvraag.ONTHEFFING.value)
