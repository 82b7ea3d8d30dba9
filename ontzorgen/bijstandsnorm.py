"""The bijstandsnorm of one month of one uitkeringseenheid, in parts that add up and explain themselves.

By the day where the right covers part of a month (art. 45 lid 3 Participatiewet) or the situation changes within it.
The vakantietoeslag is reserved apart (art. 19 lid 3 and 45 lid 1) and never part of the monthly payment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import groupby

from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.maanden import Periode, dagen_in, laatste_dag, periodezin
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, Norm, NormFout, Normtabel, begin_halfjaar, groepsnaam

AFRONDING = (
    "De delen zijn dagen / dagen van de maand. Afgerond wordt het lopende totaal, op hele centen (een halve cent naar "
    "boven); elk deel krijgt wat het totaal erbij kreeg. Zo klopt de som op de cent."
)
_KOSTENDELERS = (Leeftijdsgroep.VAN_21_TOT_AOW, Leeftijdsgroep.VANAF_AOW)


@dataclass(frozen=True, slots=True)
class Leefsituatie:
    """How the uitkeringseenheid lives in a period.

    `kostendelers` counts the kostendelende medebewoners of art. 19a: not the person nor the partner.
    `partner_zonder_recht` is art. 24: gehuwd, and one of the two has no right to bijstand.
    """

    periode: Periode
    leefvorm: Leefvorm
    leeftijdsgroep: Leeftijdsgroep
    kostendelers: int = 0
    partner_zonder_recht: bool = False

    def __post_init__(self) -> None:
        if self.kostendelers < 0:
            raise NormFout("Het aantal kostendelers kan niet kleiner zijn dan nul.")
        if self.kostendelers and self.leeftijdsgroep is Leeftijdsgroep.INRICHTING:
            raise NormFout("In een inrichting geldt de norm van art. 23; daar horen geen kostendelers bij.")
        if self.kostendelers and self.leeftijdsgroep is Leeftijdsgroep.EEN_VAN_18_TOT_21:
            raise NormFout("Gehuwden van wie één jonger is dan 21, met kostendelers (art. 22a lid 3): reken dit met de "
                           "hand uit en leg het maandbedrag vast.")  # fmt: skip
        if not self.leefvorm.gehuwd and self.partner_zonder_recht:
            raise NormFout("Een partner zonder recht op bijstand kan alleen bij gehuwden.")
        if not self.leefvorm.gehuwd and self.leeftijdsgroep is Leeftijdsgroep.EEN_VAN_18_TOT_21:
            raise NormFout("Eén jonger dan 21 en één ouder: dat kan alleen bij gehuwden.")

    @property
    def naam(self) -> str:
        return groepsnaam(self.leefvorm, self.leeftijdsgroep)

    @property
    def deelt_kosten(self) -> bool:
        """Whether art. 22a applies: from 21 years, with at least one medebewoner who counts."""
        return self.kostendelers > 0 and self.leeftijdsgroep in _KOSTENDELERS


@dataclass(frozen=True, slots=True)
class Maandbedrag:
    """What a whole month in one situation gives, in cents, with the sentence that says where it comes from."""

    bedrag: int
    vakantietoeslag: int
    zin: str
    voorlopig: bool = False


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
    def zin(self) -> str:
        """Period, rule, source and arithmetic."""
        wanneer = periodezin(self.periode.vanaf, self.periode.tot_en_met or self.periode.vanaf)
        if self.dagen == self.dagen_in_maand:
            return f"{wanneer}: {self.maandbedrag.zin}"
        som = f"{self.dagen}/{self.dagen_in_maand} van {euro(self.maandbedrag.bedrag)} is {euro(self.bedrag)}"
        return f"{wanneer}: {self.maandbedrag.zin} {som} (art. 45 lid 3 Participatiewet)."


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

    @property
    def uitleg(self) -> tuple[str, ...]:
        """One sentence per part, the rounding where days were counted, and what is reserved."""
        if not self.delen:
            return ("In deze maand is er geen recht op bijstand.",)
        afronding = (AFRONDING,) if any(deel.dagen < deel.dagen_in_maand for deel in self.delen) else ()
        reserve = f"Daarnaast is {euro(self.vakantietoeslag)} vakantietoeslag gereserveerd (art. 19 lid 3 en 45 lid 1)."
        return (*(deel.zin for deel in self.delen), *afronding, reserve)


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
    bedragen: dict[tuple[Leefsituatie, Norm], Maandbedrag] = {}
    per_dag: list[tuple[date, Maandbedrag]] = []
    for dag in dagen_in(maand, recht):
        situatie = _situatie_op(dag, situaties)
        norm = _grondnorm(situatie, dag, tabel, voorlopig)
        if (situatie, norm) not in bedragen:
            bedragen[situatie, norm] = _maandbedrag(situatie, norm, dag)
        per_dag.append((dag, bedragen[situatie, norm]))
    return Maandnorm(maand, _verdeel(maand, per_dag))


def maandbedrag(situatie: Leefsituatie, dag: date, tabel: Normtabel, *, voorlopig: bool = False) -> Maandbedrag:
    """What a whole month in this situation gives by the norm of `dag`. Raises NormFout when that is not known."""
    return _maandbedrag(situatie, _grondnorm(situatie, dag, tabel, voorlopig), dag)


def _grondnorm(situatie: Leefsituatie, dag: date, tabel: Normtabel, voorlopig: bool) -> Norm:
    """The one row the amount rests on: with kostendelers that of gehuwden (B of art. 22a), else the own group."""
    leefvorm = Leefvorm.GEHUWDEN if situatie.deelt_kosten else situatie.leefvorm
    return tabel.op(leefvorm, situatie.leeftijdsgroep, dag, voorlopig=voorlopig)


def _maandbedrag(situatie: Leefsituatie, norm: Norm, dag: date) -> Maandbedrag:
    if situatie.deelt_kosten:
        bedrag = _kostendelersnorm(situatie, norm)
    elif situatie.partner_zonder_recht:
        bedrag = _halve_norm(situatie, norm)
    else:
        zin = f"norm voor {situatie.naam}: {euro(norm.bedrag)} per maand. Bron: {norm.bron}."
        bedrag = Maandbedrag(norm.bedrag, norm.vakantietoeslag, zin)
    if norm.vanaf >= begin_halfjaar(dag):
        return bedrag
    oud = f"Voorlopig: dit is de norm vanaf {datum_zonder_weekdag(norm.vanaf)}, de nieuwe is nog niet bekend."
    return replace(bedrag, zin=f"{bedrag.zin} {oud}", voorlopig=True)


def _kostendelersnorm(situatie: Leefsituatie, gehuwd: Norm) -> Maandbedrag:
    """Art. 22a lid 1 and 2: (40% + A × 30%) / A × B for each rechthebbende.

    A counts the medebewoners, the person and the partner; B is the norm for gehuwden.
    """
    personen = situatie.kostendelers + (2 if situatie.leefvorm.gehuwd else 1)
    keer = 2 if situatie.leefvorm.gehuwd and not situatie.partner_zonder_recht else 1
    bedrag, vakantietoeslag = _aandeel(gehuwd, Fraction(4 + 3 * personen, 10 * personen))
    samen = f", voor twee personen {euro(2 * bedrag)}" if keer == 2 else ""
    zin = (f"kostendelersnorm voor {situatie.naam}, met {personen} personen die kosten delen: (40% + {personen} × 30%) "
           f"/ {personen} van de gehuwdennorm {euro(gehuwd.totaal)}, zonder vakantietoeslag {euro(bedrag)} per maand"
           f"{samen} (art. 22a Participatiewet). Bron: {gehuwd.bron}.")  # fmt: skip
    return Maandbedrag(keer * bedrag, keer * vakantietoeslag, zin)


def _halve_norm(situatie: Leefsituatie, norm: Norm) -> Maandbedrag:
    bedrag, vakantietoeslag = _aandeel(norm, Fraction(1, 2))
    zin = (f"norm voor {situatie.naam}, de helft omdat de partner geen recht op bijstand heeft: {euro(bedrag)} per "
           f"maand (art. 24 Participatiewet). Bron: {norm.bron}.")  # fmt: skip
    return Maandbedrag(bedrag, vakantietoeslag, zin)


def _aandeel(norm: Norm, deel: Fraction) -> tuple[int, int]:
    """A share of a norm: first the amount with vakantietoeslag, as the published tables do, then its split."""
    totaal = _afgerond(norm.totaal * deel)
    vakantietoeslag = _afgerond(Fraction(totaal * norm.vakantietoeslag, norm.totaal)) if norm.totaal else 0
    return totaal - vakantietoeslag, vakantietoeslag


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
        voor, voor_vakantie = _afgerond(exact), _afgerond(exact_vakantie)
        exact += Fraction(bedrag.bedrag * len(dagen), in_maand)
        exact_vakantie += Fraction(bedrag.vakantietoeslag * len(dagen), in_maand)
        delen.append(Normdeel(Periode(dagen[0], dagen[-1]), len(dagen), in_maand, bedrag, _afgerond(exact) - voor,
                              _afgerond(exact_vakantie) - voor_vakantie))  # fmt: skip
    return tuple(delen)


def _reeksen(per_dag: Sequence[tuple[date, Maandbedrag]]) -> Iterator[tuple[Maandbedrag, list[date]]]:
    genummerd = enumerate(per_dag)
    for (bedrag, _), groep in groupby(genummerd, key=lambda rij: (rij[1][1], rij[1][0].toordinal() - rij[0])):
        yield bedrag, [dag for _, (dag, _) in groep]


def _afgerond(exact: Fraction) -> int:
    """Whole cents, half a cent up; amounts are never negative here."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
