"""The periods of a dossier: each begins and ends by a decision. What asks for one: `aandacht`."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F

from cases.models import Dossier
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.enums import Besluitsoort
from ontzorgen.maanden import eerste_dag, maandnaam
from ontzorgen.models import Eenheidlid, Ontzorgbesluit, Ontzorgperiode

from .besluitbrief import eis_periode
from .fout import OntzorgFout, keur
from .vastgesteld import EEN_DAG

MET_PERIODE = (Besluitsoort.ARTIKEL_56A, Besluitsoort.ARTIKEL_57)


def laatste_periode(dossier: Dossier) -> Ontzorgperiode | None:
    """The period that began last, and that held for at least a day."""
    return laatste_perioden([dossier]).get(dossier.pk)


def laatste_perioden(dossiers: Iterable[Dossier]) -> dict[int, Ontzorgperiode]:
    """Of each of these dossiers, by its id, the period that began last and that held for at least a day; one query."""
    perioden = Ontzorgperiode.objects.filter(dossier__in=dossiers).select_related("besluit__beschikking")
    return {periode.dossier_id: periode for periode in perioden if periode.laatste_dag >= periode.vanaf}


def langer_ontzorgd(dossiers: Iterable[int]) -> dict[tuple[int, date], tuple[date, str]]:
    """By dossier and first day of a period that art. 57 Participatiewet extended: its last day, and why; one query."""
    gevonden: dict[tuple[int, date], tuple[date, str]] = {}
    begin: dict[int, tuple[date, date]] = {}
    perioden = Ontzorgperiode.objects.filter(dossier__in=list(dossiers)).order_by("dossier", "vanaf")
    for rij in perioden.select_related("besluit__beschikking"):
        if rij.laatste_dag < rij.vanaf:
            continue
        start, einde = begin.get(rij.dossier_id, (rij.vanaf, date.min))
        besluit = rij.besluit.beschikking
        if besluit and rij.besluit.soort == Besluitsoort.ARTIKEL_57 and einde + EEN_DAG == rij.vanaf:
            dag = datum_zonder_weekdag(rij.laatste_dag)
            zin = f"Volgens besluit {besluit.nummer} wordt langer ontzorgd: tot en met {dag} (art. 57 Participatiewet)."
            gevonden[rij.dossier_id, start] = rij.laatste_dag, zin
        else:
            start = rij.vanaf
        begin[rij.dossier_id] = start, rij.laatste_dag
    return gevonden


def pas_toe(besluit: Ontzorgbesluit) -> None:
    """Begin or end the period that this decision is about. Raises OntzorgFout for what the database refuses."""
    if besluit.soort in MET_PERIODE and besluit.tot_en_met:
        periode = Ontzorgperiode(
            dossier=besluit.dossier, besluit=besluit, vanaf=besluit.vanaf, tot_en_met=besluit.tot_en_met
        )
        keur(periode)
        periode.save()
    elif besluit.soort == Besluitsoort.EINDE:
        beeindig(besluit)


def beeindig(besluit: Ontzorgbesluit) -> None:
    """End the period of this decision earlier, with its reason; an extension of it does not go on.

    Raises OntzorgFout as `eis_te_beeindigen`.
    """
    periode: Ontzorgperiode = Ontzorgperiode.objects.select_for_update(of=("self",)).get(pk=eis_periode(besluit).pk)
    eis_te_beeindigen(periode, besluit.vanaf)
    for rij in (periode, *Ontzorgperiode.objects.verlengt(periode)):
        rij.beeindigd_per = max(besluit.vanaf, rij.vanaf)
        rij.reden = str(besluit.get_eindreden_display())
        keur(rij)
        rij.save(update_fields=["beeindigd_per", "reden"])


def eis_te_beeindigen(periode: Ontzorgperiode, per: date) -> None:
    """Raises OntzorgFout when it cannot end on this day: it ended, or a month is fixed in which it or an extension of
    it would turn out never to have held.
    """
    if periode.beeindigd_per:
        raise OntzorgFout("Deze periode is al eerder beëindigd. Ververs de pagina.")
    nooit = [periode] if per == periode.vanaf else []
    for rij in (*nooit, *Ontzorgperiode.objects.verlengt(periode)):
        if vast := vastgesteld_na(rij.dossier, eerste_dag(rij.vanaf)):
            raise OntzorgFout(f"{maandnaam(vast[-1]).capitalize()} is al vastgesteld, dus er is ontzorgd. Kies een "
                              f"dag na {datum_zonder_weekdag(rij.vanaf)}.", "per")  # fmt: skip


def vastgesteld_na(dossier: Dossier, per: date) -> list[date]:
    """The fixed months in which nothing is left of a period that ends before `per`, oldest first.

    Those of the unit he belonged to in that month: what another household was paid is not his.
    """
    maand = "eenheid__afrekeningen__betaalmaand__maand"
    leden = Eenheidlid.objects.filter(**{"dossier": dossier, f"{maand}__gte": per}).annotate(maand=F(maand))
    return sorted({lid.maand for lid in leden if lid.geldt_in(lid.maand)})
