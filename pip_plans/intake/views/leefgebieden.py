"""Writing up the areas of life: every area its own form, saved by itself or by the button."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import trigger_client_event

from cases.klok import nu
from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, knop, pagina, ziet_bijzondere_gegevens
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.enums import Gebied
from pip_plans.intake.forms.leefgebieden import KeuzeForm, LeefgebiedForm, veldnamen
from pip_plans.intake.models import BredeIntake, Doorverwijzing, Leefgebied
from pip_plans.intake.services.basis import GewijzigdDoorAnder, IntakeFout
from pip_plans.intake.services.leefgebieden import bewaar_leefgebied

from .basis import haal_intake
from .botsing import Botsing, botsingen

GEEN_INZAGE = "Gegevens over gezondheid ziet alleen wie aan dit dossier werkt."


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """All areas below each other: as forms for who may write, as text for who may read."""
    beeld, intake = haal_intake(request, nummer)
    rijen = {rij.gebied: rij for rij in intake.leefgebieden.all()}
    bijzonder = ziet_bijzondere_gegevens(request, beeld.dossier)
    zichtbaar = [gebied for gebied in Gebied if bijzonder or gebied != Gebied.GEZONDHEID]
    formulieren = [LeefgebiedForm(gebied=gebied, rij=rijen.get(gebied.value)) for gebied in zichtbaar]
    per_gebied = _verwijzingen(intake)
    for form in formulieren:
        form.verwijzingen = per_gebied.get(form.gebied.value, [])
    context = {
        "intake": intake,
        "forms": formulieren,
        "schrijven": mag(request.rollen, Actie.DOSSIER_BEWERKEN) and not intake.is_afgerond,
        "zonder_gezondheid": not bijzonder,
    }
    return toon_tab(request, beeld, "intake/leefgebieden.html", context)


def _verwijzingen(intake: BredeIntake) -> dict[str, list[Doorverwijzing]]:
    """Who was referred to, per area; an area that may not be seen has no form to show them in."""
    per_gebied: dict[str, list[Doorverwijzing]] = {}
    for rij in intake.doorverwijzingen.select_related("voorziening"):
        per_gebied.setdefault(rij.gebied, []).append(rij)
    return per_gebied


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("intake:leefgebieden")
def bewaren(request: GemeenteRequest, nummer: str, gebied: str) -> HttpResponse:
    """Save one area: by the button, or by htmx after a pause in typing."""
    beeld, intake = haal_intake(request, nummer)
    if gebied not in Gebied.values:
        raise Http404
    soort = Gebied(gebied)
    if soort == Gebied.GEZONDHEID and not ziet_bijzondere_gegevens(request, beeld.dossier):
        raise PermissionDenied(GEEN_INZAGE)
    form = LeefgebiedForm(request.POST, gebied=soort)
    if not form.is_valid():
        return _niet_bewaard(request, beeld, form, _fouten(form))
    if "botsing" in request.POST:
        return _kies(request, beeld, intake, form)
    return _bewaar(request, beeld, intake, form, form.cleaned_data)


def _bewaar(
    request: GemeenteRequest, beeld: Dossierbeeld, intake: BredeIntake, form: LeefgebiedForm, velden: dict[str, object]
) -> HttpResponse:
    """An autosave never takes over what a colleague wrote: the form would not show it."""
    versie = form.cleaned_data["versie"]
    try:
        rij = bewaar_leefgebied(
            intake=intake,
            gebied=form.gebied,
            teksten=velden,
            versie=versie,
            samenvoegen=not request.htmx,
            door=request.user,
            op=beeld.op,
            moment=nu(),
        )
    except GewijzigdDoorAnder as fout:
        return _naast_elkaar(request, beeld, form, fout)
    except IntakeFout as fout:
        return _niet_bewaard(request, beeld, form, str(fout))
    if request.htmx:
        antwoord = render(request, "intake/deel_bewaard.html", {"form": form, "rij": rij})
        return trigger_client_event(antwoord, "bewaard")
    if rij.versie > versie + 1:
        messages.success(request, f"{rij} is bewaard, samen met wat een collega intussen opschreef. Lees het na.")
    adres = reverse("intake:leefgebieden", kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer})
    return HttpResponseRedirect(f"{adres}?bewaard={form.gebied.value}#{form.gebied.value}")


def _niet_bewaard(request: GemeenteRequest, beeld: Dossierbeeld, form: LeefgebiedForm, reden: str) -> HttpResponse:
    """What was typed comes back; an autosave leaves the page as it is and says why."""
    if request.htmx:
        return render(request, "intake/deel_niet_bewaard.html", {"form": form, "reden": reden})
    if form.is_valid():
        form.add_error(None, reden)
    return toon_tab(request, beeld, "intake/leefgebied.html", {"form": form}, status=422)


def _fouten(form: LeefgebiedForm) -> str:
    """Every error in one line, each with the name of its field."""
    namen = veldnamen(form.gebied)
    return " ".join(f"{namen.get(naam, '')}: {' '.join(map(str, fouten))}" for naam, fouten in form.errors.items())


def _naast_elkaar(
    request: GemeenteRequest, beeld: Dossierbeeld, form: LeefgebiedForm, fout: GewijzigdDoorAnder
) -> HttpResponse:
    """Both texts and their difference. The form now starts from the other's version, so that saving is a choice."""
    if request.htmx:
        return render(request, "intake/deel_niet_bewaard.html", {"form": form, "reden": str(fout), "verschil": True})
    gegevens = {**fout.getypt, "versie": fout.huidig.versie}
    mijn = LeefgebiedForm(gegevens, gebied=form.gebied)
    return _toon_keuze(request, beeld, mijn, fout.huidig, botsingen(fout.huidig, fout.getypt, fout.botsingen))


def _kies(request: GemeenteRequest, beeld: Dossierbeeld, intake: BredeIntake, form: LeefgebiedForm) -> HttpResponse:
    """Save what was chosen per field. When somebody saved once more in between, the choice is asked again."""
    huidig = intake.leefgebieden.filter(gebied=form.gebied).first()
    namen = tuple(naam for naam in request.POST.getlist("botsing") if naam in veldnamen(form.gebied))
    if huidig is None or not namen or huidig.versie != form.cleaned_data["versie"]:
        return _bewaar(request, beeld, intake, form, form.cleaned_data)
    mijn = {naam: form.cleaned_data[naam] for naam in huidig.velden}
    keuze = KeuzeForm(request.POST, ander=_wie(huidig), botsingen=namen, gebied=form.gebied)
    if not keuze.is_valid():
        return _toon_keuze(request, beeld, form, huidig, botsingen(huidig, mijn, namen), keuze)
    return _bewaar(request, beeld, intake, form, dict(keuze.kies(mijn, huidig.velden)))


def _toon_keuze(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    form: LeefgebiedForm,
    huidig: Leefgebied,
    verschillen: list[Botsing],
    keuze: KeuzeForm | None = None,
) -> HttpResponse:
    namen = tuple(deel.naam for deel in verschillen)
    keuze = keuze or KeuzeForm(ander=_wie(huidig), botsingen=namen, gebied=form.gebied)
    delen = [(deel, keuze[f"kies_{deel.naam}"]) for deel in verschillen]
    context = {"form": form, "ander": huidig, "keuze": keuze, "delen": delen, "wie": _wie(huidig)}
    return toon_tab(request, beeld, "intake/leefgebied_kiezen.html", context, status=409)


def _wie(rij: Leefgebied) -> str:
    return str(rij.bijgewerkt_door or "een collega")
