"""Which modules this person must do, why, and how far each is."""

from typing import Any

from django.http import HttpResponse

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.afronding import Deel, afgerond, geslaagd
from inburgering.recht.examens import Examenonderdeel
from inburgering.recht.modules import MODULE_LABELS, Module, Moduleplicht
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.modules.services.plicht import begeleiding_van, modules_van
from pip_plans.modules.services.stand import map_van, pvt_van

WAT = "modules"
PAGINA = {Module.PVT: "modules:pvt", Module.MAP: "modules:map_traject"}


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Per module whether it must be done, with the reason and how far it is; and the right to begeleiding."""
    beeld = dossierbeeld(request, nummer, WAT)
    context = {
        "regels": [_regel(beeld, plicht) for plicht in modules_van(beeld.dossier, beeld.feiten)],
        "begeleiding": begeleiding_van(beeld.dossier, beeld.feiten, beeld.op),
        "aangemeld": beeld.dossier.plaatsingen.filter(soort="begeleiding").exists(),
    }
    return toon_tab(request, beeld, "modules/overzicht.html", context)


def _regel(beeld: Dossierbeeld, plicht: Moduleplicht) -> dict[str, Any]:
    pagina_ = PAGINA.get(plicht.module, "") if plicht.kan else ""
    return {"naam": MODULE_LABELS[plicht.module], "plicht": plicht, "pagina": pagina_, "stand": _stand(beeld, plicht)}


def _stand(beeld: Dossierbeeld, plicht: Moduleplicht) -> dict[str, Any]:
    """What the cell says: done since, or hours of the norm; an exam has only the first."""
    klaar = {
        Module.KNM: lambda: geslaagd(beeld.feiten, Examenonderdeel.KNM, None),
        Module.ONA: lambda: afgerond(beeld.feiten, Deel.ONA),
    }
    if plicht.module in klaar:
        feit = klaar[plicht.module]()
        return {"klaar": datum_zonder_weekdag(feit.datum) if feit else ""}
    if not plicht.kan:
        return {}
    rij = (pvt_van if plicht.module is Module.PVT else map_van)(beeld.dossier, beeld.feiten, plicht)
    return {"klaar": datum_zonder_weekdag(rij.klaar_op) if rij.klaar_op else "", "uren": rij.uren, "norm": rij.norm}
