"""A service behind a button: what it says or refuses becomes a message on the tab."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.views.basis import GemeenteRequest
from pip_plans.uitvoering.services.fout import UitvoeringFout


def druk(request: GemeenteRequest, nummer: str, doe: Callable[[], Any], gelukt: str) -> HttpResponse:
    try:
        doe()
        messages.success(request, gelukt)
    except UitvoeringFout as fout:
        messages.error(request, str(fout))
    return redirect("uitvoering:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
