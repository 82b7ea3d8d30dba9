"""Questions about many dossiers and terms, as team Sociale Zaken asks them."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.instellingen import beleid
from cases.models import Gebeurtenis, Gemeente, Termijn
from cases.querysets.dossiers import DossierQuerySet
from cases.querysets.termijnen import TermijnQuerySet
from inburgering.recht.feiten import ASIELGROEP, Doelgroep, FeitSoort, Regime
from inburgering.recht.verplichtingen import TermijnSoort

from .handelingen import GEEN_BIJSTAND

WOONT_HIER = (FeitSoort.HUISVESTING, FeitSoort.BRP_INSCHRIJVING)


def getoetste_groepen(gemeente: Gemeente, op: date) -> frozenset[Doelgroep]:
    """The groups of whom bijstand decides: not the nareizigers where the gemeente leaves them out anyhow."""
    wet = beleid(gemeente, op).ontzorgen_nareizigers == "wet"
    return ASIELGROEP if wet else ASIELGROEP - {Doelgroep.NAREIZIGER}


def te_beoordelen(dossiers: DossierQuerySet, gemeente: Gemeente, op: date) -> DossierQuerySet:
    """Who lives here with an asylum permit while nobody recorded whether there is a right to bijstand."""
    geldend = Gebeurtenis.objects.geldend().filter(dossier=OuterRef("pk"))
    beantwoord = Q(soort=FeitSoort.BIJSTAND_INGEGAAN.value) | Q(soort=GEEN_BIJSTAND)
    woont = geldend.filter(soort__in=[soort.value for soort in WOONT_HIER])
    groepen = [groep.value for groep in getoetste_groepen(gemeente, op)]
    hier: DossierQuerySet = dossiers.lopend().met_doelgroep()
    return hier.filter(Exists(woont), ~Exists(geldend.filter(beantwoord)), regime=Regime.WI2021.value,
                       doelgroep__in=groepen)  # fmt: skip


def ontzorgtermijnen(dossiers: QuerySet) -> TermijnQuerySet:
    """The six months of these dossiers that were not replaced or lapsed, running or over."""
    rijen: TermijnQuerySet = Termijn.objects.open().filter(soort=TermijnSoort.ONTZORGEN.value, dossier__in=dossiers)
    return rijen.select_related("dossier__inburgeraar", "dossier__consulent")


def lopend(termijnen: TermijnQuerySet, op: date) -> TermijnQuerySet:
    return termijnen.filter(laatste_dag__gte=op)


def voorbij(termijnen: TermijnQuerySet, op: date) -> TermijnQuerySet:
    return termijnen.filter(laatste_dag__lt=op)
