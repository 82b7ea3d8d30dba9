"""What is paid of a fixed cost for want of bijstand, and the decision that this asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.models import Dossier
from inburgering.recht.geld import euro
from ontzorgen.afrekening import LastRegel
from ontzorgen.kortingen import AfrekeningFout
from ontzorgen.maanden import maandnaam
from ontzorgen.models import Lasttekort, VasteLast
from ontzorgen.normen import NormFout

from .afrekening import Maandrekening


@dataclass(frozen=True, slots=True)
class Tekort:
    """`betaald` cents of the `gevraagd` of one fixed cost in one month: all that the bijstand allows."""

    last: VasteLast
    maand: date
    betaald: int
    gevraagd: int

    @property
    def zin(self) -> str:
        """'In december 2026 wordt € 0,00 van € 159,90 betaald voor zorgverzekering: er is niet genoeg bijstand.'"""
        return (f"In {maandnaam(self.maand)} wordt {euro(self.betaald)} van {euro(self.gevraagd)} betaald voor "
                f"{self.last.soort.naam.lower()}: er is niet genoeg bijstand.")  # fmt: skip

    @property
    def motivering(self) -> str:
        """What the letter can say of it."""
        return (f"Uw bijstand van {maandnaam(self.maand)} is niet hoog genoeg om al uw vaste lasten te betalen. Wij "
                "betalen niet meer dan uw bijstand (artikel 56a van de Participatiewet). De vaste lasten die voorgaan, "
                "hebben wij eerst betaald.")  # fmt: skip

    @property
    def vraag(self) -> str:
        """Of the address of a proposal: which cost and which month; the amounts are found again."""
        return f"?last={self.last.pk}&maand={self.maand:%Y-%m}"


def te_besluiten(dossier: Dossier) -> list[Tekort]:
    """What was paid short in the fixed months of this person, and nobody decided on; the oldest first. One query."""
    rijen = Lasttekort.objects.zonder_besluit().bij(Dossier.objects.filter(pk=dossier.pk))
    return [_waarde(rij) for rij in rijen.select_related("last__soort", "last__crediteur")]


def tekort_van(last: VasteLast, maand: date) -> Tekort | None:
    """What this month pays of it when that is less than is due: as it was fixed, else as it is reckoned now."""
    rij = Lasttekort.objects.filter(last=last, maand=maand).first()
    if rij:
        return Tekort(last, maand, rij.betaald, rij.gevraagd)
    regel = next((regel for regel in _berekend(last, maand) if regel.last.sleutel == last.sleutel), None)
    return Tekort(last, maand, regel.betaald, regel.last.bedrag) if regel and regel.tekort else None


def betaling_van(last: VasteLast, maand: date) -> tuple[int | None, bool]:
    """The cents of it that the month pays without a new decision, None when unknown; and whether nothing in that month
    is paid short, so that what is not paid of this one is leefgeld.
    """
    if rij := Lasttekort.objects.filter(last=last, maand=maand).first():
        return rij.betaald, False
    regels = _berekend(last, maand)
    betaald = next((regel.betaald for regel in regels if regel.last.sleutel == last.sleutel), None)
    return betaald, not any(regel.tekort for regel in regels)


def _berekend(last: VasteLast, maand: date) -> Sequence[LastRegel]:
    """The costs of the month as they are reckoned now; none when it cannot be reckoned."""
    try:
        return Maandrekening(last.eenheid).maand(maand, voorlopig=True).lasten
    except (NormFout, AfrekeningFout):
        return ()


def _waarde(rij: Lasttekort) -> Tekort:
    return Tekort(rij.last, rij.maand, rij.betaald, rij.gevraagd)
