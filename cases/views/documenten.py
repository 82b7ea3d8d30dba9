"""The tab Documenten, and the bytes of one document."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cases.brieven import briefsoort
from cases.enums import Documentstatus
from cases.kort import kort
from cases.models import Document, Dossier
from cases.opslag import lees
from cases.services import documenten as dienst
from cases.services.bekendmaking import reden_niet
from cases.toegang import Actie, weigering

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, haal_dossier, noteer_blik, pagina, ziet_bijzondere_gegevens
from .dossier_beeld import dossierbeeld, toon_tab

MEESTE = 100


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What was made or is being made, newest first, and how it left. The page asks again while something is made."""
    beeld = dossierbeeld(request, nummer, "documenten")
    documenten = kort(beeld.dossier.documenten.voor_lijst(), MEESTE)
    context = {
        "rijen": documenten.van((rij, briefsoort(rij.soort), _mag_corrigeren(request, rij)) for rij in documenten),
        "niet_verzonden": _niet_verzonden(documenten, beeld.dossier),
        "wordt_gemaakt": any(rij.status == Documentstatus.TE_MAKEN for rij in documenten),
    }
    return toon_tab(request, beeld, "cases/dossier/documenten.html", context)


def _mag_corrigeren(request: GemeenteRequest, document: Document) -> bool:
    besluit = getattr(document, "beschikking", None)
    return besluit is not None and not reden_niet(besluit, request.rollen)


def _niet_verzonden(documenten: list[Document], dossier: Dossier) -> set[int]:
    """What went with a decision that was kept back; asked only when there is such a decision."""
    besluiten = (rij.beschikking for rij in documenten if hasattr(rij, "beschikking"))
    nummers = [besluit.nummer for besluit in besluiten if besluit.is_niet_verzonden]
    return set(dossier.documenten.bij_besluiten(nummers).values_list("pk", flat=True)) if nummers else set()


@pagina(Actie.DOSSIER_LEZEN)
def document(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The document exactly as it was made. 404 while it is not ready, 403 when it holds what this role may not see.

    Who took a decision may always read the letter of it.
    """
    dossier = haal_dossier(request, nummer, None)
    rij = get_object_or_404(dossier.documenten, pk=pk)
    besluit = getattr(rij, "beschikking", None)
    nam_besluit = besluit is not None and besluit.vastgesteld_door_id == request.user.pk
    if briefsoort(rij.soort).bijzonder and not nam_besluit and not ziet_bijzondere_gegevens(request, dossier):
        raise PermissionDenied(weigering(Actie.BIJZONDERE_GEGEVENS))
    if rij.status != Documentstatus.GEREED:
        raise Http404
    noteer_blik(request, dossier, f"document {rij.pk}")
    return pdf_antwoord(lees(rij), f"{rij.soort}-{rij.pk}")


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def opnieuw(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Try a document that failed once more."""
    dossier = haal_dossier(request, nummer, "documenten")
    try:
        dienst.opnieuw(document=get_object_or_404(dossier.documenten.zonder_bytes(), pk=pk))
        messages.success(request, "Het document wordt opnieuw gemaakt.")
    except dienst.DocumentFout as fout:
        messages.error(request, str(fout))
    return redirect("cases:documenten", gemeente=request.gemeente.slug, nummer=nummer)
