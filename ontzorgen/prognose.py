"""The leefgeld of the coming months, with the toeslagen that are in by then: where does the money first run short?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from inburgering.recht.geld import euro
from inburgering.recht.uitleg import opsomming
from ontzorgen.afrekening import Maandafrekening, Regel
from ontzorgen.maanden import maandnaam, volgende_maand
from ontzorgen.toeslagen import Toeslag, Toeslagstand, stand

AANTAL_MAANDEN = 9


class PrognoseFout(ValueError):
    """Why there can be no forecast, in a Dutch sentence for the screen."""


@dataclass(frozen=True, slots=True)
class Prognosemaand:
    """One month of the forecast: the settlement and the toeslagen beside it."""

    afrekening: Maandafrekening
    toeslagen: tuple[Toeslagstand, ...]
    zelf: int = 0
    """Cents of vaste lasten that the household has taken over: no longer withheld, and still to be paid."""

    @property
    def maand(self) -> date:
        return self.afrekening.maand

    @property
    def totaal_toeslagen(self) -> int:
        return sum(toeslag.bedrag for toeslag in self.toeslagen)

    @property
    def totaal_tekort(self) -> int:
        """What stays open of the vaste lasten; the inburgeraar owes it and must pay it himself."""
        return sum(regel.tekort for regel in self.afrekening.tekorten)

    @property
    def te_besteden(self) -> int:
        """Leefgeld + own income + toeslagen − what stays open of the vaste lasten and what the household pays of them
        itself, in cents; below zero when debts grow."""
        inkomsten = self.afrekening.leefgeld + self.afrekening.eigen_inkomen + self.totaal_toeslagen
        return inkomsten - self.totaal_tekort - self.zelf

    @property
    def onder_minimum(self) -> bool:
        return self.te_besteden < self.afrekening.minimum_leefgeld

    @property
    def regels(self) -> tuple[Regel, ...]:
        """The rows of the settlement. Of the minimum only `slotzin` speaks: here the toeslagen count as well."""
        *rijen, leefgeld = self.afrekening.regels
        return (*rijen, replace(leefgeld, zin=leefgeld.zin.removesuffix(self.afrekening.waarschuwing).rstrip()))

    @property
    def slotzin(self) -> str:
        """The sum, with what it is short of the minimum."""
        minimum = self.afrekening.minimum_leefgeld
        minder = f", {euro(minimum - self.te_besteden)} minder dan het minimum van {euro(minimum)}"
        return f"{self.som}{minder if self.onder_minimum else ''}."

    @property
    def som(self) -> str:
        """'€ 150,00 leefgeld + € 123,00 toeslagen = € 273,00', with what else comes in or goes out when it does."""
        eigen = self.afrekening.eigen_inkomen
        inkomen = f" + {euro(eigen)} eigen inkomen" if eigen else ""
        tekort = f" − {euro(self.totaal_tekort)} vaste lasten die open blijven" if self.totaal_tekort else ""
        zelf = f" − {euro(self.zelf)} vaste lasten die het huishouden zelf betaalt" if self.zelf else ""
        return (f"{euro(self.afrekening.leefgeld)} leefgeld{inkomen} + {euro(self.totaal_toeslagen)} toeslagen{tekort}"
                f"{zelf} = {euro(self.te_besteden)}")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prognose:
    """The months in a row."""

    maanden: tuple[Prognosemaand, ...]

    @property
    def met_inkomen(self) -> bool:
        """Whether the household has income of its own in any month."""
        return any(maand.afrekening.eigen_inkomen for maand in self.maanden)

    @property
    def eerste_tekort(self) -> Prognosemaand | None:
        """The first month below the minimum, or None."""
        return next((maand for maand in self.maanden if maand.onder_minimum), None)

    @property
    def uitleg(self) -> tuple[str, ...]:
        """Which month runs short first, by how much and why; or that none does."""
        eerste = self.eerste_tekort
        zinnen = [_krap(eerste), _wacht_op(eerste)] if eerste else [_ruim(self.maanden)]
        voorlopig = [maandnaam(maand.maand) for maand in self.maanden if maand.afrekening.norm.voorlopig]
        if voorlopig:
            zinnen.append(f"Vanaf {voorlopig[0]} is gerekend met de laatst bekende bijstandsnorm.")
        return tuple(zin for zin in zinnen if zin)


def voorspel(
    afrekeningen: Sequence[Maandafrekening],
    *,
    toeslagen: Iterable[Toeslag],
    op: date,
    zelf: Callable[[date], int] = lambda _: 0,
) -> Prognose:
    """Put the toeslagen beside the settlement of every month, as known on `op`; normally AANTAL_MAANDEN months.

    Give the vaste lasten of the months after ontzorgen too, and in `zelf` the cents a month of those that were taken
    over: the inburgeraar pays them himself, and without them the forecast would look too good. Raises PrognoseFout
    when the months do not follow each other.
    """
    _controleer([afrekening.maand for afrekening in afrekeningen])
    rij = sorted(toeslagen, key=lambda toeslag: (toeslag.soort, toeslag.bedrag, str(toeslag)))
    return Prognose(
        tuple(
            Prognosemaand(
                afrekening,
                tuple(stand(toeslag, afrekening.maand, op=op) for toeslag in rij),
                zelf(afrekening.maand),
            )
            for afrekening in afrekeningen
        )
    )


def _controleer(maanden: Sequence[date]) -> None:
    if not maanden:
        raise PrognoseFout("Een prognose heeft ten minste één maand nodig.")
    for vorige, maand in pairwise(maanden):
        if maand != volgende_maand(vorige):
            raise PrognoseFout(f"Na {maandnaam(vorige)} hoort {maandnaam(volgende_maand(vorige))}, niet "
                               f"{maandnaam(maand)}.")  # fmt: skip


def _krap(maand: Prognosemaand) -> str:
    minimum = maand.afrekening.minimum_leefgeld
    return (f"{maandnaam(maand.maand).capitalize()} is de eerste maand onder het minimum van {euro(minimum)}: "
            f"{maand.som}, {euro(minimum - maand.te_besteden)} te weinig.")  # fmt: skip


def _wacht_op(maand: Prognosemaand) -> str:
    ontbreekt = [toeslag.zin for toeslag in maand.toeslagen if not toeslag.status.brengt_geld]
    return f"Niet binnen in die maand: {opsomming(ontbreekt)}." if ontbreekt else ""


def _ruim(maanden: Sequence[Prognosemaand]) -> str:
    laagste = min(maanden, key=lambda maand: maand.te_besteden)
    periode = f"{maandnaam(maanden[0].maand)} tot en met {maandnaam(maanden[-1].maand)}"
    return (f"Van {periode} blijft er elke maand genoeg over. Het minst is het in {maandnaam(laagste.maand)}: "
            f"{laagste.som}.")  # fmt: skip
