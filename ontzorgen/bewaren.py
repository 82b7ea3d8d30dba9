"""What was paid outlives the dossier: it stays without the person, until the term of the financial administration.

The sums of a unit are of both partners and of the gemeente; see docs/adr/0011.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from cases.restanten import registreer_losmaker, registreer_restant

from .enums_betaling import Batchstand
from .models import (
    Afrekeningherziening,
    Betaalbatch,
    Betaalpoging,
    Eenheidlid,
    Inhoudingsregel,
    Lasttekort,
    Leefsituatie,
    Maandafrekening,
    Maandpost,
    Overname,
    Tegenspraak,
    Toeslag,
    Uitkeringseenheid,
    VasteLast,
)

BEWAARJAREN = 7
VERNIETIGD = "dossier vernietigd"


def bewaard_tot(maand: date) -> date:
    """The last day on which what was paid for this month must be kept (art. 52 lid 4 AWR): years of the books."""
    return date(maand.year + BEWAARJAREN, 12, 31)


@registreer_losmaker
def maak_betalingen_los(dossier_ids: Sequence[int]) -> None:
    """Keep the fixed costs of these people of which a month was frozen, without the person, his papers and his name."""
    eenheden = list(Uitkeringseenheid.objects.filter(leden__dossier__in=dossier_ids).values_list("pk", flat=True))
    eigen = list(Betaalpoging.objects.filter(verplichting__last__dossier__in=dossier_ids).values_list("pk", flat=True))
    papier = Q(stuk__dossier__in=dossier_ids) | Q(stuk__uit_dossier__in=dossier_ids)
    VasteLast.objects.filter(pk__in=VasteLast.objects.filter(papier).values("pk")).update(stuk=None)
    betaald = VasteLast.objects.filter(dossier__in=dossier_ids).annotate(tot=Max("verplichtingen__maand"))
    for last in betaald.filter(tot__isnull=False):
        einde = min(last.laatste_maand or last.tot, last.tot)  # of nobody, it may not go on as a cost of the household
        Overname.objects.filter(last=last).delete()
        VasteLast.objects.filter(pk=last.pk).update(dossier=None, laatste_maand=einde, volgt_op=None, bron=VERNIETIGD)
    # A name on a list is that of the first member; only the own costs of who stays keep theirs.
    regels = Inhoudingsregel.objects.filter(verplichting__afrekening__eenheid__in=eenheden)
    regels.filter(verplichting__last__dossier__isnull=True).update(naam="", bsn="")
    anderen = Eenheidlid.objects.exclude(dossier__in=dossier_ids)
    alleen = Uitkeringseenheid.objects.filter(~Exists(anderen.filter(eenheid=OuterRef("pk"))), pk__in=eenheden)
    _vergeet_redenen(Betaalpoging.objects.filter(Q(pk__in=eigen) | Q(verplichting__afrekening__eenheid__in=alleen)))
    # Nothing of it was ever paid, and it names what both partners had: only that it was withdrawn stays.
    Afrekeningherziening.objects.filter(eenheid__in=eenheden).update(inhoud={}, reden=VERNIETIGD)
    Lasttekort.objects.filter(afrekening__eenheid__in=eenheden).delete()  # who is gone gets no decision any more
    for eenheid in alleen:
        _houd_bedragen_over(eenheid)


def _vergeet_redenen(pogingen: QuerySet[Betaalpoging]) -> None:
    """What a person wrote of a payment may name the person it was for; what became of the payment stays."""
    besloten = Tegenspraak.objects.filter(poging__in=pogingen)
    apps.get_model("ontzorgen", "TegenspraakEvent")._default_manager.filter(pgh_obj__in=besloten).delete()
    besloten.exclude(uitkomst="").update(reden=VERNIETIGD)
    pogingen.exclude(reden="").update(reden=VERNIETIGD)


def _houd_bedragen_over(eenheid: Uitkeringseenheid) -> None:
    """Of a unit of nobody: what a month came to and to whom it was paid, without where an amount came from."""
    apps.get_model("ontzorgen", "VasteLastEvent")._default_manager.filter(pgh_obj__eenheid=eenheid).delete()
    VasteLast.objects.filter(eenheid=eenheid).update(bron=VERNIETIGD, volgt_op=None)
    for rij in Maandafrekening.objects.filter(eenheid=eenheid):
        regels: list[dict[str, Any]] = [
            {"soort": regel["soort"], "naam": "", "bedrag": regel["bedrag"], "zin": ""} for regel in rij.regels
        ]
        Maandafrekening.objects.filter(pk=rij.pk).update(regels=regels)


def _zonder_leden(gemeente_id: int) -> QuerySet[Uitkeringseenheid]:
    return Uitkeringseenheid.objects.filter(gemeente=gemeente_id, leden__isnull=True)


@registreer_restant
def leefsituaties(gemeente_id: int, _op: date) -> QuerySet:
    return Leefsituatie.objects.filter(eenheid__in=_zonder_leden(gemeente_id))


@registreer_restant
def posten(gemeente_id: int, _op: date) -> QuerySet:
    return Maandpost.objects.filter(eenheid__in=_zonder_leden(gemeente_id))


@registreer_restant
def toeslagen(gemeente_id: int, _op: date) -> QuerySet:
    return Toeslag.objects.filter(eenheid__in=_zonder_leden(gemeente_id))


@registreer_restant
def overnames(gemeente_id: int, _op: date) -> QuerySet:
    return Overname.objects.filter(last__eenheid__in=_zonder_leden(gemeente_id))


@registreer_restant
def ingetrokken_afrekeningen(gemeente_id: int, _op: date) -> QuerySet:
    """Of which nothing was ever paid: no part of the books."""
    return Afrekeningherziening.objects.filter(eenheid__in=_zonder_leden(gemeente_id))


@registreer_restant
def lasten_die_nooit_vaststonden(gemeente_id: int, _op: date) -> QuerySet:
    return VasteLast.objects.filter(eenheid__in=_zonder_leden(gemeente_id), verplichtingen__isnull=True)


@registreer_restant
def eenheden_zonder_leden(gemeente_id: int, op: date) -> QuerySet:
    """Whose last month is out of its term, with all that was paid."""
    nog_bewaard = date(op.year - BEWAARJAREN, 1, 1)
    bewaard = Maandafrekening.objects.filter(eenheid=OuterRef("pk"), betaalmaand__maand__gte=nog_bewaard)
    return _zonder_leden(gemeente_id).filter(~Exists(bewaard))


@registreer_restant
def vrijgegeven_runs_zonder_betalingen(gemeente_id: int, _op: date) -> QuerySet:
    """With the file, once everybody in it went; after the units, which take their payments along."""
    runs = Betaalbatch.objects.filter(betaalmaand__gemeente=gemeente_id, pogingen__isnull=True)
    return runs.filter(stand=Batchstand.VRIJGEGEVEN)
