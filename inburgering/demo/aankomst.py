"""How people come to the gemeente: by a koppeling of the COA, or on their own with a regular permit."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.enums import Afspraaksoort, Overdrachtpunt, Plaatssoort, Scenario, Voorinburgeringsdeel, Voorinburgeringstand
from cases.services import koppeling
from cases.services.contact import contactwijze
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import Dossierfeiten, FeitSoort

from .draaiboek import Verloop
from .modules import begeleid
from .post import heet_welkom
from .traject import Traject

_DAG = timedelta(days=1)
CONTACT = {
    "bezoek in het AZC": Plaatssoort.AZC,
    "telefonisch": Plaatssoort.TELEFOON,
    "op het gemeentehuis": Plaatssoort.GEMEENTEHUIS,
}


@dataclass(frozen=True, slots=True)
class Komst:
    """The days of an arrival; None is a day that is not known yet."""

    vergunning: date
    kennisgeving: date | None
    huisvesting: date | None = None
    brp: date | None = None
    koppeling: date | None = None
    azc: str = ""
    vergunning_soort: str = "asiel bepaalde tijd"
    bijstand: bool = True


def kom_aan(t: Traject, komst: Komst) -> Verloop:
    """Everything up to and including the BRP registration, each fact recorded when the gemeente hears of it."""
    yield from t.naar(komst.koppeling or komst.brp or komst.vergunning)
    t.open()
    t.feit(FeitSoort.VERBLIJFSVERGUNNING, komst.vergunning, soort=komst.vergunning_soort)
    if komst.koppeling:
        t.feit(FeitSoort.KOPPELING, komst.koppeling, azc=komst.azc)
    gebeurtenissen = [
        (komst.kennisgeving, FeitSoort.KENNISGEVING_DUO),
        (komst.huisvesting, FeitSoort.HUISVESTING),
        (komst.brp, FeitSoort.BRP_INSCHRIJVING),
    ]
    # What happened before the dossier was opened is recorded at once, the rest as it comes.
    for dag, soort in sorted((dag, soort) for dag, soort in gebeurtenissen if dag and dag <= t.vandaag):
        t.feit(soort, dag)
    yield from t.na(2)
    t.wijs_toe()
    _betrek_woning(t)
    yield from _eerste_contact(t, komst)
    for dag, soort in sorted((dag, soort) for dag, soort in gebeurtenissen if dag and not _bekend(t, soort)):
        yield from t.naar(dag)
        t.feit(soort, dag)
        _betrek_woning(t)
    if komst.bijstand and komst.brp:
        t.feit(FeitSoort.BIJSTAND_INGEGAAN, komst.brp)
    if komst.brp:
        yield from t.na(3)
        begeleid(t)


def _betrek_woning(t: Traject) -> None:
    """The address is known from the day there is a house, or a registration."""
    if _bekend(t, FeitSoort.HUISVESTING) or _bekend(t, FeitSoort.BRP_INSCHRIJVING):
        t.wijzig(**t.adres)


def _bekend(t: Traject, soort: FeitSoort) -> bool:
    return t.dossier.gebeurtenissen.filter(soort=soort.value).exists()


def feiten(t: Traject) -> Dossierfeiten:
    return dossierfeiten_van(t.dossier)


def _eerste_contact(t: Traject, komst: Komst) -> Verloop:
    """By a visit, by telephone or in the gemeente, as the policy says; then the warme overdracht."""
    wijze = contactwijze(gemeente=t.wereld.gemeente, feiten=feiten(t), op=t.vandaag)
    waar = CONTACT[wijze.wijze]
    dag = t.wereld.kalender.eerstvolgende_gewone_dag(t.vandaag + (9 * _DAG))[0]
    afspraak = t.plan(Afspraaksoort.KENNISMAKING, dag, 11, waar=waar, plaats=komst.azc if komst.azc else "")
    yield from t.naar(dag + _DAG)
    t.verschenen(afspraak)
    t.feit(FeitSoort.EERSTE_CONTACT, dag, wijze=wijze.wijze)
    if komst.koppeling:
        _draag_over(t, dag)
        heet_welkom(t)


def _draag_over(t: Traject, dag: date) -> None:
    punten = [Overdrachtpunt.PROFIEL, Overdrachtpunt.CONTACT_COA, Overdrachtpunt.TOESTEMMING]
    koppeling.werk_overdracht_bij(dossier=t.dossier, punten=dict.fromkeys(punten, dag), door=t.door, op=t.vandaag)
    koppeling.kies_scenario(dossier=t.dossier, scenario=Scenario.GECOMBINEERD, door=t.door, op=t.vandaag)
    koppeling.werk_voorinburgering_bij(
        dossier=t.dossier,
        delen={Voorinburgeringsdeel.NT2: {"stand": Voorinburgeringstand.BEZIG, "uren": 40}},
        door=t.door,
        op=t.vandaag,
    )
