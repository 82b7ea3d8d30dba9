"""The tab Geschiedenis, and the extra protection of a dossier."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.forms.bescherming import BeschermingForm, OpheffenForm
from cases.klok import vandaag
from cases.models import Aanstelling, Dossier, Medewerker
from cases.services import bescherming as dienst
from cases.services import geschiedenis, inzage
from cases.toegang import TABEL, Actie, mag

from .basis import GemeenteRequest, pagina
from .bladeren import Sortering, blader
from .dossier_beeld import dossierbeeld, toon_tab

NIEUWSTE_EERST = Sortering(("vastgelegd_op", "pk"), aflopend=True)
MEESTE_INZAGEN = 100


@pagina(Actie.DOSSIER_LEZEN)
def tab(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What happened, newest first; the teamleider also sees who looked."""
    beeld = dossierbeeld(request, nummer, "geschiedenis")
    blad = blader(request, [geschiedenis.gebeurtenissen(beeld.dossier)], NIEUWSTE_EERST)
    ziet_inzagen = mag(request.rollen, Actie.TOEWIJZEN)
    context = {
        "blad": blad,
        "regels": geschiedenis.regels(blad.rijen),
        "inzagen": inzage.inzagen_van(beeld.dossier)[:MEESTE_INZAGEN] if ziet_inzagen else (),
        "mag_beschermen": mag(request.rollen, Actie.TOEWIJZEN),
    }
    return toon_tab(request, beeld, "cases/dossier/geschiedenis.html", context)


@pagina(Actie.TOEWIJZEN)
def beschermen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Name the persons on the dossier, or lift the protection."""
    beeld = dossierbeeld(request, nummer, "bescherming")
    genoemd = beeld.dossier.toegangen.values_list("medewerker_id", flat=True)
    form = BeschermingForm(
        request.POST if "bescherm" in request.POST else None,
        mensen=_collegas(request),
        initial={"mensen": list(genoemd) or [beeld.dossier.consulent_id]},
        prefix="b",
    )
    opheffen = OpheffenForm(request.POST if "hef_op" in request.POST else None, prefix="o")
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if form.is_bound and form.is_valid():
        dienst.bescherm(mensen=form.cleaned_data["mensen"], reden=form.cleaned_data["reden"], **wie)
        messages.success(request, "Het dossier is extra beschermd.")
    elif opheffen.is_bound and opheffen.is_valid():
        dienst.hef_op(reden=opheffen.cleaned_data["reden"], **wie)
        messages.success(request, "De bescherming is opgeheven.")
    else:
        zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
        naasten = zichtbaar.van_naasten(beeld.dossier.inburgeraar).select_related("inburgeraar")
        context = {"form": form, "opheffen": opheffen, "naasten": naasten}
        return toon_tab(request, beeld, "cases/dossier/beschermen.html", context)
    return redirect("cases:geschiedenis", gemeente=request.gemeente.slug, nummer=nummer)


def _collegas(request: GemeenteRequest) -> QuerySet[Medewerker]:
    """Who has a role here today with which dossiers, or a part of them, can be read."""
    aangesteld = Aanstelling.objects.geldig_op(vandaag()).filter(
        gemeente=request.gemeente, rol__in=TABEL[Actie.DOSSIER_LEZEN] | TABEL[Actie.ONTZORGEN_LEZEN]
    )
    return Medewerker.objects.filter(pk__in=aangesteld.values("medewerker"))
