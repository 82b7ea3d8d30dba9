"""The tab Ontzorgen of a dossier: the judgement with its reasons, the six months, and the gezin."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import prefetch_related_objects
from django.http import HttpResponse

from cases.models import Dossier, Termijn
from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.ontzorgen import Antwoord
from inburgering.recht.verplichtingen import TermijnSoort
from ontzorgen.brieven import CREDITEUR, MACHTIGING
from ontzorgen.maanden import eerste_dag, laatste_dag
from ontzorgen.models import Eenheidlid, Leefsituatie, Uitkeringseenheid, VasteLast
from ontzorgen.services.aandacht import Stand, stand_van
from ontzorgen.services.afbouw import afbouwplan_uit
from ontzorgen.services.afrekening import haal_lasten, haal_leden
from ontzorgen.services.eenheden import lidmaatschappen, vorig_lidmaatschap
from ontzorgen.services.eenheidsein import zonder_bijstand
from ontzorgen.services.eindbericht import achterhaald
from ontzorgen.services.lasteinde import (
    aan_te_bieden,
    einden_van,
    is_besloten,
    laatste_betaalmaand,
    te_schrijven,
)
from ontzorgen.services.oordeel import oordeel_over, oordelen_over
from ontzorgen.services.vastgesteld import laatste_vaste_maand

from .basis import gekozen_lid, ontzorgbeeld, toon_tab, zichtbare_dossiers
from .betaaldeel import betalingen_van
from .maandbeeld import maandbeelden
from .zicht import mag_bijwerken, met_naam, verborgen_leden

WOORD = {Antwoord.JA: "ja", Antwoord.NEE: "nee", Antwoord.ONBEKEND: "nog niet bekend"}


@pagina(Actie.ONTZORGEN_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """One person; the other members of the gezin as far as this person may see them."""
    beeld = ontzorgbeeld(request, nummer)
    oordeel = oordeel_over(dossier=beeld.dossier, feiten=beeld.feiten, op=beeld.op)
    termijn = next((rij for rij in beeld.termijnen if rij.soort == TermijnSoort.ONTZORGEN), None)
    leden = oordelen_over(dossiers=_anderen(request, beeld), gemeente=request.gemeente, op=beeld.op)
    eigen_leden = lidmaatschappen(dossier=beeld.dossier, op=beeld.op)
    lid = gekozen_lid(request, eigen_leden)
    eenheid = lid.eenheid if lid else None
    if eenheid:
        haal_leden([eenheid])
        haal_lasten([eenheid])
        prefetch_related_objects([eenheid], "leefsituaties", "posten")
    stand = stand_van(dossier=beeld.dossier, feiten=beeld.feiten, op=beeld.op, oordeel=oordeel)
    lasten = met_naam(request, beeld, _lasten(eenheid)) if eenheid else []
    geheim = verborgen_leden(request, beeld, eenheid) if eenheid else frozenset()
    einden = einden_van(eenheid=eenheid, op=beeld.op) if eenheid else {}
    berichten = achterhaald(eenheid=eenheid, op=beeld.op) if eenheid else {}
    vast = laatste_vaste_maand(eenheid) if eenheid else None
    besloten = bool(stand.perioden) or (eenheid is not None and is_besloten(eenheid))
    context = {
        "eenheid": eenheid,
        "afbouw": afbouwplan_uit(perioden=stand.perioden, lasten=eenheid.lasten.all(), op=beeld.op)
        if eenheid
        else None,
        "eigen_lid": lid,
        "andere_leden": [ander for ander in eigen_leden if ander != lid],
        "vorig_lid": vorig_lidmaatschap(dossier=beeld.dossier, op=beeld.op),
        "leden_eenheid": _leden(eenheid, geheim, beeld.op) if eenheid else [],
        "situaties": _situaties(eenheid, vast) if eenheid else [],
        "te_verbeteren": eenheid and not vast,
        "lasten": lasten,
        "geheim": geheim,
        "crediteurbrieven": aan_te_bieden(
            [last for last, _, open_ in lasten if open_ and last.pk not in berichten], einden, besloten=besloten
        ),
        "achterhaald": [berichten[last.pk] for last, _, open_ in lasten if open_ and last.pk in berichten],
        "eindbrieven": te_schrijven(einden.values(), dossier_id=beeld.dossier.pk, op=beeld.op),
        "mag_schrijven": mag_bijwerken(request),
        "posten": eenheid.posten.all() if eenheid else [],
        "maanden": maandbeelden(lid, beeld.op, _laatste_maand(stand, termijn), geheim=geheim) if lid else [],
        "oordeel": oordeel,
        "woord": WOORD[oordeel.antwoord],
        "voorwaarden": [(voorwaarde, WOORD[voorwaarde.antwoord]) for voorwaarde in oordeel.voorwaarden],
        "termijn": termijn,
        "stand": termijn.stand(beeld.op) if termijn else "",
        "bijstand": beeld.feiten.bijstand,
        "einde_bijstand": beeld.feiten.einde_bijstand,
        "leden": [(lid, WOORD[lid.oordeel.antwoord]) for lid in leden],
        "stand_besluiten": stand,
        "perioden": [(rij, laatste_betaalmaand(rij) if rij.beeindigd_per else None) for rij in stand.perioden],
        "brieven": beeld.dossier.documenten.voor_lijst().filter(soort__in=[MACHTIGING.code, CREDITEUR.code]),
        "te_weigeren": oordeel.antwoord is Antwoord.NEE and not any(p.loopt_op(beeld.op) for p in stand.perioden),
        "mag_beslissen": mag(request.rollen, Actie.ONTZORGEN_BESLISSEN),
        "te_corrigeren": _te_corrigeren(request, beeld),
        "mag_bijwerken": mag_bijwerken(request, beeld),
    }
    return toon_tab(request, beeld, "ontzorgen/overzicht.html", context | betalingen_van(request, beeld, eenheid))


def _laatste_maand(stand: Stand, termijn: Termijn | None) -> date | None:
    """The last month that is paid: of what was decided, and before that of the six months that run."""
    if stand.perioden:
        return eerste_dag(max(periode.laatste_dag for periode in stand.perioden))
    return eerste_dag(termijn.laatste_dag) if termijn and termijn.status == "open" else None


def _te_corrigeren(request: GemeenteRequest, beeld: Dossierbeeld) -> int | None:
    """The fact on bijstand that was recorded last, for who may correct it."""
    feit = beeld.feiten.bijstand or beeld.feiten.einde_bijstand
    eigen = feit is not None and feit.soort in (FeitSoort.BIJSTAND_INGEGAAN, FeitSoort.BIJSTAND_BEEINDIGD)
    return int(feit.id) if feit and eigen and mag(request.rollen, Actie.ONTZORGEN_FEITEN) else None


def _leden(eenheid: Uitkeringseenheid, geheim: Collection[int], op: date) -> list[tuple[Eenheidlid, date | None]]:
    """The members whom this person may know of, with since when somebody has no bijstand while the unit goes on."""
    zonder = zonder_bijstand(eenheid=eenheid, op=op)
    return [(lid, zonder.get(lid.dossier_id)) for lid in eenheid.leden.all() if lid.dossier_id not in geheim]


def _situaties(eenheid: Uitkeringseenheid, vast: date | None) -> list[tuple[Leefsituatie, bool]]:
    """Every living situation, the newest first, and whether it can still be put right: it counted in no fixed month."""
    return [(rij, not vast or rij.vanaf > laatste_dag(vast)) for rij in reversed(eenheid.leefsituaties.all())]


def _lasten(eenheid: Uitkeringseenheid) -> list[VasteLast]:
    return list(eenheid.lasten.all())


def _anderen(request: GemeenteRequest, beeld: Dossierbeeld) -> Sequence[Dossier]:
    gezin = beeld.dossier.inburgeraar.gezin_id
    if gezin is None:
        return []
    leden = zichtbare_dossiers(request, beeld.op).lopend().filter(inburgeraar__gezin=gezin).exclude(pk=beeld.dossier.pk)
    return list(leden.select_related("inburgeraar").order_by("inburgeraar__geboortedatum", "pk"))
