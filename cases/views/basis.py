"""What every page of a gemeente starts with: the tenant, the role, and the only door to a dossier."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from cases.klok import nu, vandaag
from cases.models import Aanstelling, Dossier, Gemeente, Medewerker
from cases.panelen import heeft_inzagegrond
from cases.services import inzage
from cases.services.vervanging import doet_dossier
from cases.toegang import Actie, mag, weigering


class GemeenteRequest(HttpRequest):
    """A request inside a gemeente; `pagina` has filled these in."""

    user: Medewerker
    gemeente: Gemeente
    rollen: frozenset[str]
    htmx: Any


def pagina(actie: Actie) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Decorator of every view below /<gemeente>/: 404 for an outsider, 403 with a sentence for another role."""

    def versier(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def met_gemeente(request: GemeenteRequest, gemeente: str, **kwargs: Any) -> HttpResponseBase:
            request.gemeente, request.rollen = gemeente_en_rollen(request.user, gemeente)
            if not mag(request.rollen, actie):
                raise PermissionDenied(weigering(actie))
            if settings.MFA_VERPLICHT and not is_mfa_enabled(request.user):
                messages.warning(request, "Stel eerst het inloggen in twee stappen in. Daarna kunt u aan het werk.")
                return redirect("mfa_activate_totp")
            return view(request, **kwargs)

        met_gemeente.actie = actie  # type: ignore[attr-defined]  # read by the rights test and the manual
        return met_gemeente

    return versier


def gemeente_en_rollen(medewerker: Medewerker, slug: str) -> tuple[Gemeente, frozenset[str]]:
    """The gemeente and the roles of this person there today; Http404 when there are none."""
    aanstellingen = list(
        Aanstelling.objects.geldig_op(vandaag())
        .filter(medewerker=medewerker, gemeente__slug=slug)
        .select_related("gemeente")
    )
    if not aanstellingen:
        raise Http404
    return aanstellingen[0].gemeente, frozenset(aanstelling.rol for aanstelling in aanstellingen)


def haal_dossier(request: GemeenteRequest, nummer: str, wat: str) -> Dossier:
    """The dossier if this person may see it, with the look logged as `wat`; Http404 otherwise."""
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    dossier: Dossier = get_object_or_404(
        zichtbaar.select_related("inburgeraar__gezin", "consulent", "gemeente"), nummer=nummer
    )
    inzage.noteer(medewerker=request.user, dossier=dossier, wat=wat, moment=nu())
    return dossier


def ziet_bijzondere_gegevens(request: GemeenteRequest, dossier: Dossier) -> bool:
    """Health and other special data: the own consulent (or her replacement), and roles with a reason of their own.

    Higher apps add reasons (`cases.panelen.registreer_inzagegrond`): the tweede lezer, while a PIP lies before her.
    """
    eigen = doet_dossier(medewerker=request.user, dossier=dossier, rollen=request.rollen, op=vandaag())
    return eigen or heeft_inzagegrond(dossier, request.user, request.rollen)
