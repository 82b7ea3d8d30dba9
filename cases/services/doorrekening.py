"""What a change of the calendar or of a policy choice would move, before it is made; stores nothing.

A request reckons one piece of dossiers: a page bounds what it costs and goes on with the next piece. The whole
installation at once is for the command `controleer_termijnen`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from cases.instellingen import Beleidskeuzes, beleid
from cases.kalender import kalender
from cases.models import Dossier, Gemeente, Kbdag, Termijn
from inburgering.recht.kalender import Kalender
from inburgering.recht.verplichtingen import Beleid

from .feiten import Verschuiving
from .termijnen import Verschil, verschillen_per_dossier

STUK = 250


@dataclass(frozen=True, slots=True)
class Geraakt:
    """One dossier of which terms move. No number for an extra-protected one: who changes a setting may not know it."""

    nummer: str
    verschuivingen: Sequence[Verschuiving]


@dataclass(frozen=True, slots=True)
class Doorrekening:
    """One piece: `bekeken` of the `kandidaten` dossiers that the change can touch, from the one after `na`.

    `volgende` is where the next piece begins, 0 after the last one.
    """

    geraakt: Sequence[Geraakt]
    bekeken: int
    kandidaten: int
    eerste: bool
    volgende: int

    @property
    def termijnen(self) -> int:
        return sum(len(dossier.verschuivingen) for dossier in self.geraakt)

    @property
    def zin(self) -> str:
        """'Deze wijziging verschuift 14 termijnen in 9 dossiers.'"""
        dossiers = "1 dossier" if len(self.geraakt) == 1 else f"{len(self.geraakt)} dossiers"
        termijnen = "1 termijn" if self.termijnen == 1 else f"{self.termijnen} termijnen"
        if self.eerste and not self.volgende:
            return f"Deze wijziging verschuift {termijnen} in {dossiers}."
        return f"In dit deel, {self.bekeken} van {self.kandidaten} dossiers, verschuift dit {termijnen} in {dossiers}."


def bij_instelling(*, gemeente: Gemeente, sleutel: str, waarde: Any, bron: str, na: int = 0, op: date) -> Doorrekening:
    """What another choice would move, on the day that it begins to hold."""
    gekozen = beleid(gemeente, op, {sleutel: (waarde, bron)})
    return _reken_door(_lopend(gemeente), gekozen, kalender(), na)


def bij_kbdag(*, gemeente: Gemeente, datum: date, naam: str, bron: str, na: int = 0, op: date) -> Doorrekening:
    """What one more KB-dag would move in this gemeente."""
    nu = kalender()
    dan = Kalender({**nu.kb_dagen, datum: (naam, bron)}, geladen_tot=nu.geladen_tot, geladen_van=nu.geladen_van)
    return _reken_door(_rond(gemeente, datum), beleid(gemeente, op), dan, na)


def zonder_kbdag(*, gemeente: Gemeente, dag: Kbdag, na: int = 0, op: date) -> Doorrekening:
    """What would move in this gemeente when this KB-dag is taken out."""
    nu = kalender()
    dagen = {datum: wat for datum, wat in nu.kb_dagen.items() if datum != dag.datum}
    dan = Kalender(dagen, geladen_tot=nu.geladen_tot, geladen_van=nu.geladen_van)
    return _reken_door(_rond(gemeente, dag.datum), beleid(gemeente, op), dan, na)


def alle_afwijkende(*, gemeente: Gemeente | None, op: date) -> Iterator[tuple[Dossier, list[Verschil]]]:
    """Every open dossier that this release reckons otherwise than what is stored, in pieces; changes nothing."""
    na, dossiers, keuzes, dagen = 0, _lopend(gemeente), Beleidskeuzes(op), kalender()
    while stuk := list(dossiers.filter(pk__gt=na)[:STUK]):
        na = stuk[-1].pk
        gevonden = verschillen_per_dossier(dossiers=stuk, beleid_van=keuzes, rekenkalender=dagen)
        yield from (rij for rij in gevonden if rij[1])


def _reken_door(dossiers: "QuerySet[Dossier]", gekozen: Beleid, rekenkalender: Kalender, na: int) -> Doorrekening:
    stuk = list(dossiers.filter(pk__gt=na)[: STUK + 1])
    meer, stuk = len(stuk) > STUK, stuk[:STUK]
    gevonden = verschillen_per_dossier(dossiers=stuk, beleid_van=lambda gemeente: gekozen, rekenkalender=rekenkalender)
    geraakt = [
        Geraakt("" if dossier.extra_beschermd else dossier.nummer, schuift)
        for dossier, verschillen in gevonden
        if (schuift := [Verschuiving(v.oud, v.nieuw) for v in verschillen if v.verschuift])
    ]
    aantal = dossiers.count() if meer or na else len(stuk)
    return Doorrekening(geraakt, len(stuk), aantal, not na, stuk[-1].pk if meer else 0)


def _lopend(gemeente: Gemeente | None) -> "QuerySet[Dossier]":
    dossiers = Dossier.objects.lopend().select_related("gemeente").order_by("pk")
    return dossiers if gemeente is None else dossiers.filter(gemeente=gemeente)


def _rond(gemeente: Gemeente, dag: date) -> "QuerySet[Dossier]":
    termijnen = Termijn.objects.filter(gemeente=gemeente).eindigt_rond(dag)
    return _lopend(gemeente).filter(pk__in=termijnen.values("dossier"))
