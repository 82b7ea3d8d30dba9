"""The tab Examens en afronding: what is done, on which level, what is still needed and why."""

from django.http import HttpResponse

from cases.enums import Dossierstatus
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.afronding import Deel
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.termijnen import einde_reden
from pip_plans.afronding.services.afronden import bewaarzin, certificaat_kan, certificaat_van, uitreiking_van
from pip_plans.afronding.services.examens import examens_van, telt_niet_mee
from pip_plans.afronding.services.plan import voortgang_van

from .basis import WAT


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, WAT)
    voortgang = voortgang_van(beeld.dossier, beeld.feiten)
    overdrachten = beeld.dossier.gemeenteoverdrachten.select_related("naar", "document").defer("document__bytes")
    context = {
        "voortgang": voortgang,
        "z_open": any(eis.code == Deel.Z_EINDGESPREK for eis in voortgang.open),
        "examens": examens_van(beeld.dossier, beeld.feiten, voortgang.plan),
        "delen": beeld.feiten.alle(FeitSoort.ONDERDEEL_AFGEROND),
        "einde": einde_reden(beeld.feiten),
        "bewaarzin": bewaarzin(beeld.dossier),
        "z_klaar": certificaat_kan(beeld.feiten, voortgang),
        "certificaat": certificaat_van(beeld.dossier),
        "uitreiking": uitreiking_van(beeld.dossier),
        "overdrachten": overdrachten,
        "aangeboden": any(rij.is_open for rij in overdrachten),
        "open": beeld.dossier.status == Dossierstatus.LOPEND,
        "mag_heropenen": beeld.dossier.status == Dossierstatus.AFGESLOTEN and mag(request.rollen, Actie.HEROPENEN),
        "let_op": telt_niet_mee(beeld.feiten, beeld.op),
    }
    return toon_tab(request, beeld, "afronding/overzicht.html", context)
