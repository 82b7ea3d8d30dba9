"""One page per step of a bezwaar: its form, what the service says of it, and back to the bezwaar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cases.enums import Afspraakuitkomst, Kanaal, Verzendkanaal
from cases.enums_bezwaar import NietHoren, Zaaksoort, Zaakuitkomst
from cases.forms import bezwaar as forms
from cases.forms import bezwaarbeslissing as beslisforms
from cases.models import Bezwaar, Medewerker
from cases.services.bezwaar import beroep, beslissen, horen, registreren, verloop
from cases.services.bezwaar.basis import BezwaarFout
from cases.services.bezwaar.stand import STAPTITELS, tijdigheid
from cases.services.verzending import VerzendingFout, leg_verzending_vast
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .bezwaar import haal_bezwaar
from .dossier_beeld import toon_tab

Doen = Callable[[Bezwaar, dict[str, Any], Medewerker, date], Any]


@dataclass(frozen=True, slots=True)
class Stap:
    """The form of a step, what it does, what the page says before and after it."""

    form: type[forms.StapForm] | type[forms.WijzigForm]
    doe: Doen
    uitleg: str
    gelukt: str


def _met(dienst: Callable[..., Any], *namen: str) -> Doen:
    """A service that takes these fields of the form under their own names."""
    return lambda b, w, door, op: dienst(bezwaar=b, door=door, op=op, **{naam: w[naam] for naam in namen})


STAPPEN: dict[str, Stap] = {
    "bevestigen": Stap(
        forms.BevestigForm,
        _met(verloop.bevestig_ontvangst),
        "De brief noemt de laatste dag om te beslissen en wat er nu gebeurt.",
        "De ontvangstbevestiging wordt gemaakt.",
    ),
    "tijdigheid": Stap(
        forms.TijdigheidForm,
        _met(verloop.oordeel_verschoonbaar, "verschoonbaar", "waarom"),
        "Een bezwaar dat te laat is, is niet-ontvankelijk, tenzij de persoon daar niets aan kon doen (art. 6:11 Awb).",
        "Het oordeel is vastgelegd.",
    ),
    "verzuim": Stap(
        forms.VerzuimForm,
        _met(verloop.vraag_herstel, "wat", "tot"),
        "Tot de aanvulling er is, of tot de laatste dag daarvoor, staat de beslistermijn stil (art. 6:6 en 7:10 lid 2 "
        "Awb).",
        "De brief wordt gemaakt en de beslistermijn is opnieuw berekend.",
    ),
    "hersteld": Stap(
        forms.DatumStapForm,
        _met(verloop.meld_herstel, "datum"),
        "Vanaf deze dag loopt de beslistermijn weer.",
        "De aanvulling is vastgelegd en de beslistermijn is opnieuw berekend.",
    ),
    "verdagen": Stap(
        forms.VerdaagForm,
        _met(verloop.verdaag, "weken", "reden"),
        "Dat kan één keer, met ten hoogste zes weken, en alleen voor de laatste dag (art. 7:10 lid 3 Awb).",
        "De beslissing is verdaagd. De brief wordt gemaakt.",
    ),
    "hoorzitting": Stap(
        forms.ZittingForm,
        lambda b, w, door, op: horen.nodig_uit(bezwaar=b, gegevens=w["gegevens"], door=door, op=op),
        "De dag ligt meer dan tien dagen vooruit, zodat iemand nog stukken kan sturen (art. 7:4 lid 1 Awb). De "
        "afspraak komt in uw agenda.",
        "De uitnodiging wordt gemaakt en de afspraak staat in de agenda.",
    ),
    "afzien": Stap(
        forms.AfzienForm,
        lambda b, w, door, op: horen.zie_af_van_horen(
            bezwaar=b, grond=NietHoren(w["grond"]), waarom=w["waarom"], door=door, op=op
        ),
        "Horen is de regel. Afzien kan alleen op een van deze gronden (art. 7:3 Awb).",
        "Vastgelegd dat er niet wordt gehoord.",
    ),
    "verplaatsen": Stap(
        forms.VerplaatsForm,
        lambda b, w, door, op: horen.verplaats_zitting(
            bezwaar=b, gegevens=w["gegevens"], reden=w["reden"], door=door, op=op
        ),
        "De persoon krijgt één brief: de oude afspraak gaat niet door, en dit is de nieuwe. De nieuwe dag ligt meer "
        "dan tien dagen vooruit (art. 7:4 lid 1 Awb). Was er een tolk besteld, bestel die dan af en opnieuw.",
        "De brief wordt gemaakt en de nieuwe afspraak staat in de agenda.",
    ),
    "zitting": Stap(
        forms.ZittingUitkomstForm,
        lambda b, w, door, op: horen.zitting_gaat_niet_door(
            bezwaar=b, uitkomst=Afspraakuitkomst(w["uitkomst"]), reden=w["reden"], door=door, op=op
        ),
        "Annuleert u, dan krijgt de persoon daar een brief over. Daarna kunt u opnieuw uitnodigen, of met een reden "
        "afzien van horen.",
        "Vastgelegd. Nodig opnieuw uit, of zie af van horen.",
    ),
    "verslag": Stap(
        forms.VerslagForm,
        _met(horen.leg_verslag_vast, "verslag"),
        "Het verslag komt achter de beslissing (art. 7:7 Awb).",
        "Het verslag is bewaard.",
    ),
    "opstellen": Stap(
        beslisforms.OpstelForm,
        lambda b, w, door, op: beslissen.stel_op(bezwaar=b, gegevens=w, door=door, op=op),
        "U kunt de tekst blijven wijzigen tot iemand anders de beslissing vaststelt.",
        "De beslissing is bewaard. Iemand anders kan haar nu vaststellen.",
    ),
    "vaststellen": Stap(
        beslisforms.VaststelForm,
        _met(beslissen.stel_vast, "revisie"),
        "U beslist namens het college. De dagtekening is vandaag. De brief verandert daarna niet meer.",
        "De beslissing is vastgesteld. De brief wordt gemaakt.",
    ),
    "bekendmaken": Stap(
        beslisforms.BekendForm,
        lambda b, w, door, op: beslissen.maak_bekend(
            bezwaar=b, datum=w["datum"], kanaal=Kanaal(w["kanaal"]), door=door, op=op
        ),
        "De zes weken voor beroep beginnen de dag erna (art. 6:8 Awb).",
        "De bekendmaking is vastgelegd.",
    ),
    "ingebrekestelling": Stap(
        forms.DatumStapForm,
        _met(verloop.registreer_ingebrekestelling, "datum"),
        "Leg de dag vast waarop de brief binnenkwam. Was de beslistermijn toen voorbij, dan kan na twee weken een "
        "dwangsom gaan lopen (art. 4:17 Awb).",
        "De ingebrekestelling is vastgelegd.",
    ),
    "intrekken": Stap(
        forms.DatumStapForm,
        _met(verloop.trek_in, "datum"),
        "Alleen de indiener kan het bezwaar intrekken, schriftelijk of bij het horen (art. 6:21 Awb).",
        "Het bezwaar is ingetrokken. De bevestiging wordt gemaakt.",
    ),
    "wijzigen": Stap(
        forms.WijzigForm,
        lambda b, w, door, op: registreren.wijzig(bezwaar=b, gegevens=w, reden=w["reden"], door=door, op=op),
        "De termijnen worden opnieuw berekend. De oude gegevens blijven in de geschiedenis staan.",
        "De gegevens zijn gewijzigd.",
    ),
    "verzonden": Stap(
        forms.VerzondenForm,
        lambda b, w, door, op: leg_verzending_vast(
            document=w["brief"], datum=w["datum"], kanaal=Verzendkanaal(w["kanaal"]), door=door, op=op
        ),
        "Leg vast wanneer een brief is verstuurd of meegegeven.",
        "De verzending is vastgelegd.",
    ),
    "zaak": Stap(
        beslisforms.ZaakForm,
        lambda b, w, door, op: beroep.registreer_zaak(
            bezwaar=b,
            soort=Zaaksoort(w["soort"]),
            ingesteld_op=w["ingesteld_op"],
            zaaknummer=w["zaaknummer"],
            door=door,
            op=op,
        ),
        "Leg vast wat er bij de rechtbank loopt.",
        "De zaak is vastgelegd.",
    ),
    "uitspraak": Stap(
        beslisforms.UitspraakForm,
        lambda b, w, door, op: beroep.leg_uitspraak_vast(
            zaak=w["zaak"],
            uitkomst=Zaakuitkomst(w["uitkomst"]),
            datum=w["datum"],
            toelichting=w["toelichting"],
            door=door,
            op=op,
        ),
        "Moet het college opnieuw beslissen? Zet de dag die de rechter noemt ook als herinnering in het dossier.",
        "De uitspraak is vastgelegd.",
    ),
}


@pagina(Actie.BEZWAAR_BEHANDELEN)
def stap(request: GemeenteRequest, nummer: str, pk: int, stap: str) -> HttpResponse:
    """The form of one step; what the law refuses stands above it."""
    gekozen = STAPPEN.get(stap)
    if gekozen is None:
        raise Http404
    beeld, rij = haal_bezwaar(request, nummer, pk)
    terug = reverse("cases:bezwaar", kwargs={"gemeente": request.gemeente.slug, "nummer": nummer, "pk": pk})
    ingevuld = request.POST if request.method == "POST" else None
    form = gekozen.form(ingevuld, bezwaar=rij, op=beeld.op, medewerker=request.user)
    form.annuleer_url = terug
    if ingevuld is not None and form.is_valid() and _doe(request, gekozen, rij, form, beeld.op):
        return redirect(terug)
    context: dict[str, Any] = {"form": form, "bezwaar": rij, "stap": stap, "uitleg": gekozen.uitleg}
    context["titel"] = STAPTITELS[stap]
    if stap == "tijdigheid":
        context["tijdig"] = tijdigheid(rij)
    return toon_tab(request, beeld, "cases/bezwaar/stap.html", context, status=422 if form.errors else 200)


def _doe(
    request: GemeenteRequest, gekozen: Stap, rij: Bezwaar, form: forms.StapForm | forms.WijzigForm, op: date
) -> bool:
    """Run the step; what it refuses becomes an error of the form."""
    waarden = {**form.cleaned_data, "gegevens": getattr(form, "gegevens", None)}
    try:
        gekozen.doe(rij, waarden, request.user, op)
    except BezwaarFout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, str(fout))
        return False
    except VerzendingFout as fout:
        form.add_error(None, str(fout))
        return False
    messages.success(request, gekozen.gelukt)
    return True
