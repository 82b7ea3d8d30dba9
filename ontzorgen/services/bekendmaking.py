"""Whether the decision on which a unit is paid for was made known: until then it does not work (art. 3:40 Awb)."""

from collections.abc import Iterable
from datetime import date

from cases.kort import korte_zinnen
from ontzorgen.enums_betaling import Pogingstand
from ontzorgen.models import Betaalbatch, Ontzorgperiode

MEESTE = 10


def niet_bekendgemaakt_in(maand: date, eenheden: Iterable[int]) -> dict[int, str]:
    """Per unit of these the decision that was not made known, of those that hold in the month."""
    rijen = Ontzorgperiode.objects.in_maand(maand).filter(
        dossier__uitkeringseenheden__eenheid__in=eenheden, besluit__beschikking__bekendgemaakt_op__isnull=True
    )
    nummers = rijen.order_by("pk").values_list("dossier__uitkeringseenheden__eenheid", "besluit__beschikking__nummer")
    return dict(nummers)


def niet_bekendgemaakt(batch: Betaalbatch) -> list[str]:
    """The units in the run of which the decision was not made known, a sentence each; of more than MEESTE the first."""
    rijen = batch.pogingen.filter(stand=Pogingstand.OPEN).order_by()
    eenheden = dict(
        rijen.values_list("verplichting__afrekening__eenheid", "verplichting__afrekening__eenheid__nummer").distinct()
    )
    besluiten = niet_bekendgemaakt_in(batch.betaalmaand.maand, eenheden)
    gevonden = [(nummer, besluiten[pk]) for pk, nummer in eenheden.items() if pk in besluiten]
    return korte_zinnen([f"{nummer}: besluit {besluit}" for nummer, besluit in sorted(gevonden)], MEESTE)
