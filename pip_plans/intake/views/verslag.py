"""Asking for the intakeverslag, and reading the intake of a record that was merged."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.klok import vandaag
from cases.services.documenten import voorbeeld
from cases.services.samenvoegen import samengevoegde
from cases.toegang import Actie
from cases.views.antwoord import pdf_antwoord
from cases.views.basis import GemeenteRequest, haal_dossier, knop, noteer_blik, pagina, ziet_bijzondere_gegevens
from pip_plans.intake.brieven import INTAKEVERSLAG, INTAKEVERSLAG_VOLLEDIG
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.verslag import maak_verslag
from pip_plans.intake.services.verslaginhoud import stel_verslag_op

from .basis import haal_intake, naar_overzicht


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("intake:overzicht")
def maken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A new report as the intake stands now; earlier ones stay as they are."""
    beeld, intake = haal_intake(request, nummer)
    try:
        maak_verslag(intake=intake, door=request.user, op=beeld.op)
    except IntakeFout as fout:
        messages.error(request, str(fout))
        return redirect("intake:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
    return naar_overzicht(request, nummer, "Het intakeverslag wordt gemaakt en staat zo bij Verslag.", "verslag")


@pagina(Actie.DOSSIER_LEZEN)
def oude_intake(request: GemeenteRequest, nummer: str, oud: str) -> HttpResponse:
    """The intake that was left with the number of a record that went up in this one, as a report; nothing is stored."""
    dossier = haal_dossier(request, nummer, None)
    opgegaan = [rij.vervallen_id for rij in samengevoegde(dossier) if rij.vervallen.nummer == oud]
    intake = get_object_or_404(BredeIntake.objects.met_alles(), dossier__in=opgegaan)
    noteer_blik(request, dossier, f"brede intake van {oud}")
    volledig = ziet_bijzondere_gegevens(request, dossier)
    inhoud = stel_verslag_op(intake=intake, met_gezondheid=volledig, door=request.user, op=vandaag())
    soort = INTAKEVERSLAG_VOLLEDIG if volledig else INTAKEVERSLAG
    return pdf_antwoord(voorbeeld(sjabloon=soort.sjabloon, inhoud=inhoud, watermerk="OUD DOSSIER"), "brede-intake")
