"""Which modules this person must do, and why."""

from django.http import HttpResponse

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.modules import MODULE_LABELS
from pip_plans.modules.services.plicht import begeleiding_van, modules_van

WAT = "modules"


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Per module whether it must be done, with the reason; and the right to maatschappelijke begeleiding."""
    beeld = dossierbeeld(request, nummer, WAT)
    context = {
        "regels": [(MODULE_LABELS[plicht.module], plicht) for plicht in modules_van(beeld.dossier, beeld.feiten)],
        "begeleiding": begeleiding_van(beeld.dossier, beeld.feiten, beeld.op),
    }
    return toon_tab(request, beeld, "modules/overzicht.html", context)
