"""What every page of a gemeente starts with: the tenant, the role, and the only door to a dossier."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse

from cases.klok import nu, vandaag
from cases.models import Dossier, Gemeente, Medewerker
from cases.panelen import heeft_inzagegrond
from cases.services import inzage
from cases.services.samenvoegen import opvolger
from cases.services.vervanging import doet_dossier
from cases.toegang import Actie, mag, weigering


class GemeenteRequest(HttpRequest):
    """A request inside a gemeente; `pagina` has filled these in."""

    user: Medewerker
    gemeente: Gemeente
    rollen: frozenset[str]
    htmx: Any


class Samengevoegd(Exception):
    """The dossier that was asked for went up in the one with `nummer`, which this person may see."""

    def __init__(self, nummer: str) -> None:
        super().__init__(nummer)
        self.nummer = nummer


def pagina(actie: Actie) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Decorator of every view below /<gemeente>/: 404 for an outsider, 403 with a sentence for another role."""

    def versier(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def met_gemeente(request: GemeenteRequest, gemeente: str, **kwargs: Any) -> HttpResponseBase:
            if request.method == "GET":
                request.user.onthoud()
            request.gemeente, request.rollen = gemeente_en_rollen(request.user, gemeente)
            if not mag(request.rollen, actie):
                raise PermissionDenied(weigering(actie))
            if settings.MFA_VERPLICHT and not is_mfa_enabled(request.user):
                messages.warning(request, "Stel eerst het inloggen in twee stappen in. Daarna kunt u aan het werk.")
                return redirect("mfa_activate_totp")
            try:
                return view(request, **kwargs)
            except Samengevoegd as verwijzing:
                return _naar_opvolger(request, verwijzing.nummer)

        met_gemeente.actie = actie  # type: ignore[attr-defined]  # read by the rights test and the manual
        return met_gemeente

    return versier


def knop(terug: str) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """A view behind a button, below `pagina`: who reloads after an error asks for it with GET, and goes to `terug`.

    `terug` is the name of the page of the button; it takes those arguments of this address that it knows.
    """

    def versier(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def alleen_met_post(request: GemeenteRequest, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST":
                return view(request, **kwargs)
            return redirect(_pagina_van_knop(terug, {"gemeente": request.gemeente.slug, **kwargs}))

        alleen_met_post.knop = True  # type: ignore[attr-defined]  # read by the rights test
        return alleen_met_post

    return versier


def _pagina_van_knop(naam: str, argumenten: Mapping[str, Any]) -> str:
    """The address with as many of these arguments as it takes, the last ones left out first."""
    over = dict(argumenten)
    while True:
        try:
            return reverse(naam, kwargs=over)
        except NoReverseMatch:
            if not over:
                raise
            over.popitem()


def gemeente_en_rollen(medewerker: Medewerker, slug: str) -> tuple[Gemeente, frozenset[str]]:
    """The gemeente and the roles of this person there today; Http404 when there are none."""
    aanstellingen = [rij for rij in medewerker.aanstellingen_op(vandaag()) if rij.gemeente.slug == slug]
    if not aanstellingen:
        raise Http404
    return aanstellingen[0].gemeente, frozenset(aanstelling.rol for aanstelling in aanstellingen)


def haal_dossier(request: GemeenteRequest, nummer: str, wat: str | None, deel: Actie = Actie.DOSSIER_LEZEN) -> Dossier:
    """The dossier if this person may see it, with the look logged as `wat`; Http404 otherwise.

    None for `wat`: the view opens one row, and calls `noteer_blik` once that row is there. `deel` as in
    `DossierQuerySet.zichtbaar_voor`.
    Raises Samengevoegd for the number of a record that went up in another one: `pagina` leads there.
    """
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag(), deel)
    rijen = zichtbaar.select_related("inburgeraar__gezin", "consulent", "gemeente").filter(nummer=nummer)
    dossier: Dossier | None = rijen.first()
    if dossier is None:
        if naar := opvolger(nummer=nummer, gemeente=request.gemeente, zichtbaar=zichtbaar):
            raise Samengevoegd(naar.nummer)
        raise Http404
    if wat is not None:
        noteer_blik(request, dossier, wat)
    return dossier


def noteer_blik(request: GemeenteRequest, dossier: Dossier, wat: str) -> None:
    """Log the look at one row of a dossier, by what was found, never by what was asked."""
    inzage.noteer(medewerker=request.user, dossier=dossier, wat=wat, moment=nu())


def _naar_opvolger(request: GemeenteRequest, nummer: str) -> HttpResponseBase:
    """The same page of the dossier that stayed; what was being sent in is not stored anywhere."""
    plek = request.resolver_match
    if plek is None:
        raise Http404
    messages.info(request, f"Dossier {plek.kwargs['nummer']} is samengevoegd met {nummer}. U ziet {nummer}.")
    if request.method != "GET":
        messages.warning(request, "Wat u wilde opslaan, is niet opgeslagen. Doe het hier opnieuw.")
        return redirect("cases:dossier", gemeente=request.gemeente.slug, nummer=nummer)
    adres = reverse(plek.view_name, kwargs={**plek.kwargs, "nummer": nummer})
    return redirect(f"{adres}?{request.GET.urlencode()}" if request.GET else adres)


def ziet_bijzondere_gegevens(request: GemeenteRequest, dossier: Dossier) -> bool:
    """Health and other special data: the own consulent (or her replacement), and roles with a reason of their own.

    Higher apps add reasons (`cases.panelen.registreer_inzagegrond`): the tweede lezer, while a PIP lies before her.
    """
    eigen = doet_dossier(medewerker=request.user, dossier=dossier, rollen=request.rollen, op=vandaag())
    return eigen or heeft_inzagegrond(dossier, request.user, request.rollen)
