"""The tab Persoon en gezin, and registering somebody by hand."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.enums import Gezinsrol
from cases.forms.persoon import GezinForm, RegistratieForm, WijzigForm, ZoekForm, neem_fouten_over
from cases.klok import vandaag
from cases.models import Dossier
from cases.panelen import Dossierbeeld
from cases.services import gezinnen, registratie
from cases.services.dossiers import VELDNAMEN, Achterhaald, versie, wijzig_persoon
from cases.services.feiten import ongewoon
from cases.services.samenvoegen import samengevoegde
from cases.services.termijnen import feiten_van
from cases.toegang import Actie, mag

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab

NUMMERS = frozenset({"bsn", "v_nummer"})


@pagina(Actie.DOSSIER_BEWERKEN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """Search first; only with the answer on the screen there is a form to register."""
    op = vandaag()
    zoek = ZoekForm(request.POST if "zoek" in request.POST else None)
    form = RegistratieForm(request.POST if "registreer" in request.POST else None, op=op)
    context: dict[str, Any] = {"zoek": zoek, "form": None, "bekenden": None}
    if form.is_bound:
        context["form"] = form
        if form.is_valid() and (dossier := _registreer(request, form)):
            return redirect("cases:dossier", gemeente=request.gemeente.slug, nummer=dossier.nummer)
    elif zoek.is_bound and zoek.is_valid():
        context["bekenden"] = registratie.mogelijke_bekenden(
            gemeente=request.gemeente, medewerker=request.user, gezocht=zoek.cleaned_data, op=op
        )
        context["form"] = RegistratieForm(op=op, initial=zoek.cleaned_data)
    return render(request, "cases/dossier_nieuw.html", context)


def _registreer(request: GemeenteRequest, form: RegistratieForm) -> Dossier | None:
    waarden = form.cleaned_data
    try:
        dossier = registratie.registreer(
            gemeente=request.gemeente,
            persoon=waarden,
            feiten=form.feiten(),
            consulent=request.user if waarden["op_mijn_naam"] else None,
            door=request.user,
            op=form.op,
        )
    except ValidationError as fout:
        neem_fouten_over(form, fout)
        return None
    messages.success(request, f"Dossier {dossier.nummer} is geregistreerd.")
    for zin in ongewoon(dossier, feiten_van(dossier)):
        messages.warning(request, f"Let op, de volgorde is ongewoon. {zin}")
    return dossier


@pagina(Actie.DOSSIER_LEZEN)
def tab(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Who this is, and the gezin as far as this person may see it."""
    return _toon(request, dossierbeeld(request, nummer, "persoon en gezin"))


def _toon(request: GemeenteRequest, beeld: Dossierbeeld, form: GezinForm | None = None) -> HttpResponse:
    form = form or GezinForm(op=beeld.op)
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
    leden = gezinnen.gezinsleden(dossier=beeld.dossier, zichtbaar=zichtbaar)
    context = {
        "leden": leden,
        "gezin_form": form,
        "opgegaan": samengevoegde(beeld.dossier),
        "mag_samenvoegen": mag(request.rollen, Actie.SAMENVOEGEN),
    }
    return toon_tab(request, beeld, "cases/dossier/persoon.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def wijzigen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Change the person; when a colleague was first, say what she changed and keep what was typed here."""
    beeld = dossierbeeld(request, nummer, "persoon en gezin")
    persoon = beeld.dossier.inburgeraar
    begin = {veld: getattr(persoon, veld) for veld in VELDNAMEN if veld not in NUMMERS}
    form = WijzigForm(request.POST or None, op=beeld.op, initial=begin | {"versie": versie(persoon)})
    tussendoor: list[tuple[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        try:
            wijzig_persoon(
                dossier=beeld.dossier,
                persoon=form.persoon(),
                door=request.user,
                op=beeld.op,
                gezien=form.cleaned_data["versie"],
            )
            messages.success(request, "De persoonsgegevens zijn opgeslagen.")
            return redirect("cases:persoon", gemeente=request.gemeente.slug, nummer=nummer)
        except ValidationError as fout:
            neem_fouten_over(form, fout)
        except Achterhaald as fout:
            tussendoor = [(str(VELDNAMEN[veld]), _waarde(persoon, veld)) for veld in fout.velden]
            form.data = _met_versie(request, versie(persoon))
    return toon_tab(request, beeld, "cases/dossier/persoon_wijzigen.html", {"form": form, "tussendoor": tussendoor})


def _met_versie(request: GemeenteRequest, nummer: int) -> QueryDict:
    """What was typed, now based on the state that the screen shows."""
    data = request.POST.copy()
    data["versie"] = str(nummer)
    return data


def _waarde(persoon: Any, veld: str) -> Any:
    """What is stored now, as people read it; numbers are never shown here."""
    if veld in NUMMERS:
        return "gewijzigd"
    toon = getattr(persoon, f"get_{veld}_display", None)
    return toon() if toon else getattr(persoon, veld)


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def gezin(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Into a gezin; leaving it has a page of its own."""
    beeld = dossierbeeld(request, nummer, "persoon en gezin")
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    form = GezinForm(request.POST, op=beeld.op)
    if not form.is_valid():
        return _toon(request, beeld, form)
    if form.cleaned_data["vanaf"]:
        wie["vanaf"] = form.cleaned_data["vanaf"]
    if kenmerk := form.cleaned_data["kenmerk"]:
        gezinnen.voeg_toe_op_nummer(kenmerk=kenmerk, rol=Gezinsrol(form.cleaned_data["gezinsrol"]), **wie)
    else:
        ander = _gezinslid(request, form, beeld)
        if ander is None:
            return _toon(request, beeld, form)
        gezinnen.voeg_toe_bij(ander=ander, rol=Gezinsrol(form.cleaned_data["gezinsrol"]), **wie)
    messages.success(request, "Het gezin is bijgewerkt.")
    return redirect("cases:persoon", gemeente=request.gemeente.slug, nummer=nummer)


def _gezinslid(request: GemeenteRequest, form: GezinForm, beeld: Dossierbeeld) -> Dossier | None:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op).exclude(pk=beeld.dossier.pk)
    ander = (
        zichtbaar.select_related("inburgeraar__gezin", "gemeente").filter(nummer=form.cleaned_data["nummer"]).first()
    )
    if ander is None:
        form.add_error("nummer", "Dit dossier is niet gevonden. Controleer het dossiernummer.")
    return ander
