"""One person on the way through the gemeente: every step a service of the product, done on the day it is."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils.timezone import make_aware

from cases.enums import Afspraaksoort, Afspraakuitkomst, Notitiesoort, Plaatssoort
from cases.models import Afspraak, Dossier, Gebeurtenis, Gemeente, Medewerker, Tolkopdracht
from cases.services import afspraken, dossiers, notities, tolken
from cases.services.gebeurtenissen import registreer_feit
from inburgering.recht.feiten import Doelgroep, FeitSoort, Regime
from inburgering.recht.kalender import Kalender

from .accounts import JOOST, MARIEKE

TOLK_VOORAF = timedelta(days=10)
TOLKBUREAU, TOLK_CENT_PER_MINUUT = "Tolkbureau De Brug", 148


@dataclass(frozen=True, slots=True)
class Wereld:
    """What all courses share: the gemeente, its people, the calendar, and chance with numbers from one seed."""

    gemeente: Gemeente
    mensen: Mapping[str, Medewerker]
    peildatum: date
    kalender: Kalender
    toeval: Random
    bsns: Iterator[str]
    v_nummers: Iterator[str]

    @property
    def teamleider(self) -> Medewerker:
        return self.mensen[MARIEKE.sleutel]

    @property
    def tweede_lezer(self) -> Medewerker:
        return self.mensen[JOOST.sleutel]

    def dag(self, afstand: int) -> date:
        """The day that lies so many days after the peildatum; negative is before."""
        return self.peildatum + timedelta(days=afstand)

    def werkdag(self, afstand: int) -> date:
        """The same, or the first working day after it."""
        return self.kalender.eerstvolgende_gewone_dag(self.dag(afstand))[0]


@dataclass(slots=True)
class Traject:
    """`persoon` holds fields of Inburgeraar, `adres` those that come with a house. `vandaag` is where the play is."""

    wereld: Wereld
    persoon: Mapping[str, Any]
    doelgroep: Doelgroep
    consulent: Medewerker | None = None
    adres: Mapping[str, Any] = field(default_factory=dict)
    regime: Regime = Regime.WI2021
    vandaag: date = date.min
    _dossier: Dossier | None = None

    @property
    def dossier(self) -> Dossier:
        if self._dossier is None:
            raise RuntimeError("Dit dossier is nog niet geopend.")
        return self._dossier

    @property
    def door(self) -> Medewerker:
        """Who works on the dossier: its consulent, and before there is one the teamleider."""
        consulent = self._dossier.consulent if self._dossier else None
        return consulent or self.wereld.teamleider

    def naar(self, dag: date) -> Generator[date, date, None]:
        """Wait until this day, or the first working day after it."""
        self.vandaag = yield dag

    def na(self, dagen: int) -> Generator[date, date, None]:
        """Wait so many days."""
        yield from self.naar(self.vandaag + timedelta(days=dagen))

    def open(self) -> None:
        """Register the person with what is known of every group; the dossier is the teamleider's."""
        nummers = {"bsn": next(self.wereld.bsns), "v_nummer": next(self.wereld.v_nummers)}
        self._dossier = dossiers.open_dossier(
            gemeente=self.wereld.gemeente,
            persoon=nummers | dict(self.persoon),
            regime=self.regime,
            door=self.wereld.teamleider,
            op=self.vandaag,
        )
        self.feit(FeitSoort.DOELGROEP, doelgroep=self.doelgroep.value)

    def wijs_toe(self) -> None:
        if self.consulent:
            dossiers.wijs_toe(
                dossier=self.dossier, consulent=self.consulent, door=self.wereld.teamleider, op=self.vandaag
            )

    def wijzig(self, **velden: Any) -> None:
        """Change the person, and read again what letters are addressed with."""
        dossiers.wijzig_persoon(dossier=self.dossier, persoon=velden, door=self.door, op=self.vandaag)
        self.dossier.inburgeraar.refresh_from_db()

    def feit(self, soort: FeitSoort, datum: date | None = None, /, **gegevens: Any) -> Gebeurtenis:
        """Record a fact today; `datum` when it happened earlier."""
        return registreer_feit(
            dossier=self.dossier,
            soort=soort,
            datum=datum or self.vandaag,
            door=self.door,
            op=self.vandaag,
            gegevens=gegevens,
        )

    def plan(
        self, soort: Afspraaksoort, dag: date, uur: float = 10, *, waar: Plaatssoort = Plaatssoort.GEMEENTEHUIS,
        plaats: str = "", duur: int = 60,
    ) -> Afspraak:  # fmt: skip
        """An afspraak on this day (moved to a working day), with the interpreter ordered when it is near."""
        werkdag = self.wereld.kalender.eerstvolgende_gewone_dag(dag)[0]
        tolk = self.dossier.inburgeraar.voorkeurstaal if self.dossier.inburgeraar.tolk_nodig else ""
        gegevens = {
            "soort": soort,
            "begin": tijdstip(werkdag, uur),
            "duur_minuten": duur,
            "plaatssoort": waar,
            "plaats": plaats or ("spreekkamer 2" if waar == Plaatssoort.GEMEENTEHUIS else ""),
            "met": self.door,
            "tolk_taal": tolk,
        }
        afspraak = afspraken.plan_afspraak(dossier=self.dossier, gegevens=gegevens, door=self.door, op=self.vandaag)
        if tolk and werkdag - self.vandaag <= TOLK_VOORAF:
            bestelling = tolken.voorstel(afspraak) | {"bureau": TOLKBUREAU}
            tolken.bestel_tolk(afspraak=afspraak, gegevens=bestelling, door=self.door, op=self.vandaag)
        return afspraak

    def verschenen(self, afspraak: Afspraak) -> None:
        afspraak = afspraken.leg_uitkomst_vast(
            afspraak=afspraak, uitkomst=Afspraakuitkomst.VERSCHENEN, door=self.door, op=self.vandaag
        )
        if opdracht := afspraak.tolkopdracht:
            self._reken_tolk_af(opdracht, afspraak)

    def _reken_tolk_af(self, opdracht: Tolkopdracht, afspraak: Afspraak) -> None:
        """The minutes of the talk; the invoice of this month is still to come."""
        dag, minuten = dag_van(afspraak), afspraak.duur_minuten
        oud = (dag.year, dag.month) != (self.wereld.peildatum.year, self.wereld.peildatum.month)
        tolken.leg_inzet_vast(
            opdracht=opdracht,
            minuten=minuten,
            kosten_cent=minuten * TOLK_CENT_PER_MINUUT if oud else None,
            factuur=f"DB-{dag:%Y%m}" if oud else "",
            door=self.door,
            op=self.vandaag,
        )

    def noteer(self, tekst: str, soort: Notitiesoort = Notitiesoort.NOTITIE, terug: date | None = None) -> None:
        notities.schrijf_notitie(
            dossier=self.dossier, soort=soort, tekst=tekst, door=self.door, op=self.vandaag, datum=terug
        )


def tijdstip(dag: date, uur: float) -> datetime:
    """10.5 is half past ten in the Netherlands."""
    return make_aware(datetime.combine(dag, time(int(uur), round(uur % 1 * 60))))


def dag_van(afspraak: Afspraak) -> date:
    return afspraak.begin.date()
