"""Wat als: the terms of a dossier with other facts, beside those that stand."""

from django.http import HttpResponse

from cases.forms.wat_als import ERBIJ, MEESTE_ERBIJ, ErbijForm, WatAlsForm
from cases.services.wat_als import WatAls
from cases.services.wat_als import wat_als as reken
from cases.toegang import Actie
from inburgering.recht.feiten import FeitSoort

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.DOSSIER_LEZEN)
def wat_als(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """`?erbij=` names kinds of facts to add. The dates come by POST: no address holds them, and nothing is stored."""
    beeld = dossierbeeld(request, nummer, "wat als")
    gevraagd = [waarde for waarde in request.GET.getlist("erbij") if waarde in set(ERBIJ)]
    erbij = [FeitSoort(waarde) for waarde in gevraagd[:MEESTE_ERBIJ]]
    form = WatAlsForm(request.POST or None, feiten=beeld.feiten.feiten, erbij=erbij)
    uitkomst: WatAls | None = None
    if form.is_bound and form.is_valid():
        try:
            uitkomst = reken(dossier=beeld.dossier, feiten=form.nieuwe_feiten(), op=beeld.op)
        except ValueError as fout:  # OngeldigFeit and OngeldigeDatum: their text is Dutch
            form.add_error(None, str(fout))
    context = {
        "form": form,
        "erbijform": ErbijForm(),
        "erbij": gevraagd[:MEESTE_ERBIJ],
        "vol": len(erbij) == MEESTE_ERBIJ,
        "uitkomst": uitkomst,
    }
    return toon_tab(request, beeld, "cases/wat_als.html", context, status=422 if form.errors else 200)
