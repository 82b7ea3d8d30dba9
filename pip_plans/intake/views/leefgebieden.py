"""Writing up the areas of life: every area its own form, saved by itself or by the button."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from cases.klok import nu
from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.enums import Gebied
from pip_plans.intake.forms.leefgebieden import LeefgebiedForm
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.basis import GewijzigdDoorAnder, IntakeFout
from pip_plans.intake.services.leefgebieden import bewaar_leefgebied

from .basis import haal_intake

GEEN_INZAGE = "Gegevens over gezondheid ziet alleen wie aan dit dossier werkt."


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """All areas below each other: as forms for who may write, as text for who may read."""
    beeld, intake = haal_intake(request, nummer)
    rijen = {rij.gebied: rij for rij in intake.leefgebieden.all()}
    bijzonder = ziet_bijzondere_gegevens(request, beeld.dossier)
    zichtbaar = [gebied for gebied in Gebied if bijzonder or gebied != Gebied.GEZONDHEID]
    context = {
        "intake": intake,
        "forms": [LeefgebiedForm(gebied=gebied, rij=rijen.get(gebied.value)) for gebied in zichtbaar],
        "schrijven": mag(request.rollen, Actie.DOSSIER_BEWERKEN) and not intake.is_afgerond,
        "zonder_gezondheid": not bijzonder,
    }
    return toon_tab(request, beeld, "intake/leefgebieden.html", context)


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
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
        return _niet_bewaard(request, beeld, form, "De tekst is te lang of onvolledig.")
    return _bewaar(request, beeld, intake, form)


def _bewaar(request: GemeenteRequest, beeld: Dossierbeeld, intake: BredeIntake, form: LeefgebiedForm) -> HttpResponse:
    try:
        rij = bewaar_leefgebied(
            intake=intake,
            gebied=form.gebied,
            teksten=form.cleaned_data,
            versie=form.cleaned_data["versie"],
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
    adres = reverse("intake:leefgebieden", kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer})
    return HttpResponseRedirect(f"{adres}?bewaard={form.gebied.value}#{form.gebied.value}")


def _niet_bewaard(request: GemeenteRequest, beeld: Dossierbeeld, form: LeefgebiedForm, reden: str) -> HttpResponse:
    """What was typed comes back; an autosave leaves the page as it is and says why."""
    if request.htmx:
        return render(request, "intake/deel_niet_bewaard.html", {"form": form, "reden": reden})
    form.add_error(None, reden)
    return toon_tab(request, beeld, "intake/leefgebied.html", {"form": form}, status=422)


def _naast_elkaar(
    request: GemeenteRequest, beeld: Dossierbeeld, form: LeefgebiedForm, fout: GewijzigdDoorAnder
) -> HttpResponse:
    """Both texts beside each other. The form now starts from the other's version, so that saving is a choice."""
    if request.htmx:
        return render(request, "intake/deel_niet_bewaard.html", {"form": form, "reden": f"{fout} Klik op Opslaan."})
    gegevens = {**fout.getypt, "versie": fout.huidig.versie}
    nieuw = LeefgebiedForm(gegevens, gebied=form.gebied)
    return toon_tab(request, beeld, "intake/leefgebied.html", {"form": nieuw, "ander": fout.huidig}, status=409)
