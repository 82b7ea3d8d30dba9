"""What every page of the portal starts with: the account of today, asked again at every request."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from cases.klok import nu, vandaag
from cases.models import Dossier, Medewerker
from cases.services.inzage import noteer_bij_elk
from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.uitvoering.models import Aanbieder

LANGSTE_WAT = 60


class PortaalRequest(HttpRequest):
    """A request of somebody of an aanbieder; `portaal` has filled these in."""

    user: Medewerker
    account: ExternAccount
    aanbieder: Aanbieder


def portaal(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Decorator of every view below /aanbieder/<account>/: 404 without an account of one's own that holds today."""

    @wraps(view)
    def met_account(request: PortaalRequest, account: int, **kwargs: Any) -> HttpResponseBase:
        rijen = ExternAccount.objects.geldig_op(vandaag()).filter(persoon=request.user.pk)
        gevonden = rijen.select_related("aanbieder__gemeente").filter(pk=account).first()
        if gevonden is None:
            raise Http404
        if settings.MFA_VERPLICHT and not is_mfa_enabled(request.user):
            messages.warning(request, "Stel eerst het inloggen in twee stappen in. Daarna kunt u verder.")
            return redirect("mfa_activate_totp")
        request.account, request.aanbieder = gevonden, gevonden.aanbieder
        return view(request, **kwargs)

    met_account.portaal = True  # type: ignore[attr-defined]  # read by the rights test
    return met_account


def noteer(request: PortaalRequest, wat: str, dossiers: Iterable[Dossier]) -> None:
    """Whom the aanbieder saw stands in the reading log of those dossiers, with its name."""
    noteer_bij_elk(
        medewerker=request.user, dossiers=dossiers, wat=f"{wat}, {request.aanbieder}"[:LANGSTE_WAT], moment=nu()
    )
