"""The pile of decisions: what is to be proposed, decided, sent or ended, and which periods end soon."""

from django.http import HttpResponse
from django.shortcuts import render

from cases.klok import vandaag
from cases.kort import kort
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.besluitwerk import besluitwerk, binnen_weken, met_dossier

from .basis import beleidsbeeld, zichtbare_dossiers

MEESTE = 50


@pagina(Actie.ONTZORGEN_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """Six short lists, each at most fifty rows long, the oldest first: what is done makes room for the rest."""
    op = vandaag()
    werk = besluitwerk(zichtbare_dossiers(request, op), op)
    lijsten = {
        "te_beslissen": kort(werk.te_beslissen, MEESTE),
        "te_versturen": kort(werk.te_versturen, MEESTE),
        "voor_te_stellen": kort(werk.voor_te_stellen.order_by("start", "pk"), MEESTE),
        "te_beeindigen": kort(werk.te_beeindigen, MEESTE),
        "loopt_af": kort(werk.loopt_af, MEESTE),
    }
    kortgekomen = kort(werk.af_te_wijken, MEESTE)
    af_te_wijken = met_dossier(kortgekomen)
    mensen = [*(rij.dossier for rijen in lijsten.values() for rij in rijen), *(wie for _, wie in af_te_wijken)]
    context = {
        **lijsten,
        **beleidsbeeld(request, mensen, op),
        "loopt_af": lijsten["loopt_af"].van((periode, binnen_weken(periode, op)) for periode in lijsten["loopt_af"]),
        "af_te_wijken": kortgekomen.van(af_te_wijken),
        "op": op,
        "mag_beslissen": mag(request.rollen, Actie.ONTZORGEN_BESLISSEN),
    }
    return render(request, "ontzorgen/besluiten.html", context)
