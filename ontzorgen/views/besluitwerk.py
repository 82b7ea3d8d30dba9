"""The pile of decisions: what is to be proposed, decided, sent or ended, and which periods end soon."""

from django.http import HttpResponse
from django.shortcuts import render

from cases.klok import vandaag
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.besluitwerk import besluitwerk, binnen_weken

from .basis import beleidsbeeld, zichtbare_dossiers

MEESTE = 50


@pagina(Actie.ONTZORGEN_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """Five short lists, each at most fifty rows long, the oldest first: what is done makes room for the rest."""
    op = vandaag()
    werk = besluitwerk(zichtbare_dossiers(request, op), op)
    lijsten = {
        "te_beslissen": list(werk.te_beslissen[:MEESTE]),
        "te_versturen": list(werk.te_versturen[:MEESTE]),
        "voor_te_stellen": list(werk.voor_te_stellen.order_by("start", "pk")[:MEESTE]),
        "te_beeindigen": list(werk.te_beeindigen[:MEESTE]),
        "loopt_af": list(werk.loopt_af[:MEESTE]),
    }
    mensen = [rij.dossier for rijen in lijsten.values() for rij in rijen]
    context = {
        **lijsten,
        **beleidsbeeld(request, mensen, op),
        "loopt_af": [(periode, binnen_weken(periode, op)) for periode in lijsten["loopt_af"]],
        "op": op,
        "mag_beslissen": mag(request.rollen, Actie.ONTZORGEN_BESLISSEN),
    }
    return render(request, "ontzorgen/besluiten.html", context)
