"""The month of one uitkeringseenheid: norm − kortingen + overbrugging, the vaste lasten in order, the rest is leefgeld.

Always, to the cent: paid vaste lasten + leefgeld = norm − kortingen + overbrugging. Paying is limited to the granted
bijstand (art. 56a Participatiewet); which last goes first when there is not enough is policy of the gemeente.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inburgering.recht.geld import euro
from ontzorgen.bijstandsnorm import Maandnorm
from ontzorgen.kortingen import AfrekeningFout, Korting, KortingRegel, KortingSoort, pas_kortingen_toe
from ontzorgen.maanden import maandnaam


class RegelSoort(StrEnum):
    NORM = "NORM"
    KORTING = "KORTING"
    OVERBRUGGING = "OVERBRUGGING"
    VASTE_LAST = "VASTE_LAST"
    LEEFGELD = "LEEFGELD"


@dataclass(frozen=True, slots=True)
class Overbrugging:
    """Bijzondere bijstand for this month (art. 35 Participatiewet), in cents, with the decision."""

    bedrag: int
    bron: str

    def __post_init__(self) -> None:
        if self.bedrag < 0:
            raise AfrekeningFout(f"Een overbrugging kan niet negatief zijn: {euro(self.bedrag)} ({self.bron}).")

    @property
    def zin(self) -> str:
        return (
            f"Bijzondere bijstand als overbrugging: {euro(self.bedrag)} (art. 35 Participatiewet). Bron: {self.bron}."
        )


@dataclass(frozen=True, slots=True)
class VasteLast:
    """What a creditor wants this month. `sleutel` is unique in the month, `soort` a kind of the gemeente's order.

    `crediteur` is '' where the reader may not know of him. `toelichting` says why it is another amount than every
    month; '' when it is not.
    """

    sleutel: str
    soort: str
    naam: str
    crediteur: str
    bedrag: int
    toelichting: str = ""

    def __post_init__(self) -> None:
        if self.bedrag < 0:
            raise AfrekeningFout(f"Een vaste last kan niet negatief zijn: {self.omschrijving}, {euro(self.bedrag)}.")

    @property
    def omschrijving(self) -> str:
        return f"{self.naam} aan {self.crediteur}" if self.crediteur else self.naam


@dataclass(frozen=True, slots=True)
class LastRegel:
    """A vaste last with what is paid of it, and why less."""

    last: VasteLast
    betaald: int
    waarom: str

    @property
    def zin(self) -> str:
        return f"{self.last.omschrijving}: {self.waarom}"

    @property
    def tekort(self) -> int:
        return self.last.bedrag - self.betaald


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of the settlement; the signed amounts before LEEFGELD add up to it."""

    soort: RegelSoort
    naam: str
    bedrag: int
    zin: str


@dataclass(frozen=True, slots=True)
class Maandafrekening:
    """The whole month. Everything is derived from the parts, so no total can differ from them."""

    norm: Maandnorm
    kortingen: tuple[KortingRegel, ...]
    overbruggingen: tuple[Overbrugging, ...]
    lasten: tuple[LastRegel, ...]
    minimum_leefgeld: int

    @property
    def maand(self) -> date:
        return self.norm.maand

    @property
    def totaal_kortingen(self) -> int:
        return sum(regel.bedrag for regel in self.kortingen)

    @property
    def totaal_overbrugging(self) -> int:
        return sum(overbrugging.bedrag for overbrugging in self.overbruggingen)

    @property
    def beschikbaar(self) -> int:
        """Norm − kortingen + overbrugging, in cents; never below zero because no korting goes beyond the norm."""
        return self.norm.bedrag - self.totaal_kortingen + self.totaal_overbrugging

    @property
    def vakantietoeslag(self) -> int:
        """Cents reserved over this month: as the norm, less the share of income and verlaging (art. 19 lid 3).

        Half a cent goes up. Voorschot, verrekening and beslag change the payment and not the reserve.
        """
        if not self.norm.bedrag:
            return 0
        recht = self.norm.bedrag - sum(r.bedrag for r in self.kortingen if r.korting.soort.verlaagt_het_recht)
        return (2 * self.norm.vakantietoeslag * recht + self.norm.bedrag) // (2 * self.norm.bedrag)

    @property
    def reservering(self) -> str:
        """The sentence on the vakantietoeslag of this month; it is apart from every other amount."""
        minder = self.norm.vakantietoeslag - self.vakantietoeslag
        waarom = f", {euro(minder)} minder dan bij de norm door inkomen of verlaging" if minder else ""
        return f"Gereserveerd voor de vakantietoeslag: {euro(self.vakantietoeslag)}{waarom} (art. 19 lid 3)."

    @property
    def totaal_betaald(self) -> int:
        return sum(regel.betaald for regel in self.lasten)

    @property
    def leefgeld(self) -> int:
        return self.beschikbaar - self.totaal_betaald

    @property
    def tekorten(self) -> tuple[LastRegel, ...]:
        """The lasten that are not paid in full, in the order of the gemeente."""
        return tuple(regel for regel in self.lasten if regel.tekort)

    @property
    def eigen_inkomen(self) -> int:
        """Cents that the household has beside the bijstand: all income recorded, also what goes beyond the norm."""
        return sum(r.korting.bedrag for r in self.kortingen if r.korting.soort is KortingSoort.INKOMEN)

    @property
    def om_van_te_leven(self) -> int:
        """Leefgeld and own income, in cents, less the vaste lasten that stay open as far as that income pays them."""
        open_ = sum(regel.tekort for regel in self.tekorten)
        return self.leefgeld + max(0, self.eigen_inkomen - open_)

    @property
    def geen_bijstand(self) -> str:
        """Filled when there is nothing to reckon with: no day of right to bijstand, and no bijzondere bijstand."""
        if self.norm.delen or self.overbruggingen:
            return ""
        return f"In {maandnaam(self.maand)} is er geen bijstand. Er valt dus geen leefgeld te berekenen."

    @property
    def waarschuwing(self) -> str:
        """Filled when leefgeld and own income are below the minimum of the gemeente; not without bijstand."""
        minder = self.minimum_leefgeld - self.om_van_te_leven
        if minder <= 0 or self.geen_bijstand:
            return ""
        tekort = f"dat is {euro(minder)} minder dan het minimum van {euro(self.minimum_leefgeld)}."
        zin = f"Het leefgeld in {maandnaam(self.maand)} is {euro(self.leefgeld)}"
        if not self.eigen_inkomen:
            return f"{zin}, {tekort}"
        na = " en na wat open blijft van de vaste lasten" if self.tekorten else ""
        return (f"{zin}. Met {euro(self.eigen_inkomen)} eigen inkomen{na} is er {euro(self.om_van_te_leven)} om van "
                f"te leven, {tekort}")  # fmt: skip

    @property
    def regels(self) -> tuple[Regel, ...]:
        """The rows for a screen or a letter, each with its sentence."""
        lasten = (Regel(RegelSoort.VASTE_LAST, r.last.omschrijving, -r.betaald, r.waarom) for r in self.lasten)
        return (*_inkomsten(self), *lasten, _leefgeldregel(self))


