"""The page Ontzorgen: who is still to be judged, whose six months run, and whose are over."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from cases.klok import vandaag
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import met
from ontzorgen.querysets import lopend, ontzorgtermijnen, te_beoordelen, voorbij

from .basis import beleidsbeeld, zichtbare_dossiers
from .zicht import mag_bijwerken

OP_NAAM = Sortering(("inburgeraar__sorteernaam", "pk"))
OP_EINDE = Sortering(("ruwe_dag", "pk"))
LAATSTE_EERST = Sortering(("ruwe_dag", "pk"), aflopend=True)
LIJSTEN = {"loopt": "loopt", "beoordelen": "te beoordelen", "voorbij": "voorbij"}


@pagina(Actie.ONTZORGEN_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """One of three lists, chosen in the address."""
    op, keuze = vandaag(), request.GET.get("lijst", "loopt")
    keuze = keuze if keuze in LIJSTEN else "loopt"
    dossiers = zichtbare_dossiers(request, op)
    context: dict[str, Any] = {
        "keuze": keuze,
        "keuzes": [{"label": label, "url": met(request, lijst=naam), "actief": naam == keuze}
                   for naam, label in LIJSTEN.items()],
        "op": op,
        "mag_crediteuren": mag(request.rollen, Actie.CREDITEUREN),
        "mag_bijwerken": mag_bijwerken(request),
    }  # fmt: skip
    if keuze == "beoordelen":
        rijen = te_beoordelen(dossiers, request.gemeente, op).select_related("inburgeraar", "consulent")
        context["blad"] = blader(request, [rijen], OP_NAAM)
        mensen = list(context["blad"].rijen)
    else:
        termijnen = ontzorgtermijnen(dossiers)
        kies, orde = (lopend, OP_EINDE) if keuze == "loopt" else (voorbij, LAATSTE_EERST)
        context["blad"] = blader(request, [kies(termijnen, op)], orde)
        context["regels"] = [(termijn, termijn.stand(op)) for termijn in context["blad"].rijen]
        mensen = [termijn.dossier for termijn in context["blad"].rijen]
    return render(request, "ontzorgen/lijst.html", context | beleidsbeeld(request, mensen, op))
