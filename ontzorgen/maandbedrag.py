"""What a whole month in one living situation gives: the row of the norm table, or a formula of the law on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.maanden import Periode
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, Norm, NormFout, Normtabel, begin_halfjaar, groepsnaam

SVB = "Vanaf de AOW-leeftijd verstrekt de Sociale Verzekeringsbank deze bijstand (art. 47a Participatiewet)."
_KOSTENDELERS = (Leeftijdsgroep.VAN_21_TOT_AOW, Leeftijdsgroep.VANAF_AOW)


@dataclass(frozen=True, slots=True)
class Normbesluit:
    """A norm the college decided itself (art. 18 lid 1, 22a lid 3, 23 lid 3, 24a, 27 or 28), in cents per month.

    It does not grow with the half-year: a new amount is a new situation.
    """

    bedrag: int
    vakantietoeslag: int
    bron: str

    def __post_init__(self) -> None:
        if self.bedrag < 0 or self.vakantietoeslag < 0:
            raise NormFout("Een vastgestelde norm kan niet negatief zijn.")


@dataclass(frozen=True, slots=True)
class Leefsituatie:
    """How the uitkeringseenheid lives in a period.

    `kostendelers` counts the kostendelende medebewoners of art. 19a: not the person nor the partner.
    `partner_zonder_recht` is art. 24: gehuwd, and one of the two has no right to bijstand.
    With a `besluit` the norm is what was decided, and the table is not asked.
    """

    periode: Periode
    leefvorm: Leefvorm
    leeftijdsgroep: Leeftijdsgroep
    kostendelers: int = 0
    partner_zonder_recht: bool = False
    besluit: Normbesluit | None = None

    def __post_init__(self) -> None:
        if self.kostendelers < 0:
            raise NormFout("Het aantal kostendelers kan niet kleiner zijn dan nul.")
        if not self.leefvorm.gehuwd and self.partner_zonder_recht:
            raise NormFout("Een partner zonder recht op bijstand kan alleen bij gehuwden.")
        if not self.leefvorm.gehuwd and self.leeftijdsgroep is Leeftijdsgroep.EEN_VAN_18_TOT_21:
            raise NormFout("Eén jonger dan 21 en één ouder: dat kan alleen bij gehuwden.")
        if self.besluit is None and (reden := _met_de_hand(self)):
            raise NormFout(f"{reden} Reken de norm uit en leg die vast met het besluit.")

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


def grondnorm(situatie: Leefsituatie, dag: date, tabel: Normtabel, *, voorlopig: bool = False) -> Norm | Normbesluit:
    """What the amount rests on: the besluit, with kostendelers the row of gehuwden (B of art. 22a), else the own group.

    Raises NormFout when the row is not known.
    """
    if situatie.besluit is not None:
        return situatie.besluit
    leefvorm = Leefvorm.GEHUWDEN if situatie.deelt_kosten else situatie.leefvorm
    return tabel.op(leefvorm, situatie.leeftijdsgroep, dag, voorlopig=voorlopig)


def maandbedrag(situatie: Leefsituatie, norm: Norm | Normbesluit, dag: date) -> Maandbedrag:
    """What a whole month in this situation gives, on what `grondnorm` gave for `dag`."""
    if isinstance(norm, Normbesluit):
        zin = f"norm voor {situatie.naam}, zoals vastgesteld: {euro(norm.bedrag)} per maand. Bron: {norm.bron}."
        return Maandbedrag(norm.bedrag, norm.vakantietoeslag, zin)
    bedrag = _op_norm(situatie, norm)
    if situatie.leeftijdsgroep is Leeftijdsgroep.VANAF_AOW:
        bedrag = replace(bedrag, zin=f"{bedrag.zin} {SVB}")
    if norm.vanaf >= begin_halfjaar(dag):
        return bedrag
    oud = f"Voorlopig: dit is de norm vanaf {datum_zonder_weekdag(norm.vanaf)}, de nieuwe is nog niet bekend."
    return replace(bedrag, zin=f"{bedrag.zin} {oud}", voorlopig=True)


def hele_centen(exact: Fraction) -> int:
    """Whole cents, half a cent up; for amounts from nil."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def _met_de_hand(situatie: Leefsituatie) -> str:
    """Why the table and the formulas do not give this norm; empty when they do."""
    if situatie.kostendelers and situatie.leeftijdsgroep is Leeftijdsgroep.INRICHTING:
        return "In een inrichting geldt art. 23; daar horen geen kostendelers bij."
    if situatie.kostendelers and situatie.leeftijdsgroep is Leeftijdsgroep.EEN_VAN_18_TOT_21:
        return "Voor gehuwden van wie één jonger is dan 21 geldt met kostendelers art. 22a lid 3."
    if situatie.partner_zonder_recht and situatie.leefvorm is Leefvorm.GEHUWDEN_MET_KINDEREN:
        return "Voor gehuwden met kinderen van wie de partner geen recht heeft, wordt de norm verhoogd (art. 24a)."
    return ""


def _op_norm(situatie: Leefsituatie, norm: Norm) -> Maandbedrag:
    if situatie.deelt_kosten:
        return _kostendelersnorm(situatie, norm)
    if situatie.partner_zonder_recht:
        return _halve_norm(situatie, norm)
    zin = f"norm voor {situatie.naam}: {euro(norm.bedrag)} per maand. Bron: {norm.bron}."
    return Maandbedrag(norm.bedrag, norm.vakantietoeslag, zin)


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
    totaal = hele_centen(norm.totaal * deel)
    vakantietoeslag = hele_centen(Fraction(totaal * norm.vakantietoeslag, norm.totaal)) if norm.totaal else 0
    return totaal - vakantietoeslag, vakantietoeslag
