"""Sending an oproep and recording what came of it."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from cases.kalender import kalender, ongewoon_moment
from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from inburgering.recht.uitleg import datum_lang
from pip_plans.intake.enums import Oproepsoort, Verschijning
from pip_plans.intake.forms.oproepen import OproepForm, UitkomstForm
from pip_plans.intake.services.oproepen import leg_uitkomst_oproep_vast, stuur_oproep, volgende_oproep
from pip_plans.intake.services.oproepgevolgen import gevolg, wat_hangt_eraan

from .basis import haal_intake, naar_overzicht, probeer, toon_formulier

WEEK = timedelta(days=7)


@pagina(Actie.DOSSIER_BEWERKEN)
def oproep(request: GemeenteRequest, nummer: str, soort: str) -> HttpResponse:
    """The next oproep for the intake or the test; the page says which one it will be, or why there is none."""
    beeld, intake = haal_intake(request, nummer)
    if soort not in Oproepsoort.values:
        raise Http404
    waarvoor = Oproepsoort(soort)
    volgnummer, waarom_niet = volgende_oproep(intake, waarvoor)
    form = OproepForm(request.POST or None, initial=_begin(beeld))
    vast: dict[str, Any] = {"intake": intake, "soort": waarvoor, "door": request.user, "op": beeld.op}
    if form.is_valid() and probeer(form, lambda: stuur_oproep(gegevens=form.gegevens, **vast)):
        if zin := ongewoon_moment(form.gegevens.begin):
            messages.warning(request, zin)
        return naar_overzicht(
            request, nummer, "De oproep wordt gemaakt; de brief staat zo bij de oproepen.", "oproepen"
        )
    titel = f"{volgnummer}e oproep {waarvoor.label.lower()}" if volgnummer else f"Oproep {waarvoor.label.lower()}"
    context: dict[str, Any] = {"waarom_niet": waarom_niet, "volgnummer": volgnummer, "soort": waarvoor}
    return toon_formulier(request, beeld, form, titel, intro="intake/intro_oproep.html", **context)


def _begin(beeld: Dossierbeeld) -> dict[str, Any]:
    """In two weeks at the gemeentehuis, a week to call off, and the interpreter this person needs."""
    gemeente, persoon = beeld.dossier.gemeente, beeld.dossier.inburgeraar
    dagen = kalender()
    return {
        "dag": dagen.eerstvolgende_gewone_dag(beeld.op + 2 * WEEK)[0],
        "afbellen_voor": dagen.eerstvolgende_gewone_dag(beeld.op + WEEK)[0],
        "locatie": f"Gemeentehuis {gemeente.naam}",
        "adres": ", ".join(deel for deel in (gemeente.straat, gemeente.postcode_plaats) if deel),
        "tolk_taal": persoon.voorkeurstaal if persoon.tolk_nodig else "",
    }


@pagina(Actie.DOSSIER_BEWERKEN)
def uitkomst(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld, intake = haal_intake(request, nummer)
    rij = get_object_or_404(intake.oproepen, pk=pk)
    geldig = {True: "ja", False: "nee", None: ""}[rij.geldige_reden]
    begin = {"verschijning": rij.verschijning, "geldig": geldig, "reden": rij.reden}
    form = UitkomstForm(request.POST or None, initial=begin, komt_nog=rij.dag > beeld.op)
    if form.is_valid() and probeer(
        form,
        lambda: leg_uitkomst_oproep_vast(
            oproep=rij,
            verschijning=Verschijning(form.cleaned_data["verschijning"]),
            geldige_reden=form.geldige_reden,
            reden=form.cleaned_data["reden"],
            door=request.user,
            op=beeld.op,
        ),
    ):
        return naar_overzicht(request, nummer, "De uitkomst is vastgelegd.", "oproepen")
    titel = f"Uitkomst van de {rij.nummer}e oproep {rij.get_soort_display().lower()} voor {datum_lang(rij.dag)}"
    context: dict[str, Any] = {"rij": rij, "gevolg": gevolg(rij), "hangt": wat_hangt_eraan(rij, intake)}
    return toon_formulier(request, beeld, form, titel, intro="intake/intro_uitkomst.html", **context)
