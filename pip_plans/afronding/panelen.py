"""Where exams and the end show themselves on the pages of the core: the tab, and what a paper can be about."""

from collections.abc import Iterable

from django.urls import reverse

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.feitwoorden import woord
from cases.models import Afspraak, Dossier
from cases.panelen import (
    Dossierbeeld,
    Ingang,
    registreer_menu,
    registreer_tab,
    registreer_termijnplek,
    registreer_vervolg,
)
from cases.services.termijnen import dossierfeiten_van
from cases.stukdoelen import MEESTE, Stukdoel, registreer_stukdoelen
from cases.toegang import Actie
from inburgering.recht.afronding import Deel
from inburgering.recht.feiten import FeitSoort, Regime
from inburgering.recht.termijnen import einde_reden

from .services.plan import voortgang_van

TAB = "afronding:overzicht"
EIGEN = (FeitSoort.EXAMENUITSLAG, FeitSoort.ONDERDEEL_AFGEROND)


def _speelt(beeld: Dossierbeeld) -> bool:
    """Once there is a PIP, a result or an end; under the act of 2013 always."""
    feiten = beeld.feiten
    iets = any(feiten.eerste(soort) for soort in EIGEN) or bool(einde_reden(feiten))
    return feiten.regime is Regime.WI2013 or feiten.eerste_pip is not None or iets


registreer_menu(Ingang("Overdrachten", "afronding:overdrachten", Actie.DOSSIER_BEWERKEN, 48, onder="Uitvoering"))
registreer_tab(Ingang("Examens en afronding", TAB, Actie.DOSSIER_LEZEN, 75, _speelt))
registreer_termijnplek("INBURGERINGSTERMIJN", TAB)


@registreer_vervolg
def na_eindgesprek(afspraak: Afspraak) -> str:
    """Who came to the eindgesprek of the Z-route, once the MAP has had its own: the hours and the day."""
    if (afspraak.soort, afspraak.uitkomst) != (Afspraaksoort.EINDGESPREK, Afspraakuitkomst.VERSCHENEN):
        return ""
    dossier = afspraak.dossier
    feiten = dossierfeiten_van(dossier)
    open_ = {eis.code for eis in voortgang_van(dossier, feiten).open}
    if Deel.MAP in open_ or Deel.Z_EINDGESPREK not in open_:
        return ""
    return reverse("afronding:deel", kwargs={"gemeente": dossier.gemeente.slug, "nummer": dossier.nummer})


@registreer_stukdoelen
def uitslagen(dossier: Dossier) -> Iterable[Stukdoel]:
    """The newest results and parts; the code survives a correction of the result, not of its day."""
    feiten = dossier.gebeurtenissen.feiten().geldend().filter(soort__in=EIGEN).order_by("-datum", "-pk")[:MEESTE]
    for feit in feiten:
        onderdeel = str(feit.gegevens.get("onderdeel", ""))
        naam = woord("onderdeel", onderdeel)
        yield Stukdoel(f"{onderdeel.lower()}-{feit.datum:%Y%m%d}", f"{naam} van {feit.datum:%d-%m-%Y}")
