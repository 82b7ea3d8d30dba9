"""The button behind which the month overview of the inburgeraar is made."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.forms.velden import lees_maand
from ontzorgen.maanden import eerste_dag, maanden_vanaf
from ontzorgen.services.eenheden import lidmaatschappen
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.maandoverzicht import maak_maandoverzicht

from .basis import adres, met_eenheid
from .prognose import PROGNOSE


@pagina(Actie.ONTZORGEN_FEITEN)
@knop(PROGNOSE)
def maandoverzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """This month or the next one."""
    beeld, eenheid = met_eenheid(request, nummer)
    maand = lees_maand(request.POST.get("maand", ""))
    try:
        if maand not in maanden_vanaf(eerste_dag(beeld.op), 2):
            raise OntzorgFout("Kies deze maand of de volgende.")
        leden = [lid for lid in lidmaatschappen(dossier=beeld.dossier, op=beeld.op) if lid.geldt_in(maand)]
        eenheid = leden[0].eenheid if leden else eenheid
        maak_maandoverzicht(dossier=beeld.dossier, eenheid=eenheid, maand=maand, door=request.user, op=beeld.op)
        messages.success(request, "Het maandoverzicht wordt gemaakt. Ververs de pagina om het te openen.")
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    return redirect(f"{adres(request, beeld, PROGNOSE)}#overzichten")
