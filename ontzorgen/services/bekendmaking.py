"""Whether the decision on which a unit is paid for was made known: until then it does not work (art. 3:40 Awb)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from cases.kort import korte_zinnen
from inburgering.recht.uitleg import opsomming
from ontzorgen.enums_betaling import Pogingstand
from ontzorgen.maanden import laatste_dag
from ontzorgen.models import Betaalbatch, Ontzorgperiode

MEESTE = 10


def niet_bekendgemaakt_in(maand: date, eenheden: Iterable[int]) -> dict[int, str]:
    """Per unit of these the decisions that were not made known, of those on its members that hold in the month.

    An extension within a month changes nothing of it: that month rests on the period before, when that was made known.
    """
    lid = "dossier__uitkeringseenheden__"
    nog_lid = Q(**{f"{lid}tot__isnull": True}) | Q(**{f"{lid}tot__gte": maand})
    van_eenheid = Q(**{f"{lid}eenheid__in": eenheden, f"{lid}vanaf__lte": laatste_dag(maand)}) & nog_lid
    eerder = Ontzorgperiode.objects.in_maand(maand).filter(
        dossier=OuterRef("dossier"), vanaf__lt=OuterRef("vanaf"), besluit__beschikking__bekendgemaakt_op__isnull=False
    )
    rijen = Ontzorgperiode.objects.in_maand(maand).filter(
        ~Exists(eerder), van_eenheid, besluit__beschikking__bekendgemaakt_op__isnull=True
    )
    nummers: dict[int, list[str]] = defaultdict(list)
    for eenheid, nummer in rijen.order_by("pk").values_list(f"{lid}eenheid", "besluit__beschikking__nummer"):
        nummers[eenheid].append(nummer)
    return {eenheid: opsomming(rij) for eenheid, rij in nummers.items()}


def niet_bekendgemaakt(batch: Betaalbatch) -> list[str]:
    """The units in the run of which the decision was not made known, a sentence each; of more than MEESTE the first."""
    rijen = batch.pogingen.filter(stand=Pogingstand.OPEN).order_by()
    eenheden = dict(
        rijen.values_list("verplichting__afrekening__eenheid", "verplichting__afrekening__eenheid__nummer").distinct()
    )
    besluiten = niet_bekendgemaakt_in(batch.betaalmaand.maand, eenheden)
    gevonden = [(nummer, besluiten[pk]) for pk, nummer in eenheden.items() if pk in besluiten]
    return korte_zinnen([f"{nummer}: besluit {besluit}" for nummer, besluit in sorted(gevonden)], MEESTE)
