"""The tab Examens en afronding: what is done, on which level, what is still needed and why."""

from django.http import HttpResponse

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.feiten import FeitSoort
from pip_plans.afronding.services.examens import examens_van, telt_niet_mee
from pip_plans.afronding.services.plan import voortgang_van

from .basis import WAT


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, WAT)
    voortgang = voortgang_van(beeld.dossier, beeld.feiten)
    context = {
        "voortgang": voortgang,
        "examens": examens_van(beeld.dossier, beeld.feiten, voortgang.plan),
        "delen": beeld.feiten.alle(FeitSoort.ONDERDEEL_AFGEROND),
        "let_op": telt_niet_mee(beeld.feiten, beeld.op),
    }
    return toon_tab(request, beeld, "afronding/overzicht.html", context)
