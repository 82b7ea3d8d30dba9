"""Where the gesprekken show themselves on the pages of the core: tab, list, and what follows an outcome."""

from datetime import date

from django.urls import reverse

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak, Dossier, Medewerker
from cases.panelen import (
    Dossierbeeld,
    Ingang,
    registreer_bij_feiten,
    registreer_bij_uitkomst,
    registreer_menu,
    registreer_tab,
    registreer_vervolg,
)
from cases.services.termijnen import dossierfeiten_van
from cases.toegang import Actie
from inburgering.recht.feiten import Dossierfeiten

from .services.reeks import werk_bij

TAB = "gesprekken:overzicht"
VERVOLG = {
    Afspraakuitkomst.VERSCHENEN: "gesprekken:gesprek",
    Afspraakuitkomst.NIET_VERSCHENEN: "gesprekken:verzuim",
}


def _na_een_pip(beeld: Dossierbeeld) -> bool:
    """From the first PIP on; a talk before it is an intake."""
    return beeld.feiten.eerste_pip is not None


@registreer_bij_feiten
def na_feiten(dossier: Dossier, feiten: Dossierfeiten) -> None:
    """A PIP came, changed or went."""
    werk_bij(dossier=dossier, feiten=feiten)


@registreer_bij_uitkomst
def na_uitkomst(afspraak: Afspraak, _door: Medewerker | None, _op: date) -> None:
    """A talk was held, or turned out not to be."""
    if afspraak.soort == Afspraaksoort.VOORTGANG:
        werk_bij(dossier=afspraak.dossier, feiten=dossierfeiten_van(afspraak.dossier))


@registreer_vervolg
def verder(afspraak: Afspraak) -> str:
    """After the outcome: the report of who came, the judgement on who stayed away."""
    naam = VERVOLG.get(Afspraakuitkomst(afspraak.uitkomst))
    if afspraak.soort != Afspraaksoort.VOORTGANG or naam is None:
        return ""
    dossier = afspraak.dossier
    return reverse(naam, kwargs={"gemeente": dossier.gemeente.slug, "nummer": dossier.nummer, "pk": afspraak.pk})


registreer_menu(Ingang("Voortgangsgesprekken", "gesprekken:lijst", Actie.DOSSIER_LEZEN, 46, onder="Uitvoering"))
registreer_tab(Ingang("Gesprekken", TAB, Actie.DOSSIER_LEZEN, 62, _na_een_pip))