def reken_af(
    norm: Maandnorm,
    *,
    kortingen: Iterable[Korting] = (),
    overbruggingen: Iterable[Overbrugging] = (),
    lasten: Iterable[VasteLast] = (),
    volgorde: Sequence[str] = (),
    minimum_leefgeld: int = 0,
    beslagvrije_voet: int | None = None,
) -> Maandafrekening:
    """Settle a month. The order in which things are given does not matter; `volgorde` names the kinds, first one first.

    Raises AfrekeningFout for a kind outside the order, a last given twice, or a beslag without beslagvrije voet.
    """
    regels = pas_kortingen_toe(norm.bedrag, kortingen, beslagvrije_voet=beslagvrije_voet)
    extra = tuple(sorted(overbruggingen, key=lambda o: (o.bron, o.bedrag)))
    beschikbaar = norm.bedrag - sum(r.bedrag for r in regels) + sum(o.bedrag for o in extra)
    betaald = _betaal(_op_volgorde(lasten, volgorde), beschikbaar)
    return Maandafrekening(norm, regels, extra, betaald, minimum_leefgeld)


def _op_volgorde(lasten: Iterable[VasteLast], volgorde: Sequence[str]) -> list[VasteLast]:
    rang, sleutels, gesorteerd = {soort: i for i, soort in enumerate(volgorde)}, set(), []
    for last in lasten:
        if last.soort not in rang:
            raise AfrekeningFout(f"De soort van {last.omschrijving} staat niet in de volgorde van de gemeente. Vul de "
                                 "volgorde aan bij de instellingen.")  # fmt: skip
        if last.sleutel in sleutels:
            raise AfrekeningFout(f"{last.omschrijving} staat twee keer in deze maand.")
        sleutels.add(last.sleutel)
        gesorteerd.append(last)
    return sorted(gesorteerd, key=lambda last: (rang[last.soort], last.sleutel))


def _betaal(lasten: Iterable[VasteLast], beschikbaar: int) -> tuple[LastRegel, ...]:
    regels = []
    for last in lasten:
        betaald = min(last.bedrag, beschikbaar)
        regels.append(LastRegel(last, betaald, f"{_waarom(last, betaald)} {last.toelichting}".rstrip()))
        beschikbaar -= betaald
    return tuple(regels)


def _waarom(last: VasteLast, betaald: int) -> str:
    if betaald == last.bedrag:
        return f"{euro(betaald)}, helemaal betaald uit de bijstand (art. 56a Participatiewet)."
    rest = f"{euro(last.bedrag - betaald)} is niet betaald: er wordt niet meer betaald dan de bijstand van de maand"
    over = (
        f"na de lasten die voorgaan was er nog {euro(betaald)}" if betaald else "na de lasten die voorgaan was er niets"
    )
    return f"{euro(betaald)} van {euro(last.bedrag)} betaald. {rest}, en {over}."


def _inkomsten(afrekening: Maandafrekening) -> Iterable[Regel]:
    for deel in afrekening.norm.delen:
        yield Regel(RegelSoort.NORM, f"Bijstandsnorm {deel.wanneer}", deel.bedrag, deel.waarom)
    for korting in afrekening.kortingen:
        yield Regel(RegelSoort.KORTING, korting.korting.soort.naam.capitalize(), -korting.bedrag, korting.zin)
    for overbrugging in afrekening.overbruggingen:
        yield Regel(RegelSoort.OVERBRUGGING, "Overbrugging", overbrugging.bedrag, overbrugging.zin)


def _leefgeldregel(afrekening: Maandafrekening) -> Regel:
    beschikbaar, betaald = euro(afrekening.beschikbaar), euro(afrekening.totaal_betaald)
    zin = f"{beschikbaar} − {betaald} vaste lasten = {euro(afrekening.leefgeld)}."
    zinnen = [zin, afrekening.waarschuwing] if afrekening.waarschuwing else [zin]
    return Regel(RegelSoort.LEEFGELD, "Leefgeld", afrekening.leefgeld, " ".join(zinnen))
