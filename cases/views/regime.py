"""A dossier under the other act: first what that changes and removes, then the button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.forms.regime import RegimeForm
from cases.models.dossier import REGIMES
from cases.services import regime as dienst
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.DOSSIER_BEWERKEN)
def regime(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, "dossier")
    dossier, form = beeld.dossier, RegimeForm(request.POST or None)
    wissel = dienst.regimewissel(dossier=dossier, op=beeld.op)
    if wissel and request.method == "POST" and form.is_valid():
        try:
            rij = dienst.wissel_regime(
                dossier=dossier, reden=form.cleaned_data["reden"], door=request.user, op=beeld.op
            )
        except dienst.RegimeFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, f"Dit dossier valt nu onder de {rij.get_regime_display()}.")
            return redirect("cases:dossier", gemeente=request.gemeente.slug, nummer=nummer)
    context = {"form": form, "wissel": wissel, "naar": dict(REGIMES)[wissel.naar] if wissel else ""}
    return toon_tab(request, beeld, "cases/dossier/regime.html", context, status=422 if form.errors else 200)
