"""The bijstandsnorm of one month of one uitkeringseenheid, in parts that add up and explain themselves.

By the day where the right covers part of a month (art. 45 lid 3 Participatiewet) or the situation changes within it.
The vakantietoeslag is reserved apart (art. 19 lid 3 and 45 lid 1) and never part of the monthly payment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.maandbedrag import Leefsituatie, Maandbedrag, Normbesluit, grondnorm, hele_centen, maandbedrag
from ontzorgen.maanden import Periode, dagen_in, laatste_dag, periodezin
from ontzorgen.normen import Norm, NormFout, Normtabel

__all__ = ["Leefsituatie", "Maandbedrag", "Maandnorm", "Normbesluit", "Normdeel", "norm_van_maand"]


@dataclass(frozen=True, slots=True)
class Normdeel:
    """A part of the month in which nothing changes. `dagen` of `dagen_in_maand` count."""

    periode: Periode
    dagen: int
    dagen_in_maand: int
    maandbedrag: Maandbedrag
    bedrag: int
    vakantietoeslag: int

    @property
    def wanneer(self) -> str:
        """'november 2026', or the days of it that count."""
        return periodezin(self.periode.vanaf, self.periode.tot_en_met or self.periode.vanaf)

    @property
    def waarom(self) -> str:
        """Rule, source and arithmetic, for beside a name that says 'norm' and the period."""
        zin = self.maandbedrag.zin.removeprefix("norm voor ")
        regel = zin[:1].upper() + zin[1:]
        if self.dagen == self.dagen_in_maand:
            return regel
        som = f"{self.dagen}/{self.dagen_in_maand} van {euro(self.maandbedrag.bedrag)} is {euro(self.bedrag)}"
        return f"{regel} {som} (art. 45 lid 3 Participatiewet)."


@dataclass(frozen=True, slots=True)
class Maandnorm:
    """The norm of a month; without a day of right it has no parts and is nil."""

    maand: date
    delen: tuple[Normdeel, ...]

    @property
    def bedrag(self) -> int:
        """Cents to pay in the month, before income and other kortingen."""
        return sum(deel.bedrag for deel in self.delen)

    @property
    def vakantietoeslag(self) -> int:
        """Cents reserved over this month; paid in June or within three months after the end (art. 45 lid 1)."""
        return sum(deel.vakantietoeslag for deel in self.delen)

    @property
    def voorlopig(self) -> bool:
        return any(deel.maandbedrag.voorlopig for deel in self.delen)


def norm_van_maand(
    maand: date,
    *,
    situaties: Sequence[Leefsituatie],
    recht: Iterable[Periode],
    tabel: Normtabel,
    voorlopig: bool = False,
) -> Maandnorm:
    """The norm over the days of the month on which there is right to bijstand.

    Raises NormFout when a day of right has no situation, two situations, or no known norm. `voorlopig` is for
    forecasts: a norm of an earlier half-year may then stand in, and the sentence says so.
    """
    if maand.day != 1:
        raise NormFout("Een maand wordt aangeduid met zijn eerste dag.")
    per_dag: list[tuple[date, Maandbedrag]] = []
    grond: tuple[Leefsituatie, Norm | Normbesluit] | None = None
    for dag in dagen_in(maand, recht):
        vorige, situatie = grond, _situatie_op(dag, situaties)
        grond = situatie, grondnorm(situatie, dag, tabel, voorlopig=voorlopig)
        per_dag.append((dag, per_dag[-1][1] if grond == vorige else maandbedrag(*grond, dag)))
    return Maandnorm(maand, _verdeel(maand, per_dag))


def _situatie_op(dag: date, situaties: Sequence[Leefsituatie]) -> Leefsituatie:
    gevonden = [situatie for situatie in situaties if dag in situatie.periode]
    if len(gevonden) == 1:
        return gevonden[0]
    aantal = "geen leefsituatie" if not gevonden else "meer dan één leefsituatie"
    raise NormFout(f"Op {datum_zonder_weekdag(dag)} is er recht op bijstand, maar {aantal} vastgelegd.")


def _verdeel(maand: date, per_dag: Sequence[tuple[date, Maandbedrag]]) -> tuple[Normdeel, ...]:
    """Days in a row with the same amount become one part; each part gets what it adds to the rounded running total."""
    in_maand = laatste_dag(maand).day
    exact, exact_vakantie = Fraction(0), Fraction(0)
    delen = []
    for bedrag, dagen in _reeksen(per_dag):
        voor, voor_vakantie = hele_centen(exact), hele_centen(exact_vakantie)
        exact += Fraction(bedrag.bedrag * len(dagen), in_maand)
        exact_vakantie += Fraction(bedrag.vakantietoeslag * len(dagen), in_maand)
        delen.append(Normdeel(Periode(dagen[0], dagen[-1]), len(dagen), in_maand, bedrag, hele_centen(exact) - voor,
                              hele_centen(exact_vakantie) - voor_vakantie))  # fmt: skip
    return tuple(delen)


def _reeksen(per_dag: Sequence[tuple[date, Maandbedrag]]) -> Iterator[tuple[Maandbedrag, list[date]]]:
    genummerd = enumerate(per_dag)
    for (bedrag, _), groep in groupby(genummerd, key=lambda rij: (rij[1][1], rij[1][0].toordinal() - rij[0])):
        yield bedrag, [dag for _, (dag, _) in groep]
