"""The front door: to the first gemeente of this person, and the health page for machines."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from cases.klok import vandaag
from cases.models import Aanstelling, Hartslag


def begin(request: HttpRequest) -> HttpResponse:
    """To the werkvoorraad of the first gemeente; a sentence for who has no aanstelling today.

    Somebody of an aanbieder goes to the pages for aanbieders.
    """
    if request.user.is_authenticated and request.user.is_extern:
        return redirect("aanbiederportaal:begin")
    eerste = (
        Aanstelling.objects.geldig_op(vandaag())
        .filter(medewerker=request.user.pk)
        .select_related("gemeente")
        .order_by("gemeente__naam")
        .first()
    )
    if eerste is None:
        return render(request, "cases/geen_aanstelling.html", status=403)
    return redirect("cases:werkvoorraad", gemeente=eerste.gemeente.slug)


@login_not_required
def gezond(request: HttpRequest) -> JsonResponse:
    """For load balancers and `./run demo --check`: the database answers, and when each job last succeeded."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    taken = {rij.taak: rij.gelukt_op for rij in Hartslag.objects.exclude(gelukt_op=None)}
    return JsonResponse({"database": "ok", "achtergrondtaken": taken})
