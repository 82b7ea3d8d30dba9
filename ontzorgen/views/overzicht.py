"""The tab Ontzorgen of a dossier: the judgement with its reasons, the six months, and the gezin."""

from collections.abc import Sequence

from django.http import HttpResponse

from cases.models import Dossier
from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import toon_tab
from inburgering.recht.ontzorgen import Antwoord
from inburgering.recht.verplichtingen import TermijnSoort
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.oordeel import oordeel_over, oordelen_over

from .basis import ontzorgbeeld
from .maandbeeld import maandbeelden

WOORD = {Antwoord.JA: "ja", Antwoord.NEE: "nee", Antwoord.ONBEKEND: "nog niet bekend"}


@pagina(Actie.ONTZORGEN_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """One person; the other members of the gezin as far as this person may see them."""
    beeld = ontzorgbeeld(request, nummer)
    oordeel = oordeel_over(feiten=beeld.feiten, gemeente=request.gemeente, op=beeld.op)
    termijn = next((rij for rij in beeld.termijnen if rij.soort == TermijnSoort.ONTZORGEN), None)
    leden = oordelen_over(dossiers=_anderen(request, beeld), gemeente=request.gemeente, op=beeld.op)
    eenheid = eenheid_van(dossier=beeld.dossier, op=beeld.op)
    context = {
        "eenheid": eenheid,
        "leden_eenheid": eenheid.leden.select_related("dossier__inburgeraar") if eenheid else [],
        "situatie": eenheid.leefsituaties.filter(vanaf__lte=beeld.op).last() if eenheid else None,
        "lasten": eenheid.lasten.select_related("soort", "crediteur", "dossier__inburgeraar") if eenheid else [],
        "posten": eenheid.posten.all() if eenheid else [],
        "maanden": maandbeelden(eenheid, beeld.op) if eenheid else [],
        "oordeel": oordeel,
        "woord": WOORD[oordeel.antwoord],
        "voorwaarden": [(voorwaarde, WOORD[voorwaarde.antwoord]) for voorwaarde in oordeel.voorwaarden],
        "termijn": termijn,
        "stand": termijn.stand(beeld.op) if termijn else "",
        "bijstand": beeld.feiten.bijstand,
        "einde_bijstand": beeld.feiten.einde_bijstand,
        "leden": [(lid, WOORD[lid.oordeel.antwoord]) for lid in leden],
        "mag_bijstand": mag(request.rollen, Actie.ONTZORGEN_FEITEN) and beeld.loopt,
    }
    return toon_tab(request, beeld, "ontzorgen/overzicht.html", context)


def _anderen(request: GemeenteRequest, beeld: Dossierbeeld) -> Sequence[Dossier]:
    gezin = beeld.dossier.inburgeraar.gezin_id
    if gezin is None:
        return []
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op, Actie.ONTZORGEN_LEZEN)
    leden = zichtbaar.lopend().filter(inburgeraar__gezin=gezin).exclude(pk=beeld.dossier.pk)
    return list(leden.select_related("inburgeraar").order_by("inburgeraar__geboortedatum", "pk"))
