"""Another amount of a fixed cost than was decided: of which cost, in which months, and whether it can still be."""

from datetime import date

from django.db.models import Q, QuerySet

from cases.models import Dossier
from inburgering.recht.geld import euro
from ontzorgen.maanden import maanden_vanaf, maandnaam
from ontzorgen.models import Lasttekort, Maandafrekening, VasteLast

from .aanvraag import LANGSTE_MAANDEN
from .fout import OntzorgFout


def af_te_wijken(dossier: Dossier) -> QuerySet[VasteLast]:
    """The fixed costs of this person and of his household, the newest first."""
    rijen = VasteLast.objects.filter(eenheid__leden__dossier=dossier).select_related("soort", "crediteur")
    return rijen.filter(Q(dossier=dossier) | Q(dossier__isnull=True)).order_by("-eerste_maand", "-pk")


def eis_af_te_wijken(last: VasteLast, maand: date, bedrag: int) -> None:
    """Raises OntzorgFout when another amount can no longer be paid of it in this month, or not at all.

    In a frozen month only what was paid of it for want of bijstand can still be decided.
    """
    if not last.geldt_in(maand) or last.is_overgenomen(maand):
        raise OntzorgFout(f"In {maandnaam(maand)} betaalt de gemeente deze vaste last niet.", "maand")
    if tekort := Lasttekort.objects.filter(last=last, maand=maand).first():
        if tekort.betaald != bedrag:
            raise OntzorgFout(f"{maandnaam(maand).capitalize()} is al vastgesteld met {euro(tekort.betaald)} voor deze "
                              "vaste last. Leg dat bedrag voor.", "bedrag")  # fmt: skip
    elif Maandafrekening.objects.filter(eenheid=last.eenheid, betaalmaand__maand=maand).exists():
        raise OntzorgFout(f"{maandnaam(maand).capitalize()} is al vastgesteld. Zit de betaling in een run die nog niet "
                          "is vrijgegeven, kies daar dan eerst ‘Herrekenen’.", "maand")  # fmt: skip


def maanden_tussen(eerste: date, laatste: date) -> tuple[date, ...]:
    """The months, both included. Raises OntzorgFout for a last month before the first, and for more than a year."""
    aantal = (laatste.year - eerste.year) * 12 + laatste.month - eerste.month + 1
    if not 1 <= aantal <= LANGSTE_MAANDEN:
        zin = "De laatste maand ligt voor de eerste." if aantal < 1 else "Kies hooguit een jaar."
        raise OntzorgFout(zin, "laatste_maand")
    return maanden_vanaf(eerste, aantal)
