"""Where the modules show themselves: menu, a tab under the act of 2013, and beside the norms of the progress."""

from collections.abc import Mapping
from decimal import Decimal

from django.urls import reverse

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak, Dossier
from cases.panelen import Dossierbeeld, Ingang, registreer_menu, registreer_tab, registreer_vervolg
from cases.services.termijnen import dossierfeiten_van
from cases.toegang import Actie
from inburgering.recht.afronding import Deel, afgerond
from inburgering.recht.feiten import Regime
from inburgering.recht.modules import Module
from inburgering.recht.uren import Urensoort
from pip_plans.voortgang.services.norm import registreer_urenbron

from .services.stand import plicht_van, uren_map, uren_pvt


def _wi2013(beeld: Dossierbeeld) -> bool:
    return beeld.feiten.regime is Regime.WI2013


registreer_menu(Ingang("PVT-groepen", "modules:groepen", Actie.DOSSIER_LEZEN, 43, onder="Uitvoering"))
registreer_tab(Ingang("Modules", "modules:overzicht", Actie.DOSSIER_LEZEN, 60, _wi2013))


@registreer_vervolg
def na_eindgesprek(afspraak: Afspraak) -> str:
    """Who came to the eindgesprek of the MAP: how it went."""
    if (afspraak.soort, afspraak.uitkomst) != (Afspraaksoort.EINDGESPREK, Afspraakuitkomst.VERSCHENEN):
        return ""
    dossier = afspraak.dossier
    feiten = dossierfeiten_van(dossier)
    plicht = plicht_van(dossier, feiten, Module.MAP)
    if plicht is None or not plicht.kan or afgerond(feiten, Deel.MAP):
        return ""
    return reverse("modules:eindgesprek", kwargs={"gemeente": dossier.gemeente.slug, "nummer": dossier.nummer})


@registreer_urenbron
def uren(dossier: Dossier, gemeld: Mapping[Urensoort, Decimal]) -> dict[Urensoort, Decimal]:
    """Beside the norm stand the hours of the groups and of the rows as well."""
    return {
        Urensoort.PVT: uren_pvt(dossier, gemeld[Urensoort.PVT]),
        Urensoort.MAP: uren_map(dossier, gemeld[Urensoort.MAP]),
    }
